import type { CertificateFacts } from '../model/certificate';
import type { Failure } from '../model/failure';
import type { JudgedPassword } from '../model/organization';
import type { MailServerSeen } from '../model/probe';
import type { SaltState } from '../model/salt';
import type { SmtpSettings, SmtpStore } from '../model/smtp-settings';
import type { VersionFacts } from '../model/version';
import type { Words } from '../texts/message';
import type { JvmFacts } from '../verdict/verdict-input';

/** SMTP settings as Java holds them after reading, and what is known of their password. */
export type SmtpRead = SmtpSettings & JudgedPassword;

/** The latest test of a server's mail settings: what it showed, and what of that is not in it. Never a password. */
export interface MailTested {
  seen: MailServerSeen;
  fromName: string;
  /** Absent where it was made without a login. */
  loginMark?: string;
}
/** `broken`: it holds a text that Gluu cannot read. */
export type SmtpSeen = { kind: 'absent' } | { kind: 'broken'; why: Words } | { kind: 'read'; settings: SmtpRead };

/** A whole number of oxTrust's own configuration. `unreadable`: it is there and no number. */
export type NumberSeen = { kind: 'absent' } | { kind: 'number'; value: number } | { kind: 'unreadable' };

/** What oxTrust's own configuration (`oxTrustConfApplication`) says about password reset. */
export interface OxtrustReset {
  /** `applianceUrl`, `applicationUrl` in 4.x; absent if it is not set. */
  linkBase?: string;
  /** `passwordResetRequestExpirationTime`, in seconds. */
  expiration: NumberSeen;
  /** Which of the two keys are not empty, and whether `authenticationRecaptchaEnabled` is on. */
  recaptcha: { siteKey: boolean; secretKey: boolean; switchedOn: boolean };
}
export type OxtrustSeen = { kind: 'absent' } | { kind: 'broken'; why: Words } | { kind: 'read'; reset: OxtrustReset };

/**
 * The branch of pending requests, with how many there are; `more`: at least so many. `unending`: how many of these no timer of 4.3.0
 * or later removes, because they have no `exp`, or no `del` that is true.
 */
export type RequestsSeen =
  | { kind: 'absent' }
  | { kind: 'present'; count: number; more: boolean; unending?: number }
  | { kind: 'unread'; failure: Failure };

/** What looking the name up gave, on this workstation. */
type NameSeen = { kind: 'found'; addresses: string[] } | { kind: 'failed'; failure: Failure };

/** What came of asking for the reminder page by GET, on this workstation. */
export type PageSeen =
  /** `trouble` tells that a page that answers well is another one than it should be: an error's, or one without a form. */
  | { kind: 'answer'; status: number; location?: string; title?: string; trouble?: 'error' | 'noForm' }
  /** Something answered that is no web server. */
  | { kind: 'notHttp'; detail: string }
  | { kind: 'failed'; failure: Failure };

/** The page behind the links of reset mails as this workstation sees it. */
export interface LinkSeen {
  /** The address of the reminder page. */
  url: string;
  host: string;
  /** https, not http. */
  secure: boolean;
  name: NameSeen;
  /** With `distrust` if this workstation does not trust it. */
  certificate?: CertificateFacts;
  /** Absent if the name was not found. */
  page?: PageSeen;
}
/**
 * Why this console does not ask for the page behind what links begin with: it is no web address, it has more than scheme, host and
 * port, or it has a path. The links in reset mails are dead with the first two.
 */
export type UnusableLink = 'noWebAddress' | 'tooMuch' | 'path';
export type LinkCheck = { kind: 'unusable'; why: UnusableLink } | { kind: 'asked'; seen: LinkSeen };

/** How many people there are, and how many of them a reset mail cannot reach or may reach in another's place. */
export type PeopleSeen =
  | {
      kind: 'counted';
      people: number;
      withoutMail: number;
      /** Mail addresses that belong to more than one person. */
      sharedMails: number;
      /** Why the rest was not counted, if so. */
      stopped?: 'limit' | 'time';
    }
  | { kind: 'unread'; failure: Failure };

/** Everything the chain is judged by, read once. */
export interface ReadinessFacts {
  /** The host this console reaches the server by. */
  profileHost: string;
  /** It is reached over SSH, so `profileHost` is a name of the server's own network. */
  overSsh?: boolean;
  /** ISO 8601. */
  checkedAt: string;
  version: VersionFacts;
  /** The values of `passwordResetAllowed`. */
  resetAllowed: string[];
  /** The settings as each kind of store has them; the version decides which one counts. */
  smtp: Record<SmtpStore, SmtpSeen>;
  /** What is known of the salt that the password was looked at with. */
  salt: SaltState;
  oxtrust: OxtrustSeen;
  requests: RequestsSeen;
  /** Absent where oxTrust's configuration gave no address. */
  link?: LinkCheck;
  people: PeopleSeen;
  /** It counts as far as it was made with the stored settings. */
  mailTested?: MailTested;
  /** What is known of the Java runtime of the Gluu Server. */
  jvm?: JvmFacts;
}
