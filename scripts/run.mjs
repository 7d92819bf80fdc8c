// Runs a program that may show windows (`node scripts/run.mjs playwright test`): with a virtual display where there is
// no screen, without Chromium's sandbox where it cannot work, without core dumps. For development and tests only.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const onLinux = process.platform === 'linux';
const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs `program` (a name in node_modules/.bin or a path) with `args` in the project folder and gives its exit code
 * (128 + number if a signal ended it). Signals to this process are handed on. The program gets no standard input.
 * Throws an Error if the virtual display does not start.
 */
export async function runShown(program, args) {
  const display = hasDisplay() ? null : await startVirtualDisplay();
  // For playwright.config.ts: on a virtual display nobody works meanwhile, so more than one app may be open at once.
  const unwatched = display ? { ...display.env, GLUU_VIRTUAL_DISPLAY: '1' } : {};
  const withoutSandbox = onLinux && sandboxIsImpossible() ? { ELECTRON_DISABLE_SANDBOX: '1' } : {};
  try {
    return await run(binary(program), args, { ...process.env, ...unwatched, ...withoutSandbox });
  } finally {
    await display?.stop();
  }
}

function binary(program) {
  const file = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${program}.cmd` : program);
  return fs.existsSync(file) ? file : program;
}

/** Chromium's sandbox needs an ordinary user who may make user namespaces; containers and newer Ubuntus refuse that. */
function sandboxIsImpossible() {
  if (process.getuid() === 0) return true;
  const { error, status } = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  return !error && status !== 0;
}

function run(program, args, env) {
  const [command, words] = onLinux
    ? ['/bin/sh', ['-c', 'ulimit -S -c 0; exec "$0" "$@"', program, ...args]]
    : [program, args];
  const child = spawn(command, words, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    // A group of its own: Ctrl+C reaches the program once, through the hand-over below, not twice.
    detached: onLinux,
  });
  const handOver = (signal) => child.kill(signal);
  for (const signal of FORWARDED) process.on(signal, handOver);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + os.constants.signals[signal]));
  }).finally(() => {
    for (const signal of FORWARDED) process.off(signal, handOver);
  });
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [program, ...args] = process.argv.slice(2);
  if (!program) throw new Error('usage: node scripts/run.mjs <program> [arguments]');
  process.exitCode = await runShown(program, args);
}
