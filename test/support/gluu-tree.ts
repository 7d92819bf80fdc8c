import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import { salt } from './cipher-vectors';
import { type GluuNames, hasConfiguration, namesOf } from './gluu-names';
import { oxAuthSettings, oxTrustSettings } from './gluu-settings';
import { type GluuVersion, isAtLeast } from './gluu-version';
import { type LdifEntry, writeLdif } from './ldif';

/** Changes to an entry of the template: a value or values to have instead, null for no such attribute. */
export type Overrides = Record<string, string | string[] | null>;

export interface GluuTreeOptions {
  version: GluuVersion;
  baseInum?: string;
  orgName?: string;
  hostname?: string;
  /** What the server's own passwords are encrypted with; by default `salt` of cipher-vectors. */
  salt?: string;
  /** The text of oxSmtpConfiguration, valid or not; null or absent: no such attribute, as on a new installation. */
  smtp?: string | null;
  /** How many people there are besides the administrator: user1, user2 ... */
  people?: number;
  /** Clear text, for a test that binds as the administrator; absent: the person has no password. */
  adminPassword?: string;
  appliance?: Overrides;
  organization?: Overrides;
  admin?: Overrides;
  /** Keys to set in the JSON of oxTrustConfApplication; undefined takes a key away. */
  oxTrust?: Record<string, unknown>;
  oxAuth?: Overrides;
  /** Inums of further gluuAppliance entries with nothing but their name: oxTrust makes one when its settings name a wrong inum. */
  strayAppliances?: string[];
  /** From 4.4.1 on: how this build spells SMTP Connect Protection, where `smtp` does not say it. */
  spelling?: Spelling;
  /** Records to append as they are. */
  more?: LdifEntry[];
}

/**
 * The tree of a freshly installed Gluu server of that release as LDIF: parents first, ready for slapadd.
 * Names follow from `gluuNames(baseInum)`; defaults are the installer's (community-edition-setup, templates/*.ldif).
 */
export function gluuTree(options: GluuTreeOptions): string {
  const names = namesOf(options.version, options.baseInum);
  const isNewer = hasConfiguration(options.version);
  return writeLdif([
    ...(isNewer ? [] : [entry('o=gluu', ['top', 'organization'], { o: 'gluu' })]),
    organization(names, options),
    unit('people', names.organizationDn),
    admin(names, options),
    ...Array.from({ length: options.people ?? 0 }, (_, index) => person(names, options, index + 1)),
    unit('groups', names.organizationDn),
    managerGroup(names),
    unit('attributes', names.organizationDn),
    mailAttribute(names),
    ...(isNewer
      ? [configuration(names, options)]
      : [unit('appliances', 'o=gluu'), appliance(names, options), unit('configuration', names.applianceDn)]),
    ...(options.strayAppliances ?? []).map((inum) =>
      entry(`inum=${inum},ou=appliances,o=gluu`, ['top', 'gluuAppliance'], { inum }),
    ),
    oxTrust(names, options),
    oxAuth(names, options),
    ...(options.more ?? []),
  ]);
}

const nameOf = ({ orgName = 'Example Organization' }: GluuTreeOptions): string => orgName;
const hostOf = ({ hostname = 'gluu.example.org' }: GluuTreeOptions): string => hostname;

function entry(dn: string, objectClass: string[], template: Overrides, overrides: Overrides = {}): LdifEntry {
  const merged = Object.entries({ ...template, ...overrides });
  const present = merged.filter((pair): pair is [string, string | string[]] => pair[1] !== null);
  return { dn, attributes: { objectClass, ...Object.fromEntries(present) } };
}

const unit = (name: string, parent: string): LdifEntry =>
  entry(`ou=${name},${parent}`, ['top', 'organizationalUnit'], { ou: name });

/** What a running server of that release has in it, with texts that no client may touch. */
const configuration = (names: GluuNames, options: GluuTreeOptions): LdifEntry =>
  entry(
    names.applianceDn,
    ['top', 'gluuConfiguration'],
    {
      ou: 'configuration',
      gluuHostname: hostOf(options),
      gluuLastUpdate: '20210117091500.000Z',
      gluuMaxLogSize: '200',
      gluuOrgProfileMgt: 'FALSE',
      gluuScimEnabled: 'FALSE',
      gluuPassportEnabled: 'FALSE',
      gluuSamlEnabled: 'FALSE',
      gluuRadiusEnabled: 'FALSE',
      gluuVdsCacheRefreshEnabled: 'disabled',
      gluuWhitePagesEnabled: 'disabled',
      oxTrustStoreConf: '{"useJreCertificates":true}',
      oxIDPAuthentication: '{"type":"auth", "name":null,"config":"{\\"configId\\":\\"auth_ldap_server\\"}"}',
      oxCacheConfiguration:
        '{"cacheProviderType":"NATIVE_PERSISTENCE",  "redisConfiguration":{"servers":"localhost:6379"}}',
      oxDocumentStoreConfiguration: isAtLeast(options.version, '4.1.0') ? '{"documentStoreType":"LOCAL" }' : null,
      oxSmtpConfiguration:
        options.smtp === undefined && isAtLeast(options.version, '4.4.1')
          ? smtpAfterStart(options.spelling ?? wordsOf(options.version), options.salt ?? salt)
          : (options.smtp ?? null),
    },
    options.appliance,
  );

/** How builds spell SMTP Connect Protection (oxCore SmtpConnectProtectionType.java). */
export const spellings = {
  words: ['None', 'StartTls', 'SslTls'],
  constants: ['NONE', 'START_TLS', 'SSL_TLS'],
} as const;
export type Spelling = keyof typeof spellings;

const wordsOf = (version: GluuVersion): Spelling => (version === '4.5.0' ? 'constants' : 'words');

