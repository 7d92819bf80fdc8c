import path from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import { keychainEnvironment } from '../secrets/keychain-environment';

/** Starts the process of the core. */
export const forkCore = (): UtilityProcess => fork('core', process.env);

/** Starts a process for the keychain. Its first message brings the port over which it is spoken to. */
export const forkKeychain = (): UtilityProcess => fork('keychain', keychainEnvironment(process.env));

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
const fork = (name: string, env: NodeJS.ProcessEnv): UtilityProcess =>
  utilityProcess.fork(builtFile(`${name}-process`), [], { serviceName: name, env: env as Record<string, string> });
