import { problem, problemOf } from '../base/problem';
import * as z from '../base/zod';
import type { HeaderReading } from '../mail/mail-headers';
import { message } from '../texts/message';
import { mailSecurities } from './mail-server';
import { HostName, Pin, Port, SecretChange, type SecretState } from './server';

/** TLS from the first byte is the rule for mailboxes (RFC 8314 section 3.2). */
export const DEFAULT_IMAP_PORT = 993;

/**
 * The header field that carries the token of a test message. The search also looks into Subject and Message-ID, which some
 * relays rewrite.
 */
export const TOKEN_HEADER = 'X-Gluu-Console-Token';

/** What is looked for in the mailbox: letters, digits and hyphens, so that it is the same in every header and search. */
export const MessageToken = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);

const UNSENDABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * What the form of the mailbox holds, and where a stored mailbox password may go. Change one of these and it has to be typed
 * again.
 */
export const MailboxTarget = z.strictObject({
  host: HostName,
  port: Port,
  mode: z.enum(mailSecurities),
  user: z
    .string()
    .trim()
    .min(1, problem(message('problem.mailboxUser')))
    .max(320)
    .refine((text) => !UNSENDABLE.test(text), problem(message('problem.invisible'))),
});
export type MailboxTarget = z.output<typeof MailboxTarget>;

/** The IMAP account in which sent messages are looked for. Its password is in the keychain. */
export const MailboxAccount = MailboxTarget.extend({ pin: Pin.exactOptional() });
export type MailboxAccount = z.output<typeof MailboxAccount>;

/** A password may hold any character that can be sent: no NUL (RFC 4616), no line break, no half of a surrogate pair. */
const TypedPassword = z
  .string()
  .min(1, problem(message('problem.password.empty')))
  .max(1024)
  .refine((text) => !UNSENDABLE.test(text), problem(message('problem.unsendable')));

/** A SecretChange that can only be replaced by something that can be sent as a password. */
const MailboxPasswordChange = SecretChange.superRefine((change, context) => {
  const checked = change.kind === 'replace' ? TypedPassword.safeParse(change.value) : undefined;
  for (const issue of checked?.error?.issues ?? [])
    context.addIssue({ code: 'custom', path: ['value'], message: problem(problemOf(issue)) });
});

/** Input of `mailbox.save`. */
export const MailboxSave = z.strictObject({ draft: MailboxTarget, password: MailboxPasswordChange });
export type MailboxSave = z.output<typeof MailboxSave>;

/** Input of `mailbox.check`: the values on the screen, saved or not. */
export const MailboxCheck = z.strictObject({
  draft: MailboxTarget,
  password: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('stored') }),
    z.strictObject({ kind: z.literal('typed'), value: TypedPassword }),
  ]),
});
export type MailboxCheck = z.output<typeof MailboxCheck>;

/** Input of `mailbox.trust`: a certificate that this mailbox server showed in a check or a wait. */
export const MailboxTrust = z.strictObject({ host: HostName, port: Port, sha256: Pin.shape.sha256 });
export type MailboxTrust = z.output<typeof MailboxTrust>;

const MAX_MAILBOX_WAIT_MS = 600_000;

/** Input of `mailbox.wait`. `since`: when the message was sent, ISO 8601. */
export const MailboxWait = z.strictObject({
  token: MessageToken,
  since: z.iso.datetime(),
  limitMs: z.number().int().min(0).max(MAX_MAILBOX_WAIT_MS),
});
export type MailboxWait = z.output<typeof MailboxWait>;

/** What the window learns of the mailbox; `undefined` where none is set up. */
export interface MailboxView {
  account: MailboxAccount;
  password: SecretState;
}

type MailboxFolderKind = 'inbox' | 'junk' | 'other';

/** A folder that is looked into: `other` is the bin, the archive or "all mail". `path` is as the server names it. */
export interface MailboxFolder {
  kind: MailboxFolderKind;
  path: string;
}

/** What a check found: the folders that would be looked into, the inbox first. */
export interface MailboxSeen {
  folders: MailboxFolder[];
}

/** A message that carries the token. */
export interface FoundMessage {
  kind: 'found';
  folder: MailboxFolder;
  /** From `since` to the moment it was seen here, in ms. */
  afterMs: number;
  /** It lay there at the first look: it took `afterMs` at most. */
  atFirstLook: boolean;
  /** When the mailbox server took it, by its own clock (INTERNALDATE, RFC 9051 section 2.3.3), ISO 8601. */
  receivedAt?: string;
  headers: HeaderReading;
}
export type MailboxFinding = FoundMessage | { kind: 'notYet'; waitedMs: number; folders: MailboxFolder[] };
