import { KeptMessage } from '../base/kept-message';
import { shows } from '../base/problem';
import * as z from '../base/zod';
import type { Message } from '../texts/message';
import type { Failure } from './failure';
import { mailAddressProblem } from './mail-address';
import type { MailSecurity, TranscriptLine } from './mail-server';
import { ServerId } from './server';
import type { MailDelivery } from './smtp-test';

/** `path`: `/resetPassword/<guid>`; `query`: `/resetPassword.htm?guid=<guid>`. */
export const linkForms = ['path', 'query'] as const;
export type LinkForm = (typeof linkForms)[number];

/**
 * `live`: its link works. `expired`: no more. `superseded`: not expired, but a newer one of the same person is the one that
 * counts. `undated`: its date cannot be read, so nobody can tell, and nothing here calls it expired.
 */
const pendingStates = ['live', 'expired', 'superseded', 'undated'] as const;
export type PendingState = (typeof pendingStates)[number];

const MailAddress = z.string().trim().check(shows(mailAddressProblem));
const Reason = z.string().trim().max(500).optional();
const TypedName = z.string().max(200).optional();

const ofPerson = {
  serverId: ServerId,
  /** The person's `inum`, the name of the entry below ou=people. */
  personInum: z.string().min(1).max(200),
  /** How the link ends, where the version leaves it open; the form of the newer releases if absent. */
  linkForm: z.enum(linkForms).optional(),
};

export const ResetPreviewInput = z.strictObject(ofPerson);
export type ResetPreviewInput = z.output<typeof ResetPreviewInput>;

export const RehearseInput = z.strictObject({
  ...ofPerson,
  to: MailAddress,
});
export type RehearseInput = z.output<typeof RehearseInput>;

/** `to` has to be one of the person's own addresses: whoever gets the mail can set the password. */
export const ResetRequestInput = z.strictObject({ ...RehearseInput.shape, typedName: TypedName, reason: Reason });
export type ResetRequestInput = z.output<typeof ResetRequestInput>;

const ResetRunRef = z.strictObject({ serverId: ServerId, runId: z.uuid() });

export const WithdrawInput = z.strictObject({ ...ResetRunRef.shape, reason: Reason });
export type WithdrawInput = z.output<typeof WithdrawInput>;

/** Where the user, or a mailbox, found the mail. */
export const arrivals = ['inbox', 'spam', 'notYet'] as const;
export const ArrivedInput = z.strictObject({ ...ResetRunRef.shape, where: z.enum(arrivals) });
export type ArrivedInput = z.output<typeof ArrivedInput>;

export const PurgeInput = z.strictObject({
  serverId: ServerId,
  which: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('one'), requestId: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.strictObject({ kind: z.literal('expired') }),
  ]),
  typedName: TypedName,
  reason: Reason,
});
export type PurgeInput = z.output<typeof PurgeInput>;

export const ResetServerInput = z.strictObject({ serverId: ServerId });

/** The mail of one person as the server would send it, and what stands in the way. Every text of it is hostile. */
export interface ResetPreview {
  person: { inum: string; name: string; mails: string[]; status: string };
  from: { name: string; address: string };
  subject: string;
  plain: string;
  /** Only for a frame without scripts and requests: values stand in it unescaped, as Gluu would send them. */
  html?: string;
  /** Oddities of that version's mail, and of these values in it. */
  quirks: Message[];
  /** What the version, as far as LDAP tells it, leaves open. */
  doubts: Message[];
  /** What the working link would look like, its guid left out. */
  linkShape: string;
  /** The forms to choose from, if the version leaves it open. */
  linkForms?: readonly (typeof linkForms)[number][];
  /** How long a link works, in seconds. */
  lifetimeSeconds: number;
  lifetimeProblem?: Message;
  /** Requests of this person that work now and would not after a new one. */
  wouldSupersede: number;
  relay: { host: string; port: number; security: MailSecurity; userName?: string };
  /** The password would go readable: the user is asked for that outside the window. */
  passwordInClear: boolean;
  /** Why no mail can be sent at all, whoever asks. */
  problems: Message[];
  /** Why a real request cannot be written, beside `problems`. */
  requestProblems: Message[];
  /** The server's name has to be typed for a real request. */
  typeName: boolean;
}

const runEventKinds = [
  'begun',
  'written',
  'notWritten',
  'writeUnknown',
  'accepted',
  'refused',
  'mailUnknown',
  'arrived',
  'linkChecked',
  'used',
  'expired',
  'withdrawn',
] as const;

