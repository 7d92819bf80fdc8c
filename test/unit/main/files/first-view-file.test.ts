import { existsSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keepFirstView, takeFirstView } from '../../../../src-main/files/first-view-file';
import type { FirstView } from '../../../../src-shared/contract/app-calls';
import { makeTemporaryFolder } from '../../../support/temporary-folder';

const beginning = { appVersion: '1.0.0', runtime: 'Electron 33', language: { preferred: ['en'], locale: 'en' } };
const view = { servers: [], health: { health: {} }, app: { theme: 'dark' } } as unknown as FirstView;
let folder: string;
const file = (name: string) => path.join(folder, name);

beforeEach(async () => {
  folder = makeTemporaryFolder('first-view');
  for (const name of ['settings', 'servers', 'health']) writeFileSync(file(`${name}.json`), '{}');
  await keepFirstView(folder, beginning, view);
});

test('what is kept is given once, to the same version and language, and only its owner can read it', async () => {
  expect(statSync(file('first-view.json')).mode & 0o777).toBe(0o600);
  expect(await takeFirstView(folder, beginning)).toEqual(view);
  expect(existsSync(file('first-view.json'))).toBe(false);
  expect(await takeFirstView(folder, beginning)).toBeUndefined();
});

test.each([
  ['version', { appVersion: '1.0.1' }],
  ['runtime', { runtime: 'Electron 45' }],
  ['language', { language: { preferred: ['de'], locale: 'de' } }],
  ['word on core dumps', { coreDumps: 'none' }],
])('another %s begins otherwise', async (_, other) => {
  expect(await takeFirstView(folder, { ...beginning, ...other })).toBeUndefined();
});

test.each(['settings', 'servers', 'health'])('%s that were written since are shown as they are now', async (name) => {
  const { mtimeMs } = statSync(file(`${name}.json`));
  utimesSync(file(`${name}.json`), new Date(), new Date(mtimeMs + 1));
  expect(await takeFirstView(folder, beginning)).toBeUndefined();
});

test('a core that stood still has more to tell', async () => {
  writeFileSync(file('stall.json'), '{}');
  expect(await takeFirstView(folder, beginning)).toBeUndefined();
});

test.each(['', '{', 'null', '{"schemaVersion":2}', '{"schemaVersion":1,"of":"","view":{}}'])(
  'a file that holds %j gives nothing',
  async (text) => {
    writeFileSync(file('first-view.json'), text);
    expect(await takeFirstView(folder, beginning)).toBeUndefined();
  },
);

test.each<[string, (kept: string) => string]>([
  ['another word', (kept) => kept.replace('dark', 'bark')],
  ['a part that is gone', (kept) => kept.replace(/,\s*\\?"app.*?\}/, '')],
  ['no digest', (kept) => kept.replace(/"digest":"[^"]*",/, '')],
  ['its end cut off', (kept) => kept.slice(0, -10)],
])('what has %s since it was kept gives nothing', async (_, spoil) => {
  const kept = readFileSync(file('first-view.json'), 'utf8');
  writeFileSync(file('first-view.json'), spoil(kept));
  expect(readFileSync(file('first-view.json'), 'utf8')).not.toBe(kept);
  expect(await takeFirstView(folder, beginning)).toBeUndefined();
});

test('a link in its place is not followed, and no folder at all is no failure', async () => {
  const elsewhere = makeTemporaryFolder('elsewhere');
  await keepFirstView(elsewhere, beginning, view);
  symlinkSync(path.join(elsewhere, 'first-view.json'), file('link'));
  expect(await takeFirstView(file('link'), beginning)).toBeUndefined();
  expect(await takeFirstView(file('none'), beginning)).toBeUndefined();
});
