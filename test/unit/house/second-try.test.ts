import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type FileResult, withSecondRun } from '../../../scripts/suite-reports.mjs';
import { ownFiles } from './own-files';

const result = (file: string, failed: number): FileResult => ({
  ...{ file, failed, passed: 1, skipped: 0 },
  failures: failed > 0 ? [`${file}: does it`] : [],
});
const first = [result('test/a.test.ts', 0), result('test/b.test.ts', 2), result('test/c.test.ts', 1)];
const second = [result('test/b.test.ts', 0), result('test/c.test.ts', 0)];
const failedIn = (files: readonly FileResult[]) => files.filter(({ failed }) => failed > 0).map(({ file }) => file);

test('what passes at the second try counts as passed, and is listed', () => {
  const { files, unsteady } = withSecondRun(first, second, { known: [], most: 9 });
  expect(failedIn(files)).toEqual([]);
  expect(unsteady).toEqual(['test/b.test.ts: does it', 'test/c.test.ts: does it']);
});

test('beyond what is forgiven it counts as failed, unless its file is known to be unsteady', () => {
  const { files, unsteady, unknown } = withSecondRun(first, second, { known: ['test/c.test.ts'], most: 0 });
  expect(failedIn(files)).toEqual(['test/b.test.ts']);
  expect([unsteady.length, unknown]).toEqual([2, 1]);
  expect(failedIn(withSecondRun(first, second, { known: [], most: 1 }).files)).toEqual(['test/c.test.ts']);
  const alike = { known: ['c.test.ts'], most: 0 };
  expect(failedIn(withSecondRun(first, second, alike).files)).toEqual(['test/b.test.ts', 'test/c.test.ts']);
});

test('what fails twice has failed', () => {
  const again = [result('test/b.test.ts', 1), result('test/c.test.ts', 0)];
  const { files, unsteady } = withSecondRun(first, again, { known: ['test/b.test.ts', 'test/c.test.ts'], most: 0 });
  expect(failedIn(files)).toEqual(['test/b.test.ts']);
  expect(unsteady).toEqual(['test/c.test.ts: does it']);
});

test('the list names files that are there, and says of each what is known', () => {
  const list = Object.entries(JSON.parse(readFileSync('test/unsteady.json', 'utf8')) as Record<string, string>);
  const there = ownFiles(/\.tsx?$/);
  expect(list.filter(([file, why]) => !there.includes(file) || why.length < 20)).toEqual([]);
});
