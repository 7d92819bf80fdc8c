import type { DiscoveryFinding, DiscoveryKeep } from '../model/discovery';
import { routeText, sshLoginLabels } from '../model/route';
import { environmentLabels, ldapModeLabels, type ServerProfile } from '../model/server';

export interface StoredField {
  field: keyof ServerProfile;
  label: string;
  value: string;
}

type Choice = Omit<DiscoveryKeep, 'findingId' | 'bindPassword'> & { bindPassword?: string | undefined };

/** What adding this server will store, and where: fields in the list of servers, secrets (by name) in the keychain. */
export function whatIsStored(
  finding: Pick<
    DiscoveryFinding,
    'target' | 'route' | 'certificate' | 'version' | 'root' | 'password' | 'hasSalt' | 'sshSecrets'
  >,
  choice: Choice,
): { profile: StoredField[]; keychain: string[] } {
  const { target, route, certificate, version, root, password, hasSalt, sshSecrets } = finding;
  const withPin = certificate !== undefined && target !== undefined && target.mode !== 'plain';
  const field = (name: keyof ServerProfile, label: string, value: string): StoredField => ({
    field: name,
    label,
    value,
  });
  return {
    profile: [
      field('name', 'Name', choice.server.name),
      field('group', 'Group', choice.server.group),
      field('environment', 'Environment', environmentLabels[choice.server.environment]),
      field('readOnly', 'Read-only', choice.server.readOnly ? 'on' : 'off'),
      field('notes', 'Notes', choice.server.notes),
      field('route', 'Route', route ? `${routeText(route)}, ${loginText(route)}` : 'direct'),
      ...(target
        ? [
            field('host', 'LDAP host', choice.host ?? target.host),
            field('port', 'LDAP port', String(target.port)),
            field('mode', 'Encryption', ldapModeLabels[target.mode]),
            field('bindDn', 'Bind DN', target.bindDn),
          ]
        : []),
      ...(version && root ? [field('foundVersion', 'Version found in its files', `${version} in ${root}`)] : []),
      ...(withPin ? [field('pin', 'Certificate', `SHA-256 ${certificate.sha256}`)] : []),
    ],
    keychain: [
      ...(password === 'decrypts' || choice.bindPassword ? ['Bind password'] : []),
      ...(hasSalt ? ['Salt'] : []),
      ...(choice.keepSshSecrets ? sshSecrets.map((kind) => secretNames[kind]) : []),
    ],
  };
}

const secretNames = { sshPassword: 'SSH password', sshPassphrase: 'Passphrase of the key file' };

const loginText = ({ login, keyFile }: NonNullable<DiscoveryFinding['route']>): string =>
  keyFile === undefined ? sshLoginLabels[login] : `${sshLoginLabels[login]} ${keyFile}`;
