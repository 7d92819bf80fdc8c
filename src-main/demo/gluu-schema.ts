import { compareVersions } from '../../src-shared/gluu/versions';
import type { SchemaDefinitions } from './schema';

type Kind = 'text' | 'mail' | 'dn' | 'time' | 'octets' | 'class';

/** An attribute or class with the versions whose schema has it; without `since`, all of 3.x. */
interface Row {
  name: string;
  since?: string;
  until?: string;
}
type AttributeRow = Row & { kind: Kind; alias?: string };
type ClassRow = Row & { kind?: 'ABSTRACT' | 'AUXILIARY'; may?: readonly string[] };

const kinds: Record<Kind, string> = {
  text: 'EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15',
  mail: 'EQUALITY caseIgnoreIA5Match SUBSTR caseIgnoreIA5SubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.26',
  dn: 'EQUALITY distinguishedNameMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.12',
  time: 'EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24',
  octets: 'EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40',
  class: 'EQUALITY objectIdentifierMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.38',
};

const of = (kind: Kind, names: string, versions: Omit<Row, 'name'> = {}): AttributeRow[] =>
  names.split(/\s+/).map((name) => ({ name, kind, ...versions }));

/** Attributes of the standard schemas (RFC 4519, RFC 4524, RFC 2798) that Gluu entries use. */
const standardAttributes: AttributeRow[] = [
  ...of('class', 'objectClass'),
  { name: 'cn', kind: 'text', alias: 'commonName' },
  { name: 'sn', kind: 'text', alias: 'surname' },
  { name: 'uid', kind: 'text', alias: 'userid' },
  { name: 'mail', kind: 'mail', alias: 'rfc822Mailbox' },
  ...of('text', 'o ou description title givenName displayName telephoneNumber preferredLanguage'),
  ...of('dn', 'member owner seeAlso memberOf'),
  ...of('octets', 'userPassword'),
];

const applianceFlags =
  'gluuWhitePagesEnabled gluuOrgProfileMgt gluuManageIdentityPermission gluuFederationHostingEnabled ' +
  'gluuVdsCacheRefreshEnabled gluuScimEnabled passwordResetAllowed';
const applianceTexts =
  'gluuApplianceDnsServer gluuMaxLogSize oxTrustEmail oxSmtpConfiguration oxClusterType oxTrustStoreConf ' +
  'oxTrustCacheRefreshServerIpAddress oxIDPAuthentication oxAuthenticationMode oxTrustAuthenticationMode ' +
  'oxLogViewerConfig gluuHostname gluuIpAddress gluuUrl gluuAppliancePollingInterval';
const legacySmtp =
  'gluuSmtpHost gluuSmtpFromName gluuSmtpFromEmailAddress gluuSmtpRequiresAuthentication gluuSmtpUserName ' +
  'gluuSmtpPassword gluuSmtpRequiresSsl gluuSmtpPort';
const organizationTexts =
  'gluuOrgShortName gluuThemeColor gluuCustomMessage gluuLogoImage gluuFaviconImage gluuAddPersonCapability';
const personTexts =
  'inum iname gluuStatus gluuOptOuts gluuManagedOrganizations gluuSLAManager secretQuestion secretAnswer oxTrustActive';
const configurationTexts =
  'oxTrustConfApplication oxTrustConfCacheRefresh oxTrustConfImportPerson oxAuthConfDynamic oxAuthConfStatic ' +
  'oxAuthConfErrors oxAuthConfWebKeys oxRevision softwareVersion';

