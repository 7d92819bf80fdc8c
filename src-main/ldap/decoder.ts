import { AppError } from '../app-error';
import type { HelperProcess } from '../helper-process';
import { safeText } from '../safe-text';
import type { DecodeReply, DecodeRequest } from './decoder-protocol';
import { decodeMessage, type LdapMessage } from './ldap-message';

/**
 * Decodes whole, checked messages of one connection, in their order. `at` is where they came from, for failures. Throws
 * AppError `ldap.notLdap` where the library refuses one, and `ldap.held` where it did not come to an end with them.
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
  /** How long one request may take, in ms. The largest one that `MessageGuard` lets through takes under a second. */
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
  resolve(messages: LdapMessage[]): void;
  reject(error: Error): void;
}

const MAX_ENDS = 2;

/**
 * One process that decodes for all connections. It works in turn and keeps no state, so where it does not come to an end, the
 * request at the head is to blame: that one fails, and those behind it are asked again of a new process.
 */
export function createDecoder({ spawn, limitMs = 5000, idleMs = 60_000 }: DecoderOptions): Decoder {
  const queue: Pending[] = [];
  let process: HelperProcess<DecodeRequest> | undefined;
  let deadline: NodeJS.Timeout | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): HelperProcess<DecodeRequest> {
    const own = spawn();
    own.onMessage((message) => {
      if (own === process) receive(message as DecodeReply);
    });
    own.onExit(() => {
      if (own === process) ended();
    });
    return own;
  }

  function ask(pending: Pending): void {
    process ??= start();
    process.post(pending.request);
  }

  function receive(reply: DecodeReply): void {
    const head = queue[0];
    if (head?.request.id !== reply.id) {
      ended(); // nothing that this process says can be relied on
      return;
    }
    queue.shift();
    watchHead();
    if ('messages' in reply) head.resolve(reply.messages);
    else head.reject(notLdap(head.at, reply.failed));
  }

  /** The process went by itself, out of memory for one. The head gets one more try: somebody else may have ended the process. */
  function ended(): void {
    const head = queue[0];
    if (head) head.ends += 1;
    if (head && head.ends >= MAX_ENDS) failHead('it took more memory than it may');
    restart();
  }

  function failHead(why: string): void {
    const head = queue.shift();
    head?.reject(new AppError('ldap.held', { at: head.at, detail: why }));
  }

  /** Asks everything that waits again, of a new process. */
  function restart(): void {
    kill();
    for (const pending of queue) ask(pending);
    watchHead();
  }

  function kill(): void {
    const own = process;
    process = undefined;
    own?.kill();
  }

  /** Sets the clock for the request at the head. A machine that slept comes back with a clock that ran out: it gets a second one. */
  function watchHead(again = false): void {
    clearTimeout(deadline);
    clearTimeout(idle);
    const head = queue[0];
    if (!head) {
      idle = setTimeout(kill, idleMs);
      idle.unref();
      return;
    }
    const since = performance.now();
    deadline = setTimeout(() => {
      const slept = performance.now() - since > 2 * limitMs;
      if (slept && !again) {
        watchHead(true);
        return;
      }
      failHead(`no end of it within ${limitMs / 1000} s`);
      restart();
    }, limitMs);
  }

  return {
    decode: (messages, at) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        // Copies: a part of a larger buffer would take all of it along, and what else is in it.
        const request = { id: lastId, messages: messages.map((bytes) => new Uint8Array(bytes)) };
        const pending = { request, at, ends: 0, resolve, reject };
        queue.push(pending);
        ask(pending);
        if (queue.length === 1) watchHead();
      }),
    end() {
      clearTimeout(deadline);
      clearTimeout(idle);
      kill();
      for (const { at, reject } of queue.splice(0)) reject(new AppError('net.dropped', { at }));
    },
  };
}

const notLdap = (at: string, said: string) => new AppError('ldap.notLdap', { at, detail: safeText(said) });
