import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle';
import { runProgram } from './run-program';

/**
 * Runs a TypeScript entry, which calls `asProgram`, as the main program of Electron: what it does with TLS and sockets may differ
 * from Node. Rejects, with its standard error, unless it ends with status 0.
 */
export function runInElectron<T>(entry: string, input: unknown): Promise<T> {
  return runProgram('Electron', input, async (folder) => {
    copyFileSync(await bundle(entry), path.join(folder, 'main.mjs'));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'in-electron', main: 'main.mjs' }));
    return { args: ['scripts/run.mjs', 'electron', `--user-data-dir=${path.join(folder, 'user-data')}`, folder] };
  });
}
