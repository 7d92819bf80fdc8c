import type { Message } from '../texts/message';
import type { CertificateFacts } from './certificate';
import type { FieldId, FieldValue, TabId } from './organization';
import type { VersionFacts } from './version';

/** The links of the chain from "forgot password" to a new password, in the order in which a user meets them. */
export const readinessLinkIds = [
  'resetEnabled',
  'smtpComplete',
  'smtpPassword',
  'fromAddress',
  'resetMail',
  'recaptcha',
  'requestBranch',
  'expiry',
  'linkHost',
  'linkCertificate',
  'reminderPage',
  'peopleWithoutMail',
  'sharedMail',
] as const;
export type ReadinessLinkId = (typeof readinessLinkIds)[number];

export type LinkState = 'green' | 'amber' | 'red' | 'notKnown';

/** What the window can do about a link that is no field of Organization Configuration. */
export const readinessActions = [
  /** Open the test of the mail settings, so that the verdict on the reset mail can be given. */
  'testMail',
  /** Open the server's form at its salt. */
  'enterSalt',
  /** Show the certificate of the link itself, where it stands. */
  'showCertificate',
  'showPeopleWithoutMail',
  'showSharedMails',
  'checkAgain',
] as const;
export type ReadinessAction = (typeof readinessActions)[number];

/** One click: a label for the button, and where it leads. `set` holds values to put into the form there. */
export interface ReadinessRemedy {
  label: Message;
  target:
    | { kind: 'field'; tab: TabId; field: FieldId; set?: Partial<Record<FieldId, FieldValue>> }
    | { kind: 'action'; action: ReadinessAction };
}

/** One link as it was found. Every text is plain and safe to show; its label is the message `readiness.link.<id>`. */
export interface ReadinessLink {
  id: ReadinessLinkId;
  state: LinkState;
  /** What was found, as sentences. */
  reason: readonly Message[];
  /** Where the rule was read: repository, branch and file, or an RFC. */
  source: string;
  remedy?: ReadinessRemedy;
  /** What to do where no click of this console does it, as sentences. */
  advice?: readonly Message[];
  /** The certificate of the page behind the link. */
  certificate?: CertificateFacts;
}

/**
 * Whether users can reset their password. `yesBut`: some, or not as well as they should; `untested`: all is answered but how the
 * mail server takes the mail, which nobody asked yet.
 */
export type CanReset = 'yes' | 'yesBut' | 'no' | 'notKnown' | 'untested';

/** The whole chain of one server at one moment. Carries no secret. */
export interface Readiness {
  /** ISO 8601. */
  checkedAt: string;
  version: VersionFacts;
  can: CanReset;
  /** What bears on the answer, the first that a user meets first, causes only: each a short sentence that stands by itself. */
  reasons: readonly Message[];
  /** What is left to do where nothing stands in the way. */
  next?: ReadinessRemedy;
  links: ReadinessLink[];
}

/** The stages of a check, after the server is reached. */
export const readinessSteps = ['Settings', 'Link', 'People'] as const;
