import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings } from '../../../../src-main/files/settings';
import { looksAtAGlance } from '../../../../src-main/files/settings-glance';
import { themes } from '../../../../src-shared/model/theme';
import { languages } from '../../../../src-shared/texts/languages';
import { asSystem } from '../../../../src-shared/texts/speech';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('settings-glance');
  file = path.join(folder, 'settings.json');
});
afterEach(() => removeTemporaryFolder(folder));

test('without settings the window looks as the system does', () => {
  expect(looksAtAGlance(file)).toEqual({ theme: 'system', texts: asSystem });
});

test('whatever can be chosen is seen at a glance as by the whole reading', async () => {
  await openSettings(file).write((now) => ({ ...now, theme: 'dark' }));
  const kept = JSON.parse(readFileSync(file, 'utf8'));
  for (const theme of themes)
    for (const language of ['system', ...languages] as const)
      for (const clock of ['language', '24'] as const)
        for (const days of ['language', 'iso'] as const) {
          writeFileSync(file, JSON.stringify({ ...kept, theme, texts: { language, clock, days } }));
          const { read, state } = openSettings(file);
          expect(state).toEqual({ kind: 'loaded' });
          expect(looksAtAGlance(file)).toEqual({ theme: read().theme, texts: read().texts });
        }
});

test('nothing is said of what only the whole reading knows', async () => {
  await openSettings(file).write((now) => ({ ...now, theme: 'dark' }));
  await openSettings(file).write((now) => ({ ...now, theme: 'light' }));
  const good = JSON.parse(JSON.stringify({ schemaVersion: 3, ...openSettings(file).read() }));
  const unclear = [
    '',
    '{',
    'null',
    '[]',
    '"dark"',
    JSON.stringify({ ...good, schemaVersion: 2 }),
    JSON.stringify({ ...good, schemaVersion: 4 }),
    JSON.stringify({ ...good, theme: 'red' }),
    JSON.stringify({ ...good, theme: undefined }),
    JSON.stringify({ ...good, texts: { language: 'xx', clock: '24', days: 'iso' } }),
    JSON.stringify({ ...good, texts: { language: 'de', clock: '25', days: 'iso' } }),
    JSON.stringify({ ...good, texts: { language: 'de', clock: '24', days: ['iso'] } }),
    JSON.stringify({ ...good, texts: null }),
    JSON.stringify({ ...good, more: 'x'.repeat(1024 * 1024) }),
  ];
  for (const text of unclear) {
    writeFileSync(file, text);
    expect(looksAtAGlance(file), text.slice(0, 100)).toBeUndefined();
  }
  writeFileSync(file, JSON.stringify(good));
  expect(looksAtAGlance(file)).toEqual({ theme: 'light', texts: asSystem });
});

test('neither a backup, a link nor a folder in its place is read, nor passed over as if no file were there', () => {
  writeFileSync(`${file}.2`, '{}');
  expect(looksAtAGlance(file)).toBeUndefined();
  const elsewhere = path.join(folder, 'elsewhere');
  writeFileSync(elsewhere, JSON.stringify({ schemaVersion: 3, theme: 'dark', texts: asSystem }));
  symlinkSync(elsewhere, file);
  expect(looksAtAGlance(file)).toBeUndefined();
  mkdirSync(path.join(folder, 'other.json'));
  expect(looksAtAGlance(path.join(folder, 'other.json'))).toBeUndefined();
});
