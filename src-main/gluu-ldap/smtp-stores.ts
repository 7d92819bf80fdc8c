import { connectProtections, type SmtpSettings, type SmtpStore } from '../../src-shared/model/smtp-settings';
import type { Message } from '../../src-shared/texts/message';
import type { LdapEntry } from '../ldap/ldap-entry';
import { plainWord } from './field-codec';
import { readJson } from './json-text';
import { formerKeys, keyStoreOf, readSmtpConfiguration, type StoredSmtp } from './smtp-configuration';
import { isCiphertext } from './string-encrypter';

/** The attributes of the appliance entry that hold SMTP settings in one version or another. */
export const smtpAttributes = [
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

/** The settings with the password as it is stored. They stay in main. */
export interface StoredSettings extends SmtpSettings {
  storedPassword: string | null;
}

/** `broken`: a text that Gluu cannot read. */
export type SmtpFound =
  | { kind: 'absent' }
  | { kind: 'broken'; why: Message }
  | { kind: 'read'; settings: StoredSettings };

type Appliance = Pick<LdapEntry, 'first'>;

const readers: Record<SmtpStore, (appliance: Appliance) => SmtpFound> = {
  attributes: fromAttributes,
  camelCase: (appliance) => fromJson(inNewKeys(appliance.first('oxSmtpConfiguration'))),
  kebabCase: (appliance) => fromJson(appliance.first('oxSmtpConfiguration')),
};

/** Reads the SMTP settings of an appliance entry as the Gluu versions do that keep them so. Every text is as it is stored. */
export const readStoredSmtp = (store: SmtpStore, appliance: Appliance): SmtpFound => readers[store](appliance);

/** A text with the old keys as one with the new ones; a text that is no JSON object stays what it is. */
function inNewKeys(text: string | undefined): string | undefined {
  const json = text === undefined ? undefined : readJson(text);
  if (!json?.ok) return text;
  const same = ['host', 'port', 'password'].map((key) => [key, key]);
  const pairs = [...same, ...Object.entries(formerKeys)].map(([old = '', key = '']) => [key, json.members.get(old)]);
  return JSON.stringify(Object.fromEntries(pairs));
}

function fromJson(text: string | undefined): SmtpFound {
  const stored = readSmtpConfiguration(text);
  if (stored.kind === 'absent') return stored;
  if (stored.kind === 'broken') return { kind: 'broken', why: stored.why };
  const { settings } = stored;
  return {
    kind: 'read',
    settings: {
      host: settings.host,
      port: settings.port,
      fromName: settings['from-name'],
      fromEmail: settings['from-email-address'],
      authentication: settings['requires-authentication'],
      userName: settings['user-name'],
      requiresSsl: settings['requires-ssl'],
      trustServer: settings['trust-host'],
      ...connectProtectionOf(stored),
      keyStore: keyStoreOf(stored),
      keyStorePassword: keyStorePasswordOf(settings['key-store-password']),
      storedPassword: settings.password,
    },
  };
}

/** What 4.4.1 and later find as connect-protection, in whatever spelling, and whether this server itself spells it so. */
function connectProtectionOf(
  stored: Extract<StoredSmtp, { kind: 'json' }>,
): Pick<SmtpSettings, 'connectProtection' | 'connectProtectionStored'> {
  const word = stored.settings['connect-protection'];
  if (word === null) return { connectProtection: null, connectProtectionStored: 'missing' };
  const connectProtection = connectProtections.find((one) => plainWord(one) === plainWord(word)) ?? null;
  const own = stored.json.members.get('connectProtectionList');
  const isOther = Array.isArray(own) ? !own.includes(word) : connectProtection === null;
  return { connectProtection, ...(isOther ? { connectProtectionStored: 'otherBuild' } : {}) };
}

/** Clear text is what the template of the first 4.4.1 wrote (community-edition-setup, templates/configuration.ldif). */
function keyStorePasswordOf(stored: string | null): SmtpSettings['keyStorePassword'] {
  if (stored === null || stored === '') return 'none';
  return isCiphertext(stored) ? 'encrypted' : 'clear';
}

function fromAttributes(appliance: Appliance): SmtpFound {
  const text = (name: (typeof smtpAttributes)[number]) => appliance.first(name) ?? null;
  if (smtpAttributes.every((name) => name === 'oxSmtpConfiguration' || text(name) === null)) return { kind: 'absent' };
  const port = text('gluuSmtpPort');
  return {
    kind: 'read',
    settings: {
      host: text('gluuSmtpHost'),
      port: port === null ? null : portOf(port),
      fromName: text('gluuSmtpFromName'),
      fromEmail: text('gluuSmtpFromEmailAddress'),
      authentication: parseBoolean(text('gluuSmtpRequiresAuthentication')),
      userName: text('gluuSmtpUserName'),
      requiresSsl: parseBoolean(text('gluuSmtpRequiresSsl')),
      trustServer: false, // no code reads gluuSmtpServerTrust
      storedPassword: text('gluuSmtpPassword'),
    },
  };
}

/** As Java's Boolean.parseBoolean. */
const parseBoolean = (text: string | null): boolean => text?.toLowerCase() === 'true';
const portOf = (text: string): number => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : 0);
