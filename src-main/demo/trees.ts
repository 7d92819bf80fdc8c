import { randomBytes } from 'node:crypto';
import { compareVersions } from '../../src-shared/gluu/versions';
import { encrypt } from '../gluu-ldap/string-encrypter';
import { Directory } from './directory';
import { gluuSchema } from './gluu-schema';
import { type Inums, inumsOf } from './inums';
import { type OxtrustFacts, oxtrustConfiguration } from './oxtrust-configuration';
import type { Person } from './people';
import { type StoredSmtpSettings, smtpAttributes } from './smtp-attributes';

/** The bind DN that setup makes for OpenLDAP, whose behaviour the demo directory has. */
export const managerDn = 'cn=directory manager,o=gluu';

/** A Gluu Server of 3.0 or 3.1 as its LDAP tree shows it. */
export interface TreeFacts {
  version: string;
  baseInum: string;
  hostname: string;
  organization: string;
  passwordReset: 'enabled' | 'disabled';
  /** Absent where nobody set mail up yet. */
  smtp?: StoredSmtpSettings;
  people: readonly Person[];
  serverIp?: string;
  /** Where links of reset mails lead; by default the host's own pages. */
  applianceUrl?: string;
}
export interface TreeSecrets {
  /** The manager's password; as after setup, the `admin` person has the same. */
  bindPassword: string;
  salt: string;
}

/**
 * Builds the directory of a Gluu Server: the entries setup makes (community-edition-setup 3.1.2, templates base, appliance,
 * people, groups and configuration .ldif) with their defaults, changed by what the facts say.
 */
export function buildTree(facts: TreeFacts, secrets: TreeSecrets): Directory {
  const inums = inumsOf(facts.baseInum);
  const directory = new Directory({
    suffixes: compareVersions(facts.version, '3.1.4') >= 0 ? ['o=gluu', 'o=site', 'o=metric'] : ['o=gluu', 'o=site'],
    managerDn,
    managerPassword: secrets.bindPassword,
    schema: gluuSchema(facts.version),
    unique: { objectClass: 'gluuPerson', attributes: ['uid', 'mail'] },
  });
  for (const suffix of directory.options.suffixes) {
    directory.load(suffix, { objectClass: ['top', 'organization'], o: suffix.slice('o='.length) });
  }
  loadOrganization(directory, facts, inums);
  loadPeople(directory, facts, inums, secrets);
  loadAppliance(directory, facts, inums, secrets);
  return directory;
}

function loadOrganization(directory: Directory, { organization }: TreeFacts, inums: Inums): void {
  const dn = organizationDn(inums);
  directory.load(dn, {
    objectClass: ['top', 'gluuOrganization'],
    o: inums.organization,
    displayName: organization,
    gluuOrgShortName: organization,
    description: 'Welcome to oxTrust!',
    gluuManagerGroup: groupDn(inums.managerGroup, inums),
    gluuThemeColor: '166309',
    gluuAddPersonCapability: 'enabled',
  });
  for (const name of ['people', 'groups', 'attributes', 'scopes', 'clients', 'scripts', 'uma', 'session']) {
    loadUnit(directory, name, dn);
  }
}

function loadPeople(directory: Directory, facts: TreeFacts, inums: Inums, { bindPassword }: TreeSecrets): void {
  const created = generalizedTime(new Date());
  const admin: Person = {
    uid: 'admin',
    givenName: 'Admin',
    sn: 'User',
    mail: `admin@${facts.hostname}`,
    status: 'active',
  };
  loadPerson(
    directory,
    inums.admin,
    admin,
    { userPassword: bindPassword, memberOf: groupDn(inums.managerGroup, inums) },
    inums,
  );
  for (const person of facts.people) {
    // Nobody is meant to log in with it: a password reset is how one would get a known one.
    const extra = { userPassword: randomBytes(12).toString('base64url'), oxCreationTimestamp: created };
    loadPerson(directory, inums.person(person.uid), person, extra, inums);
  }
  directory.load(groupDn(inums.managerGroup, inums), {
    objectClass: ['top', 'gluuGroup'],
    inum: inums.managerGroup,
    displayName: 'Gluu Manager Group',
    gluuGroupType: 'gluuManagerGroup',
    gluuStatus: 'active',
    member: personDn(inums.admin, inums),
    owner: personDn(inums.admin, inums),
  });
}

function loadPerson(
  directory: Directory,
  inum: string,
  person: Person,
  extra: Record<string, string>,
  inums: Inums,
): void {
  const { uid, givenName, sn, mail, status, secretQuestion, secretAnswer } = person;
  const name = `${givenName} ${sn}`;
  directory.load(personDn(inum, inums), {
    objectClass: ['top', 'gluuPerson', 'gluuCustomPerson', 'eduPerson'],
    inum,
    uid,
    givenName,
    sn,
    cn: name,
    displayName: name,
    ...(mail !== undefined && { mail }),
    gluuStatus: status,
    ...(secretQuestion !== undefined && { secretQuestion }),
    ...(secretAnswer !== undefined && { secretAnswer }),
    ...extra,
  });
}

