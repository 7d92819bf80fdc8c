import type { Message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { type DecodeReplies, type DecodeRequests, joined, type PackedMessages } from './decoder-protocol';

interface Pending {
  request: DecodeRequests[number];
  at: string;
  /** How many processes came to no end while they had this request and no other. */
  ends: number;
  /** Asked by itself: a process has ended over the piece that it was in. */
  apart: boolean;
  resolve(messages: PackedMessages): void;
  reject(error: Error): void;
}

/** What is asked in one piece, so that all of it is decoded well before the limit. */
const MOST_IN_PIECE = { requests: 100, bytes: 256 * 1024 };

/** What the process that decodes is asked, one piece of requests at a time, and who is to blame where it comes to no end. */
export function decodeQueue() {
  const waiting: Pending[] = [];
  let asked: Pending[] = [];
  let lastId = 0;

  return {
    isAsked: () => asked.length > 0,
    isWaiting: () => waiting.length > 0,
    /** Rejects with AppError `ldap.notLdap` where the library refuses one, and with what `blame` and `fail` say. */
    add: (messages: readonly Uint8Array[], at: string) =>
      new Promise<PackedMessages>((resolve, reject) => {
        lastId += 1;
        const request = { id: lastId, bytes: joined(messages), ends: endsOf(messages) };
        waiting.push({ request, at, ends: 0, apart: false, resolve, reject });
      }),
    /** The next piece; `answer` and `blame` speak of this one. */
    next(): DecodeRequests {
      asked = waiting.splice(0, pieceOf(waiting));
      return asked.map(({ request }) => request);
    },
    /** Gives false, and takes none of them, where these are no answers to what was asked. */
    answer(replies: Exclude<DecodeReplies, 'ready'>): boolean {
      const had = asked;
      const isAnswer = Array.isArray(replies) && replies.length === had.length;
      if (!isAnswer || had.some(({ request }, place) => Object(replies[place]).id !== request.id)) return false;
      asked = [];
      for (const [place, { at, resolve, reject }] of had.entries()) {
        const reply = replies[place];
        if (reply && 'packed' in reply) resolve(reply.packed);
        else reject(notLdap(at, String(reply?.failed)));
      }
      return true;
    },
    /**
     * The request that the process had by itself fails, once that was so for as many processes as `ends`; all others are to be
     * asked again, each by itself.
     */
    blame(ends: number, reason: Message): void {
      const had = asked;
      asked = [];
      const [one, ...others] = had;
      if (!one) return;
      if (others.length === 0) one.ends += 1;
      if (one.ends >= ends) one.reject(new AppError('ldap.held', { at: one.at, reason }));
      else waiting.unshift(...had.map((each) => Object.assign(each, { apart: true })));
    },
    /** All that was asked or waits fails. */
    fail(errorOf: (at: string) => AppError): void {
      for (const { at, reject } of [...asked.splice(0), ...waiting.splice(0)]) reject(errorOf(at));
    },
  };
}

/** How many of those that wait go in one piece. */
function pieceOf(waiting: readonly Pending[]): number {
  let bytes = 0;
  const tooMuch = waiting.findIndex(({ request, apart }, place) => {
    bytes += request.bytes.length;
    const isFull = place === MOST_IN_PIECE.requests || bytes > MOST_IN_PIECE.bytes;
    return place > 0 && (isFull || apart || waiting[0]?.apart);
  });
  return tooMuch === -1 ? waiting.length : tooMuch;
}

function endsOf(messages: readonly Uint8Array[]): number[] {
  let end = 0;
  return messages.map(({ length }) => {
    end += length;
    return end;
  });
}

export const notLdap = (at: string, said: string): AppError =>
  new AppError('ldap.notLdap', { at, detail: safeText(said) });
