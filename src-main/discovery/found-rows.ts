import { dayText, momentText } from '../../src-shared/base/moment';
import { shownName } from '../../src-shared/messages/certificate-words';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import type { FoundRow, Installation, PasswordState } from '../../src-shared/model/discovery';
import { isLoopback } from '../../src-shared/model/host';
import { type LdapTarget, ldapModeLabels } from '../../src-shared/model/server';
import type { LdapProperties } from './gluu-texts';
import type { Material } from './material';

type From<T> = (T & { source: string }) | undefined;

/** What was understood of the material. A salt is given by its source alone. */
export interface Understood {
  material: Material;
  via: string | undefined;
  target: Omit<LdapTarget, 'via'> | undefined;
  password: PasswordState;
  ldap: From<LdapProperties>;
  salt: string | undefined;
  certificate: From<CertificateFacts>;
  persistence: From<{ type: string }>;
}

const passwordText: Record<PasswordState, string> = {
  decrypts: 'decrypts with the salt; not shown',
  noSalt: 'encrypted; the salt to decrypt it is missing',
  wrongSalt: 'does not decrypt with this salt',
  notEncrypted: 'not encrypted as Gluu does it; not shown',
  absent: 'none in the file',
  blank: 'decrypts to an empty text',
};

/** The table of what was found, each row with the file it is from. Holds no secret. */
export function foundRows(understood: Understood): FoundRow[] {
  return [
    ...installationRows(understood),
    ...storageRows(understood),
    ...ldapRows(understood),
    ...saltRows(understood),
    ...certificateRows(understood),
  ];
}

function saltRows({ salt, password }: Understood): FoundRow[] {
  if (salt === undefined) return [];
  if (password === 'wrongSalt') return [{ label: 'Salt', value: 'refused; not kept', source: salt }];
  const later = { note: 'Not proved yet: that is done when the server is read.' };
  return [{ label: 'Salt', value: 'found; not shown', source: salt, ...(password === 'decrypts' ? {} : later) }];
}

function installationRows({ material: { installations, root }, via }: Understood): FoundRow[] {
  const chosen = installations.find((installation) => installation.root === root);
  if (!chosen) return [];
  const others = installations.length - 1;
  return [
    {
      label: 'Installation',
      value: installationText(chosen),
      source: `${via}:${chosen.root}`,
      ...(others > 0 ? { note: `${others} more on this host` } : {}),
    },
    ...(chosen.version
      ? [
          {
            label: 'Version',
            value: chosen.version,
            source: 'guessed from the folder name',
            note: 'The check confirms it.',
          },
        ]
      : []),
  ];
}

const installationText = ({ layout, state, lastLog }: Installation): string =>
  [
    layout === 'chroot' ? 'in a chroot' : 'without a chroot',
    ...(state === 'runs' ? ['runs'] : []),
    ...(lastLog ? [`last log ${momentText(lastLog)}`] : []),
  ].join(', ');

const storageRows = ({ persistence }: Understood): FoundRow[] =>
  persistence ? [{ label: 'Storage', value: persistence.type, source: persistence.source }] : [];

function ldapRows({ ldap, target, via, password }: Understood): FoundRow[] {
  if (!ldap) return [];
  const { source } = ldap;
  return [
    ...(target
      ? [
          {
            label: 'LDAP server',
            value: `${target.host}:${target.port}`,
            source,
            ...noteOf([
              via !== undefined && isLoopback(target.host)
                ? `that is the Gluu Server itself, reached through ${via}`
                : '',
              ldap.servers.length > 1 ? `also named: ${others(ldap)}` : '',
              ldap.unusable.length > 0 ? `no address: ${ldap.unusable.join(', ')}` : '',
            ]),
          },
          { label: 'Encryption', value: ldapModeLabels[target.mode], source },
        ]
      : []),
    ...(ldap.bindDn === undefined ? [] : [{ label: 'Bind DN', value: ldap.bindDn, source }]),
    { label: 'Bind password', value: passwordText[password], source },
    ...(ldap.applianceInum ? [{ label: 'Appliance', value: ldap.applianceInum, source }] : []),
    ...(ldap.twice.length > 0
      ? [{ label: 'Said twice', value: ldap.twice.join(', '), source, note: 'Gluu and this console take the first.' }]
      : []),
  ];
}

const others = ({ servers }: LdapProperties): string =>
  servers
    .slice(1)
    .map(({ host, port }) => `${host}:${port}`)
    .join(', ');

const noteOf = (parts: string[]): { note?: string } => {
  const note = parts.filter(Boolean).join('; ');
  return note ? { note } : {};
};

function certificateRows({ certificate }: Understood): FoundRow[] {
  if (!certificate) return [];
  const expired = new Date(certificate.validTo) < new Date();
  return [
    {
      label: 'Certificate',
      value: shownName(certificate.subject) || '(no subject)',
      source: certificate.source,
      note: `SHA-256 ${certificate.sha256}, valid to ${dayText(certificate.validTo)}${expired ? ' (expired, as Gluu’s own often are)' : ''}`,
    },
  ];
}
