import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { takeStallRecord } from '../../../src-main/health/stall-record';
import { bundle } from '../../support/bundle';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';

const ASKED = '00000000-0000-4000-8000-000000000001';
const folder = makeTemporaryFolder('stall');
const recordFile = path.join(folder, 'stall.json');
let program: string;
const thread = inject('helpers').stallThread;
let child: ChildProcess | undefined;
beforeAll(async () => {
  program = await bundle('test/integration/servers/standing-still.ts');
});
afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
});
afterAll(() => removeTemporaryFolder(folder));

function run(...still: string[]): ChildProcess {
  child = spawn(process.execPath, [program, thread, recordFile, ...still], { stdio: ['ignore', 'pipe', 'inherit'] });
  return child;
}

test('a main thread that never moves again leaves behind which server it was asking', async () => {
  run();
  await expect.poll(() => existsSync(recordFile), { timeout: 10_000 }).toBe(true);
  child?.kill('SIGKILL');
  expect(takeStallRecord(recordFile)).toEqual([ASKED]);
  expect(takeStallRecord(recordFile)).toEqual([]);
});

test('one that stands still for much longer is ended, and the record is there', async () => {
  const ended = once(run('', 'loop', '50'), 'exit');
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(takeStallRecord(recordFile)).toEqual([ASKED]);
});

test('one that moves again is reported, and nothing is left behind', async () => {
  const { stdout } = run('1500');
  expect(stdout && (await text(stdout))).toBe(`moves again: ${ASKED}\n`);
  expect(existsSync(recordFile)).toBe(false);
});

test('one that only waits, as for a dialog of the system, is not held by any server', async () => {
  const waiting = run('1500', 'wait');
  await new Promise((resolve) => setTimeout(resolve, 2300));
  expect([existsSync(recordFile), waiting.exitCode]).toEqual([false, null]);
});

test('is reported where the record could not be written', async () => {
  child = spawn(process.execPath, [program, thread, path.join(folder, 'gone', 'stall.json'), '1500'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { stdout } = child;
  expect(stdout && (await text(stdout))).toContain(`moves again: ${ASKED}\n`);
});

test('one that is only stopped, as with a machine that sleeps, did not stand still', async () => {
  const stopped = run('100');
  await once(stopped, 'spawn');
  await new Promise((resolve) => setTimeout(resolve, 700));
  stopped.kill('SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  stopped.kill('SIGCONT');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(existsSync(recordFile)).toBe(false);
});

test.each(['', '{', '[]', '{"servers":[1]}'])('a record that says %j names no server', (said) => {
  writeFileSync(recordFile, said);
  expect(takeStallRecord(recordFile)).toEqual([]);
  expect(existsSync(recordFile)).toBe(false);
});
