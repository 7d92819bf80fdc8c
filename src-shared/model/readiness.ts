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
  label: string;
  target:
    | { kind: 'field'; tab: TabId; field: FieldId; set?: Partial<Record<FieldId, FieldValue>> }
    | { kind: 'action'; action: ReadinessAction };
}

/** One link as it was found. Every text is plain and safe to show. */
export interface ReadinessLink {
  id: ReadinessLinkId;
  label: string;
  state: LinkState;
  reason: string;
  /** Where the rule was read: repository, branch and file, or an RFC. */
  source: string;
  remedy?: ReadinessRemedy;
  /** What to do where no click of this console does it. */
  advice?: string;
  /** The certificate of the page behind the link. */
  certificate?: CertificateFacts;
}

/** Whether users can reset their password; `yesBut`: some, or not as well as they should. */
export type CanReset = 'yes' | 'yesBut' | 'no' | 'notKnown';

/** The whole chain of one server at one moment. Carries no secret. */
export interface Readiness {
  /** ISO 8601. */
  checkedAt: string;
  version: VersionFacts;
  can: CanReset;
  /** The answer for the top, with the worst facts. */
  sentence: string;
  /** What is left to do where nothing stands in the way. */
  next?: ReadinessRemedy;
  links: ReadinessLink[];
}

/** The stages of a check, after the server is reached. */
export const readinessSteps = ['Settings', 'Link', 'People'] as const;
