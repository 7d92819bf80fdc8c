// One start of a program in Electron: how long until its window can be used, and how much memory it holds then.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { proportionalSetSize } from './process-memory.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');
const START_LIMIT = 60_000;
const QUIT_LIMIT = 5_000;
/** Chromium goes on loading for a moment after its first frames. */
const SETTLE_MS = 2000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The empty window, as a program for Electron. */
export const emptyProgram = path.join(here, 'empty-window.mjs');

/**
 * What can be started: the app, and the empty window next to it. Each takes the folder of its files, and whether its memory is
 * asked for, and gives what starts it once.
 */
export const app = (data, settles) => () => startOnce('.', data, settles);
export const emptyWindow = (data, settles) => () => startOnce(emptyProgram, data, settles);

/**
 * Gives `{ ms }` of one start, with `{ mebibytes }` once it has settled, and ends it. Throws an Error if no window can be used
 * within a minute.
 */
async function startOnce(target, data, settles) {
  const electron = createRequire(import.meta.url)('electron');
  const began = performance.now();
  const child = spawn(electron, ['-r', path.join(here, 'tell-interactive.cjs'), target, `--user-data-dir=${data}`], {
    cwd: root,
    // No bus, no keychain: the user's own is not asked for its password.
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  try {
    await interactive(child);
    const ms = performance.now() - began;
    if (!settles) return { ms };
    await sleep(SETTLE_MS);
    return { ms, mebibytes: proportionalSetSize(child.pid) };
  } finally {
    child.kill('SIGTERM'); // Chromium quits on it, and tidies its folder for the next start
    const impatient = setTimeout(kill, QUIT_LIMIT);
    await ended;
    clearTimeout(impatient);
    process.off('exit', kill);
  }
}

async function interactive(child) {
  const complaints = text(child.stderr);
  const limit = setTimeout(() => child.kill('SIGKILL'), START_LIMIT);
  let said = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    said += chunk;
    if (said.includes('interactive\n')) break;
  }
  clearTimeout(limit);
  if (!said.includes('interactive\n')) throw new Error(`no window could be used\n${await complaints}`.trim());
}
