import { problem, shows } from '../base/problem';
import * as z from '../base/zod';
import { type Message, message } from '../texts/message';
import { dnProblem } from './dn';
import { environments, isProduction } from './environment';
import { invisibleProblem } from './host';
import { HostName, Port } from './host-fields';
import { Route, WayText } from './route';
import { routeText } from './route-text';
import type { Vantage } from './work';

export { type Environment, environmentLabels, environments, isProduction } from './environment';
export { HostName, Port } from './host-fields';

export const ServerId = z.uuid().brand<'ServerId'>();
export type ServerId = z.output<typeof ServerId>;

/** For how long writing to a production server is allowed at a time. */
export const writingMinutes = 15;

/** How the LDAP connection is protected. Plain sends the password readable and is only for a loopback listener. */
export const ldapModes = ['ldaps', 'startTls', 'plain'] as const;
export type LdapMode = (typeof ldapModes)[number];
export const ldapModeLabels: Record<LdapMode, Message> = {
  ldaps: message('servers.mode.ldaps'),
  startTls: message('servers.mode.startTls'),
  plain: message('servers.mode.plain'),
};

/** The bind DNs Gluu's setup makes: OpenDJ's and OpenLDAP's (community-edition-setup setup.py, `ldap_binddn`). */
export const knownBindDns = ['cn=directory manager', 'cn=directory manager,o=gluu'] as const;
export const DEFAULT_LDAP_PORT = 1636;

const line = (max: number) => z.string().trim().max(max).check(shows(invisibleProblem));

/** Where a stored secret may go. Change one of these and the secret has to be typed again. */
export const LdapTarget = z.object({
  host: HostName,
  port: Port,
  mode: z.enum(ldapModes),
  bindDn: z.string().trim().max(1000).check(shows(dnProblem)),
  /** By which SSH route (routeText), if any: `localhost` there is another place than `localhost` here. */
  via: z.string().exactOptional(),
});
export type LdapTarget = z.output<typeof LdapTarget>;

/** What the form holds: everything of a server but its identity, its pin and its secrets. */
export const ServerDraft = z.object({
  name: line(80).min(1, problem(message('problem.serverName'))),
  group: line(80),
  environment: z.enum(environments),
  notes: z.string().max(4000),
  ...LdapTarget.omit({ via: true }).shape,
  /** How its network is reached; also where SMTP can be probed from. */
  route: Route,
  /** Of a production server this is always on in what is stored: writing to it is allowed for a time only. */
  readOnly: z.boolean(),
});
export type ServerDraft = z.output<typeof ServerDraft>;

/** A certificate the user trusted for this server, SHA-256 over its DER as upper-case hex pairs with colons. */
export const Pin = z.object({
  sha256: z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  acceptedAt: z.iso.datetime(),
});
export type Pin = z.output<typeof Pin>;

/** A mail server's certificate the user trusted while testing for this Gluu Server. */
export const MailPin = Pin.extend({
  host: HostName,
  port: Port,
  /** By which SSH route (routeText), if any: the same host and port there may be another machine. */
  via: WayText.exactOptional(),
});
export type MailPin = z.output<typeof MailPin>;

/** The folder an installation lies in, as main told it: `/` or one of `/opt/gluu-server…`. */
export const InstallationRoot = z.string().regex(/^\/(opt\/gluu-server[\w.-]{0,40}\/?)?$/);

/** What Gluu's own files said of the version when the server was added. */
const FoundVersion = z.object({
  /** As the folder is named, or as which files there are tells: `3.1.7.sp1`, `4.x`. */
  version: z.string().regex(/^\d{1,2}(\.[\w.]{1,15})?$/),
  root: InstallationRoot,
  foundAt: z.iso.datetime(),
});

export const ServerProfile = ServerDraft.extend({
  id: ServerId,
  pin: Pin.exactOptional(),
  foundVersion: FoundVersion.exactOptional(),
  mailPins: z.array(MailPin).max(50).exactOptional(),
  favourite: z.boolean().exactOptional(),
});
export type ServerProfile = z.output<typeof ServerProfile>;

/** Where a mail server is reached for a profile. */
export type MailPlace = Pick<MailPin, 'host' | 'port' | 'via'>;

/** Where a mail server is as it is looked at for a profile: from this computer, or over its route. */
export function mailPlace({ route }: Pick<ServerDraft, 'route'>, host: string, port: number, from: Vantage): MailPlace {
  const via = from === 'server' ? routeText(route) : undefined;
  return { host, port, ...(via === undefined ? {} : { via }) };
}

export const isSameMailPlace = (one: MailPlace, other: MailPlace): boolean =>
  one.host === other.host && one.port === other.port && one.via === other.via;

/** The trusted certificate of a mail server there. */
export const mailPinAt = ({ mailPins }: Pick<ServerProfile, 'mailPins'>, place: MailPlace): MailPin | undefined =>
  mailPins?.find((pin) => isSameMailPlace(pin, place));

/** A profile as it is kept and carried: that writing to production is allowed is never part of it. */
export const asStored = <T extends ServerDraft>(profile: T): T =>
  isProduction(profile) ? { ...profile, readOnly: true } : profile;

/** A write-only secret field. A typed value travels to main only; nothing travels back. */
export const SecretChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep') }),
  z.object({ kind: z.literal('replace'), value: z.string().min(1).max(65536) }),
  z.object({ kind: z.literal('clear') }),
]);
export type SecretChange = z.output<typeof SecretChange>;

const SALT_LENGTH = 24;
/**
 * Says why a text cannot be a Gluu Server's salt, or undefined. Java's trim() decides what counts, and the first 24
 * characters are the key (oxCore StringEncrypter.java).
 */
export function saltProblem(salt: string): Message | undefined {
  if (/^\s*encodeSalt/.test(salt)) return message('problem.salt.key');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: Java's trim() takes these away
  const trimmed = salt.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$/g, '');
  return trimmed.length >= SALT_LENGTH ? undefined : message('problem.salt.tooShort');
}

/** A SecretChange that may be left out. */
export const OptionalSecretChange = SecretChange.default({ kind: 'keep' });

/** A SecretChange whose new value can be a salt. Blanks around it are dropped. */
export const SaltChange = SecretChange.transform((change) =>
  change.kind === 'replace' ? { ...change, value: change.value.trim() } : change,
).superRefine((change, context) => {
  const wrong = change.kind === 'replace' ? saltProblem(change.value) : undefined;
  if (wrong) context.addIssue({ code: 'custom', path: ['value'], message: problem(wrong) });
});

/** `unknown`: the keychain has not answered yet, or where the route leads cannot be told. */
export type SecretState = 'stored' | 'none' | 'boundElsewhere' | 'locked' | 'unknown';

/** A server as the list shows it. */
export interface ServerSummary extends ServerProfile {
  demo: boolean;
  /** What the console says of a demo server, in place of notes. */
  hints?: readonly Message[];
  /** Production only: until when it may be written to, as ISO 8601. */
  writingUntil?: string;
  secrets: { bindPassword: SecretState; salt: SecretState; sshPassword: SecretState; sshPassphrase: SecretState };
}
