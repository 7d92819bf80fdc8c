import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

interface Started {
  /** Arguments of Node. */
  args: string[];
  environment?: NodeJS.ProcessEnv;
}

/**
 * Runs a program that calls `asProgram`, started as `start` says, which gets a folder for it. Gives what the program wrote. Rejects,
 * with `name` and its standard error, unless it ends with status 0.
 */
export async function runProgram<T>(
  name: string,
  input: unknown,
  start: (folder: string) => Promise<Started>,
): Promise<T> {
  const folder = makeTemporaryFolder('program');
  try {
    const files = { INPUT_FILE: path.join(folder, 'input.json'), OUTPUT_FILE: path.join(folder, 'output.json') };
    writeFileSync(files.INPUT_FILE, JSON.stringify(input));
    const { args, environment } = await start(folder);
    const env = { ...process.env, ...environment, ...files };
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = once(child, 'exit');
    const said = await text(child.stderr);
    const [status, signal] = await ended;
    if (status !== 0) throw new Error(`${name} ended with ${status ?? signal}: ${said.slice(-2000)}`);
    return JSON.parse(readFileSync(files.OUTPUT_FILE, 'utf8')) as T;
  } finally {
    removeTemporaryFolder(folder);
  }
}
