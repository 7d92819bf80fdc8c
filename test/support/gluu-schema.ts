import { type GluuVersion, isAtLeast, isWithin } from './gluu-version';

/*
 * A small schema with the names, syntaxes and matching rules of Gluu's own for what Gluu Console reads and writes, and
 * the names that tell releases apart. Facts from GluuFederation/community-edition-setup, static/openldap/gluu.schema and
 * custom.schema (3.x) and static/opendj/101-ox.ldif (2.4). As there, nothing is SINGLE-VALUE.
 */
interface Lifetime {
  since?: GluuVersion;
  until?: GluuVersion;
}
interface AttributeType extends Lifetime {
  /** Directory String with caseIgnoreMatch unless said otherwise, as in Gluu. */
  syntax?: Syntax;
  /** The other syntax came with this release; before it was Directory String. */
  textBefore?: GluuVersion;
  /** What it was before the other came. */
  before?: { until: GluuVersion; syntax: Syntax };
}
type Syntax = 'text' | 'time' | 'dn' | 'exact text' | 'boolean' | 'integer';

const syntaxes: Record<Syntax, string> = {
  text: 'EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15',
  'exact text': 'EQUALITY caseExactMatch SUBSTR caseExactSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15',
  time: 'EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24',
  dn: 'EQUALITY distinguishedNameMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.12',
  boolean: 'EQUALITY booleanMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.7',
  integer: 'EQUALITY integerMatch ORDERING integerOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27',
};

// Our own arc, never Gluu's 1.3.6.1.4.1.48710.
const arc = '1.3.6.1.4.1.99999.7';

const plain = (names: string, about: AttributeType = {}): [string, AttributeType][] =>
  names.split(/\s+/).map((name) => [name, about]);

const attributeTypes = new Map<string, AttributeType>([
  ...plain('inum iname gluuStatus gluuManageIdentityPermission gluuFederationHostingEnabled gluuWhitePagesEnabled'),
  // Configuration entry.
  ...plain('gluuApplianceDnsServer oxTrustEmail'),
  ...plain('gluuMaxLogSize', { syntax: 'integer', textBefore: '4.0' }),
  ...plain('gluuOrgProfileMgt gluuScimEnabled passwordResetAllowed', { syntax: 'boolean', textBefore: '4.0' }),
  ...plain('gluuSamlEnabled gluuRadiusEnabled', { syntax: 'boolean', since: '4.0' }),
  ...plain('gluuHostname gluuIpAddress gluuPublishIdpMetadata gluuVdsCacheRefreshEnabled softwareVersion gluuUrl'),
  ...plain(
    'gluuFreeDiskSpace gluuFreeMemory gluuLoadAvg gluuSystemUptime gluuPersonCount gluuGroupCount gluuHTTPstatus',
  ),
  ...plain('gluuDSstatus oxAuthenticationMode oxTrustAuthenticationMode oxIDPAuthentication oxLogViewerConfig'),
  ...plain('oxTrustStoreCert oxTrustStoreConf oxTrustCacheRefreshServerIpAddress oxSmtpConfiguration'),
  ...plain('gluuSmtpHost gluuSmtpPort gluuSmtpUserName gluuSmtpPassword gluuSmtpRequiresSsl'),
  ...plain('gluuSmtpRequiresAuthentication gluuSmtpFromName gluuSmtpFromEmailAddress'),
  ...plain('gluuPassportEnabled', { since: '3.0.0', syntax: 'boolean', textBefore: '4.0' }),
  ...plain('oxCacheConfiguration', { since: '3.0.0' }),
  ...plain('oxTrustLogoPath oxTrustFaviconPath oxAuthLogoPath oxAuthFaviconPath', { since: '4.0' }),
  ...plain('oxDocumentStoreConfiguration', { since: '4.1.0' }),
  ...plain('gluuConfigurationDnsServer', { since: '4.3.0' }),
  ...plain('oxLogConfigLocation', { since: '3.1.0' }),
  ...plain('gluuSmtpServerTrust', { since: '3.1.2' }),
  // Organization, group, person.
  ...plain('gluuOrgShortName gluuThemeColor gluuLogoImage gluuFaviconImage gluuCustomMessage gluuGroupType'),
  ...plain('gluuGroupVisibility secretQuestion secretAnswer oxTrustActive middleName nickname preferredUsername'),
  ...plain('emailVerified oxExternalUid role'),
  ...plain('oxTrustExternalId', { syntax: 'exact text' }),
  ...plain('memberOf', { syntax: 'dn' }),
  ...plain('updatedAt oxCreationTimestamp oxLastLogonTime', { syntax: 'time' }),
  ...plain('userRandomKey', { since: '3.1.0' }),
  ...plain('oxOTPDevices', { since: '3.1.2' }),
  ...plain('oxStrongAuthPolicy', { since: '3.1.3' }),
  // oxTrust's and oxAuth's own settings, attribute metadata, reset requests.
  ...plain('oxRevision oxTrustConfApplication oxTrustConfCacheRefresh oxTrustConfImportPerson'),
  ...plain('oxAuthConfDynamic oxAuthConfErrors oxAuthConfStatic oxAuthConfWebKeys'),
  ...plain('oxWebKeysSettings', { since: '3.1.1' }),
  ...plain('gluuAttributeName gluuAttributeType gluuAttributeOrigin gluuAttributeEditType gluuAttributeViewType'),
  ...plain('gluuRegExp oxGuid personInum'),
  // Only there to tell releases apart.
  ...plain('oxEnrollmentCode oxInvolvedClients'),
  ...plain('oxSessionState', { since: '3.1.0' }),
  ...plain('oxScopeExpression', { since: '3.1.2' }),
  ...plain('oxAuthAuthorizedOrigins oxScriptError', { since: '3.1.3' }),
  ...plain('oxAccessTokenAsJwt', { since: '3.1.4' }),
  ...plain('oxSoftwareId oxAccessTokenLifetime', { since: '3.1.5' }),
  ...plain('oxUidIDP', { since: '3.1.5', until: '3.1.5' }),
  ...plain('exp', { since: '4.0', syntax: 'time' }),
  ...plain('del', { since: '4.0', syntax: 'boolean' }),
  ...plain('pattern', { since: '4.0.1' }),
  ...plain('oxAuthUserId', { since: '4.0' }),
  ...plain('gluuConfDynamic', { since: '4.2.0' }),
  ...plain('sid', { since: '4.2.1' }),
  ...plain('oxBiometricDevices oxDuoDevices', { since: '4.2.2' }),
  ...plain('jansId', { since: '4.2.3' }),
  ...plain('oxEmailAlternate', { since: '4.4.1' }),
  ...plain('oxCodeChallengeHash', { since: '3.1.5', before: { until: '4.4.1', syntax: 'integer' } }),
  ...plain('gluuPrivateProperty', { since: '4.5.3' }),
  ...plain('county', { since: '4.0', until: '4.5.3' }),
  ...plain('gluuConfErrors', { since: '4.5.5' }),
  ...plain('spLogoutRedirectUrl', { since: '4.5.6' }),
  ...plain('creationDate gluuLastUpdate', { syntax: 'time', textBefore: '3.0.0' }),
  ...plain('gluuManagerGroup', { syntax: 'dn', textBefore: '3.0.0' }),
]);

