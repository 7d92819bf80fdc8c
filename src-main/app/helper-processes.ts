import path from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import type { HelperName } from '../core/core-protocol';
import { keychainEnvironment } from '../secrets/keychain-environment';

/** More than the largest answer that is let through takes (32 MB, decoded); beyond it the process ends by itself. */
const DECODER_HEAP_MB = 512;

const systemRoot = (): NodeJS.ProcessEnv => {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
};

const options: Record<HelperName, () => { env: NodeJS.ProcessEnv; execArgv?: string[] }> = {
  keychain: () => ({ env: keychainEnvironment(process.env) }),
  // It needs nothing of the environment, but Windows starts no process without that one. Electron accepts V8's options only this way.
  decoder: () => ({ env: systemRoot(), execArgv: [`--js-flags=--max-old-space-size=${DECODER_HEAP_MB}`] }),
};

/** Starts the process of the core. */
export const forkCore = (): UtilityProcess => fork('core', { env: process.env });

/** Starts a process beside the core. Its first message brings the port over which it is spoken to. */
export const forkHelper = (name: HelperName): UtilityProcess => fork(name, options[name]());

/** The entry of the thread that watches the core. */
export const stallThreadFile = (): string => builtFile('stall-thread');

/** The entry of the threads that open locked keys. */
export const keyThreadFile = (): string => builtFile('key-thread');

/** Ends a process at once, whatever it is doing. */
export function killNow(child: UtilityProcess): void {
  try {
    if (child.pid === undefined) child.kill();
    else process.kill(child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it has ended meanwhile
  }
}

const builtFile = (name: string): string => path.join(app.getAppPath(), `out/main/${name}.cjs`);

/** Starts `out/main/NAME-process.cjs` as an Electron utilityProcess. */
const fork = (name: string, { env, ...rest }: { env: NodeJS.ProcessEnv; execArgv?: string[] }): UtilityProcess =>
  utilityProcess.fork(builtFile(`${name}-process`), [], {
    serviceName: name,
    ...rest,
    env: env as Record<string, string>,
  });
