import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bundle } from '../../../support/bundle';
import { runToEnd } from '../../../support/files/processes';
import type { SaveReport } from '../../../support/files/save';
import { openSaved, saved } from '../../../support/files/saved';

/** Root may do everything, so as root the work is done by Debian's `nobody`. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;

let program: string;
let folder: string;
let file: string;
beforeAll(async () => {
  program = await bundle('test/support/files/save.ts');
}, 60_000);
beforeEach(async () => {
  // Not below the folder of all tests: `nobody` may not even pass through that one.
  folder = mkdtempSync(path.join(tmpdir(), 'gluu-console-rights-'));
  file = path.join(folder, 'servers.json');
  await openSaved(file).write(saved(1, 10));
  await openSaved(file).write(saved(2, 10));
  if (asRoot) for (const name of [folder, file, `${file}.1`]) chownSync(name, NOBODY, NOBODY);
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const save = async () => {
  const task = { file, bytes: 20, saves: 1, ...(asRoot ? { asUser: NOBODY } : {}) };
  return (await runToEnd<SaveReport>(program, task)).reports;
};
const refused = (detail: string) => ({ kind: 'refused', code: 'file.unwritable', detail, file: 'servers.json' });
const EACCES = 'EACCES: permission denied';

test('with all rights the save works', async () => {
  expect(await save()).toEqual([
    { kind: 'opened', state: { kind: 'loaded' }, number: 2, exists: true },
    { kind: 'saved', number: 3 },
  ]);
});

test('a file that may not be read is reported, and never overwritten', async () => {
  chmodSync(file, 0o000);
  const { ino } = statSync(file);
  expect(await save()).toEqual([
    { kind: 'opened', state: { kind: 'unreadable', detail: EACCES }, number: 0, exists: true },
    refused(EACCES),
  ]);
  expect(statSync(file).ino).toBe(ino);
  chmodSync(file, 0o600);
  expect(openSaved(file).read()).toEqual(saved(2, 10));
});

test('a folder that may not be entered is reported', async () => {
  chmodSync(folder, 0o000);
  expect(await save()).toEqual([
    { kind: 'opened', state: { kind: 'unreadable', detail: EACCES }, number: 0, exists: false },
    refused(EACCES),
  ]);
});

test('in a read-only folder the file is read, and a save is refused', async () => {
  writeFileSync(`${file}.77-0123456789ab.tmp`, 'half');
  const before = readdirSync(folder);
  chmodSync(folder, 0o500);
  expect(await save()).toEqual([
    { kind: 'opened', state: { kind: 'loaded' }, number: 2, exists: true },
    refused(EACCES),
  ]);
  expect(readdirSync(folder)).toEqual(before);
  expect(openSaved(file).read()).toEqual(saved(2, 10));
});

test('in a read-only folder a damaged file stays, the backup is shown, and a save is refused', async () => {
  writeFileSync(file, 'damaged');
  chmodSync(folder, 0o500);
  const detail = `not JSON; putting it aside failed: ${EACCES}`;
  expect(await save()).toEqual([
    { kind: 'opened', state: { kind: 'restored', restoredFrom: 'servers.json.1', detail }, number: 1, exists: true },
    refused(detail),
  ]);
  expect(readFileSync(file, 'utf8')).toBe('damaged');
  expect(readdirSync(folder).sort()).toEqual(['servers.json', 'servers.json.1']);
});

test('a backup that may not be read is reported, though there is no file', async () => {
  rmSync(file);
  chmodSync(`${file}.1`, 0o000);
  expect(await save()).toEqual([
    { kind: 'opened', state: { kind: 'unreadable', detail: `servers.json.1: ${EACCES}` }, number: 0, exists: false },
    { kind: 'saved', number: 1 },
  ]);
});
