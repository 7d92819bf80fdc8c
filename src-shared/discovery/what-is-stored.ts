import type { DiscoveryFinding, DiscoveryKeep } from '../model/discovery';
import { routeText, sshLoginLabels } from '../model/route';
import { environmentLabels, ldapModeLabels } from '../model/server';
import { type Message, message, type Words } from '../texts/message';

/** The fields of a profile that are stored, named by `servers.profile.…`. */
type Stored =
  | 'name'
  | 'group'
  | 'environment'
  | 'readOnly'
  | 'notes'
  | 'route'
  | 'host'
  | 'port'
  | 'mode'
  | 'bindDn'
  | 'foundVersion'
  | 'pin';

export interface StoredField {
  field: Stored;
  value: Words;
}

type Choice = Omit<DiscoveryKeep, 'findingId' | 'bindPassword'> & { bindPassword?: string | undefined };

/** What adding this server will store, and where: fields in the list of servers, secrets (by name) in the keychain. */
export function whatIsStored(
  finding: Pick<
    DiscoveryFinding,
    'target' | 'route' | 'certificate' | 'version' | 'root' | 'password' | 'hasSalt' | 'sshSecrets'
  >,
  choice: Choice,
): { profile: StoredField[]; keychain: Message[] } {
  const { target, route, certificate, version, root, password, hasSalt, sshSecrets } = finding;
  const withPin = certificate !== undefined && target !== undefined && target.mode !== 'plain';
  const { name, group, environment, readOnly, notes } = choice.server;
  const field = (of: Stored, value: Words): StoredField => ({ field: of, value });
  return {
    profile: [
      field('name', name),
      field('group', group),
      field('environment', environmentLabels[environment]),
      field('readOnly', message(readOnly ? 'word.on' : 'word.off')),
      field('notes', notes),
      field('route', route ? routeWords(route) : message('discovery.stored.direct')),
      ...(target
        ? [
            field('host', choice.host ?? target.host),
            field('port', String(target.port)),
            field('mode', ldapModeLabels[target.mode]),
            field('bindDn', target.bindDn),
          ]
        : []),
      ...(version && root ? [field('foundVersion', message('discovery.stored.version', { version, root }))] : []),
      ...(withPin ? [field('pin', message('discovery.stored.sha256', { sha256: certificate.sha256 }))] : []),
    ],
    keychain: [
      ...(password === 'decrypts' || choice.bindPassword ? [message('servers.profile.bindPassword')] : []),
      ...(hasSalt ? [message('servers.profile.salt')] : []),
      ...(choice.keepSshSecrets ? sshSecrets.map((kind) => message(`servers.profile.${kind}`)) : []),
    ],
  };
}

function routeWords(to: NonNullable<DiscoveryFinding['route']>): Message {
  const { login, keyFile } = to;
  const over = { route: routeText(to) ?? '', login: sshLoginLabels[login] };
  return keyFile === undefined
    ? message('discovery.stored.over', over)
    : message('discovery.stored.overWithKey', { ...over, keyFile });
}
