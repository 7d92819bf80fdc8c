import path from 'node:path';
import type { Keychain } from '../../src-main/secrets/keychain';
import { type KeychainOptions, keychainClient } from '../../src-main/secrets/keychain-client';
import { keychainEnvironment } from '../../src-main/secrets/keychain-environment';
import type { KeychainRequest } from '../../src-main/secrets/keychain-protocol';
import type { KeychainStatus } from '../../src-shared/model/keychain';
import { type ForkedProcess, forkProcess } from './forked-process';
import { bundleProcess } from './helper-process';

/** Bundles the keychain's process and gives its path. */
export const bundleKeychainProcess = (): Promise<string> => bundleProcess('src-main/secrets/keychain-process.ts');

type ForkedWorker = ForkedProcess<KeychainRequest>;

/** Starts a bundled keychain process as a Node child, in the environment of a private keyring. */
const forkKeychainWorker = (file: string, environment: NodeJS.ProcessEnv): ForkedWorker =>
  forkProcess(file, { env: { ...keychainEnvironment(environment), NODE_PATH: path.resolve('node_modules') } });

export interface TestKeychain {
  keychain: Keychain;
  /** Every process that was started, oldest first. */
  workers: ForkedWorker[];
  /** Every status that was told, oldest first. */
  told: KeychainStatus[];
  /** How often the canary was reported as written. */
  canaries(): number;
  /** The most requests that were in a process at one time. */
  mostAtOnce(): number;
}

/** The real client with the real process in the environment of a private keyring. */
export function keychainIn(
  file: string,
  environment: NodeJS.ProcessEnv,
  options: Partial<Omit<KeychainOptions, 'spawn' | 'onCanaryWritten'>> = {},
): TestKeychain {
  const workers: ForkedWorker[] = [];
  const told: KeychainStatus[] = [];
  let canaries = 0;
  let inside = 0;
  let mostAtOnce = 0;
  const spawn = () => {
    const worker = forkKeychainWorker(file, environment);
    workers.push(worker);
    worker.onMessage(() => {
      inside -= 1;
    });
    return {
      ...worker,
      post: (request: KeychainRequest) => {
        inside += 1;
        mostAtOnce = Math.max(mostAtOnce, inside);
        worker.post(request);
      },
    };
  };
  const onCanaryWritten = () => {
    canaries += 1;
  };
  const keychain = keychainClient({ knownCanary: false, ...options, spawn, onCanaryWritten });
  keychain.onStatus((status) => told.push(status));
  return { keychain, workers, told, canaries: () => canaries, mostAtOnce: () => mostAtOnce };
}
