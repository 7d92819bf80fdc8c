import type { Installation } from '../../src-shared/model/discovery';
import { discoverySteps } from '../../src-shared/model/discovery';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { RemoteFiles } from '../ssh/remote-files';
import type { Work } from '../work/work';
import { readLdapProperties } from './gluu-texts';
import { findInstallations } from './installations';
import { judgeMaterial } from './judge-material';
import type { Material } from './material';
import { type FileLook, readGluuFile, type Sudo } from './read-files';

/**
 * Finds the installation at the far end and reads its files, stage by stage: Installation, Files, Certificate, Password.
 * Gives `before` with what was found; what cannot be had is part of it. `root` chooses one of several installations.
 * Throws what RemoteFiles throws when the connection fails, and AppError `input.invalid` for a root that is not there.
 */
export async function lookAround(
  files: RemoteFiles,
  before: Material,
  sudo: Sudo | undefined,
  root: string | undefined,
  work: Work,
): Promise<Material> {
  work.plan(discoverySteps);
  const found = await work.step('Installation', async (note) => {
    const installations = await findInstallations(files, work.signal);
    const chosen = choose(installations, root);
    note(chosen ? verbatim(chosen.root) : message('discovery.stage.noneFound'), !chosen);
    return { installations, chosen };
  });
  const { installations, chosen } = found;
  const { root: _, ...kept } = before;
  if (!chosen) {
    for (const name of discoverySteps.slice(1)) work.skip(name, message('discovery.stage.noInstallation'));
    return { ...kept, installations, looks: {} };
  }

  const looks: Material['looks'] = {};
  await work.step('Files', async (note) => {
    for (const kind of ['ldap', 'salt', 'gluu'] as const) {
      looks[kind] = await readGluuFile(files, chosen.root, kind, sudo, work.signal);
    }
    const noted = [looks.ldap, looks.salt].filter((look) => look !== undefined);
    note(
      message('discovery.stage.files', { files: { list: noted.map(stageWords), as: 'plain' } }),
      noted.some(({ state }) => state !== 'read'),
    );
  });
  await work.step('Certificate', async (note) => {
    const likely = looks.ldap?.state === 'read' ? readLdapProperties(looks.ldap.text).certificate : undefined;
    looks.certificate = await readGluuFile(files, chosen.root, 'certificate', sudo, work.signal, likely);
    note(stageWords(looks.certificate), looks.certificate.state !== 'read');
  });
  const material: Material = { ...kept, installations, root: chosen.root, looks };
  await work.step('Password', async (note) => {
    const { password } = judgeMaterial(material).finding;
    note(message(`discovery.stage.password.${password}`), password !== 'decrypts');
  });
  return material;
}

function choose(installations: readonly Installation[], root: string | undefined): Installation | undefined {
  if (root === undefined) return installations[0];
  const chosen = installations.find((installation) => installation.root === root);
  if (!chosen) throw new AppError('input.invalid', { fields: { root: message('discovery.installationGone') } });
  return chosen;
}

const stageWords = ({ path, state }: FileLook): Message =>
  message(`discovery.stage.${state}`, { name: path.slice(path.lastIndexOf('/') + 1) });
