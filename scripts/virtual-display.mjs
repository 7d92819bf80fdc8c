// A display for machines without a screen: one Xvfb, guarded by a cookie, that ends with the process that started it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const SCREEN = '1440x900x24';
const START_LIMIT = 20_000;
const ANY_FAMILY = 0xffff;
const COOKIE_NAME = 'MIT-MAGIC-COOKIE-1';

/** Whether windows can open here without a virtual display. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Starts a virtual display. Gives `{ env, stop }`: the variables that lead a program to it, and the function that ends
 * it. `reader` is the user id of that program, if it is not this process's own. Throws an Error if Xvfb does not start.
 */
export async function startVirtualDisplay({ reader = process.getuid() } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-display-'));
  const authority = path.join(folder, 'Xauthority');
  fs.writeFileSync(authority, authorityEntry(randomBytes(16)), { mode: 0o600 });
  for (const file of [authority, folder]) fs.chownSync(file, reader, -1);
  // Xvfb picks a free number by itself and tells it on descriptor 3. The shell holds our end of standard input: when
  // this process ends, however it ends, `read` returns and the shell stops Xvfb.
  const script = 'ulimit -c 0; Xvfb "$@" & exec 3>&-; read -r _; kill $!; wait';
  const xvfb = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority];
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...xvfb], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const complaints = text(shell.stderr);
  const stop = async () => {
    const ended = new Promise((resolve) => shell.once('exit', resolve));
    shell.stdin.end();
    if (shell.exitCode === null) await ended;
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const number = await displayNumber(shell.stdio[3]);
  if (number === null) {
    await stop();
    throw new Error(`Xvfb did not start: ${(await complaints).trim() || 'no answer'}`);
  }
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: undefined }, stop };
}

/** One entry of an Xauthority file (libXau, AuWrite.c) that holds for every address and display number. */
function authorityEntry(cookie) {
  const counted = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const none = Buffer.alloc(0);
  const family = Buffer.from([ANY_FAMILY >> 8, ANY_FAMILY & 0xff]);
  return Buffer.concat([family, counted(none), counted(none), counted(Buffer.from(COOKIE_NAME)), counted(cookie)]);
}

/** The number that Xvfb reports, or null if it ends or stays silent instead. */
async function displayNumber(stream) {
  const limit = setTimeout(() => stream.destroy(), START_LIMIT);
  let said = '';
  try {
    for await (const chunk of stream) {
      said += chunk;
      if (said.includes('\n')) return said.trim();
    }
  } catch (error) {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  } finally {
    clearTimeout(limit);
  }
  return null;
}
