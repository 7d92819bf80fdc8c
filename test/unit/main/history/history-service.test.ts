import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { type History, openHistory } from '../../../../src-main/history/history-log';
import { historyService } from '../../../../src-main/history/history-service';
import { unusableHistory } from '../../../../src-main/history/unusable-history';
import { createWork } from '../../../../src-main/work/work';
import type { HistoryFilter } from '../../../../src-shared/history/history-filter';
import type { ServerId } from '../../../../src-shared/model/server';
import { begun, ended } from '../../../support/files/records';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('history-service');
  file = path.join(folder, 'history.jsonl');
});
afterEach(() => removeTemporaryFolder(folder));

const find = (history: History, sought: Partial<HistoryFilter> = {}) =>
  historyService({ history, settle: {} as never, saveText: async () => true })['history.find'](
    { sought: { words: [], ...sought }, limit: 50 },
    createWork(new AbortController().signal, () => {}),
  );

test('finds a write among all there ever were, however many came after it', async () => {
  const serverId = randomUUID() as ServerId;
  let prev = '';
  const lines: string[] = [];
  const add = (record: object) => {
    const line = JSON.stringify({ seq: lines.length + 1, time: '2026-11-23T09:08:00.000Z', prev, ...record });
    prev = createHash('sha256').update(line).digest('hex');
    lines.push(line);
  };
  for (let count = 0; count < 5100; count++) {
    const start = begun(count === 0 ? { serverId, reason: 'The first of all' } : {});
    add(start);
    add(ended(start.id));
  }
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  const history = await openHistory(file);
  expect(await find(history)).toMatchObject({ total: 5100 });
  expect(await find(history, { serverId })).toMatchObject({ total: 1, entries: [{ reason: 'The first of all' }] });
  const own = begun({ serverId });
  await history.append(own);
  expect(await find(history, { serverId })).toMatchObject({ total: 2, entries: [{ id: own.id }, {}] });
});

test('never calls a history that cannot be used an empty one', async () => {
  const trouble = new AppError('file.unwritable', {
    facts: { file: 'history.jsonl' },
    detail: 'history.jsonl is a folder',
  });
  await expect(find(unusableHistory(trouble))).rejects.toBe(trouble);
});