function loadAppliance(
  directory: Directory,
  facts: TreeFacts,
  inums: Inums,
  { bindPassword, salt }: TreeSecrets,
): void {
  const appliance = `inum=${inums.appliance},ou=appliances,o=gluu`;
  const encryptedBindPassword = encrypt(bindPassword, salt);
  loadUnit(directory, 'appliances', 'o=gluu');
  directory.load(appliance, {
    objectClass: ['top', 'gluuAppliance'],
    inum: inums.appliance,
    gluuMaxLogSize: '200',
    gluuWhitePagesEnabled: 'disabled',
    gluuOrgProfileMgt: 'disabled',
    gluuManageIdentityPermission: 'enabled',
    gluuFederationHostingEnabled: 'disabled',
    gluuVdsCacheRefreshEnabled: 'disabled',
    gluuScimEnabled: 'disabled',
    gluuPassportEnabled: 'disabled',
    oxClusterType: 'Disabled',
    oxTrustStoreConf: '{"useJreCertificates":true}',
    oxTrustCacheRefreshServerIpAddress: '255.255.255.255',
    oxCacheConfiguration: '{"cacheProviderType":"IN_MEMORY","inMemoryConfiguration":{"defaultPutExpiration":60}}',
    oxAuthenticationMode: 'auth_ldap_server',
    oxTrustAuthenticationMode: 'auth_ldap_server',
    oxIDPAuthentication: ldapAuthentication(encryptedBindPassword),
    gluuHostname: facts.hostname,
    gluuLastUpdate: generalizedTime(new Date()),
    passwordResetAllowed: facts.passwordReset,
    ...(facts.smtp && smtpAttributes(facts.version, facts.smtp)),
  });
  for (const name of ['trustRelationships', 'federations', 'configuration']) loadUnit(directory, name, appliance);
  loadConfiguration(directory, facts, inums, `ou=configuration,${appliance}`, {
    encryptedBindPassword,
    encryptedClientPassword: encrypt(randomBytes(9).toString('base64url'), salt),
  });
}

function loadConfiguration(
  directory: Directory,
  { version, hostname, organization, serverIp, applianceUrl }: TreeFacts,
  inums: Inums,
  branch: string,
  encrypted: Pick<OxtrustFacts, 'encryptedBindPassword' | 'encryptedClientPassword'>,
): void {
  directory.load(`ou=oxtrust,${branch}`, {
    objectClass: ['top', 'oxTrustConfiguration'],
    ou: 'oxtrust',
    oxTrustConfApplication: oxtrustConfiguration({
      version,
      hostname,
      organization,
      inums,
      bindDn: managerDn,
      ...encrypted,
      ...(applianceUrl ? { applianceUrl } : {}),
    }),
    oxRevision: '1',
  });
  directory.load(`ou=oxauth,${branch}`, {
    objectClass: ['top', 'oxAuthConfiguration'],
    ou: 'oxauth',
    oxAuthConfDynamic: JSON.stringify({
      issuer: `https://${hostname}`,
      baseEndpoint: `https://${hostname}/oxauth/restv1`,
    }),
    // A new installation has none, and its page never makes one (UpdateOrganizationAction.saveWebKeySettings).
    ...(serverIp !== undefined && {
      oxWebKeysSettings: JSON.stringify({ server_ip: serverIp, update_at: Date.UTC(2018, 0, 17, 12) }),
    }),
    oxRevision: '1',
  });
}

const organizationDn = (inums: Inums): string => `o=${inums.organization},o=gluu`;
const personDn = (inum: string, inums: Inums): string => `inum=${inum},ou=people,${organizationDn(inums)}`;
const groupDn = (inum: string, inums: Inums): string => `inum=${inum},ou=groups,${organizationDn(inums)}`;

function loadUnit(directory: Directory, name: string, parent: string): void {
  directory.load(`ou=${name},${parent}`, { objectClass: ['top', 'organizationalUnit'], ou: name });
}

/** How oxAuth logs people in: a JSON text inside a JSON text, with the LDAP password in it (templates/appliance.ldif). */
function ldapAuthentication(bindPassword: string): string {
  const config = {
    configId: 'auth_ldap_server',
    servers: [{ value: 'localhost:1636' }],
    maxConnections: 1000,
    bindDN: managerDn,
    bindPassword,
    useSSL: 'true',
    baseDNs: [{ value: 'o=gluu' }],
    primaryKey: 'uid',
    localPrimaryKey: 'uid',
    useAnonymousBind: false,
    enabled: true,
  };
  return JSON.stringify({
    type: 'auth',
    name: null,
    level: 0,
    priority: 1,
    enabled: true,
    version: 0,
    config: JSON.stringify(config),
  });
}

/** As oxTrust writes it: `YYYYMMDDhhmmss.SSSZ`. */
const generalizedTime = (date: Date): string => date.toISOString().replace(/[-:T]/g, '');
