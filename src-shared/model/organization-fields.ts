import { hasInvisible, hostProblem, portProblem } from './host';
import { mailAddressProblem } from './mail-address';

export const organizationTabs = [
  { id: 'system', label: 'System Configuration' },
  { id: 'smtp', label: 'SMTP Server Configuration' },
  { id: 'oxtrust', label: 'OxTrust Settings' },
  { id: 'oxauth', label: 'oxAuth Settings' },
] as const;
export type OrganizationTab = (typeof organizationTabs)[number]['id'];

/** The entries that hold Organization Configuration: appliance, organization, and oxAuth's configuration entry. */
export type ConfigEntry = 'appliance' | 'organization' | 'oxauth';

/** How a value lies in its attribute: plain text, one of oxTrust's two words, or under a key of a JSON text. */
type Storage = 'text' | 'enabledDisabled' | 'json';

export interface FieldDefinition {
  id: string;
  tab: OrganizationTab;
  /** oxTrust's own label (oxTrust version_3.1.2, oxtrust_en.properties, `organizationForm.*`). */
  label: string;
  control: 'toggle' | 'choice' | 'text' | 'number' | 'secret' | 'fact';
  entry: ConfigEntry;
  /** Absent where LDAP holds nothing of it; `help` then says where it lives. */
  attribute?: string;
  key?: string;
  storage?: Storage;
  /** What a new installation holds. */
  initial: string;
  /** Who reads it, and when a change takes effect. */
  reader: string;
  help: string;
  /** First and last version of the page that shows it; absent means all versions this console edits. */
  since?: string;
  until?: string;
  /** Why a draft value cannot be saved, or undefined. Text controls get text, number controls a number. */
  problem?: (value: string | number) => string | undefined;
}

const textOf = (value: string | number): string => String(value);
const atMost = (max: number) => (value: string | number) => {
  if (hasInvisible(textOf(value))) return 'It contains an invisible character. Type it again.';
  return textOf(value).length > max ? `At most ${max} characters.` : undefined;
};
const optional = (problem: (text: string) => string | undefined) => (value: string | number) =>
  textOf(value) === '' ? undefined : problem(textOf(value));

const PER_REQUEST = 'oxTrust and oxAuth, for each request. No restart.';
const smtpKey = { tab: 'smtp', entry: 'appliance', attribute: 'oxSmtpConfiguration', storage: 'json' } as const;
const flag = { tab: 'system', entry: 'appliance', control: 'choice', storage: 'enabledDisabled' } as const;

/**
 * Every field of Organization Configuration in Gluu 3.1.2 to 3.1.9, in oxTrust's order.
 * Sources: oxTrust version_3.1.2 organizationForm.xhtml, UpdateOrganizationAction.java, GluuAppliance.java,
 * GluuOrganization.java; oxCore version_3.1.2 SmtpConfiguration.java; community-edition-setup templates/appliance.ldif.
 */
