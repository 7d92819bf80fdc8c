import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

/**
 * Runs a TypeScript entry as the main program of Electron: what it does with TLS and sockets may differ from Node. The
 * entry reads JSON from the file named by INPUT_FILE and writes JSON to that of OUTPUT_FILE. Rejects if it ends without.
 */
export async function runInElectron<T>(entry: string, input: unknown): Promise<T> {
  const folder = makeTemporaryFolder('in-electron');
  try {
    const files = { INPUT_FILE: path.join(folder, 'input.json'), OUTPUT_FILE: path.join(folder, 'output.json') };
    copyFileSync(await bundle(entry), path.join(folder, 'main.mjs'));
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'in-electron', main: 'main.mjs' }));
    writeFileSync(files.INPUT_FILE, JSON.stringify(input));
    const args = ['scripts/run.mjs', 'electron', `--user-data-dir=${path.join(folder, 'user-data')}`, folder];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...files },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
    });
    const [status] = (await once(child, 'exit')) as [number | null];
    if (status !== 0) throw new Error(`Electron ended with ${status}: ${said.slice(-2000)}`);
    return JSON.parse(readFileSync(files.OUTPUT_FILE, 'utf8')) as T;
  } finally {
    removeTemporaryFolder(folder);
  }
}
