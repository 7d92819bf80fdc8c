import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import type { History } from '../../../../src-main/history/history-log';
import { tellingEnds } from '../../../../src-main/history/telling-ends';
import type { HistoryEntry } from '../../../../src-shared/model/history';
import { begun, ended } from '../../../support/files/records';
import { historyEntry } from '../../../support/history-entry';

const entry = historyEntry();
let told: unknown[];
let unrecorded: string[];
let appended: string[];
beforeEach(() => {
  told = [];
  unrecorded = [];
  appended = [];
});

const telling = (append: History['append'], known: HistoryEntry = entry) =>
  tellingEnds({ append, get: (id) => (id === entry.id ? known : undefined) } as Partial<History> as History, {
    changed: (serverId, historyId) => told.push({ serverId, historyId, appended: [...appended] }),
    unrecorded: ({ id }) => unrecorded.push(id),
  });
const history = telling(async ({ kind }) => void appended.push(kind));
const trouble = new AppError('file.unwritable', { facts: { file: 'history.jsonl' } });

test('the end of a write is announced once the history has it, and its beginning is not', async () => {
  await history.append(begun({ id: entry.id }));
  expect(told).toEqual([]);
  await history.append(ended(entry.id));
  expect(told).toEqual([{ serverId: entry.serverId, historyId: entry.id, appended: ['begun', 'ended'] }]);
  expect(unrecorded).toEqual([]);
});

test('it is announced without waiting for the disk', () => {
  void telling(() => new Promise(() => {})).append(ended(entry.id));
  expect(told).toHaveLength(1);
});

test.each(['pending', 'unknown'] as const)(
  'an end that cannot be recorded is announced all the same, and again when it is known; the user hears of it once (%s)',
  async (outcome) => {
    const failing = telling(() => Promise.reject(trouble), { ...entry, outcome });
    await expect(failing.append(ended(entry.id))).rejects.toBe(trouble);
    expect(told).toMatchObject([{ historyId: entry.id }, { historyId: entry.id }]);
    await expect(failing.append(ended(entry.id))).rejects.toBe(trouble);
    expect(unrecorded).toEqual([entry.id]);
  },
);

test('what cannot be added to a write whose end is recorded leaves nothing unknown', async () => {
  await expect(telling(() => Promise.reject(trouble)).append(ended(entry.id, { held: true }))).rejects.toBe(trouble);
  expect(unrecorded).toEqual([]);
});

test('nothing is announced of a write that is no longer known', async () => {
  await history.append(ended(begun().id));
  expect([told, appended]).toEqual([[], ['ended']]);
});