const words = z.string().max(1000);
/** One line of the timeline. `text` is made safe to show; version 1 of the file held words. */
export const RunEvent = z.strictObject({
  at: z.iso.datetime(),
  kind: z.enum(runEventKinds),
  text: KeptMessage,
  /** Whether it is what one hopes for. */
  good: z.boolean().exactOptional(),
});
export type RunEvent = z.output<typeof RunEvent>;

/**
 * One rehearsal or real request as it is kept. The guid of a request is a secret, so only a salted SHA-256 of it is here:
 * enough to find the entry again in LDAP, and nothing to open the link with. Strict: nothing that is not named is kept.
 */
export const ResetRun = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['rehearsal', 'request']),
  /** Stands in the mail's X-Gluu-Console-Token header and in its Message-ID; in a rehearsal also in the subject. */
  token: z.string().regex(/^[0-9A-Z]{8}$/),
  messageId: words,
  beganAt: z.iso.datetime(),
  person: z.strictObject({ inum: words, name: words }),
  to: words,
  relay: words,
  request: z
    .strictObject({
      branchDn: words,
      /** There was no branch before this request: it goes with it if nothing else lies in it. */
      branchAbsent: z.boolean(),
      linkForm: z.enum(linkForms),
      creationDate: words,
      expiresAt: z.iso.datetime(),
      nonce: words,
      seal: z.string().regex(/^[0-9a-f]{64}$/),
      historyId: z.uuid(),
    })
    .exactOptional(),
  /** `open`: a write was begun, and nobody saw its end. */
  entry: z.enum(['none', 'open', 'there', 'gone']),
  /** `open`: sending was begun, and nobody saw its end. */
  mail: z.enum(['none', 'open', 'accepted', 'refused', 'unknown']),
  events: z.array(RunEvent).max(100),
});
export type ResetRun = z.output<typeof ResetRun>;

/** A run as the window shows it. */
export interface ResetRunView extends Omit<ResetRun, 'request'> {
  expiresAt?: string;
  /** The entry of a real request is, or may be, still there: it can be withdrawn. */
  canWithdraw: boolean;
}

/** Leaves out what the window must not have of a request. */
export const viewOfRun = ({ request, ...run }: ResetRun): ResetRunView => ({
  ...run,
  ...(request ? { expiresAt: request.expiresAt } : {}),
  canWithdraw: request !== undefined && (run.entry === 'there' || run.entry === 'open'),
});

/** What a GET of the link came to: whether the page with the form answered, and that as a sentence. */
export interface LinkAnswer {
  good: boolean;
  text: Message;
}

export interface MailPart {
  delivery?: MailDelivery;
  failure?: Failure;
  transcript: TranscriptLine[];
}
export interface RehearseOutcome extends MailPart {
  run: ResetRunView;
}

/**
 * How a real request ended. `notWritten`: nothing is on the server, and no mail went out. `unknown`: it is not known whether
 * the entry is there; no mail went out, and it is settled once the server can be read. `written`: see the mail's part; if
 * that failed the request can be withdrawn.
 */
export type ResetRequestOutcome =
  | ({ kind: 'written'; run: ResetRunView; link?: LinkAnswer; notes: Message[] } & MailPart)
  | { kind: 'notWritten' | 'unknown'; run: ResetRunView; failure: Failure };

/** `gone`: it was no longer there. `unknown`: nobody saw it end; it is settled once the server can be read. */
export type WithdrawOutcome =
  | { kind: 'withdrawn' | 'gone'; run: ResetRunView }
  | { kind: 'notWithdrawn' | 'unknown'; run: ResetRunView; failure: Failure };

export interface PendingRequest {
  /** Means something only in this run of the app; never the guid. */
  requestId: string;
  state: PendingState;
  /** ISO 8601; absent where the date cannot be read. */
  createdAt?: string;
  expiresAt?: string;
  person: { inum: string; name?: string };
  /** The run of this console that wrote it. */
  runId?: string;
}

export interface PendingView {
  /** Newest first, at most 500. */
  requests: PendingRequest[];
  /** Of all requests, shown or not. */
  counts: Record<PendingState, number>;
  more: boolean;
  lifetimeSeconds: number;
  lifetimeProblem?: Message;
  doubts: Message[];
  /** Purging wants the server's name typed. */
  typeName: boolean;
}

/** `gone`: others removed them first. `kept`: they are not what they were when they were listed. */
export interface PurgeOutcome {
  removed: number;
  gone: number;
  kept: number;
  /** Expired requests beyond the number one purge takes. */
  left: number;
  failure?: Failure;
  pending?: PendingView;
}
