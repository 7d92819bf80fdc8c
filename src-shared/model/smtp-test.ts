import type { Failure } from '../failure';
import * as z from '../zod';
import { mailAddressProblem } from './mail-address';
import { HostName, Port, ServerId } from './server';

/** How the mail connection is encrypted: not at all, by STARTTLS (required), or from the first byte. */
export const mailSecurities = ['none', 'startTls', 'tls'] as const;
export type MailSecurity = (typeof mailSecurities)[number];
export const mailSecurityLabels: Record<MailSecurity, string> = {
  none: 'None',
  startTls: 'STARTTLS',
  tls: 'TLS from the start',
};

/** The encryption that stands for oxTrust's one switch "Requires SSL" on this port: 465 starts with TLS (RFC 8314 section 3.3). */
export function securityOf(requiresSsl: boolean, port: number): MailSecurity {
  if (!requiresSsl) return 'none';
  return port === 465 ? 'tls' : 'startTls';
}

const MailAddress = z
  .string()
  .trim()
  .refine((text) => mailAddressProblem(text) === undefined, {
    error: (issue) => mailAddressProblem(String(issue.input)) ?? '',
  });

/** The values on the screen, saved or not. A kept password is the one stored on the server. */
export const MailTest = z.object({
  serverId: ServerId,
  snapshotId: z.uuid(),
  host: HostName,
  port: Port,
  security: z.enum(mailSecurities),
  fromName: z.string().max(200),
  fromEmail: MailAddress,
  recipient: MailAddress,
  login: z
    .object({
      userName: z.string().min(1, 'Requires Authentication is on, but the user name is empty.').max(320),
      password: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('stored') }),
        z.object({ kind: z.literal('typed'), value: z.string().min(1, 'Enter the password.').max(1024) }),
      ]),
    })
    .optional(),
  /** The user said, for this one test, that the password may go over an unencrypted connection. */
  clearTextConsent: z.boolean(),
});
export type MailTest = z.output<typeof MailTest>;

/** One line of the conversation. Passwords and login blobs are replaced before it leaves main. */
export interface TranscriptLine {
  /** Milliseconds since the test began. */
  at: number;
  side: 'client' | 'server' | 'note';
  encrypted: boolean;
  text: string;
}

export interface MailDelivery {
  /** The server's own words after the last dot. */
  reply: string;
  from: string;
  to: string;
  address: string;
  tls?: { protocol: string; cipher: string; trust: 'system' | 'pin' };
  /** Whether a login took place; `notOffered` means user and password were not tested. */
  login: 'done' | 'notUsed';
  messageId: string;
  totalMs: number;
  transcript: TranscriptLine[];
}

export type MailTestOutcome =
  | { kind: 'delivered'; delivery: MailDelivery }
  | { kind: 'failed'; failure: Failure; transcript: TranscriptLine[]; totalMs: number };

export const TEST_SUBJECT = 'SMTP Server Configuration Verification';
export const TEST_BODY = 'SMTP Server Configuration Verification Successful.';
