import { readOffer } from '../../src-shared/diagnosis/smtp-reply';
import type { OfferSeen, SmtpReply } from '../../src-shared/model/probe';
import { type Answered, orOdd, type SmtpChannel } from './smtp-channel';
import { StageEnd } from './stage-end';

interface Greeted {
  reply: SmtpReply;
  offer: OfferSeen;
}

/**
 * Says EHLO, and HELO to a server that answers anything but 250, as JavaMail does (RFC 5321 section 3.2 wants it of a refusal).
 * Throws StageEnd: with the answer to EHLO where HELO is refused as well, or the connection was closed over it.
 */
export async function sayHello(
  channel: SmtpChannel,
  name: string,
  signal: AbortSignal,
  limitMs: number,
): Promise<Greeted> {
  const extended = await orOdd(channel.ask(`EHLO ${name}`, 'EHLO', signal, limitMs));
  if (!('said' in extended) && extended.reply.code === 250) return { reply: extended.reply, offer: offerIn(extended) };
  const refused = 'said' in extended ? extended.end : new StageEnd({ kind: 'refused', reply: extended.reply }, 'EHLO');
  const simple = await channel.ask(`HELO ${name}`, 'EHLO', signal, limitMs).catch((error: unknown) => {
    if (error instanceof StageEnd && error.ending.kind !== 'late') throw refused;
    throw error;
  });
  if (simple.reply.code !== 250) throw refused;
  return { reply: simple.reply, offer: offerIn(simple, true) };
}

/** Masked where it is shown; what decides is read from the lines as they came, which may hold the same word as the password. */
function offerIn({ lines, raw }: Answered, heloOnly = false): OfferSeen {
  const { startTls, loginChoice } = readOffer(raw, heloOnly);
  return { ...readOffer(lines, heloOnly), startTls, loginChoice };
}
