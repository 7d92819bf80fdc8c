import { message } from '../../texts/message';
import {
  fact,
  field,
  organizationFields,
  smtpAttributeFields,
  smtpJson,
  smtpJsonRequiresSsl,
  wordSwitch,
} from './field-places';
import { logSizeFrom } from './field-texts';
import type { EntrySpec, FieldDefinition, Page } from './page';

/** The pages up to 3.1.9: the settings lie in the entry of the appliance, and switches are one of two words. */
const entry = 'appliance';

const system = [wordSwitch('passwordReset', 'passwordResetAllowed'), wordSwitch('scim', 'gluuScimEnabled')] as const;
const passport = wordSwitch('passport', 'gluuPassportEnabled');

/** The bundles of 3.1.0 to 3.1.4 have another label for the DNS servers. */
const restOfSystem = [
  field('dnsServers', {
    ...{ tab: 'system', entry, control: 'text', attribute: 'gluuApplianceDnsServer', storage: 'text' },
    otherLabel: { label: message('label.dnsServers222'), versions: { least: '3.1.0', most: '3.1.4' } },
  }),
  field('maxLogSize', {
    ...{ tab: 'system', entry, control: 'number', attribute: 'gluuMaxLogSize', storage: 'text' },
    problem: logSizeFrom(200), // GluuAppliance.java, @Min(200)
  }),
  wordSwitch('userCanEditProfile', 'gluuOrgProfileMgt'),
  field('contactEmail', { tab: 'system', entry, control: 'text', attribute: 'oxTrustEmail', storage: 'text' }),
] as const;

const builds = { versions: { most: '3.1.3' } } as const;
const oxtrust: readonly FieldDefinition[] = [
  fact('buildDate', 'oxtrust', undefined, builds),
  fact('buildNumber', 'oxtrust', undefined, builds),
  ...organizationFields,
  fact('organizationLogo', 'oxtrust', 'gluuLogoImage'),
  fact('organizationFavicon', 'oxtrust', 'gluuFaviconImage'),
];
const serverIp: FieldDefinition = field('serverIp', {
  ...{
    tab: 'oxauth',
    entry: 'oxauth',
    control: 'text',
    attribute: 'oxWebKeysSettings',
    storage: 'json',
    key: 'server_ip',
  },
  alsoSets: { key: 'update_at', value: 'now' }, // UpdateOrganizationAction.saveWebKeySettings
});

const threeTabs = [
  { id: 'system', label: message('label.tab.system') },
  { id: 'smtp', label: message('label.tab.smtp') },
  { id: 'oxtrust', label: message('label.tab.oxtrust') },
] as const;
const fourTabs = [...threeTabs, { id: 'oxauth', label: message('label.tab.oxauth') }] as const;

const twoEntries = (asked: string): readonly EntrySpec[] => [
  { id: entry, label: 'appliance', place: { anchor: 'configuration' }, asked },
  { id: 'organization', label: 'organization', place: { anchor: 'organization' }, asked: 'displayName' },
];
const oxauth: EntrySpec = {
  id: 'oxauth',
  label: 'oxAuth',
  place: { anchor: 'configuration', rdns: 'ou=oxauth,ou=configuration' },
  asked: 'oxWebKeysSettings',
};

/** What UpdateOrganizationAction.java (version_2.4.4 line 206, version_3.1.1 line 258) makes of attributes that are not there. */
const copyAtFirst = {
  oxSmtpConfiguration:
    '{"host":null,"port":25,"requiresSsl":false,"fromName":null,"fromEmailAddress":null,' +
    '"requiresAuthentication":false,"userName":null,"password":null}',
};

const withAttributes = {
  entries: twoEntries('gluuSmtpHost'),
  tabs: threeTabs,
  newJson: copyAtFirst,
} as const;

/** Sources: oxTrust organizationForm.xhtml, UpdateOrganizationAction.java and GluuAppliance.java of version_2.4.4. */
const page24: Page = {
  ...withAttributes,
  versions: { least: '2.4', most: '2.4.4' },
  fields: [
    wordSwitch('whitePages', 'gluuWhitePagesEnabled'),
    ...system,
    ...restOfSystem,
    ...smtpAttributeFields(entry),
    ...oxtrust,
  ],
};

const fields30 = [...system, passport, ...restOfSystem, ...smtpAttributeFields(entry), ...oxtrust];

/** The same of version_3.0.2 and version_3.1.0; both show the same fields. */
const page30: Page = { ...withAttributes, versions: { least: '3.0.0', most: '3.1.0' }, fields: fields30 };

/** The same of version_3.1.1, where the tab of oxAuth came. */
const page311: Page = {
  versions: { least: '3.1.1', most: '3.1.1' },
  entries: [...withAttributes.entries, oxauth],
  tabs: fourTabs,
  newJson: copyAtFirst,
  fields: [...fields30, serverIp],
};

/**
 * Organization Configuration of Gluu 3.1.2 to 3.1.9.
 * Sources: oxTrust version_3.1.2 organizationForm.xhtml, UpdateOrganizationAction.java, GluuAppliance.java,
 * GluuOrganization.java; oxCore version_3.1.2 SmtpConfiguration.java; community-edition-setup templates/*.ldif.
 */
export const page31 = {
  versions: { least: '3.1.2', most: '3.1.9' },
  entries: [...twoEntries('oxSmtpConfiguration'), oxauth],
  tabs: fourTabs,
  // What Jackson 1.9.13 writes for a new SmtpConfiguration, in its order (oxCore version_3.1.2 SmtpConfiguration.java; measured).
  newJson: {
    oxSmtpConfiguration:
      '{"host":null,"port":0,"password":null,"requires-ssl":false,"trust-host":false,"from-name":null,' +
      '"from-email-address":null,"requires-authentication":false,"user-name":null}',
  },
  fields: [
    ...system,
    passport,
    ...restOfSystem,
    ...smtpJson(entry),
    ...smtpJsonRequiresSsl(entry),
    ...oxtrust,
    serverIp,
  ],
} as const satisfies Page;

export const pagesOfAppliance: readonly Page[] = [page24, page30, page311, page31];
