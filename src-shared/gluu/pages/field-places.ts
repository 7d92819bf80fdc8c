import { message, verbatim } from '../../texts/message';
import { fieldTexts, type KnownField } from './field-texts';
import type { FieldDefinition } from './page';

/** What a page adds to a field, or says otherwise. */
type More = Partial<Omit<FieldDefinition, 'id'>>;

/** A field of a page from what is said of it everywhere and where it lies there. */
export const field = <Id extends KnownField>(
  id: Id,
  place: Pick<FieldDefinition, 'tab' | 'entry' | 'control'> & More,
): FieldDefinition & { id: Id } => ({ ...(fieldTexts[id] as (typeof fieldTexts)[KnownField]), ...place, id });

/** A field in oxSmtpConfiguration. */
const json = (id: KnownField, entry: string, control: FieldDefinition['control'], key: string, more: More = {}) =>
  field(id, { tab: 'smtp', entry, control, attribute: 'oxSmtpConfiguration', storage: 'json', key, ...more });

/**
 * The SMTP settings as one JSON text in an entry, up to the encryption that 4.4.1 says differently (oxCore SmtpConfiguration.java of
 * version_3.1.2, version_4.0 and version_4.4.1).
 */
export const smtpJson = (entry: string): readonly FieldDefinition[] => [
  json('smtpHost', entry, 'text', 'host'),
  json('smtpFromName', entry, 'text', 'from-name'),
  json('smtpFromEmail', entry, 'text', 'from-email-address'),
  json('smtpAuthentication', entry, 'toggle', 'requires-authentication'),
  json('smtpUserName', entry, 'text', 'user-name'),
  json('smtpPassword', entry, 'secret', 'password'),
];

export const smtpJsonRequiresSsl = (entry: string): readonly FieldDefinition[] => [
  json('smtpRequiresSsl', entry, 'toggle', 'requires-ssl'),
  json('smtpTrustServer', entry, 'toggle', 'trust-host'),
  json('smtpPort', entry, 'number', 'port'),
];

const effectiveTrust = {
  reader: message('field.reader.perRequest'),
  help: message('field.smtpTrustServer.effective'),
} as const;

/** What 4.4.1 brought along (oxCore version_4.4.1 SmtpConfiguration.java, SmtpConnectProtectionType.java). */
export const smtpJsonConnectProtection = (entry: string): readonly FieldDefinition[] => [
  json('smtpConnectProtection', entry, 'menu', 'connect-protection', {
    options: [
      { value: 'None', label: verbatim('NONE') },
      { value: 'StartTls', label: verbatim('STARTTLS') },
      { value: 'SslTls', label: verbatim('SSL/TLS') },
    ],
    wordsListedIn: 'connectProtectionList',
  }),
  json('smtpTrustServer', entry, 'toggle', 'trust-host', effectiveTrust),
  json('smtpPort', entry, 'number', 'port'),
  json('smtpKeyStore', entry, 'text', 'key-store', { emptyAs: '' }),
  json('smtpKeyStorePassword', entry, 'secret', 'key-store-password'),
  json('smtpKeyStoreAlias', entry, 'text', 'key-store-alias'),
  json('smtpSigningAlgorithm', entry, 'text', 'signing-algorithm'),
];

/**
 * The SMTP settings of 2.4 to 3.1.1, each an attribute of its own, with a copy in JSON that oxTrust writes anew at each Update (oxTrust
 * UpdateOrganizationAction.java of version_2.4.4 and version_3.1.1; oxCore SmtpConfiguration.java of the same versions).
 */
export const smtpAttributeFields = (entry: string): readonly FieldDefinition[] => {
  const attribute = (
    id: KnownField,
    control: FieldDefinition['control'],
    name: string,
    key: string,
    storage: FieldDefinition['storage'] = 'text',
  ) =>
    field(id, {
      ...{ tab: 'smtp', entry, control, attribute: name, storage },
      copiedTo: { attribute: 'oxSmtpConfiguration', key },
    });
  return [
    attribute('smtpHost', 'text', 'gluuSmtpHost', 'host'),
    attribute('smtpFromName', 'text', 'gluuSmtpFromName', 'fromName'),
    attribute('smtpFromEmail', 'text', 'gluuSmtpFromEmailAddress', 'fromEmailAddress'),
    attribute('smtpAuthentication', 'toggle', 'gluuSmtpRequiresAuthentication', 'requiresAuthentication', 'trueFalse'),
    attribute('smtpUserName', 'text', 'gluuSmtpUserName', 'userName'),
    attribute('smtpPassword', 'secret', 'gluuSmtpPassword', 'password'),
    attribute('smtpRequiresSsl', 'toggle', 'gluuSmtpRequiresSsl', 'requiresSsl', 'trueFalse'),
    attribute('smtpPort', 'number', 'gluuSmtpPort', 'port'),
  ];
};

/** A switch of the tab System Configuration, shown as a menu of two words up to 3.1.9 and as a check box from 4.0 on. */
export const wordSwitch = (id: KnownField, attribute: string): FieldDefinition =>
  field(id, { tab: 'system', entry: 'appliance', control: 'choice', attribute, storage: 'enabledDisabled' });
export const checkBox = (id: KnownField, attribute: string): FieldDefinition =>
  field(id, { tab: 'system', entry: 'configuration', control: 'toggle', attribute, storage: 'boolean' });

/** Something of the organization that can only be looked at. */
export const fact = (id: KnownField, tab: string, attribute?: string, more: More = {}): FieldDefinition =>
  field(id, {
    ...{ tab, entry: 'organization', control: 'fact' },
    ...(attribute === undefined ? {} : { attribute, storage: 'text' }),
    ...more,
  });

/** The name of the organization and its managers. */
export const organizationFields: readonly FieldDefinition[] = [
  field('organizationName', {
    ...{ tab: 'oxtrust', entry: 'organization', control: 'text' },
    ...{ attribute: 'displayName', storage: 'text' },
  }),
  fact('managerGroup', 'oxtrust', 'gluuManagerGroup', { namedBelow: 'ou=groups' }),
];
