import type { GluuFileKind } from '../../src-shared/model/discovery';
import type { Param } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { RemoteFiles } from '../ssh/remote-files';
import { within } from './installations';
import { textOfBytes } from './java-properties';

/** Bytes; a salt file has 40, a properties file about 2000, a certificate about 2000. */
const MAX_BYTES: Record<GluuFileKind, number> = {
  salt: 4096,
  ldap: 256 * 1024,
  gluu: 256 * 1024,
  certificate: 64 * 1024,
};
/** In the order of likelihood; 4.x before 3.x, since an upgraded server keeps the old files. */
const PLACES: Record<GluuFileKind, readonly string[]> = {
  salt: ['etc/gluu/conf/salt', 'opt/tomcat/conf/salt'],
  ldap: [
    'etc/gluu/conf/gluu-ldap.properties',
    'etc/gluu/conf/ox-ldap.properties',
    'opt/tomcat/conf/ox-ldap.properties',
  ],
  gluu: ['etc/gluu/conf/gluu.properties'],
  certificate: ['etc/certs/opendj.crt', 'etc/certs/openldap.crt'],
};

/** One of Gluu's files as it was looked for. */
export type FileLook =
  | { state: 'read'; path: string; text: string; asRoot: boolean }
  | { state: 'missing'; path: string }
  /** `sudo`: why sudo did not read it. */
  | { state: 'denied'; path: string; sudo?: Param }
  | { state: 'tooLarge'; path: string };

/** How sudo is used, if at all. Once it refused it is not asked again: repeated wrong passwords lock accounts. */
export interface Sudo {
  password?: string;
  refusal?: Param;
}

/**
 * Reads one of Gluu's files of the installation at `root`, from the first place that has one; `before` names a likelier
 * place. A file the user may not read is read through sudo, if that is given. Throws what RemoteFiles throws when the
 * connection fails; what is missing, denied or too large is an answer.
 */
export async function readGluuFile(
  files: RemoteFiles,
  root: string,
  kind: GluuFileKind,
  sudo: Sudo | undefined,
  signal: AbortSignal,
  before?: string,
): Promise<FileLook> {
  const places = [...new Set([...(before ? [before] : []), ...PLACES[kind]])];
  let best: FileLook | undefined;
  for (const place of places) {
    const seen = await lookAt(files, within(root, place), MAX_BYTES[kind], sudo, signal);
    if (seen.state === 'read') return seen;
    // A file that is there but closed says more than one that is not.
    if (!best || (best.state === 'missing' && seen.state !== 'missing')) best = seen;
  }
  return best ?? { state: 'missing', path: within(root, places[0] ?? '') };
}

async function lookAt(
  files: RemoteFiles,
  path: string,
  maxBytes: number,
  sudo: Sudo | undefined,
  signal: AbortSignal,
): Promise<FileLook> {
  try {
    const text = textOfBytes(await files.read(path, maxBytes, signal));
    return { state: 'read', path, text, asRoot: false };
  } catch (error) {
    const refused = refusalOf(error, path);
    if (refused.state !== 'denied' || !sudo) return refused;
    return sudo.refusal === undefined ? lookAsRoot(files, path, maxBytes, sudo, signal) : withRefusal(path, sudo);
  }
}

async function lookAsRoot(
  files: RemoteFiles,
  path: string,
  maxBytes: number,
  sudo: Sudo,
  signal: AbortSignal,
): Promise<FileLook> {
  try {
    const text = textOfBytes(await files.readAsRoot(path, maxBytes, signal, sudo.password));
    return { state: 'read', path, text, asRoot: true };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ssh.sudo') return refusalOf(error, path);
    sudo.refusal = error.about.facts?.why ?? '';
    return withRefusal(path, sudo);
  }
}

const withRefusal = (path: string, { refusal = '' }: Sudo): FileLook => ({ state: 'denied', path, sudo: refusal });

function refusalOf(error: unknown, path: string): FileLook {
  if (error instanceof AppError) {
    if (error.code === 'ssh.fileMissing') return { state: 'missing', path };
    if (error.code === 'ssh.fileDenied') return { state: 'denied', path };
    if (error.code === 'ssh.fileTooLarge') return { state: 'tooLarge', path };
  }
  throw error;
}
