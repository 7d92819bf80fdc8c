import type { KnownField } from '../gluu/pages/pages';
import type { Range, Span } from '../gluu/versions';
import type { FieldValue, StoredBeside, StoredPassword } from '../model/organization';
import type { SecretChange } from '../model/server';
import { type ConnectProtection, connectProtections, type FilledSettings } from '../model/smtp-settings';
import type { Message } from '../texts/message';
import { type MailProvider, mailProviders } from './mail-providers';

export type Severity = 'bad' | 'warn' | 'info';

/** What some rules need to know beside the form. An absent fact is unknown, and its rules do not speak. */
export interface LintFacts {
  /** The host this console reaches the server by. */
  profileHost?: string;
  /** `applianceUrl` (4.x: `applicationUrl`) of oxTrust's JSON configuration. */
  linkBase?: string;
  /** `passwordResetRequestExpirationTime` of oxTrust's JSON configuration, in seconds. */
  resetExpirationSeconds?: number;
  /** How many mail addresses belong to more than one person. */
  sharedMails?: number;
  /** What `looksLikeMask` says of the decrypted stored password; only main can ask. */
  storedPasswordIsMask?: boolean;
  /** How many values Contact Email has. */
  contactEmails?: number;
}

/** The values on the screen, saved or not, and what is known of the server they belong to. */
export interface LintInput {
  version: Range;
  /** The form: a draft over what is stored. A field that is absent or null is not set. */
  values: Partial<Record<KnownField, FieldValue>>;
  storedPassword: StoredPassword;
  passwordChange?: SecretChange;
  /** "SMTP Connect Protection", from 4.4.1 on in the place of Requires SSL, where the form does not have it; absent is plain SMTP. */
  connectProtection?: ConnectProtection | null;
  /** From 4.4.1 on: key store, its password and its alias are all set; absent: as they are stored. */
  keyStore?: boolean;
  stored?: StoredBeside;
  facts?: LintFacts;
  /** Takes the place of `mailProviders`. */
  providers?: readonly MailProvider[];
}

/** One click: a label for the button, and the values it puts into the form. */
export interface Remedy {
  label: Message;
  set: Partial<Record<KnownField, FieldValue>>;
}

/** The form as the rules read it: an unset text is empty, an unset port 0, as Gluu takes them. */
export interface Form extends Omit<FilledSettings, 'keyStore'> {
  /** Null or blank: not set. Absent: not known. */
  contactEmail: string | null | undefined;
  connectProtection: ConnectProtection;
  reset: boolean;
  /** From 4.4.1 on: key store, its password and its alias are all set. */
  keyStore: boolean;
  /** What Gluu would find as the password after Update. */
  password: { kind: 'none' } | { kind: 'stored'; as: StoredPassword } | { kind: 'typed'; value: string };
  stored: StoredBeside;
  facts: LintFacts;
  providers: readonly MailProvider[];
}

/** Which versions a rule speaks of, how grave it is there, and when. Rules of one id: the first that finds something. */
interface LintCase {
  versions: readonly Span[];
  severity: Severity;
  find: (form: Form) => { sentence: Message; remedy?: Remedy | undefined } | undefined;
}

export interface LintRule {
  /** The field the finding stands beside. */
  field: KnownField;
  /** Every field whose value can bring the finding or take it away; `smtpPassword` included. */
  reads: readonly KnownField[];
  source: string;
  cases: readonly LintCase[];
  /** What has to be known for it to speak, or the reason why it cannot. */
  unchecked?: (form: Form) => Message | undefined;
}

/** Reads the input with Gluu's own initial values where nothing is set. */
export function formOf(input: LintInput): Form {
  const { values, passwordChange } = input;
  const text = (id: KnownField) => (typeof values[id] === 'string' ? values[id].trim() : '');
  const port = Number(values.smtpPort ?? 0);
  const stored: Form['password'] =
    input.storedPassword === 'none' ? { kind: 'none' } : { kind: 'stored', as: input.storedPassword };
  const changed: Record<SecretChange['kind'], Form['password']> = {
    keep: stored,
    clear: { kind: 'none' },
    replace: { kind: 'typed', value: passwordChange?.kind === 'replace' ? passwordChange.value : '' },
  };
  return {
    host: text('smtpHost'),
    port: Number.isInteger(port) ? port : 0,
    fromName: text('smtpFromName'),
    fromEmail: text('smtpFromEmail'),
    authentication: values.smtpAuthentication === true,
    userName: text('smtpUserName'),
    requiresSsl: values.smtpRequiresSsl === true,
    trustServer: values.smtpTrustServer === true,
    reset: values.passwordReset === true,
    connectProtection:
      connectProtections.find((one) => one === values.smtpConnectProtection) ?? input.connectProtection ?? 'None',
    keyStore: input.keyStore ?? input.stored?.keyStore === 'set',
    password: changed[passwordChange?.kind ?? 'keep'],
    contactEmail: contactEmailOf(values.contactEmail),
    stored: input.stored ?? {},
    facts: input.facts ?? {},
    providers: input.providers ?? mailProviders,
  };
}

const contactEmailOf = (value: FieldValue | undefined): string | null | undefined =>
  typeof value === 'string' || value === null ? value : undefined;
