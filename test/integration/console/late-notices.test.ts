import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { ServerId } from '../../../src-shared/model/server';
import { writeLongHistory } from '../../support/files/long-history';
import { begun } from '../../support/files/records';
import { noticeRead } from '../../support/notice';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole, type TestConsole } from '../../support/test-console';

let folder: string;
let console: TestConsole;
beforeEach(() => {
  folder = makeTemporaryFolder('late-notices');
  mkdirSync(folder, { recursive: true });
});
afterEach(async () => {
  await console.close();
  removeTemporaryFolder(folder);
});

const at = (name: string) => path.join(folder, name);
const start = async () => {
  console = await startTestConsole({ helpers: inject('helpers'), folder });
};
const told = () =>
  console.events.flatMap((event) => (event.kind === 'notices' ? event.notices.map((one) => noticeRead(one).id) : []));
const shown = async () => (await console.must('app.state')).notices.map(({ id }) => id);

test('a long history whose chain does not hold keeps nothing waiting; the user hears of it when it is known', async () => {
  writeLongHistory(at('history.jsonl'), { writes: 500 });
  const text = readFileSync(at('history.jsonl'), 'utf8');
  writeFileSync(at('history.jsonl'), text.replace('Head office', 'Back office'));
  await start();
  expect(await shown()).toEqual([]);
  await expect.poll(told, { timeout: 10_000 }).toEqual(['history-chain']);
  expect(await shown()).toEqual(['history-chain']);
  expect(existsSync(at('history.jsonl.checked'))).toBe(false);
});

test('a console that ends gives the history back, and leaves word of what it found', async () => {
  writeLongHistory(at('history.jsonl'), { writes: 500 });
  await start();
  await console.history.append(begun());
  await console.history.lookThrough();
  const isOpen = () =>
    readdirSync('/proc/self/fd').some((name) => {
      const file = path.join('/proc/self/fd', name);
      return existsSync(file) && readlinkSync(file) === at('history.jsonl');
    });
  if (process.platform === 'linux') expect(isOpen()).toBe(true);
  await console.close();
  if (process.platform === 'linux') expect(isOpen()).toBe(false);
  expect(JSON.parse(readFileSync(at('history.jsonl.checked'), 'utf8'))).toMatchObject({ lines: 1001 });
});

test('of a damaged file that the first screen does not need, the user hears when it is opened', async () => {
  writeFileSync(at('mail-tests.json'), 'no JSON');
  await start();
  expect(await shown()).toEqual([]);
  expect(readdirSync(folder)).toContain('mail-tests.json');
  const serverId = '6f1c2a5e-7d3b-4c8e-9a10-2b3c4d5e6f70' as ServerId;
  expect(await console.must('smtp.tests', { serverId })).toEqual([]);
  expect(told()).toEqual(['tests']);
  expect(await shown()).toEqual(['tests']);
  await console.must('smtp.tests', { serverId });
  expect(told()).toEqual(['tests']);
});
