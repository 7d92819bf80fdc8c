import path from 'node:path';
import { app, utilityProcess } from 'electron';
import type { HelperProcess } from '../helper-process';
import type { DecodeRequest } from '../ldap/decoder-protocol';
import { keychainEnvironment } from '../secrets/keychain-client';
import type { KeychainRequest } from '../secrets/keychain-protocol';

/** More than the largest answer that is let through takes (32 MB, decoded); beyond it the process ends by itself. */
const DECODER_HEAP_MB = 512;

/** Starts the keychain's own process. */
export const spawnKeychainProcess = (): HelperProcess<KeychainRequest> =>
  fork('keychain', { env: keychainEnvironment(process.env) });

/** Starts the process that decodes LDAP messages. It needs nothing of the environment, but Windows starts no process without that one. */
export const spawnDecoderProcess = (): HelperProcess<DecodeRequest> =>
  // Electron heeds V8's options only in this form.
  fork('decoder', { env: systemRoot(), execArgv: [`--js-flags=--max-old-space-size=${DECODER_HEAP_MB}`] });

const systemRoot = (): NodeJS.ProcessEnv => {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
};

/** The entry of the thread that watches the main one. */
export const stallThreadFile = (): string => builtFile('stall-thread');

const builtFile = (name: string): string => path.join(app.getAppPath(), `out/main/${name}.cjs`);

/** Starts `out/main/NAME-process.cjs` as an Electron utilityProcess. */
function fork<Request>(name: string, options: { env: NodeJS.ProcessEnv; execArgv?: string[] }): HelperProcess<Request> {
  const child = utilityProcess.fork(builtFile(`${name}-process`), [], {
    serviceName: name,
    ...options,
    env: options.env as Record<string, string>,
  });
  return {
    post: (request) => child.postMessage(request),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
