import type { Keychain } from '../../src-main/secrets/keychain';
import type { KeychainWorker } from '../../src-main/secrets/keychain-link';
import type { KeychainReply, KeychainRequest } from '../../src-main/secrets/keychain-protocol';
import type { KeychainStatus } from '../../src-shared/model/keychain';

/** The keychain's twin in memory, always open; for tests of what stands on a keychain. `stored` is what it holds. */
export function memoryKeychain(): Keychain & { stored: Map<string, string> } {
  const stored = new Map<string, string>();
  const status: KeychainStatus = { kind: 'open' };
  return {
    stored,
    status: () => status,
    onStatus: () => () => {},
    retry: async () => status,
    get: async (account) => stored.get(account) ?? null,
    set: async (account, value) => {
      stored.set(account, value);
    },
    remove: async (account) => {
      stored.delete(account);
    },
    accounts: async () => [...stored.keys()],
    rest: () => {},
    lock: () => {},
    unlock: async () => {},
    dispose: () => {},
  };
}

/** What a scripted process does with a request: it answers, fails with a text, dies, says nothing, or says nonsense. */
export type Deed = KeychainReply | { fails: string } | 'dies' | 'is silent' | { says: unknown };

export interface ScriptedWorkers {
  spawn(): KeychainWorker;
  /** Every request so far, as `op account`, with the number of the process, from 1. */
  asked: string[];
  /** How many processes were started, and how many of them were ended from outside. */
  started(): number;
  killed(): number;
}

/** Keychain processes that do what `script` says, instead of real ones. */
export function scriptedWorkers(script: (request: KeychainRequest, worker: number) => Deed): ScriptedWorkers {
  const asked: string[] = [];
  let started = 0;
  let killed = 0;
  const spawn = (): KeychainWorker => {
    started += 1;
    const number = started;
    let tell: (message: unknown) => void = () => {};
    let exit: () => void = () => {};
    return {
      post: (request) => {
        asked.push(`${number}: ${request.op} ${'account' in request ? request.account : ''}`.trim());
        const deed = script(request, number);
        queueMicrotask(() => {
          if (deed === 'is silent') return;
          if (deed === 'dies') exit();
          else if ('says' in deed) tell(deed.says);
          else if ('fails' in deed) tell({ id: request.id, op: 'failed', text: deed.fails });
          else tell(deed);
        });
      },
      onMessage: (listener) => {
        tell = listener;
      },
      onExit: (listener) => {
        exit = listener;
      },
      kill: () => {
        killed += 1;
        queueMicrotask(exit);
      },
    };
  };
  return { spawn, asked, started: () => started, killed: () => killed };
}

/** A script for a keychain that works and keeps its values in `stored`. */
export function workingKeychain(stored: Map<string, string>): (request: KeychainRequest) => KeychainReply {
  return (request) => {
    const { id } = request;
    switch (request.op) {
      case 'get':
        return { id, op: request.op, value: stored.get(request.account) ?? null };
      case 'set':
        stored.set(request.account, request.value);
        return { id, op: request.op };
      case 'remove':
        stored.delete(request.account);
        return { id, op: request.op };
      case 'accounts':
        return { id, op: request.op, accounts: [...stored.keys()] };
    }
  };
}
