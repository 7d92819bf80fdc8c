import { message } from '../../texts/message';
import { LATER } from '../versions';
import {
  checkBox,
  fact,
  field,
  organizationFields,
  smtpJson,
  smtpJsonConnectProtection,
  smtpJsonRequiresSsl,
} from './field-places';
import { contactEmailAsked } from './field-texts';
import type { FieldDefinition, Page } from './page';

/** The pages from 4.0 on: the settings lie in one entry for all servers of a cluster, and switches are check boxes. */
const entry = 'configuration';

const switches = [
  checkBox('passwordReset', 'passwordResetAllowed'),
  checkBox('scim', 'gluuScimEnabled'),
  checkBox('passport', 'gluuPassportEnabled'),
  checkBox('saml', 'gluuSamlEnabled'),
  checkBox('radius', 'gluuRadiusEnabled'),
  checkBox('userCanEditProfile', 'gluuOrgProfileMgt'),
] as const;
const contactEmail = (more: Partial<FieldDefinition> = {}): FieldDefinition =>
  field('contactEmail', {
    ...{ tab: 'system', entry, control: 'text', attribute: 'oxTrustEmail', storage: 'text' },
    ...more,
  });
const maxLogSize = field('maxLogSize', {
  ...{ tab: 'system', entry, control: 'number', attribute: 'gluuMaxLogSize', storage: 'text' },
});

const organization: readonly FieldDefinition[] = [
  ...organizationFields,
  fact('oxtrustLogo', 'oxtrust', 'oxTrustLogoPath'),
  fact('oxtrustFavicon', 'oxtrust', 'oxTrustFaviconPath'),
  fact('oxauthLogo', 'oxtrust', 'oxAuthLogoPath'),
  fact('oxauthFavicon', 'oxtrust', 'oxAuthFaviconPath'),
];
const libraries = [fact('oxtrustLibraries', 'libraries'), fact('oxauthLibraries', 'libraries')] as const;

const threeTabs = [
  { id: 'system', label: message('label.tab.system') },
  { id: 'smtp', label: message('label.tab.smtp') },
  { id: 'oxtrust', label: message('label.tab.organization') },
] as const;
const fourTabs = [...threeTabs, { id: 'libraries', label: message('label.tab.libraries') }] as const;

const entries = [
  { id: entry, label: 'configuration', place: { anchor: 'configuration' }, asked: 'oxSmtpConfiguration' },
  { id: 'organization', label: 'organization', place: { anchor: 'organization' }, asked: 'displayName' },
] as const;

/** Null members are not written (orm BaseEntryManager.java, ObjectMapper with Include.NON_NULL). */
const newJson = {
  oxSmtpConfiguration: '{"port":0,"requires-ssl":false,"trust-host":false,"requires-authentication":false}',
};
const smtp = [...smtpJson(entry), ...smtpJsonRequiresSsl(entry)];

/** Sources of all: oxTrust organizationForm.xhtml and UpdateOrganizationAction.java, GluuConfiguration.java and GluuOrganization.java of these versions. */
export const pagesOfConfiguration: readonly Page[] = [
  {
    versions: { least: '4.0', most: '4.0.1' },
    entries,
    tabs: threeTabs,
    newJson,
    fields: [...switches, contactEmail(), maxLogSize, ...smtp, ...organization],
  },
  {
    versions: { least: '4.1.0', most: '4.1.3' },
    entries,
    tabs: fourTabs,
    newJson,
    fields: [...switches, contactEmail(), maxLogSize, ...smtp, ...organization, ...libraries],
  },
  {
    versions: { least: '4.2.0', most: '4.3.2' },
    entries,
    tabs: fourTabs,
    newJson,
    fields: [...switches, contactEmail(contactEmailAsked), maxLogSize, ...smtp, ...organization, ...libraries],
  },
  {
    versions: { least: '4.4.0', most: '4.4.0' },
    entries,
    tabs: fourTabs,
    newJson,
    fields: [
      ...switches,
      contactEmail({ ...contactEmailAsked, several: true }),
      maxLogSize,
      ...smtp,
      ...organization,
      ...libraries,
    ],
  },
  {
    versions: { least: '4.4.1', most: LATER },
    entries,
    tabs: fourTabs,
    // A server whose key-store is null sends no mail at all (oxCore version_4.5.5 MailService.java takes its extension).
    newJson: {
      oxSmtpConfiguration: '{"port":0,"trust-host":false,"requires-authentication":false,"key-store":""}',
    },
    fields: [
      ...switches,
      contactEmail({ ...contactEmailAsked, several: true }),
      maxLogSize,
      ...smtpJson(entry),
      ...smtpJsonConnectProtection(entry),
      ...organization,
      ...libraries,
    ],
  },
];
