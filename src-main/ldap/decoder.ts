import { type Message, message as sentence } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import type { HelperProcess } from '../ipc/helper-process';
import { createDecodeCache } from './decode-cache';
import { decodeQueue, notLdap } from './decode-queue';
import { type DecodeReplies, type DecodeRequests, unpackMessages } from './decoder-protocol';
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

/** A process that ends once may have been ended by somebody else. */
const MAX_ENDS = 2;
/** The limit is counted in so many turns of this process and not by the clock: a machine that sleeps, or an open dialog, accuses nobody. */
const TURNS = 10;

/**
 * One process that decodes for all connections. It works in turn and keeps no state, and has one piece of requests at a time, of all
 * that waited. Where it does not come to an end with that, each of them is asked by itself, of a new process: so the one that is to
 * blame fails, and no other. Nobody is to blame for a process that does not even start.
 */
export function createDecoder({ spawn, limitMs = 5000, idleMs = 60_000 }: DecoderOptions): Decoder {
  const queue = decodeQueue();
  /** What this process has decoded; it goes with it. */
  const cache = createDecodeCache();
  let process: HelperProcess<DecodeRequests> | undefined;
  let isReady = false;
  let failedStarts = 0;
  let clock: NodeJS.Timeout | undefined;

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
    if (process === undefined || !isReady || queue.isAsked()) return;
    const requests = queue.next();
    if (requests.length > 0) process.post(requests);
    watch();
  }

  function receive(replies: DecodeReplies): void {
    if (replies === 'ready') {
      isReady = true;
      failedStarts = 0;
    } else if (!queue.answer(replies)) {
      ended(); // nothing that this process says can be relied on
      return;
    }
    ask();
  }

  function ended(): void {
    if (!isReady) startFailed(sentence('failure.reason.readerStart'));
    else queue.blame(MAX_ENDS, sentence('failure.reason.readerEnds'));
    restart();
  }

  function startFailed(reason: Message): void {
    failedStarts += 1;
    if (failedStarts < MAX_ENDS) return;
    failedStarts = 0;
    queue.fail((at) => new AppError('ldap.notRead', { at, reason }));
  }

  /** Starts another process for what waits. */
  function restart(): void {
    kill();
    if (queue.isWaiting()) start();
  }

  function kill(): void {
    clearTimeout(clock);
    cache.clear();
    const own = process;
    process = undefined;
    own?.kill();
  }

  /** Begins to count for what is awaited now: that the process starts, what it was asked, or that nobody asks for a while. */
  function watch(): void {
    clearTimeout(clock);
    const isIdle = isReady && !queue.isAsked();
    // What came in the meantime is asked of another one.
    clock = isIdle ? setTimeout(restart, idleMs).unref() : afterTurns(limitMs, late);
  }

  function late(): void {
    const seconds = limitMs / 1000;
    if (isReady) queue.blame(1, sentence('failure.reason.readerLate', { seconds }));
    else startFailed(sentence('failure.reason.readerNotStarted', { seconds }));
    restart();
  }

  return {
    async decode(messages, at) {
      const found = cache.find(messages);
      const isKnown = found.unknown.length === 0;
      if (isKnown && isReady && !queue.isAsked()) clock?.refresh(); // it is not idle
      if (isKnown) return cache.complete(found, []);
      const decoded = queue.add(found.unknown, at);
      if (process === undefined) start();
      else setImmediate(ask); // what comes from other connections in this turn goes along
      return cache.complete(found, unpackMessages(await decoded));
    },
    end() {
      kill();
      queue.fail((at) => new AppError('net.dropped', { at }));
    },
  };
}

/** Calls back once this process has had the turns of `ms`; to be cleared, as it goes on. */
function afterTurns(ms: number, late: () => void): NodeJS.Timeout {
  let turns = 0;
  return setInterval(() => {
    turns += 1;
    if (turns === TURNS) late();
  }, ms / TURNS);
}
