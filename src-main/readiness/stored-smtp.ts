import type { SmtpStore } from '../../src-shared/gluu/reset-versions';
import type { StoredPassword } from '../../src-shared/model/organization';
import type { SmtpRead, SmtpSeen } from '../../src-shared/readiness/readiness-facts';
import { safeText } from '../base/safe-text';
import { readJson } from '../gluu-ldap/json-text';
import { formerKeys, keyStoreOf, readSmtpConfiguration } from '../gluu-ldap/smtp-configuration';
import type { LdapEntry } from '../ldap/ldap-entry';

/** The attributes of the appliance entry that hold SMTP settings in one version or another. */
export const smtpAttributeNames = [
  'oxSmtpConfiguration',
  'gluuSmtpHost',
  'gluuSmtpPort',
  'gluuSmtpFromName',
  'gluuSmtpFromEmailAddress',
  'gluuSmtpRequiresAuthentication',
  'gluuSmtpUserName',
  'gluuSmtpPassword',
  'gluuSmtpRequiresSsl',
] as const;

/** What to say of a stored password: gluu/stored-password.ts with the salt of the server. */
type JudgePassword = (stored: string | null) => { state: StoredPassword; isMask: boolean; mark?: string };

/** The SMTP settings as each kind of store has them. The password is looked at and left behind. */
export function storedSmtp(appliance: LdapEntry, judge: JudgePassword): Record<SmtpStore, SmtpSeen> {
  const text = appliance.first('oxSmtpConfiguration');
  return {
    attributes: fromAttributes(appliance, judge),
    kebabCase: fromJson(text, judge),
    camelCase: fromJson(text === undefined ? undefined : inNewKeys(text), judge),
  };
}

/** A text with the old keys as one with the new ones; a text that is no JSON object stays what it is. */
function inNewKeys(text: string): string {
  const json = readJson(text);
  if (!json.ok) return text;
  const same = ['host', 'port', 'password'].map((key) => [key, key]);
  const pairs = [...same, ...Object.entries(formerKeys)].map(([old = '', key = '']) => [key, json.members.get(old)]);
  return JSON.stringify(Object.fromEntries(pairs));
}

function fromJson(text: string | undefined, judge: JudgePassword): SmtpSeen {
  const stored = readSmtpConfiguration(text);
  if (stored.kind === 'absent') return stored;
  if (stored.kind === 'broken') return { kind: 'broken', why: stored.why };
  const { settings } = stored;
  return read(
    {
      host: settings.host,
      port: settings.port,
      fromName: settings['from-name'],
      fromEmail: settings['from-email-address'],
      authentication: settings['requires-authentication'],
      userName: settings['user-name'],
      requiresSsl: settings['requires-ssl'],
      trustServer: settings['trust-host'],
      keyStore: keyStoreOf(stored),
    },
    settings.password,
    judge,
  );
}

function fromAttributes(appliance: LdapEntry, judge: JudgePassword): SmtpSeen {
  const text = (name: (typeof smtpAttributeNames)[number]) => appliance.first(name) ?? null;
  if (smtpAttributeNames.every((name) => name === 'oxSmtpConfiguration' || text(name) === null)) {
    return { kind: 'absent' };
  }
  const port = text('gluuSmtpPort');
  return read(
    {
      host: text('gluuSmtpHost'),
      port: port === null ? null : portOf(port),
      fromName: text('gluuSmtpFromName'),
      fromEmail: text('gluuSmtpFromEmailAddress'),
      authentication: parseBoolean(text('gluuSmtpRequiresAuthentication')),
      userName: text('gluuSmtpUserName'),
      requiresSsl: parseBoolean(text('gluuSmtpRequiresSsl')),
      trustServer: false, // no code reads gluuSmtpServerTrust
    },
    text('gluuSmtpPassword'),
    judge,
  );
}

/** As Java's Boolean.parseBoolean. */
const parseBoolean = (text: string | null): boolean => text?.toLowerCase() === 'true';
const portOf = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : 0);

function read(
  settings: Omit<SmtpRead, 'password' | 'passwordIsMask' | 'passwordMark'>,
  password: string | null,
  judge: JudgePassword,
): SmtpSeen {
  const shown = (text: string | null) => (text === null ? null : safeText(text));
  const safe = {
    ...settings,
    host: shown(settings.host),
    fromName: shown(settings.fromName),
    fromEmail: shown(settings.fromEmail),
    userName: shown(settings.userName),
  };
  const { state, isMask, mark } = judge(password);
  const judged = { password: state, passwordIsMask: isMask, ...(mark === undefined ? {} : { passwordMark: mark }) };
  return { kind: 'read', settings: { ...safe, ...judged } };
}
