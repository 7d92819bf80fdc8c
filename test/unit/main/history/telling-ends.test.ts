import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import type { History } from '../../../../src-main/history/history-log';
import { tellingEnds } from '../../../../src-main/history/telling-ends';
import { begun, ended } from '../../../support/files/records';
import { historyEntry } from '../../../support/history-entry';

const entry = historyEntry();
let told: unknown[];
let appended: string[];
beforeEach(() => {
  told = [];
  appended = [];
});

const telling = (append: History['append']) =>
  tellingEnds(
    { append, get: (id) => (id === entry.id ? entry : undefined) } as Partial<History> as History,
    (serverId, historyId) => told.push({ serverId, historyId, appended: [...appended] }),
  );
const history = telling(async ({ kind }) => void appended.push(kind));

test('the end of a write is announced once it is recorded, and its beginning is not', async () => {
  await history.append(begun({ id: entry.id }));
  expect(told).toEqual([]);
  await history.append(ended(entry.id));
  expect(told).toEqual([{ serverId: entry.serverId, historyId: entry.id, appended: ['begun', 'ended'] }]);
});

test('an end that cannot be recorded is announced all the same', async () => {
  const trouble = new AppError('file.unwritable', { facts: { file: 'history.jsonl' } });
  await expect(telling(() => Promise.reject(trouble)).append(ended(entry.id))).rejects.toBe(trouble);
  expect(told).toMatchObject([{ historyId: entry.id }]);
});

test('nothing is announced of a write that is no longer known', async () => {
  await history.append(ended(begun().id));
  expect([told, appended]).toEqual([[], ['ended']]);
});
