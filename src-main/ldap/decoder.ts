import { type Message, message as sentence } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import type { HelperProcess } from '../ipc/helper-process';
import { type DecodeReply, type DecodeRequest, joined, type PackedMessages, unpackMessages } from './decoder-protocol';
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
  spawn(): HelperProcess<DecodeRequest>;
  /** How long one request may take, and the start of the process, in ms. The largest request takes under a second. */
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
  /** How many processes ended with this request at the head. */
  ends: number;
  resolve(messages: PackedMessages): void;
  reject(error: Error): void;
}

/** A process that ends once may have been ended by somebody else. */
const MAX_ENDS = 2;
/** The limit is counted in so many turns of this process and not by the clock: a machine that sleeps, or an open dialog, accuses nobody. */
const TURNS = 10;

/**
 * One process that decodes for all connections. It works in turn and keeps no state, so where it does not come to an end, the
 * request at the head is to blame: that one fails, and those behind it are asked again of a new process. Nobody is to blame for a
 * process that does not even start.
 */
export function createDecoder({ spawn, limitMs = 5000, idleMs = 60_000 }: DecoderOptions): Decoder {
  const queue: Pending[] = [];
  let process: HelperProcess<DecodeRequest> | undefined;
  let isReady = false;
  let failedStarts = 0;
  let clock: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): void {
    const own = spawn();
    process = own;
    isReady = false;
    own.onMessage((message) => {
      if (own === process) receive(message as DecodeReply);
    });
    own.onExit(() => {
      if (own === process) ended();
    });
    watch();
  }

  function receive(reply: DecodeReply): void {
    if (reply === 'ready') {
      isReady = true;
      failedStarts = 0;
      for (const { request } of queue) process?.post(request);
    } else if (reply.id !== queue[0]?.request.id) {
      ended(); // nothing that this process says can be relied on
      return;
    } else {
      const head = queue.shift();
      if ('packed' in reply) head?.resolve(reply.packed);
      else head?.reject(notLdap(head.at, reply.failed));
    }
    watch();
  }

  function ended(): void {
    const [head] = queue;
    if (!isReady) startFailed(sentence('failure.reason.readerStart'));
    else if (head) {
      head.ends += 1;
      if (head.ends >= MAX_ENDS) failHead(sentence('failure.reason.readerEnds'));
    }
    restart();
  }

  function startFailed(reason: Message): void {
    failedStarts += 1;
    if (failedStarts < MAX_ENDS) return;
    failedStarts = 0;
    rejectAll(queue.splice(0), (at) => new AppError('ldap.notRead', { at, reason }));
  }

  const failHead = (reason: Message) =>
    rejectAll(queue.splice(0, 1), (at) => new AppError('ldap.held', { at, reason }));

  /** Asks everything that waits again, of a new process. */
  function restart(): void {
    kill();
    if (queue.length > 0) start();
  }

  function kill(): void {
    clearTimeout(clock);
    const own = process;
    process = undefined;
    own?.kill();
  }

  /** Begins to count for what is awaited now: that the process starts, the request at the head, or that nobody asks for a while. */
  function watch(): void {
    clearTimeout(clock);
    const isIdle = isReady && queue.length === 0;
    clock = isIdle ? setTimeout(kill, idleMs).unref() : afterTurns(limitMs, late);
  }

  function late(): void {
    const seconds = limitMs / 1000;
    if (isReady) failHead(sentence('failure.reason.readerLate', { seconds }));
    else startFailed(sentence('failure.reason.readerNotStarted', { seconds }));
    restart();
  }

  return {
    decode: (messages, at) =>
      new Promise<PackedMessages>((resolve, reject) => {
        lastId += 1;
        const request = { id: lastId, bytes: joined(messages), ends: endsOf(messages) };
        queue.push({ request, at, ends: 0, resolve, reject });
        if (process === undefined) start();
        else if (isReady) process.post(request);
        if (isReady && queue.length === 1) watch();
      }).then(unpackMessages),
    end() {
      kill();
      rejectAll(queue.splice(0), (at) => new AppError('net.dropped', { at }));
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
