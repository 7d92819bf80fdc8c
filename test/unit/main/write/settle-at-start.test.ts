import { afterEach, beforeEach, expect, test } from 'vitest';
import type { History } from '../../../../src-main/history/history-log';
import type { Verdict } from '../../../../src-main/write/settle';
import { openWrites, settleAtStart } from '../../../../src-main/write/settle-at-start';
import type { HistoryEntry } from '../../../../src-shared/model/history';
import { ServerId } from '../../../../src-shared/model/server';
import { historyEntry } from '../../../support/history-entry';
import { type NoticeRead, noticeRead } from '../../../support/notice';

let entries: HistoryEntry[];
let told: NoticeRead[];
let reads: string[];
beforeEach(() => {
  entries = [];
  own = [];
  told = [];
  reads = [];
});
afterEach(() => expect(told.map(({ id }) => id)).toEqual([...new Set(told.map(({ id }) => id))]));

let own: string[];
const history: Pick<History, 'list' | 'get' | 'isOwn'> = {
  isOwn: (id) => own.includes(id),
  list: () => entries,
  get: (id) => entries.find((entry) => entry.id === id),
};
const add = (about: Partial<HistoryEntry> = {}): HistoryEntry => {
  const entry = historyEntry({ id: crypto.randomUUID(), outcome: 'pending', ...about });
  entries.push(entry);
  return entry;
};
/** A server that answers as `answers` says, attempt by attempt; the last one counts from then on. */
const settle = (...answers: (HistoryEntry['outcome'] | 'unreachable')[]) => ({
  byReading: async (_: ServerId, id: string): Promise<Verdict> => {
    reads.push(id);
    const answer = answers[Math.min(reads.length, answers.length) - 1] ?? 'unreachable';
    if (answer === 'unreachable') return { kind: 'unreachable' };
    entries = entries.map((entry) => (entry.id === id ? { ...entry, outcome: answer } : entry));
    return { kind: 'neither' };
  },
});
const run = (about: Partial<Parameters<typeof settleAtStart>[0]> = {}) =>
  settleAtStart({
    open: openWrites(history),
    history,
    settle: settle('saved'),
    isKnown: () => true,
    mayRead: () => true,
    tell: (notice) => told.push(noticeRead(notice)),
    pauses: [0, 1, 1],
    ...about,
  });

test.each(['saved', 'notSaved'] as const)('an open write that turns out %s is reported once', async (outcome) => {
  add();
  await run({ settle: settle(outcome) });
  expect(told).toMatchObject([
    { tone: 'info', text: expect.stringContaining(outcome === 'saved' ? ': saved' : ': not saved') },
  ]);
});

test('a write of this run is left alone: it may be under way', async () => {
  own = [add().id];
  await run();
  expect([reads, told]).toEqual([[], []]);
});

test('without open writes nothing is read and nothing told', async () => {
  add({ outcome: 'saved' });
  add({ outcome: 'notSaved' });
  await run();
  expect([reads, told]).toEqual([[], []]);
});

test('a server that is not reached is tried three times, and then stays open', async () => {
  add();
  await run({ settle: settle('unreachable') });
  expect(reads).toHaveLength(3);
  expect(told).toMatchObject([{ tone: 'warn', text: expect.stringContaining('still not known') }]);
  expect(entries).toMatchObject([{ outcome: 'pending' }]);
});

test('one that is reached later is settled then', async () => {
  add();
  await run({ settle: settle('unreachable', 'saved') });
  expect(reads).toHaveLength(2);
  expect(told).toMatchObject([{ tone: 'info' }]);
});

test('a locked keychain is not asked', async () => {
  add();
  await run({ mayRead: () => false });
  expect(reads).toEqual([]);
  expect(told).toMatchObject([{ tone: 'warn' }]);
});

test('several writes to one server are one notice, several servers are several', async () => {
  add();
  add({ outcome: 'unknown' });
  add({ serverId: ServerId.parse(crypto.randomUUID()), serverName: 'Branch' });
  await run();
  expect(told.map(({ title }) => title).sort()).toEqual([
    '2 writes to Head office were interrupted.',
    'A write to Branch was interrupted.',
  ]);
});

test('a kind that only a later version knows is not said to be checked again', async () => {
  add({ what: 'fleetChange' });
  await run({ settle: settle('unreachable') });
  expect([reads, told]).toEqual([[], []]);
});

test('servers that are gone and reset requests are left alone', async () => {
  const gone = add();
  add({
    serverId: ServerId.parse(crypto.randomUUID()),
    entries: [
      { dn: 'o=gluu', changes: [{ field: 'Request', attribute: 'oxGuid', before: null, after: null, secret: true }] },
    ],
  });
  await run({ isKnown: (id) => id !== gone.serverId });
  expect([reads, told]).toEqual([[], []]);
});