interface ObjectClass extends Lifetime {
  kind?: 'STRUCTURAL' | 'AUXILIARY';
  may: string;
  /** What it may have besides from a later release on. */
  later?: { since: GluuVersion; may: string };
}

const objectClasses: Record<string, ObjectClass> = {
  gluuAppliance: {
    until: '3.1.9',
    may: `c description displayName gluuApplianceDnsServer gluuMaxLogSize gluuOrgProfileMgt gluuScimEnabled oxTrustEmail
      passwordResetAllowed gluuHostname gluuIpAddress gluuPublishIdpMetadata gluuVdsCacheRefreshEnabled softwareVersion
      gluuUrl gluuFreeDiskSpace gluuFreeMemory gluuLoadAvg gluuSystemUptime gluuPersonCount gluuGroupCount gluuHTTPstatus
      gluuDSstatus oxAuthenticationMode oxTrustAuthenticationMode oxIDPAuthentication oxLogViewerConfig oxTrustStoreCert
      oxTrustStoreConf oxTrustCacheRefreshServerIpAddress oxSmtpConfiguration gluuSmtpHost gluuSmtpPort gluuSmtpUserName
      gluuSmtpPassword gluuSmtpRequiresSsl gluuSmtpRequiresAuthentication gluuSmtpFromName gluuSmtpFromEmailAddress
      gluuPassportEnabled oxCacheConfiguration oxLogConfigLocation gluuSmtpServerTrust gluuLastUpdate gluuStatus
      gluuManageIdentityPermission gluuFederationHostingEnabled gluuWhitePagesEnabled iname inum o userPassword`,
  },
  gluuConfiguration: {
    since: '4.0',
    may: `description displayName gluuMaxLogSize gluuOrgProfileMgt gluuScimEnabled gluuPassportEnabled gluuSamlEnabled
      gluuRadiusEnabled oxTrustEmail passwordResetAllowed gluuHostname gluuVdsCacheRefreshEnabled oxAuthenticationMode
      oxTrustAuthenticationMode oxIDPAuthentication oxLogViewerConfig oxTrustStoreCert oxTrustStoreConf
      oxTrustCacheRefreshServerIpAddress oxSmtpConfiguration gluuSmtpHost gluuSmtpPort oxCacheConfiguration
      oxDocumentStoreConfiguration gluuConfigurationDnsServer gluuLastUpdate gluuStatus gluuManageIdentityPermission
      gluuFederationHostingEnabled gluuWhitePagesEnabled ou inum`,
  },
  gluuOrganization: {
    may: `c description displayName gluuCustomMessage gluuFaviconImage gluuFederationHostingEnabled gluuLogoImage
      gluuManageIdentityPermission gluuManagerGroup gluuOrgShortName gluuStatus gluuThemeColor gluuWhitePagesEnabled iname
      inum l mail memberOf o oxCreationTimestamp postalCode st street telephoneNumber title uid userPassword
      oxTrustLogoPath oxTrustFaviconPath oxAuthLogoPath oxAuthFaviconPath`,
  },
  gluuPerson: {
    may: `c displayName givenName gluuStatus iname inum mail memberOf o oxCreationTimestamp oxExternalUid oxLastLogonTime
      oxTrustActive oxTrustEmail oxTrustExternalId middleName nickname preferredUsername emailVerified updatedAt
      preferredLanguage role secretAnswer secretQuestion seeAlso sn cn uid userPassword st street l oxGuid userRandomKey
      oxOTPDevices oxStrongAuthPolicy`,
  },
  gluuCustomPerson: {
    kind: 'AUXILIARY',
    may: `telephoneNumber mobile carLicense facsimileTelephoneNumber departmentNumber employeeType cn st manager street
      postOfficeBox employeeNumber preferredDeliveryMethod roomNumber secretary homePostalAddress l postalCode description
      title`,
  },
  gluuGroup: {
    may: `c description displayName gluuGroupType gluuGroupVisibility gluuStatus iname inum member o owner seeAlso`,
  },
  gluuAttribute: {
    may: `description displayName gluuAttributeEditType gluuAttributeName gluuAttributeOrigin gluuAttributeType
      gluuAttributeViewType gluuStatus iname inum gluuRegExp seeAlso`,
  },
  gluuPasswordResetRequest: { may: 'creationDate oxGuid personInum', later: { since: '4.3.0', may: 'exp del' } },
  oxTrustConfiguration: {
    may: 'ou oxTrustConfApplication oxTrustConfCacheRefresh oxTrustConfImportPerson oxRevision',
  },
  oxAuthConfiguration: {
    may: 'ou oxAuthConfDynamic oxAuthConfErrors oxAuthConfStatic oxAuthConfWebKeys oxRevision oxWebKeysSettings',
  },
  oxUmaResource: { since: '3.1.0', may: 'displayName inum owner oxRevision description' },
  oxAuthUmaPCT: { since: '3.1.1', may: 'oxGuid' },
  oxCacheEntity: { since: '3.1.4', may: 'oxGuid' },
  pairwiseIdentifier: { may: 'oxGuid', later: { since: '4.1.1', may: 'oxAuthUserId' } },
  gluuOxtrustStat: { since: '4.1.0', may: 'oxGuid' },
  cibaRequest: { since: '4.2.0', may: 'oxGuid' },
  jansStatEntry: { since: '4.2.3', may: 'jansId' },
  oxLink: { since: '3.0.0', until: '4.3.0', may: 'oxGuid' },
  oxTrustedIdp: { since: '4.4.0', may: 'oxGuid' },
  oxDocument: { since: '4.4.1', may: 'oxGuid' },
  oxAuthzChallSess: { since: '4.5.6', may: 'oxGuid' },
  oxFido2AuthenticationEntry: { since: '3.1.5', may: 'oxGuid creationDate personInum' },
};

