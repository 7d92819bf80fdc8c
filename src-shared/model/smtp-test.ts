import { problem, shows } from '../base/problem';
import * as z from '../base/zod';
import { message } from '../texts/message';
import { mailAddressProblem } from './mail-address';
import { type MailSecurity, mailSecurities, type TestStop, type TranscriptLine, testStops } from './mail-server';
import type { MailServerSeen, ProbeResult, ProbeStep } from './probe';
import { HostName, Port, ServerId } from './server';
import { sshSteps, type Vantage, vantages } from './work';

/** The encryption that stands for oxTrust's one switch "Requires SSL" on this port: 465 starts with TLS (RFC 8314 section 3.3). */
export function securityOf(requiresSsl: boolean, port: number): MailSecurity {
  if (!requiresSsl) return 'none';
  return port === 465 ? 'tls' : 'startTls';
}

const MailAddress = z.string().trim().check(shows(mailAddressProblem));

/** A line break would end a header; NUL separates user name and password in a login (RFC 4616); the rest is no text. */
const UNSENDABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;
const sendable = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !UNSENDABLE.test(text), problem(message('problem.invisible')));

/** A password may hold any character that can be sent: no NUL, no half of a surrogate pair. */
const TypedPassword = z
  .string()
  .min(1, problem(message('problem.password.empty')))
  .max(1024)
  .refine((text) => !text.includes('\0') && !/\p{Cs}/u.test(text), problem(message('problem.unsendable')));

/** The stages of a test with this protection, as far as `until`, in their order. */
export function testSteps(security: MailSecurity, until: TestStop): ProbeStep[] {
  const tls: ProbeStep[] = ['TLS', 'Certificate'];
  const hello: ProbeStep[] = ['Greeting', 'EHLO'];
  const opening = { none: hello, startTls: [...hello, ...tls], tls: [...tls, ...hello] }[security];
  const login: ProbeStep[] = until === 'connect' ? [] : ['Login'];
  const envelope: ProbeStep[] = until === 'recipient' || until === 'send' ? ['Sender', 'Recipient'] : [];
  const text: ProbeStep[] = until === 'send' ? ['Data'] : [];
  return ['Name', 'Connect', ...opening, ...login, ...envelope, ...text, 'Goodbye'];
}

/** How far a test goes from one vantage: where both are looked from, the message goes out from the Gluu Server alone. */
export const stopFrom = (side: Vantage, vantage: Vantage | 'both', until: TestStop): TestStop =>
  side === 'here' && vantage === 'both' && until === 'send' ? 'recipient' : until;

/** All stages of a test from one vantage, known before it starts but for jump hosts. */
export const stepsPlanned = (
  side: Vantage,
  { vantage, security, until }: { vantage: Vantage | 'both'; security: MailSecurity; until: TestStop },
): string[] => [...(side === 'server' ? sshSteps : []), ...testSteps(security, stopFrom(side, vantage, until))];

/**
 * The values on the screen, saved or not. A kept password is the one stored on the server. Strict: whatever the window
 * adds, such as an option of the mail library, is refused instead of dropped.
 */
export const MailTest = z.strictObject({
  serverId: ServerId,
  snapshotId: z.uuid(),
  host: HostName,
  port: Port,
  security: z.enum(mailSecurities),
  /** The switches of the form, for the verdict on what the Gluu Server will do. */
  requiresSsl: z.boolean(),
  trustServer: z.boolean(),
  until: z.enum(testStops),
  /** `server` and `both` need an SSH route. With `both` the message goes out from the Gluu Server, as Gluu's own would. */
  vantage: z.enum([...vantages, 'both']).default('here'),
  fromName: sendable(200),
  fromEmail: MailAddress,
  recipient: MailAddress,
  login: z
    .strictObject({
      userName: sendable(320).min(1, problem(message('problem.smtpUser'))),
      password: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('stored') }),
        z.strictObject({ kind: z.literal('typed'), value: TypedPassword }),
      ]),
    })
    .optional(),
});
export type MailTest = z.output<typeof MailTest>;

export interface MailDelivery {
  /** The server's own words after the last dot. */
  reply: string;
  from: string;
  to: string;
  address: string;
  tls?: { protocol: string; cipher: string; trust: 'system' | 'pin' };
  /** `notUsed`: Requires Authentication is off. A login that is wanted and cannot take place is a failure. */
  login: 'done' | 'notUsed';
  messageId: string;
  /** From the look-up of the name to the server's answer to the text. */
  totalMs: number;
}

/**
 * What one test came to. `delivery`: the server accepted the mail. What else was seen means is told by src-shared/diagnosis.
 */
export interface MailTestOutcome {
  until: TestStop;
  seen: MailServerSeen;
  delivery?: MailDelivery;
  transcript: TranscriptLine[];
  totalMs: number;
  vantage: Vantage;
  /** The same looked at from this workstation, up to the recipient at most, where `vantage` is `server` and both were asked for. */
  here?: ProbeResult;
}

/** The texts of oxTrust's own button (oxTrust version_3.1.2 oxtrust_en.properties, `mail.verify.message.*`). */
export const TEST_SUBJECT = 'SMTP Server Configuration Verification';
export const TEST_BODY = 'SMTP Server Configuration Verification Successful.';