/** Gluu's own attributes; the versions are those of the markers in the installed schemas (101-ox.ldif, gluu.schema). */
const gluuAttributes: AttributeRow[] = [
  ...of('text', [applianceFlags, applianceTexts, legacySmtp].join(' ')),
  ...of('text', [organizationTexts, personTexts, configurationTexts].join(' ')),
  ...of('text', 'gluuGroupType gluuGroupVisibility oxGuid personInum county'),
  ...of('text', 'gluuPassportEnabled oxCacheConfiguration', { since: '3.0.0' }),
  ...of('text', 'oxSessionState oxLogConfigLocation userRandomKey', { since: '3.1.0' }),
  ...of('text', 'oxWebKeysSettings oxAuthUmaPCT', { since: '3.1.1' }),
  ...of('text', 'gluuSmtpServerTrust oxScopeExpression oxOTPDevices', { since: '3.1.2' }),
  ...of('text', 'oxAuthAuthorizedOrigins oxScriptError oxStrongAuthPolicy', { since: '3.1.3' }),
  ...of('text', 'oxAccessTokenAsJwt', { since: '3.1.4' }),
  ...of('text', 'oxSoftwareId oxAccessTokenLifetime', { since: '3.1.5' }),
  ...of('text', 'oxUidIDP', { since: '3.1.5', until: '3.1.5' }),
  ...of('dn', 'gluuManagerGroup'),
  ...of('time', 'creationDate gluuLastUpdate oxCreationTimestamp updatedAt'),
];

const words = (...lists: string[]) => lists.flatMap((list) => list.split(/\s+/));

const classes: ClassRow[] = [
  { name: 'top', kind: 'ABSTRACT' },
  { name: 'organization', may: ['o', 'description'] },
  { name: 'organizationalUnit', may: ['ou', 'description'] },
  {
    name: 'gluuAppliance',
    may: words(
      'inum',
      applianceFlags,
      applianceTexts,
      legacySmtp,
      'gluuPassportEnabled oxCacheConfiguration gluuLastUpdate',
    ),
  },
  {
    name: 'gluuOrganization',
    may: words('o ou displayName description title gluuManagerGroup', organizationTexts),
  },
  {
    name: 'gluuPerson',
    may: words(
      personTexts,
      'uid mail cn sn givenName displayName userPassword memberOf preferredLanguage telephoneNumber',
      'oxCreationTimestamp updatedAt county userRandomKey oxOTPDevices',
    ),
  },
  { name: 'gluuCustomPerson', kind: 'AUXILIARY', may: ['telephoneNumber'] },
  { name: 'eduPerson', kind: 'AUXILIARY' },
  {
    name: 'gluuGroup',
    may: words(
      'inum iname displayName description gluuGroupType gluuGroupVisibility gluuStatus member owner o seeAlso',
    ),
  },
  { name: 'gluuPasswordResetRequest', may: ['oxGuid', 'personInum', 'creationDate'] },
  { name: 'oxTrustConfiguration', may: words('ou oxRevision', configurationTexts) },
  { name: 'oxAuthConfiguration', may: words('ou oxRevision oxWebKeysSettings', configurationTexts) },
  { name: 'oxUmaResource', since: '3.1.0' },
  { name: 'oxCacheEntity', since: '3.1.4' },
  { name: 'oxFido2AuthenticationEntry', since: '3.1.5' },
];

/**
 * The schema a Gluu Server of this 3.x version publishes, as far as its tree uses it, with the attributes and classes by
 * which versions are told apart. Real schemas number their definitions; here the OID is the name with `-oid`, the form
 * OpenDJ gives definitions that have no number. No attribute is SINGLE-VALUE, as in the real schema of 3.1.2.
 */
export function gluuSchema(version: string): SchemaDefinitions {
  const has = ({ since = '3.0.0', until }: Row) =>
    compareVersions(version, since) >= 0 && (until === undefined || compareVersions(version, until) <= 0);
  const attributes = [...standardAttributes, ...gluuAttributes].filter(has);
  const known = new Set(attributes.map(({ name }) => name));
  return {
    attributeTypes: attributes.map(attributeType),
    objectClasses: classes.filter(has).map((row) => objectClass(row, known)),
  };
}

function attributeType({ name, alias, kind }: AttributeRow): string {
  const names = alias === undefined ? `'${name}'` : `( '${name}' '${alias}' )`;
  return `( ${name}-oid NAME ${names} ${kinds[kind]} )`;
}

function objectClass({ name, kind, may = [] }: ClassRow, known: ReadonlySet<string>): string {
  const above = kind === 'ABSTRACT' ? '' : ' SUP top';
  const allowed = may.filter((attribute) => known.has(attribute));
  const optional = allowed.length > 0 ? ` MAY ( ${allowed.join(' $ ')} )` : '';
  return `( ${name}-oid NAME '${name}'${above} ${kind ?? 'STRUCTURAL'} MUST objectClass${optional} )`;
}