/**
 * The schema of that Gluu release in the form slapd.conf(5) includes. It needs core, cosine and inetorgperson before it
 * (displayName, carLicense and others come from there).
 */
export function gluuSchema(version: GluuVersion): string {
  const attributes = [...attributeTypes].filter(([, about]) => isWithin(version, about));
  const absent = new Set([...attributeTypes].filter(([, about]) => !isWithin(version, about)).map(([name]) => name));
  const classes = Object.entries(objectClasses).filter(([, about]) => isWithin(version, about));
  return [
    ...attributes.map(([name, { syntax = 'text', textBefore, before }], index) => {
      const former = textBefore !== undefined && !isAtLeast(version, textBefore) ? 'text' : undefined;
      const inForce = former ?? (before && isAtLeast(before.until, version) ? before.syntax : syntax);
      return `attributetype ( ${arc}.3.${index + 1} NAME '${name}' ${syntaxes[inForce]} )`;
    }),
    ...classes.map(([name, { kind = 'STRUCTURAL', may: always, later }], index) => {
      const may = later && isAtLeast(version, later.since) ? `${always} ${later.may}` : always;
      const allowed = may.split(/\s+/).filter((attribute) => !absent.has(attribute));
      return `objectclass ( ${arc}.4.${index + 1} NAME '${name}' SUP top ${kind} MAY ( ${allowed.join(' $ ')} ) )`;
    }),
    '',
  ].join('\n');
}
