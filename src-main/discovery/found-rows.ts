import { shownName } from '../../src-shared/messages/certificate-words';
import type { CertificateFacts } from '../../src-shared/model/certificate';
import type { FoundRow, FoundSource, Installation, PasswordState } from '../../src-shared/model/discovery';
import { isLoopback } from '../../src-shared/model/host';
import { type LdapTarget, ldapModeLabels } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import type { LdapProperties } from './gluu-texts';
import type { Material } from './material';

type From<T> = (T & { source: FoundSource }) | undefined;

/** What was understood of the material. A salt is given by its source alone. */
export interface Understood {
  material: Material;
  via: string | undefined;
  target: Omit<LdapTarget, 'via'> | undefined;
  password: PasswordState;
  ldap: From<LdapProperties>;
  salt: FoundSource | undefined;
  certificate: From<CertificateFacts>;
  persistence: From<{ type: string }>;
}

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

/** Sentences about what was found, if there are any. */
const noted = (...notes: (Message | false)[]): Pick<FoundRow, 'notes'> => {
  const told = notes.filter((note) => note !== false);
  return told.length > 0 ? { notes: told } : {};
};

function saltRows({ salt, password }: Understood): FoundRow[] {
  if (salt === undefined) return [];
  if (password === 'wrongSalt') return [{ what: 'salt', value: message('discovery.value.saltRefused'), source: salt }];
  const later = password !== 'decrypts' && message('discovery.note.saltUnproved');
  return [{ what: 'salt', value: message('discovery.value.saltFound'), source: salt, ...noted(later) }];
}

function installationRows({ material: { installations, root }, via = '' }: Understood): FoundRow[] {
  const chosen = installations.find((installation) => installation.root === root);
  if (!chosen) return [];
  const n = installations.length - 1;
  const { version } = chosen;
  return [
    {
      what: 'installation',
      value: installationWords(chosen),
      source: { kind: 'file', via, path: chosen.root },
      ...noted(n > 0 && message('discovery.note.more', { n })),
    },
    ...(version
      ? [
          {
            what: 'version' as const,
            value: version,
            source: { kind: 'folderName' as const },
            ...noted(message('discovery.note.version')),
          },
        ]
      : []),
  ];
}

function installationWords({ layout, state, lastLog }: Installation): Message {
  const list = [
    message(`discovery.value.${layout}`),
    ...(state === 'runs' ? [message('discovery.value.runs')] : []),
    ...(lastLog ? [message('discovery.value.lastLog', { at: { at: lastLog, as: 'moment' } })] : []),
  ];
  return message('discovery.value.installation', { facts: { list, as: 'plain' } });
}

const storageRows = ({ persistence }: Understood): FoundRow[] =>
  persistence ? [{ what: 'storage', value: persistence.type, source: persistence.source }] : [];

function ldapRows({ ldap, target, via, password }: Understood): FoundRow[] {
  if (!ldap) return [];
  const { source, bindDn, applianceInum, twice } = ldap;
  const row = (what: FoundRow['what'], value: FoundRow['value'], ...notes: (Message | false)[]): FoundRow => ({
    what,
    value,
    source,
    ...noted(...notes),
  });
  const targetRows = ({ host, port, mode }: NonNullable<typeof target>) => [
    row(
      'ldapServer',
      `${host}:${port}`,
      via !== undefined && isLoopback(host) && message('discovery.note.ownHost', { via }),
      ldap.servers.length > 1 && message('discovery.note.alsoNamed', { hosts: { list: others(ldap), as: 'plain' } }),
      ldap.unusable.length > 0 && message('discovery.note.unusable', { entries: { list: ldap.unusable, as: 'plain' } }),
    ),
    row('encryption', ldapModeLabels[mode]),
  ];
  return [
    ...(target ? targetRows(target) : []),
    ...(bindDn === undefined ? [] : [row('bindDn', bindDn)]),
    row('bindPassword', message(`discovery.password.${password}`)),
    ...(applianceInum ? [row('appliance', applianceInum)] : []),
    ...(twice.length > 0 ? [row('twice', twice.join(', '), message('discovery.note.twice'))] : []),
  ];
}

const others = ({ servers }: LdapProperties): string[] => servers.slice(1).map(({ host, port }) => `${host}:${port}`);

function certificateRows({ certificate }: Understood): FoundRow[] {
  if (!certificate) return [];
  const { subject, source, sha256, validTo } = certificate;
  return [
    {
      what: 'certificate',
      value: shownName(subject) || message('discovery.value.noSubject'),
      source,
      ...noted(
        message('discovery.note.certificate', { sha256, day: { at: validTo, as: 'day' } }),
        new Date(validTo) < new Date() && message('discovery.note.expired'),
      ),
    },
  ];
}
