import path from 'node:path';
import { app, utilityProcess } from 'electron';
import { keychainEnvironment } from '../secrets/keychain-client';
import type { KeychainWorker } from '../secrets/keychain-link';

/** Starts the keychain's own process as an Electron utilityProcess. */
export function spawnKeychainWorker(): KeychainWorker {
  const child = utilityProcess.fork(path.join(app.getAppPath(), 'out/main/keychain-process.cjs'), [], {
    serviceName: 'keychain',
    env: keychainEnvironment(process.env) as Record<string, string>,
  });
  return {
    post: (request) => child.postMessage(request),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
