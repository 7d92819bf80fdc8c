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
  /** The other syntax came with 3.0.0; in 2.x it was Directory String. */
  textIn2x?: true;
}
type Syntax = 'text' | 'time' | 'dn' | 'exact text';

const syntaxes: Record<Syntax, string> = {
  text: 'EQUALITY caseIgnoreMatch SUBSTR caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15',
  'exact text': 'EQUALITY caseExactMatch SUBSTR caseExactSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15',
  time: 'EQUALITY generalizedTimeMatch ORDERING generalizedTimeOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24',
  dn: 'EQUALITY distinguishedNameMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.12',
};

// Our own arc, never Gluu's 1.3.6.1.4.1.48710.
const arc = '1.3.6.1.4.1.99999.7';

const plain = (names: string, about: AttributeType = {}): [string, AttributeType][] =>
  names.split(/\s+/).map((name) => [name, about]);

const attributeTypes = new Map<string, AttributeType>([
  ...plain('inum iname gluuStatus gluuManageIdentityPermission gluuFederationHostingEnabled gluuWhitePagesEnabled'),
  // Configuration entry.
  ...plain('gluuApplianceDnsServer gluuMaxLogSize gluuOrgProfileMgt gluuScimEnabled oxTrustEmail passwordResetAllowed'),
  ...plain('gluuHostname gluuIpAddress gluuPublishIdpMetadata gluuVdsCacheRefreshEnabled softwareVersion gluuUrl'),
  ...plain(
    'gluuFreeDiskSpace gluuFreeMemory gluuLoadAvg gluuSystemUptime gluuPersonCount gluuGroupCount gluuHTTPstatus',
  ),
  ...plain('gluuDSstatus oxAuthenticationMode oxTrustAuthenticationMode oxIDPAuthentication oxLogViewerConfig'),
  ...plain('oxTrustStoreCert oxTrustStoreConf oxTrustCacheRefreshServerIpAddress oxSmtpConfiguration'),
  ...plain('gluuSmtpHost gluuSmtpPort gluuSmtpUserName gluuSmtpPassword gluuSmtpRequiresSsl'),
  ...plain('gluuSmtpRequiresAuthentication gluuSmtpFromName gluuSmtpFromEmailAddress'),
  ...plain('gluuPassportEnabled oxCacheConfiguration', { since: '3.0.0' }),
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
  ...plain('oxSessionState', { since: '3.1.0' }),
  ...plain('oxScopeExpression', { since: '3.1.2' }),
  ...plain('oxAuthAuthorizedOrigins oxScriptError', { since: '3.1.3' }),
  ...plain('oxAccessTokenAsJwt', { since: '3.1.4' }),
  ...plain('oxSoftwareId oxAccessTokenLifetime', { since: '3.1.5' }),
  ...plain('oxUidIDP', { since: '3.1.5', until: '3.1.5' }),
  ...plain('creationDate gluuLastUpdate', { syntax: 'time', textIn2x: true }),
  ...plain('gluuManagerGroup', { syntax: 'dn', textIn2x: true }),
]);

interface ObjectClass extends Lifetime {
  kind?: 'STRUCTURAL' | 'AUXILIARY';
  may: string;
}

const objectClasses: Record<string, ObjectClass> = {
  gluuAppliance: {
    may: `c description displayName gluuApplianceDnsServer gluuMaxLogSize gluuOrgProfileMgt gluuScimEnabled oxTrustEmail
      passwordResetAllowed gluuHostname gluuIpAddress gluuPublishIdpMetadata gluuVdsCacheRefreshEnabled softwareVersion
      gluuUrl gluuFreeDiskSpace gluuFreeMemory gluuLoadAvg gluuSystemUptime gluuPersonCount gluuGroupCount gluuHTTPstatus
      gluuDSstatus oxAuthenticationMode oxTrustAuthenticationMode oxIDPAuthentication oxLogViewerConfig oxTrustStoreCert
      oxTrustStoreConf oxTrustCacheRefreshServerIpAddress oxSmtpConfiguration gluuSmtpHost gluuSmtpPort gluuSmtpUserName
      gluuSmtpPassword gluuSmtpRequiresSsl gluuSmtpRequiresAuthentication gluuSmtpFromName gluuSmtpFromEmailAddress
      gluuPassportEnabled oxCacheConfiguration oxLogConfigLocation gluuSmtpServerTrust gluuLastUpdate gluuStatus
      gluuManageIdentityPermission gluuFederationHostingEnabled gluuWhitePagesEnabled iname inum o userPassword`,
  },
  gluuOrganization: {
    may: `c description displayName gluuCustomMessage gluuFaviconImage gluuFederationHostingEnabled gluuLogoImage
      gluuManageIdentityPermission gluuManagerGroup gluuOrgShortName gluuStatus gluuThemeColor gluuWhitePagesEnabled iname
      inum l mail memberOf o oxCreationTimestamp postalCode st street telephoneNumber title uid userPassword`,
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
  gluuPasswordResetRequest: { may: 'creationDate oxGuid personInum' },
  oxTrustConfiguration: {
    may: 'ou oxTrustConfApplication oxTrustConfCacheRefresh oxTrustConfImportPerson oxRevision',
  },
  oxAuthConfiguration: {
    may: 'ou oxAuthConfDynamic oxAuthConfErrors oxAuthConfStatic oxAuthConfWebKeys oxRevision oxWebKeysSettings',
  },
  oxUmaResource: { since: '3.1.0', may: 'displayName inum owner oxRevision description' },
  oxAuthUmaPCT: { since: '3.1.1', may: 'oxGuid' },
  oxCacheEntity: { since: '3.1.4', may: 'oxGuid' },
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
    ...attributes.map(([name, { syntax = 'text', textIn2x }], index) => {
      const inForce = textIn2x === true && !isAtLeast(version, '3.0.0') ? 'text' : syntax;
      return `attributetype ( ${arc}.3.${index + 1} NAME '${name}' ${syntaxes[inForce]} )`;
    }),
    ...classes.map(([name, { kind = 'STRUCTURAL', may }], index) => {
      const allowed = may.split(/\s+/).filter((attribute) => !absent.has(attribute));
      return `objectclass ( ${arc}.4.${index + 1} NAME '${name}' SUP top ${kind} MAY ( ${allowed.join(' $ ')} ) )`;
    }),
    '',
  ].join('\n');
}
