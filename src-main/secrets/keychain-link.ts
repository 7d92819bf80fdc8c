import type { HelperProcess } from '../ipc/helper-process';
import { KeychainReply, type KeychainRequest } from './keychain-protocol';

/** The keychain's process as the core sees it. */
export type KeychainWorker = HelperProcess<KeychainRequest>;

/** A request without its number. */
export type KeychainCommand = KeychainRequest extends infer Request
  ? Request extends KeychainRequest
    ? Omit<Request, 'id'>
    : never
  : never;

export type KeychainReplyTo<C extends KeychainCommand> = Extract<KeychainReply, { op: C['op'] }>;

/** `ended`: the process is gone, or answered nonsense, and nobody knows whether the command was carried out. */
type KeychainAnswer<C extends KeychainCommand> =
  | { kind: 'done'; reply: KeychainReplyTo<C> }
  | { kind: 'failed'; text: string }
  | { kind: 'ended' };

export interface KeychainLink {
  /** Whether the next command meets a process that has not answered anything yet. */
  isFresh(): boolean;
  /** Starts the process if there is none. One command at a time: the caller waits for the answer before the next. */
  ask<C extends KeychainCommand>(command: C): Promise<KeychainAnswer<C>>;
  /** Ends the process; a pending command is answered with `ended`. The next command starts a new one. */
  end(): void;
}

interface Current {
  worker: KeychainWorker;
  answered: boolean;
  pending?: { request: KeychainRequest; settle: (reply: KeychainReply | 'ended') => void };
}

/** Keeps one keychain process and pairs its replies with the commands. */
export function keychainLink(spawn: () => KeychainWorker): KeychainLink {
  let current: Current | undefined;
  let lastId = 0;

  function start(): Current {
    const own: Current = { worker: spawn(), answered: false };
    own.worker.onMessage((message) => receive(own, message));
    own.worker.onExit(() => drop(own));
    return own;
  }

  function receive(own: Current, message: unknown): void {
    const { pending } = own;
    if (own !== current || pending === undefined) return;
    const reply = KeychainReply.safeParse(message);
    const { id, op } = pending.request;
    const fits = reply.success && reply.data.id === id && (reply.data.op === op || reply.data.op === 'failed');
    if (!fits) {
      end();
      return;
    }
    own.answered = true;
    delete own.pending;
    pending.settle(reply.data);
  }

  function drop(own: Current): void {
    if (current === own) current = undefined;
    own.pending?.settle('ended');
  }

  function end(): void {
    const own = current;
    if (own === undefined) return;
    own.worker.kill();
    drop(own);
  }

  return {
    isFresh: () => current?.answered !== true,
    ask: <C extends KeychainCommand>(command: C) => {
      current ??= start();
      const own = current;
      lastId += 1;
      const request: KeychainRequest = { ...command, id: lastId };
      return new Promise<KeychainAnswer<C>>((resolve) => {
        own.pending = { request, settle: (reply) => resolve(toAnswer(reply)) };
        own.worker.post(request);
      });
    },
    end,
  };
}

/** `receive` lets pass only a reply to the command that was asked, or that it failed. */
function toAnswer<C extends KeychainCommand>(reply: KeychainReply | 'ended'): KeychainAnswer<C> {
  if (reply === 'ended') return { kind: 'ended' };
  if (reply.op === 'failed') return { kind: 'failed', text: reply.text };
  return { kind: 'done', reply: reply as KeychainReplyTo<C> };
}
