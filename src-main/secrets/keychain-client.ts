import type { KeychainStatus } from '../../src-shared/model/keychain';
import { AppError } from '../base/app-error';
import { checkStorable, fromStored, type Keychain, largestValue, toStored } from './keychain';
import { isLocked, keychainCalls } from './keychain-calls';
import { CANARY, keychainCanary } from './keychain-canary';
import type { KeychainWorker } from './keychain-link';
import { keychainStatusBoard } from './keychain-status-board';

export interface KeychainOptions {
  /** Starts keychain-process.ts, with `keychainEnvironment` (keychain-environment.ts). */
  spawn(): KeychainWorker;
  /** Whether `onCanaryWritten` was ever called for this user; the caller keeps it. */
  knownCanary: boolean;
  onCanaryWritten(): void;
  /** The name under which everything is stored. */
  service?: string;
  /** How long one call may take in all before its process is ended, in ms. */
  limitMs?: number;
  /** After how many ms without an answer a prompt is taken to be open. */
  waitingAfterMs?: number;
}

/** The keychain as the core uses it. Knows nothing of Electron, and looks at nothing before the first call. */
export function keychainClient(options: KeychainOptions): Keychain {
  const { spawn, service = 'Gluu Console', limitMs = 30_000, waitingAfterMs = 2000 } = options;
  const maxBytes = largestValue(process.platform);
  const board = keychainStatusBoard();
  const calls = keychainCalls({ spawn, board, limitMs, waitingAfterMs });
  const session = new Map<string, string>();
  const canary = keychainCanary({ ...options, service, calls, board });
  let locked = false;

  async function whenOpen<T>(work: () => Promise<T>, inSession: () => T): Promise<T> {
    if (locked) throw new AppError('app.locked');
    return calls.run(async () => {
      await canary.proveOpen();
      return work();
    }, inSession);
  }

  async function retry(): Promise<KeychainStatus> {
    board.acknowledge();
    calls.askAgain();
    try {
      await whenOpen(
        async () => {},
        () => {},
      );
    } catch (error) {
      if (!isLocked(error)) throw error;
    }
    return board.status();
  }

  return {
    status: board.status,
    onStatus: board.onStatus,
    retry,
    get: async (account) => {
      if (locked) throw new AppError('app.locked');
      const begun = canary.begin();
      const inSession = () => session.get(account) ?? null;
      return calls.run(async () => {
        const stored = await canary.find(account, begun);
        return stored === null ? inSession() : fromStored(stored);
      }, inSession);
    },
    set: async (account, value) => {
      checkStorable(value, maxBytes);
      const store = async () => {
        await calls.ask({ op: 'set', service, account, value: toStored(value) });
        session.delete(account);
      };
      await whenOpen(store, () => void session.set(account, value));
    },
    remove: (account) => {
      const inSession = () => void session.delete(account);
      return whenOpen(async () => {
        await calls.ask({ op: 'remove', service, account });
        inSession();
      }, inSession);
    },
    accounts: () => {
      const inSession = () => [...session.keys()];
      return whenOpen(async () => {
        const { accounts } = await calls.ask({ op: 'accounts', service });
        return [...new Set([...accounts.filter((account) => account !== CANARY), ...inSession()])];
      }, inSession);
    },
    rest: calls.rest,
    lock: () => {
      locked = true;
      session.clear();
      calls.end();
    },
    unlock: async () => {
      locked = false;
      try {
        const { kind } = await retry();
        if (kind === 'locked' || kind === 'waiting') throw new AppError('keychain.locked');
      } catch (error) {
        locked = true;
        throw error;
      }
    },
    dispose: () => {
      board.close();
      calls.dispose();
      session.clear();
    },
  };
}
