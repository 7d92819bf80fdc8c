import type { Failure } from '../../src-shared/model/failure';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { type KeychainCommand, type KeychainReplyTo, type KeychainWorker, keychainLink } from './keychain-link';
import type { KeychainStatusBoard } from './keychain-status-board';
import { type KeychainTrouble, keychainTrouble } from './keychain-trouble';
import { serialQueue } from './serial-queue';

export interface KeychainCallsOptions {
  spawn(): KeychainWorker;
  board: KeychainStatusBoard;
  /** How long one call may take in all before its process is ended, in ms. */
  limitMs: number;
  /** After how many ms without an answer a prompt is taken to be open. */
  waitingAfterMs: number;
}

export interface KeychainCalls {
  /**
   * Runs `inKeychain` alone and within the limit; if it finds no keychain service, gives what `inSession` gives.
   * Throws AppError keychain.locked, keychain.waiting or keychain.failed; the first two also fail the calls queued behind.
   * For a moment after a prompt that nobody answered or that was dismissed it throws keychain.locked without asking.
   */
  run<T>(inKeychain: () => Promise<T>, inSession: () => T): Promise<T>;
  /** One command, only inside `run`. Throws Unanswered. */
  ask<C extends KeychainCommand>(command: C): Promise<KeychainReplyTo<C>>;
  /** Whether the process has not answered anything yet. */
  isFresh(): boolean;
  /** The next call asks again, whatever became of the last prompt. */
  askAgain(): void;
  /** Ends the process; a call under way fails, and the next one starts a new process. */
  end(): void;
  /** Ends the process at once if no call is under way or waiting, as it ends by itself after a while without any. */
  rest(): void;
  dispose(): void;
}

/**
 * A call that took this long, in ms, and got nothing had a prompt that the user dismissed; without a prompt it takes about
 * 30 ms. Knowing that saves a second prompt. Should a slow machine be the reason, a later call finds the truth.
 */
export const DISMISSED_AFTER = 500;
/** How long, in ms, a prompt without an answer stands for what follows: looking at five servers' secrets is ten calls. */
const UNANSWERED_FOR = 2000;

/** After so long without a call, in ms, the process ends: it takes as much memory as a window, and the next call starts one. */
const IDLE_FOR = 30_000;

/** A command that was not carried out. Never leaves `run`; `ended` means that the process did, for whatever reason. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';

  constructor(
    readonly why: KeychainTrouble | 'ended',
    readonly text = '',
  ) {
    super(text);
  }
}

/** Whether nobody unlocked the keychain: the next call would open the same prompt again. */
export const isLocked = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'keychain.locked' || error.code === 'keychain.waiting');

/** Serialises calls to the keychain's process, limits their time, and tells the board what they ran into. */
export function keychainCalls({ spawn, board, limitMs, waitingAfterMs }: KeychainCallsOptions): KeychainCalls {
  const link = keychainLink(spawn);
  const queue = serialQueue(isLocked);
  let disposed = false;
  let expired = false;
  let askNotBefore = Number.NEGATIVE_INFINITY;
  const idleness = endsIdle(link.end);

  async function ask<C extends KeychainCommand>(command: C): Promise<KeychainReplyTo<C>> {
    if (disposed || expired) throw new Unanswered('ended');
    const answer = await link.ask(command);
    if (answer.kind === 'ended') throw new Unanswered('ended');
    if (answer.kind === 'failed') throw new Unanswered(keychainTrouble(answer.text), answer.text);
    return answer.reply;
  }

  async function withinLimit<T>(work: () => Promise<T>): Promise<T> {
    if (performance.now() < askNotBefore) throw new AppError('keychain.locked');
    const since = new Date().toISOString();
    const began = performance.now();
    expired = false;
    const notice = setTimeout(() => board.waiting(since), waitingAfterMs);
    const limit = setTimeout(() => {
      expired = true;
      link.end();
    }, limitMs);
    try {
      return await work();
    } catch (error) {
      const now = performance.now();
      if (isLocked(error) && now - began >= DISMISSED_AFTER) askNotBefore = now + UNANSWERED_FOR;
      throw error;
    } finally {
      clearTimeout(notice);
      clearTimeout(limit);
      board.answered();
    }
  }

  /**
   * libsecret never finds a service again that was restarted ("The name :1.5 was not provided by any .service files");
   * a new process does. So an unknown failure counts only if a new process meets it too.
   */
  async function twice<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unanswered) || error.why !== 'failed') throw error;
      link.end();
      return work();
    }
  }

  function report(why: 'locked' | 'failed' | 'ended', text: string): AppError {
    if (why === 'failed') return failed({ detail: safeText(text) });
    if (why === 'ended' && disposed) return closed();
    if (why === 'ended' && !expired) return failed({ reason: message('failure.reason.keychainEnded') });
    board.locked();
    return expired ? new AppError('keychain.waiting') : new AppError('keychain.locked', { detail: safeText(text) });
  }

  async function settle<T>(inKeychain: () => Promise<T>, inSession: () => T): Promise<T> {
    try {
      return await twice(inKeychain);
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (error.why !== 'absent') throw report(error.why, error.text);
      board.absent(safeText(error.text));
      return inSession();
    }
  }

  return {
    ask,
    isFresh: link.isFresh,
    askAgain: () => {
      askNotBefore = Number.NEGATIVE_INFINITY;
    },
    end: link.end,
    rest: idleness.rest,
    run: async (inKeychain, inSession) => {
      if (disposed) throw closed();
      return idleness.watched(() => queue.add(() => withinLimit(() => settle(inKeychain, inSession))));
    },
    dispose: () => {
      disposed = true;
      idleness.stop();
      link.end();
      queue.failWaiting(closed());
    },
  };
}

/** Has `end` called where no call runs or waits for a while. */
function endsIdle(end: () => void) {
  let calls = 0;
  let idle: NodeJS.Timeout | undefined;
  let isStopped = false;
  return {
    async watched<T>(call: () => Promise<T>): Promise<T> {
      clearTimeout(idle);
      calls += 1;
      try {
        return await call();
      } finally {
        calls -= 1;
        if (calls === 0 && !isStopped) idle = setTimeout(end, IDLE_FOR).unref();
      }
    },
    rest() {
      if (calls === 0) end();
    },
    stop() {
      isStopped = true;
      clearTimeout(idle);
    },
  };
}

const failed = (said: Pick<Failure, 'reason' | 'detail'>) => new AppError('keychain.failed', said);
const closed = () => failed({ reason: message('failure.reason.keychainClosed') });
