import { hasInvisible, hostProblem, portProblem } from '../../model/host';
import { mailAddressProblem } from '../../model/mail-address';
import { type Message, message, verbatim } from '../../texts/message';
import type { FieldDefinition } from './page';

type FieldTexts = Pick<FieldDefinition, 'label' | 'initial' | 'reader' | 'help' | 'problem' | 'required'>;

const textOf = (value: string | number): string => String(value);
const atMost = (max: number) => (value: string | number) => {
  if (hasInvisible(textOf(value))) return message('problem.invisible');
  return textOf(value).length > max ? message('problem.tooLong', { max }) : undefined;
};
const optional = (problem: (text: string) => Message | undefined) => (value: string | number) =>
  textOf(value) === '' ? undefined : problem(textOf(value));

/** A whole number of megabytes; Java's int. */
export const logSizeFrom = (least: number) => (value: string | number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= 2_147_483_647
    ? undefined
    : message('field.problem.logSize', { least });

const PER_REQUEST = message('field.reader.perRequest');
const absent = message('field.initial.absent');
const disabled = message('field.initial.disabled');
const off = message('field.initial.off');

/**
 * What is said of a setting and asked of its values on every page that has it. One id means the same setting everywhere. Labels:
 * oxtrust_en.properties and oxtrust.properties, `organizationForm.*`. A page that shows another label or asks for more says so itself.
 */
export const fieldTexts = {
  whitePages: {
    label: message('label.whitePages'),
    initial: disabled,
    reader: message('field.whitePages.reader'),
    help: message('field.whitePages.help'),
  },
  passwordReset: {
    label: message('label.passwordReset'),
    initial: message('field.passwordReset.initial'),
    reader: PER_REQUEST,
    help: message('field.passwordReset.help'),
  },
  scim: {
    label: message('label.scim'),
    initial: disabled,
    reader: message('field.scim.reader'),
    help: message('field.scim.help'),
  },
  passport: {
    label: message('label.passport'),
    initial: disabled,
    reader: message('field.passport.reader'),
    help: message('field.passport.help'),
  },
  saml: {
    label: message('label.saml'),
    initial: disabled,
    reader: message('field.saml.reader'),
    help: message('field.saml.help'),
  },
  radius: {
    label: message('label.radius'),
    initial: disabled,
    reader: message('field.radius.reader'),
    help: message('field.radius.help'),
  },
  dnsServers: {
    label: message('label.dnsServers'),
    initial: absent,
    reader: message('field.dnsServers.reader'),
    help: message('field.dnsServers.help'),
    problem: atMost(400),
  },
  maxLogSize: {
    required: true,
    label: message('label.maxLogSize'),
    initial: verbatim('200'),
    reader: message('field.maxLogSize.reader'),
    help: message('field.maxLogSize.help'),
    problem: logSizeFrom(0),
  },
  userCanEditProfile: {
    label: message('label.userCanEditProfile'),
    initial: disabled,
    reader: message('field.userCanEditProfile.reader'),
    help: message('field.userCanEditProfile.help'),
  },
  contactEmail: {
    label: message('label.contactEmail'),
    initial: absent,
    reader: message('field.contactEmail.reader'),
    help: message('field.contactEmail.help'),
    problem: optional(mailAddressProblem),
  },
  smtpHost: {
    label: message('label.smtpHost'),
    initial: absent,
    reader: PER_REQUEST,
    help: message('field.smtpHost.help'),
    problem: optional(hostProblem),
  },
  smtpFromName: {
    label: message('label.smtpFromName'),
    initial: absent,
    reader: PER_REQUEST,
    help: message('field.smtpFromName.help'),
    problem: atMost(200),
  },
  smtpFromEmail: {
    label: message('label.smtpFromEmail'),
    initial: absent,
    reader: PER_REQUEST,
    help: message('field.smtpFromEmail.help'),
    problem: optional(mailAddressProblem),
  },
  smtpAuthentication: {
    label: message('label.smtpAuthentication'),
    initial: off,
    reader: PER_REQUEST,
    help: message('field.smtpAuthentication.help'),
  },
  smtpUserName: {
    label: message('label.smtpUserName'),
    initial: absent,
    reader: PER_REQUEST,
    help: message('field.smtpUserName.help'),
    problem: atMost(320),
  },
  smtpPassword: {
    label: message('label.smtpPassword'),
    initial: absent,
    reader: PER_REQUEST,
    help: message('field.smtpPassword.help'),
  },
  smtpRequiresSsl: {
    label: message('label.smtpRequiresSsl'),
    initial: off,
    reader: PER_REQUEST,
    help: message('field.smtpRequiresSsl.help'),
  },
  smtpConnectProtection: {
    required: true,
    label: message('label.smtpConnectProtection'),
    initial: absent,
    reader: PER_REQUEST,
    help: message('field.smtpConnectProtection.help'),
  },
  smtpTrustServer: {
    label: message('label.smtpTrustServer'),
    initial: off,
    reader: message('field.smtpTrustServer.reader'),
    help: message('field.smtpTrustServer.help'),
  },
  smtpPort: {
    label: message('label.smtpPort'),
    initial: message('field.smtpPort.initial'),
    reader: PER_REQUEST,
    help: message('field.smtpPort.help'),
    problem: (value: string | number) => portProblem(Number(value)),
  },
  smtpKeyStore: {
    label: message('label.smtpKeyStore'),
    initial: message('field.smtpKeyStore.initial'),
    reader: PER_REQUEST,
    help: message('field.smtpKeyStore.help'),
    problem: atMost(1000),
  },
  smtpKeyStorePassword: {
    label: message('label.smtpKeyStorePassword'),
    initial: message('field.smtpKeyStorePassword.initial'),
    reader: PER_REQUEST,
    help: message('field.smtpKeyStorePassword.help'),
  },
  smtpKeyStoreAlias: {
    label: message('label.smtpKeyStoreAlias'),
    initial: verbatim('smtp_sig_ec256'),
    reader: PER_REQUEST,
    help: message('field.smtpKeyStoreAlias.help'),
    problem: atMost(320),
  },
  smtpSigningAlgorithm: {
    label: message('label.smtpSigningAlgorithm'),
    initial: verbatim('SHA256withECDSA'),
    reader: PER_REQUEST,
    help: message('field.smtpSigningAlgorithm.help'),
    problem: atMost(100),
  },
  buildDate: {
    label: message('label.buildDate'),
    initial: message('field.buildDate.initial'),
    reader: message('field.buildDate.reader'),
    help: message('field.buildDate.help'),
  },
  buildNumber: {
    label: message('label.buildNumber'),
    initial: message('field.buildDate.initial'),
    reader: message('field.buildDate.reader'),
    help: message('field.buildDate.help'),
  },
  organizationName: {
    required: true,
    label: message('label.organizationName'),
    initial: message('field.organizationName.initial'),
    reader: message('field.organizationName.reader'),
    help: message('field.organizationName.help'),
    problem: (value: string | number) =>
      textOf(value).trim() === '' ? message('field.problem.organizationName') : atMost(60)(value),
  },
  managerGroup: {
    label: message('label.managerGroup'),
    initial: verbatim('Gluu Manager Group'),
    reader: message('field.managerGroup.reader'),
    help: message('field.managerGroup.help'),
  },
  organizationLogo: {
    label: message('label.organizationLogo'),
    initial: message('field.organizationLogo.initial'),
    reader: message('field.organizationLogo.reader'),
    help: message('field.organizationLogo.help'),
  },
  organizationFavicon: {
    label: message('label.organizationFavicon'),
    initial: message('field.organizationFavicon.initial'),
    reader: message('field.organizationLogo.reader'),
    help: message('field.organizationLogo.help'),
  },
  oxtrustLogo: {
    label: message('label.oxtrustLogo'),
    initial: message('field.organizationLogo.initial'),
    reader: message('field.organizationLogo.reader'),
    help: message('field.logoPath.help'),
  },
  oxtrustFavicon: {
    label: message('label.oxtrustFavicon'),
    initial: message('field.organizationFavicon.initial'),
    reader: message('field.organizationLogo.reader'),
    help: message('field.logoPath.help'),
  },
  oxauthLogo: {
    label: message('label.oxauthLogo'),
    initial: message('field.organizationLogo.initial'),
    reader: message('field.oxauthLogo.reader'),
    help: message('field.logoPath.help'),
  },
  oxauthFavicon: {
    label: message('label.oxauthFavicon'),
    initial: message('field.organizationFavicon.initial'),
    reader: message('field.oxauthLogo.reader'),
    help: message('field.logoPath.help'),
  },
  oxtrustLibraries: {
    label: message('label.oxtrustLibraries'),
    initial: message('field.libraries.initial'),
    reader: message('field.libraries.reader'),
    help: message('field.libraries.help'),
  },
  oxauthLibraries: {
    label: message('label.oxauthLibraries'),
    initial: message('field.libraries.initial'),
    reader: message('field.libraries.reader'),
    help: message('field.libraries.help'),
  },
  serverIp: {
    label: message('label.serverIp'),
    initial: absent,
    reader: message('field.serverIp.reader'),
    help: message('field.serverIp.help'),
    problem: optional(hostProblem),
  },
} as const satisfies Record<string, FieldTexts>;

/** The id of a field that some page has. One id means the same setting on every page. */
export type KnownField = keyof typeof fieldTexts;
export const knownFields = Object.keys(fieldTexts) as [KnownField, ...KnownField[]];

/** What `f:validateRegex` of organizationForm.xhtml, version_4.2.0 and later, lets through. */
const OXTRUST_ADDRESS = /^[\w.-]*[a-z0-9_]@[\w.-]*[a-z0-9]\.[a-z][a-z.]*[a-z]$/i;

/** From 4.2.0 on the page asks for a contact address, and for one of few characters. */
export const contactEmailAsked = {
  required: true,
  problem: (value: string | number) =>
    mailAddressProblem(textOf(value)) ??
    (OXTRUST_ADDRESS.test(textOf(value)) ? undefined : message('field.problem.contactEmail')),
} as const;