export const organizationFields = [
  {
    ...flag,
    id: 'passwordReset',
    label: 'Self-Service Password Reset',
    attribute: 'passwordResetAllowed',
    initial: 'absent, which counts as disabled',
    reader: PER_REQUEST,
    help: 'Lets users ask for a mail with a link to a new password. The login page shows the link whether this is enabled or not.',
  },
  {
    ...flag,
    id: 'scim',
    label: 'SCIM Support',
    attribute: 'gluuScimEnabled',
    initial: 'disabled',
    reader: 'oxTrust, for each SCIM request.',
    help: 'Switches the SCIM endpoints of oxTrust on.',
  },
  {
    ...flag,
    id: 'passport',
    label: 'Passport Support',
    attribute: 'gluuPassportEnabled',
    initial: 'disabled',
    reader: 'oxTrust and Passport, when Passport fetches its configuration.',
    help: 'Switches the Passport integration (social login) on.',
  },
  {
    id: 'dnsServers',
    tab: 'system',
    label: 'DNS Server(s)',
    control: 'text',
    entry: 'appliance',
    attribute: 'gluuApplianceDnsServer',
    storage: 'text',
    initial: 'absent',
    reader: 'oxTrust shows it. Nothing else in 3.1.x is known to read it.',
    help: 'Several are separated by commas. The page of 3.1.2 itself labels it "DNS Server(s) 222".',
    problem: atMost(400),
  },
  {
    id: 'maxLogSize',
    tab: 'system',
    label: 'Maximum Log Size (MB)',
    control: 'number',
    entry: 'appliance',
    attribute: 'gluuMaxLogSize',
    storage: 'text',
    initial: '200',
    reader: 'oxTrust. Its own page refuses less than 200.',
    help: 'A whole number of megabytes, 200 at least (GluuAppliance.java, @Min(200)).',
    problem: (value: string | number) =>
      Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 2_147_483_647
        ? undefined
        : 'A whole number, 200 at least.',
  },
  {
    ...flag,
    id: 'userCanEditProfile',
    label: 'User Can Edit Own Profile',
    attribute: 'gluuOrgProfileMgt',
    initial: 'disabled',
    reader: 'oxTrust, when a user opens the profile page.',
    help: 'Lets users change their own profile in oxTrust.',
  },
  {
    id: 'contactEmail',
    tab: 'system',
    label: 'Contact Email',
    control: 'text',
    entry: 'appliance',
    attribute: 'oxTrustEmail',
    storage: 'text',
    initial: 'absent',
    reader: 'oxTrust shows it to users.',
    help: 'The address users are told to write to. It plays no part in the reset mail.',
    problem: optional(mailAddressProblem),
  },
  {
    ...smtpKey,
    id: 'smtpHost',
    label: 'SMTP Host',
    control: 'text',
    key: 'host',
    initial: 'absent',
    reader: PER_REQUEST,
    help: 'Name or address of the mail server, as the Gluu Server reaches it. "localhost" means the Gluu Server, not this workstation.',
    problem: optional(hostProblem),
  },
  {
    ...smtpKey,
    id: 'smtpFromName',
    label: 'From Name',
    control: 'text',
    key: 'from-name',
    initial: 'absent',
    reader: PER_REQUEST,
    help: 'The name users see as the sender.',
    problem: atMost(200),
  },
  {
    ...smtpKey,
    id: 'smtpFromEmail',
    label: 'From Email Address',
    control: 'text',
    key: 'from-email-address',
    initial: 'absent',
    reader: PER_REQUEST,
    help: 'The sender of test and reset mails. Without it, sending ends in an error page (MailService.java).',
    problem: optional(mailAddressProblem),
  },
  {
    ...smtpKey,
    id: 'smtpAuthentication',
    label: 'Requires Authentication',
    control: 'toggle',
    key: 'requires-authentication',
    initial: 'off',
    reader: PER_REQUEST,
    help: 'Up to Gluu 4.1.3 the host below is ignored when this is off: mail goes to localhost:25 of the Gluu Server (oxTrust issue 1974).',
  },
  {
    ...smtpKey,
    id: 'smtpUserName',
    label: 'SMTP User Name',
    control: 'text',
    key: 'user-name',
    initial: 'absent',
    reader: PER_REQUEST,
    help: 'Often the full mail address.',
    problem: atMost(320),
  },
  {
    ...smtpKey,
    id: 'smtpPassword',
    label: 'SMTP Password',
    control: 'secret',
    key: 'password',
    initial: 'absent',
    reader: PER_REQUEST,
    help: 'Kept encrypted with the salt of the Gluu Server (/etc/gluu/conf/salt). Without the salt this console keeps the stored one as it is.',
  },
  {
    ...smtpKey,
    id: 'smtpRequiresSsl',
    label: 'Requires SSL',
    control: 'toggle',
    key: 'requires-ssl',
    initial: 'off',
    reader: PER_REQUEST,
    help: 'On: TLS from the first byte, and if that fails STARTTLS when the server offers it, else unencrypted. Off: always unencrypted.',
  },
  {
    ...smtpKey,
    id: 'smtpTrustServer',
    label: 'Trust Server',
    control: 'toggle',
    key: 'trust-host',
    initial: 'off',
    reader: 'Stored, but Gluu 3.1.x and 4.0 to 4.4 do not read it (MailService.java).',
    help: 'It has no effect in this version.',
  },
  {
    ...smtpKey,
    id: 'smtpPort',
    label: 'SMTP Port',
    control: 'number',
    key: 'port',
    initial: '0, which counts as not set',
    reader: PER_REQUEST,
    help: 'Usual ports: 587 (STARTTLS), 465 (TLS from the first byte), 25 (relay).',
    problem: (value: string | number) => portProblem(Number(value)),
  },
  {
    id: 'buildDate',
    tab: 'oxtrust',
    label: 'Build Date',
    control: 'fact',
    entry: 'organization',
    initial: 'set by the build',
    reader: 'The oxTrust page only.',
    help: 'Kept inside identity.war on the Gluu Server, not in LDAP, so it cannot be read from here.',
    until: '3.1.3',
  },
  {
    id: 'buildNumber',
    tab: 'oxtrust',
    label: 'Build Number',
    control: 'fact',
    entry: 'organization',
    initial: 'set by the build',
    reader: 'The oxTrust page only.',
    help: 'Kept inside identity.war on the Gluu Server, not in LDAP, so it cannot be read from here.',
    until: '3.1.3',
  },
  {
    id: 'organizationName',
    tab: 'oxtrust',
    label: 'Organization name',
    control: 'text',
    entry: 'organization',
    attribute: 'displayName',
    storage: 'text',
    initial: 'as typed at installation',
    reader: 'oxTrust, from a copy up to 60 seconds old. It also appears in mail texts.',
    help: 'Required, 60 characters at most (GluuOrganization.java).',
    problem: (value: string | number) =>
      textOf(value).trim() === '' ? 'The organization needs a name.' : atMost(60)(value),
  },
  {
    id: 'managerGroup',
    tab: 'oxtrust',
    label: 'Manager group',
    control: 'fact',
    entry: 'organization',
    attribute: 'gluuManagerGroup',
    storage: 'text',
    initial: 'Gluu Manager Group',
    reader: 'oxTrust, to tell administrators from users.',
    help: 'oxTrust shows the group as a link and does not let it be changed here.',
  },
  {
    id: 'organizationLogo',
    tab: 'oxtrust',
    label: 'Organization Logo',
    control: 'fact',
    entry: 'organization',
    attribute: 'gluuLogoImage',
    storage: 'text',
    initial: 'absent: the built-in logo',
    reader: 'oxTrust; browsers keep it up to 30 minutes.',
    help: 'LDAP holds only a description of the image. The picture itself is a file on the Gluu Server, so it cannot be shown or changed from here.',
  },
  {
    id: 'organizationFavicon',
    tab: 'oxtrust',
    label: 'Organization Favicon',
    control: 'fact',
    entry: 'organization',
    attribute: 'gluuFaviconImage',
    storage: 'text',
    initial: 'absent: the built-in icon',
    reader: 'oxTrust; browsers keep it up to 30 minutes.',
    help: 'LDAP holds only a description of the image. The picture itself is a file on the Gluu Server, so it cannot be shown or changed from here.',
  },
  {
    id: 'serverIp',
    tab: 'oxauth',
    label: 'Server IP',
    control: 'text',
    entry: 'oxauth',
    attribute: 'oxWebKeysSettings',
    storage: 'json',
    key: 'server_ip',
    initial: 'absent',
    reader:
      'oxTrust. On a new installation its own page never saves this field (UpdateOrganizationAction.saveWebKeySettings).',
    help: 'Address under which the server publishes its keys. This console writes it together with the time of the change.',
    problem: optional(hostProblem),
  },
] as const satisfies readonly FieldDefinition[];

export type FieldId = (typeof organizationFields)[number]['id'];
export const fieldIds = organizationFields.map((field) => field.id) as [FieldId, ...FieldId[]];

const byId = new Map<FieldId, FieldDefinition>(organizationFields.map((field) => [field.id, field]));

/** The field that lies in an attribute, or under a key of its JSON; undefined if none does. */
export const fieldAt = (attribute: string, key: string | undefined): FieldDefinition | undefined =>
  organizationFields.find((field: FieldDefinition) => field.attribute === attribute && field.key === key);

/** The definition of a field. */
export function fieldOf(id: FieldId): FieldDefinition {
  const field = byId.get(id);
  if (!field) throw new Error(`no field ${id}`);
  return field;
}
