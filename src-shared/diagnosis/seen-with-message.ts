import type { Failure, FailureCode } from '../model/failure';
import type { Ending, Goodbye, MailServerSeen, StageSeen } from '../model/probe';
import { readReply } from './smtp-reply';

/** What came of the message that followed a probe, over a separate connection. */
export interface MessageOutcome {
  delivery?: { reply: string; totalMs: number; goodbye?: Goodbye };
  failure?: Failure;
  /** The failure is that no answer came for this long; `whole`: within the time of the whole test. */
  silence?: { limitMs: number; whole: boolean };
}

/** Failures without a reply that have their own row. */
const endings: Partial<Record<FailureCode, Ending>> = {
  'smtp.unknownEnd': { kind: 'closed' },
  'smtp.dropped': { kind: 'closed' },
  'smtp.protocol': { kind: 'broken', how: 'notSmtp', said: '' },
};
const stages: readonly string[] = [
  'Greeting',
  'EHLO',
  'TLS',
  'Login',
  'Sender',
  'Recipient',
  'Data',
] satisfies StageSeen['step'][];

/**
 * Adds the message to what the probe saw, so that the table explains its reply or refusal as well. A failure that is not
 * about the server's answers leaves it as it is.
 */
export function seenWithMessage(seen: MailServerSeen, { delivery, failure, silence }: MessageOutcome): MailServerSeen {
  const encrypted = seen.tls !== undefined;
  const at = { encrypted, ...(seen.address === undefined ? {} : { address: seen.address }) };
  if (delivery) {
    const reply = readReply([delivery.reply]);
    const { totalMs: ms, goodbye } = delivery;
    // nodemailer is content with a 2 in front; JavaMail wants a whole code.
    const came = reply ? { reply } : { ending: { kind: 'broken', how: 'notSmtp', said: delivery.reply } as const };
    const stage: StageSeen = { step: 'Data', ms, ...at, ...came, ...(goodbye ? { goodbye } : {}) };
    return { ...seen, stages: [...seen.stages, stage] };
  }
  const step = failure?.stage ?? '';
  if (!failure || !stages.includes(step)) return seen;
  const reply = readReply([failure.detail ?? '']);
  const late: Ending | undefined = silence && { kind: 'late', ...silence };
  const ending = reply && reply.code >= 400 ? { kind: 'refused' as const, reply } : (late ?? endings[failure.code]);
  if (!ending) return seen;
  return { ...seen, stages: [...seen.stages, { step: step as StageSeen['step'], ms: 0, ...at, ending }] };
}
