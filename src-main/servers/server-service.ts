import { isProduction, type ServerId } from '../../src-shared/model/server';
import { connectSteps } from '../../src-shared/model/work';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { requireTypedName } from '../guard/require-writing';
import { saltMeanwhile, stateOf } from '../reach/known-salt';
import type { Reach, Reached } from '../reach/reach';
import { readSettings, type SettingsRead } from '../reach/read-settings';
import type { AllowedWriting } from '../registry/allowed-writing';
import type { KnownServers } from '../registry/known-servers';
import { draftOf, type ServerRegistry, trustPlace, unchanged } from '../registry/server-registry';
import type { ServerSecrets } from '../secrets/server-secrets';
import type { CallsOf } from '../work/work';
import type { SaveServer } from './save-server';
import type { OrderCalls } from './server-order';

interface Needs {
  registry: ServerRegistry;
  secrets: ServerSecrets;
  servers: KnownServers;
  reach: Reach;
  save: SaveServer;
  writing: AllowedWriting;
  /** SHA-256 of the certificate last refused, by its place (trustPlace). */
  refused: ReadonlyMap<string, string>;
  onChange(): void;
  /** Drops what else is kept of a server. */
  forget(serverId: ServerId): Promise<void>;
}
export type ServerCalls = Omit<CallsOf<'server'>, keyof OrderCalls | 'server.list' | 'server.opened'>;

/** The calls about the list of servers and about reaching one. */
export function serverService({
  registry,
  secrets,
  servers,
  reach,
  refused,
  save,
  writing,
  onChange,
  forget,
}: Needs): ServerCalls {
  const own = (id: ServerId) => {
    if (servers.isDemo(id)) throw new AppError('server.readOnly', { reason: message('failure.reason.demoServer') });
    return registry.get(id);
  };

  return {
    async 'server.save'(input, work) {
      if (input.serverId) own(input.serverId);
      return save(input, work);
    },

    async 'server.remove'({ serverId }) {
      await registry.remove(serverId, unchanged(own(serverId)));
      writing.end(serverId);
      onChange();
      await secrets.forget(serverId);
      await forget(serverId);
    },

    async 'server.setReadOnly'({ serverId, readOnly }) {
      const profile = own(serverId);
      if (!isProduction(profile)) {
        await registry.update(serverId, { ...draftOf(profile), readOnly }, unchanged(profile));
      } else if (readOnly) writing.end(serverId);
      else writing.allow(profile);
      onChange();
      return servers.summary(serverId);
    },

    'server.check'({ serverId, opened }, work) {
      work.plan(connectSteps);
      const salt = saltMeanwhile(servers, serverId);
      const look = async (reached: Reached, read: Promise<SettingsRead>) => {
        const rights = await work.step('Rights', async (note) => {
          const found = foundIn(await (await read).rights);
          note(message(`note.rights.${found.rights}`), found.rights === 'none');
          return found;
        });
        const held = await salt.held(reached.tree.saltEvidence);
        return { ...factsOf(reached), ...rights, salt: stateOf(held) };
      };
      const manner = { read: readSettings, meanwhile: salt.meanwhile, handOn: 'leave' } as const;
      return reach(serverId, work, look, { ...manner, ...(opened ? {} : { login: 'new' }) });
    },

    async 'server.trust'({ serverId, sha256, typedName }) {
      const profile = own(serverId);
      if (refused.get(trustPlace(profile)) !== sha256)
        throw new AppError('tls.changed', { reason: message('failure.reason.certificateNotShown') });
      // A changed certificate is an alarm: it takes more than a click.
      if (profile.pin) requireTypedName(profile, typedName);
      await registry.pin(serverId, { sha256, acceptedAt: new Date().toISOString() }, profile);
      onChange();
    },
  };
}

function foundIn(asked: Awaited<SettingsRead['rights']>) {
  if (!asked) return { rights: 'readOnlyProfile' as const };
  const answers = [...asked.values()];
  const note = answers.find((answer) => answer.note)?.note;
  const rights = answers.some(({ allowed }) => allowed) ? ('write' as const) : ('none' as const);
  return { rights, ...(note ? { rightsNote: note } : {}) };
}

function factsOf({ session, boundAs, tls, tree }: Reached) {
  return {
    checkedAt: new Date().toISOString(),
    address: session.at,
    boundAs,
    vendor: tree.vendor,
    version: tree.version,
    organization: tree.organizationName,
    configDn: tree.configDn,
    organizationDn: tree.organizationDn,
    ...(tree.linkBase ? { linkBase: tree.linkBase } : {}),
    ...(tls
      ? {
          tls: {
            protocol: tls.protocol,
            cipher: tls.cipher,
            trust: tls.trust,
            sha256: tls.certificate.sha256,
            validTo: tls.certificate.validTo,
          },
        }
      : {}),
  };
}
