import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { build } from 'vite';
import type { Keychain } from '../../src-main/secrets/keychain';
import { type KeychainOptions, keychainClient, keychainEnvironment } from '../../src-main/secrets/keychain-client';
import type { KeychainWorker } from '../../src-main/secrets/keychain-link';
import type { KeychainRequest } from '../../src-main/secrets/keychain-protocol';
import type { KeychainStatus } from '../../src-shared/model/keychain';
import { makeTemporaryFolder } from './temporary-folder';

/** The tests run in the project folder; Playwright compiles to CommonJS, which knows no `import.meta`. */
const repository = process.cwd();

/**
 * Bundles the keychain's process as production does, a CommonJS file with keytar left outside, and gives its path.
 * It lies in a folder that goes when the test process ends.
 */
export async function bundleKeychainProcess(): Promise<string> {
  const outDir = path.join(makeTemporaryFolder('keychain-process'), 'out');
  await build({
    root: repository,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['keytar'] },
    build: {
      ssr: 'src-main/secrets/keychain-process.ts',
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false } },
    },
  });
  return path.join(outDir, 'keychain-process.cjs');
}

export interface ForkedWorker extends KeychainWorker {
  child: ChildProcess;
}

/** Starts a bundled keychain process as a Node child, in the environment of a private keyring. */
export function forkKeychainWorker(file: string, environment: NodeJS.ProcessEnv): ForkedWorker {
  const env = { ...keychainEnvironment(environment), NODE_PATH: path.join(repository, 'node_modules') };
  const child = fork(file, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return {
    child,
    // A child that died meanwhile reports through `exit`.
    post: (request) => child.send(request, () => {}),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener).once('error', listener),
    kill: () => child.kill('SIGKILL'),
  };
}

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
