import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { type StartedApp, startApp } from './app';

export interface AppWithCore extends StartedApp {
  /** Runs a script in the core's process, which can be told nothing otherwise. */
  runInCore(script: string): Promise<void>;
}

/** Starts the app so that a test can run scripts in its core. Not for a packaged copy, which takes no such start. */
export async function startAppWithCore(options: Parameters<typeof startApp>[0] = {}): Promise<AppWithCore> {
  const script = path.join(await mkdtemp(path.join(os.tmpdir(), 'gluu-console-core-')), 'script.js');
  const app = await startApp({
    ...options,
    programArgs: ['-r', path.resolve('test/e2e/support/core-hook.cjs')],
    env: { ...options.env, GLUU_TEST_SCRIPT: script },
  });
  return {
    ...app,
    async runInCore(text) {
      writeFileSync(script, text);
      process.kill(await corePid(app.electron), 'SIGUSR2');
    },
  };
}

/** The core's process, as the system numbers it; 0 while there is none. */
export const corePid = (electron: ElectronApplication): Promise<number> =>
  electron.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'core')?.pid ?? 0);