/** What setup leaves from 4.4.1 on, as oxTrust has written it again since. */
const smtpAfterStart = (spelling: Spelling, salt: string): string =>
  JSON.stringify({
    valid: false,
    port: 0,
    'connect-protection': spellings[spelling][0],
    'trust-host': false,
    'requires-authentication': false,
    'key-store': '/etc/certs/smtp-keys.pkcs12',
    'key-store-password': encrypt('Key-St0re', salt),
    'key-store-alias': 'smtp_sig_ec256',
    'signing-algorithm': 'SHA256withECDSA',
    connectProtectionList: spellings[spelling],
  });

// The real entry has no `inum`; its name is in `o`.
const organization = (names: GluuNames, options: GluuTreeOptions): LdifEntry =>
  entry(
    names.organizationDn,
    ['top', 'gluuOrganization'],
    {
      o: names.orgInum,
      displayName: nameOf(options),
      description: 'Welcome to oxTrust!',
      gluuOrgShortName: nameOf(options),
      oxTrustLogoPath: hasConfiguration(options.version)
        ? '/opt/gluu/jetty/identity/custom/static/logo/logo.png'
        : null,
      gluuThemeColor: '166309',
      gluuManagerGroup: names.managerGroupDn,
    },
    options.organization,
  );

const appliance = (names: GluuNames, options: GluuTreeOptions): LdifEntry =>
  entry(
    names.applianceDn,
    ['top', 'gluuAppliance'],
    {
      inum: names.applianceInum,
      gluuHostname: hostOf(options),
      // 2.x keeps seconds since 1970 here.
      gluuLastUpdate: isAtLeast(options.version, '3.0.0') ? '20180117091500.000Z' : '1516180500',
      gluuMaxLogSize: '200',
      gluuWhitePagesEnabled: 'disabled',
      gluuOrgProfileMgt: 'disabled',
      gluuManageIdentityPermission: 'enabled',
      gluuFederationHostingEnabled: 'disabled',
      gluuVdsCacheRefreshEnabled: 'disabled',
      gluuScimEnabled: 'disabled',
      gluuPassportEnabled: isAtLeast(options.version, '3.0.0') ? 'disabled' : null,
      oxTrustStoreConf: '{"useJreCertificates":true}',
      oxTrustCacheRefreshServerIpAddress: '255.255.255.255',
      oxSmtpConfiguration: options.smtp ?? null,
    },
    options.appliance,
  );

const admin = (names: GluuNames, options: GluuTreeOptions): LdifEntry =>
  entry(
    names.adminDn,
    ['top', 'gluuCustomPerson', 'gluuPerson'],
    {
      inum: names.adminInum,
      uid: 'admin',
      cn: 'Admin User',
      givenName: 'Admin',
      sn: 'User',
      displayName: 'Default Admin User',
      mail: `admin@${hostOf(options)}`,
      gluuStatus: 'active',
      memberOf: names.managerGroupDn,
      userPassword: options.adminPassword ?? null,
    },
    options.admin,
  );

function person(names: GluuNames, options: GluuTreeOptions, number: number): LdifEntry {
  // oxTrust gives four groups of four hexadecimal digits.
  const last = number.toString(16).toUpperCase().padStart(8, '0');
  const inum = personInum(names, options.version, last);
  return entry(`inum=${inum},${names.peopleDn}`, ['top', 'gluuCustomPerson', 'gluuPerson'], {
    inum,
    uid: `user${number}`,
    cn: `User ${number}`,
    givenName: 'User',
    sn: String(number),
    displayName: `User ${number}`,
    mail: `user${number}@${hostOf(options)}`,
    gluuStatus: 'active',
  });
}

/** `last`: eight hexadecimal digits. */
const personInum = (names: GluuNames, version: GluuVersion, last: string): string =>
  hasConfiguration(version)
    ? `5a11c0de-0000-4000-8000-0000${last.toLowerCase()}`
    : `${names.orgInum}!0000!5A11.C0DE.${last.slice(0, 4)}.${last.slice(4)}`;

const managerGroup = (names: GluuNames): LdifEntry =>
  entry(names.managerGroupDn, ['top', 'gluuGroup'], {
    inum: /inum=([^,]+)/.exec(names.managerGroupDn)?.[1] ?? '',
    displayName: 'Gluu Manager Group',
    gluuGroupType: 'gluuManagerGroup',
    gluuStatus: 'active',
    member: names.adminDn,
    owner: names.adminDn,
  });

const mailAttribute = (names: GluuNames): LdifEntry => {
  const inum = `${names.orgInum}!0005!8F88`;
  return entry(`inum=${inum},${names.attributesDn}`, ['top', 'gluuAttribute'], {
    inum,
    displayName: 'Email',
    gluuAttributeName: 'mail',
    gluuAttributeType: 'string',
    gluuAttributeOrigin: 'gluuPerson',
    gluuStatus: 'active',
  });
};

const oxTrust = (names: GluuNames, options: GluuTreeOptions): LdifEntry =>
  entry(names.oxTrustDn, ['top', 'oxTrustConfiguration'], {
    ou: 'oxtrust',
    oxRevision: '1',
    oxTrustConfApplication: oxTrustSettings(
      names,
      options.version,
      hostOf(options),
      options.salt ?? salt,
      options.oxTrust,
    ),
  });

const oxAuth = (names: GluuNames, options: GluuTreeOptions): LdifEntry =>
  entry(
    names.oxAuthDn,
    ['top', 'oxAuthConfiguration'],
    { ou: 'oxauth', oxRevision: '1', oxAuthConfDynamic: oxAuthSettings(hostOf(options)) },
    options.oxAuth,
  );
