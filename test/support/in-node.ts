import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { bundle } from './bundle';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

const bundles = new Map<string, Promise<string>>();

/**
 * Runs a TypeScript entry, which calls `asProgram`, as a Node process with that environment: Node reads only when it starts which
 * certificates to trust, and what the time is. Rejects, with its standard error, unless it ends with status 0.
 */
export async function runInNode<T>(entry: string, input: unknown, environment: NodeJS.ProcessEnv = {}): Promise<T> {
  const folder = makeTemporaryFolder('in-node');
  try {
    const files = { INPUT_FILE: path.join(folder, 'input.json'), OUTPUT_FILE: path.join(folder, 'output.json') };
    writeFileSync(files.INPUT_FILE, JSON.stringify(input));
    const env = { ...process.env, ...environment, ...files };
    const bundled = bundles.get(entry) ?? bundle(entry);
    bundles.set(entry, bundled);
    const child = spawn(process.execPath, [await bundled], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(child, 'exit');
    const said = await text(child.stderr);
    const [status, signal] = await ended;
    if (status !== 0) throw new Error(`${entry} ended with ${status ?? signal}: ${said.slice(-2000)}`);
    return JSON.parse(readFileSync(files.OUTPUT_FILE, 'utf8')) as T;
  } finally {
    removeTemporaryFolder(folder);
  }
}
