import { type Message, message as sentence } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { HelperProcess } from '../ipc/helper-process';
import {
  type DecodeReplies,
  type DecodeRequest,
  type DecodeRequests,
  joined,
  type PackedMessages,
  unpackMessages,
} from './decoder-protocol';
import { decodeMessage, type LdapMessage } from './ldap-message';

/**
 * Decodes whole, checked messages of one connection, in their order. `at` is where they came from, for failures. Throws
 * AppError `ldap.notLdap` where the library refuses one, `ldap.held` where it did not come to an end with them, and
 * `ldap.notRead` where there is no process to decode them.
 */
export type Decode = (messages: readonly Uint8Array[], at: string) => Promise<LdapMessage[]>;

/** Decodes in this very process, where nothing can end it: for a process that may be ended as a whole, as those of tests. */
export const decodeHere: Decode = async (messages, at) => {
  try {
    return messages.map(decodeMessage);
  } catch (error) {
    throw notLdap(at, String(error));
  }
};

export interface DecoderOptions {
  /** Starts decoder-process.ts. */
  spawn(): HelperProcess<DecodeRequests>;
  /** How long one piece of requests may take, and the start of the process, in ms. The largest request takes under a second. */
  limitMs?: number;
  /** After this time without a request the process is ended, in ms: it costs memory. */
  idleMs?: number;
}

export interface Decoder {
  decode: Decode;
  /** Ends the process; what waits fails as `net.dropped`. The next request starts another one. */
  end(): void;
}

interface Pending {
  request: DecodeRequest;
  at: string;
  /** How many processes came to no end while they had this request and no other. */
  ends: number;
  /** Asked by itself: a process has ended over the piece that it was in. */
  apart: boolean;
  resolve(messages: PackedMessages): void;
  reject(error: Error): void;
}

/** A process that ends once may have been ended by somebody else. */
const MAX_ENDS = 2;
/** The limit is counted in so many turns of this process and not by the clock: a machine that sleeps, or an open dialog, accuses nobody. */
const TURNS = 10;
/** What is asked in one piece, so that all of it is decoded well before the limit. */
const MOST_IN_PIECE = { requests: 100, bytes: 256 * 1024 };

/**
 * One process that decodes for all connections. It works in turn and keeps no state, and has one piece of requests at a time, of all
 * that waited. Where it does not come to an end with that, each of them is asked by itself, of a new process: so the one that is to
 * blame fails, and no other. Nobody is to blame for a process that does not even start.
 */
export function createDecoder({ spawn, limitMs = 5000, idleMs = 60_000 }: DecoderOptions): Decoder {
  const waiting: Pending[] = [];
  /** What the process has now. */
  let asked: Pending[] = [];
  let process: HelperProcess<DecodeRequests> | undefined;
  let isReady = false;
  let failedStarts = 0;
  let clock: NodeJS.Timeout | undefined;
  let isDue = false;
  let lastId = 0;

  function start(): void {
    const own = spawn();
    process = own;
    isReady = false;
    own.onMessage((message) => {
      if (own === process) receive(message as DecodeReplies);
    });
    own.onExit(() => {
      if (own === process) ended();
    });
    watch();
  }

  /** Asks for what waits, unless something is asked already. */
  function ask(): void {
    isDue = false;
    if (process === undefined || !isReady || asked.length > 0) return;
    asked = waiting.splice(0, pieceOf(waiting));
    if (asked.length > 0) process?.post(asked.map(({ request }) => request));
    watch();
  }

  function receive(replies: DecodeReplies): void {
    if (replies === 'ready') {
      isReady = true;
      failedStarts = 0;
    } else if (replies.length !== asked.length || replies.some(({ id }, place) => id !== asked[place]?.request.id)) {
      ended(); // nothing that this process says can be relied on
      return;
    } else {
      const answered = asked;
      asked = [];
      for (const [place, reply] of replies.entries()) {
        const one = answered[place];
        if ('packed' in reply) one?.resolve(reply.packed);
        else one?.reject(notLdap(one.at, reply.failed));
      }
    }
    ask();
  }

  function ended(): void {
    if (!isReady) startFailed(sentence('failure.reason.readerStart'));
    else blame(MAX_ENDS, sentence('failure.reason.readerEnds'));
    restart();
  }

  function startFailed(reason: Message): void {
    failedStarts += 1;
    if (failedStarts < MAX_ENDS) return;
    failedStarts = 0;
    rejectAll(waiting.splice(0), (at) => new AppError('ldap.notRead', { at, reason }));
  }

  /**
   * The request that the process had by itself fails, once it was so for as many processes as `ends`; all others are to be asked
   * again, one by one.
   */
  function blame(ends: number, reason: Message): void {
    const had = asked;
    asked = [];
    const [one, ...others] = had;
    if (!one) return;
    if (others.length === 0) one.ends += 1;
    if (one.ends >= ends) one.reject(new AppError('ldap.held', { at: one.at, reason }));
    else waiting.unshift(...had.map((each) => Object.assign(each, { apart: true })));
  }

  /** Starts another process for what waits. */
  function restart(): void {
    kill();
    if (waiting.length > 0) start();
  }

  function kill(): void {
    clearTimeout(clock);
    const own = process;
    process = undefined;
    own?.kill();
  }

  /** Begins to count for what is awaited now: that the process starts, what it was asked, or that nobody asks for a while. */
  function watch(): void {
    clearTimeout(clock);
    const isIdle = isReady && asked.length === 0;
    clock = isIdle ? setTimeout(kill, idleMs).unref() : afterTurns(limitMs, late);
  }

  function late(): void {
    const seconds = limitMs / 1000;
    if (isReady) blame(1, sentence('failure.reason.readerLate', { seconds }));
    else startFailed(sentence('failure.reason.readerNotStarted', { seconds }));
    restart();
  }

  return {
    decode: (messages, at) =>
      new Promise<PackedMessages>((resolve, reject) => {
        lastId += 1;
        const request = { id: lastId, bytes: joined(messages), ends: endsOf(messages) };
        waiting.push({ request, at, ends: 0, apart: false, resolve, reject });
        if (process === undefined) start();
        else if (!isDue) {
          isDue = true;
          setImmediate(ask); // what comes from other connections in this turn goes along
        }
      }).then(unpackMessages),
    end() {
      kill();
      rejectAll([...asked.splice(0), ...waiting.splice(0)], (at) => new AppError('net.dropped', { at }));
    },
  };
}

/** How many of those that wait are asked in one piece. */
function pieceOf(waiting: readonly Pending[]): number {
  let bytes = 0;
  const tooMuch = waiting.findIndex(({ request, apart }, place) => {
    bytes += request.bytes.length;
    return place > 0 && (apart || waiting[0]?.apart || place === MOST_IN_PIECE.requests || bytes > MOST_IN_PIECE.bytes);
  });
  return tooMuch === -1 ? waiting.length : tooMuch;
}

/** Calls back once this process has had the turns of `ms`; to be cleared, as it goes on. */
function afterTurns(ms: number, late: () => void): NodeJS.Timeout {
  let turns = 0;
  return setInterval(() => {
    turns += 1;
    if (turns === TURNS) late();
  }, ms / TURNS);
}

function endsOf(messages: readonly Uint8Array[]): number[] {
  let end = 0;
  return messages.map(({ length }) => {
    end += length;
    return end;
  });
}

function rejectAll(pending: Pending[], errorOf: (at: string) => AppError): void {
  for (const { at, reject } of pending) reject(errorOf(at));
}

const notLdap = (at: string, said: string) => new AppError('ldap.notLdap', { at, detail: safeText(said) });
