import { randomInt, randomUUID } from 'node:crypto';
import type { ResetRun } from '../../src-shared/model/reset';
import { message } from '../../src-shared/texts/message';
import { safeText } from '../base/safe-text';
import type { ResetFacts } from './reset-facts';

interface NewRun {
  kind: ResetRun['kind'];
  facts: ResetFacts;
  to: string;
  relay: string;
  from: string;
}

/** A run at its beginning, not yet kept. */
export function newRun({ kind, facts, to, relay, from }: NewRun, now: Date): ResetRun {
  const token = newToken();
  const { inum, displayName } = facts.person;
  return {
    id: randomUUID(),
    kind,
    token,
    messageId: newMessageId(token, from),
    beganAt: now.toISOString(),
    person: { inum: safeText(inum), name: safeText(displayName) },
    to,
    relay,
    entry: 'none',
    mail: 'none',
    events: [{ at: now.toISOString(), kind: 'begun', text: message(`reset.event.begun.${kind}`) }],
  };
}

/** Eight signs that are hard to mistake for one another (Crockford's Base32), to find a mail by. */
export function newToken(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A Message-ID that carries the token (RFC 5322 section 3.6.4), in the sender's domain. */
export const newMessageId = (token: string, from: string): string =>
  `<${token.toLowerCase()}.${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`;
