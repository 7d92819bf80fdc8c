import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { filesSettled } from '../../../../src-main/files/atomic-write';
import { type BackgroundFile, openBackgroundFile } from '../../../../src-main/health/background-file';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { idOf } from '../transfer/samples';

let folder: string;
let name: string;
let file: BackgroundFile;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  folder = makeTemporaryFolder('background-file');
  name = path.join(folder, 'health.json');
  file = openBackgroundFile(name, () => false);
});
afterEach(async () => {
  await file.flush();
  vi.useRealTimers();
  removeTemporaryFolder(folder);
});

const ended = (number: number, more: object = {}) =>
  file.set({ id: idOf(number), failures: 0, health: { state: 'ok' }, ...more });
const kept = () => JSON.parse(readFileSync(name, 'utf8')).servers as { failures: number; held?: string }[];
/** At which moments of the next `ms` the file was written; `each` runs every 100 ms. */
async function writtenAt(ms: number, each: (at: number) => void): Promise<number[]> {
  const seen: number[] = [];
  const inode = () => statSync(name, { throwIfNoEntry: false })?.ino;
  for (let at = 0; at < ms; at += 100) {
    each(at);
    const before = inode();
    await vi.advanceTimersByTimeAsync(100);
    await filesSettled();
    if (inode() !== before) seen.push(at + 100);
  }
  return seen;
}

test('what ends alone is written half a second later, and of many all that ended by then, every five seconds', async () => {
  expect(await writtenAt(1000, (at) => at === 0 && ended(1))).toEqual([500]);
  let number = 0;
  const writes = await writtenAt(12_000, () => {
    number += 1;
    ended(number);
  });
  expect(writes).toEqual([4500, 9500]);
  await vi.advanceTimersByTimeAsync(5000);
  await filesSettled();
  expect(kept()).toHaveLength(120);
});

test('a failure that this version does not know leaves the rest of the file as it is', async () => {
  ended(1, { health: { state: 'failed', failure: { code: 'ldap.noReply' } }, held: '2026-11-30T12:00:00.000Z' });
  ended(2);
  await file.flush();
  writeFileSync(name, readFileSync(name, 'utf8').replace('ldap.noReply', 'ldap.ofAnotherVersion'));
  const again = openBackgroundFile(name, () => false);
  expect(again.get(idOf(1))).toMatchObject({ health: { failure: { code: 'internal' } }, held: expect.any(String) });
  expect(again.get(idOf(2))).toMatchObject({ health: { state: 'ok' } });
});

test('flushed it is written at once, and not again later', async () => {
  ended(1);
  await file.flush();
  expect(kept()).toHaveLength(1);
  ended(2);
  await file.flush();
  expect(kept()).toHaveLength(2);
  expect(await writtenAt(11_000, () => {})).toEqual([]);
});

test('that a server held the console up waits for no other write', async () => {
  ended(1);
  await file.flush();
  ended(2);
  const held = '2026-11-23T10:00:00.000Z';
  expect(await writtenAt(1000, (at) => at === 0 && ended(3, { held }))).toEqual([500]);
  expect(kept().map((one) => one.held)).toEqual([undefined, undefined, held]);
});
