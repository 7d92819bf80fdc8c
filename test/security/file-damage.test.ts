import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noticeOf } from '../../src-main/console/notices';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import { noticeRead } from '../support/notice';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { serverProfile } from './support/file-servers';

const CUTS = 200;
const backup = Array.from({ length: 3 }, (_, number) => serverProfile(number));
const today = Array.from({ length: 20 }, (_, number) => serverProfile(number));
const textOf = (content: object) => `${JSON.stringify({ schemaVersion: 2, ...content }, null, 2)}\n`;
const good = Buffer.from(textOf({ servers: today }));

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('damage');
  file = path.join(folder, 'servers.json');
});
afterEach(() => removeTemporaryFolder(folder));

/** Starts on the list with a good backup beside it. */
function startOn(bytes: string | Buffer) {
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  writeFileSync(`${file}.1`, textOf({ servers: backup }));
  writeFileSync(file, bytes);
  return openServerRegistry(file);
}

/** Put aside to the byte, the backup in its place, and both told to the user; the next start finds all in order. */
function expectRestored(registry: ReturnType<typeof openServerRegistry>, detail: string, kept: (name: string) => void) {
  const { state } = registry;
  expect(state).toMatchObject({ kind: 'restored', restoredFrom: 'servers.json.1' });
  expect(state.detail).toContain(detail);
  expect(state.keptAs).toMatch(/^servers\.json\.corrupt-/);
  kept(path.join(folder, String(state.keptAs)));
  expect(registry.list()).toEqual(backup);
  expect(noticeRead(noticeOf('servers', state))).toMatchObject({
    tone: 'warn',
    text: expect.stringContaining(`The damaged file was kept as ${state.keptAs}`),
  });
  expect(openServerRegistry(file).state).toEqual({ kind: 'loaded' });
  expect(openServerRegistry(file).list()).toEqual(backup);
}

const expectSame = (bytes: string | Buffer) => (kept: string) =>
  expect(readFileSync(kept).equals(Buffer.from(bytes))).toBe(true);

test(titled('T46'), async () => {
  // The last two bytes are the closing brace and a newline; without the newline the text is still complete.
  const places = Array.from({ length: CUTS }, (_, number) => 1 + Math.floor((number * (good.length - 2)) / CUTS));
  expect(new Set(places).size).toBe(CUTS);
  for (const place of places) {
    await securityCase('T46', `cut at byte ${place} of ${good.length}`, () => {
      const cut = good.subarray(0, place);
      expectRestored(startOn(cut), 'not ', expectSame(cut));
    });
  }

  const deep = `{"schemaVersion":2,"servers":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  const wrongTypes = textOf({ servers: [{ ...today[0], port: '1636' }] });
  const damages: [name: string, bytes: string | Buffer, detail: string][] = [
    ['nothing in it', '', 'empty'],
    ['a byte order mark alone', '\uFEFF', 'not JSON'],
    ['NULs in the place of the text', Buffer.alloc(good.length), 'not JSON'],
    ['100 000 arrays in each other', deep, 'nested too deeply'],
    ['an array', JSON.stringify(today), 'not a JSON object'],
    ['wrong types', wrongTypes, 'servers.0.port: A port is a number'],
  ];
  for (const [name, bytes, detail] of damages)
    await securityCase('T46', name, () => expectRestored(startOn(bytes), detail, expectSame(bytes)));

  await securityCase('T46', '100 MB', () => {
    startOn(good);
    truncateSync(file, 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const registry = openServerRegistry(file);
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
    expectRestored(registry, 'more than 8 MB', (kept) => truncateSync(kept, 0));
  });

  await securityCase('T46', 'a __proto__ key in the place of the content', () => {
    const text = `{"schemaVersion":2,"__proto__":${JSON.stringify({ servers: today, polluted: true })}}`;
    expectRestored(startOn(text), 'servers: Invalid input', expectSame(text));
    expect('polluted' in {}).toBe(false);
  });

  // These two can be read without a doubt: nothing is lost, so nothing is put aside.
  await securityCase('T46', 'a byte order mark before the text', () => {
    expect(startOn(`\uFEFF${good}`).state).toEqual({ kind: 'loaded' });
  });
  await securityCase('T46', 'a key that is there twice', () => {
    const registry = startOn(String(good).replace('"servers"', '"servers": [], "servers"'));
    expect(registry.state).toEqual({ kind: 'loaded' });
    expect(registry.list()).toEqual(today);
  });
});
