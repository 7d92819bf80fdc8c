import { mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newMessageId, newToken } from '../../../../src-main/reset/new-run';
import { openRunLog } from '../../../../src-main/reset/run-log';
import { ResetRun } from '../../../../src-shared/model/reset';
import { ServerId } from '../../../../src-shared/model/server';
import { message, verbatim } from '../../../../src-shared/texts/message';
import { inEnglish } from '../../../support/english';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

let folder: string;
let file: string;
beforeEach(() => {
  folder = makeTemporaryFolder('runs');
  file = path.join(folder, 'reset-runs.json');
});
afterEach(() => removeTemporaryFolder(folder));

const serverId = ServerId.parse('7d3c1a52-58c3-4b8b-9c49-0f2f6e1d9a01');
const demoId = ServerId.parse('7d3c1a52-58c3-4b8b-9c49-0f2f6e1d9a02');
const open = () => openRunLog(file, (id) => id === demoId);
const idOf = (number: number) => `7d3c1a52-58c3-4b8b-9c49-${String(number).padStart(12, '0')}`;
const run = (number: number, more: Partial<ResetRun> = {}): ResetRun => ({
  id: idOf(number),
  kind: 'request',
  token: newToken(),
  messageId: newMessageId('7Q4K00AA', 'gluu@example.org'),
  beganAt: '2018-01-17T09:05:03.000Z',
  person: { inum: 'x', name: 'Ada' },
  to: 'ada@example.org',
  relay: 'mail.example.org:25',
  entry: 'none',
  mail: 'accepted',
  events: [],
  ...more,
});

describe('runs', () => {
  test('survive a restart, newest first, each server its own', async () => {
    const log = open();
    await log.begin(serverId, run(1));
    await log.begin(serverId, run(2));
    await log.begin(demoId, run(3));
    const again = open();
    expect(again.state.kind).toBe('loaded');
    expect(again.list(serverId).map(({ id }) => id)).toEqual([idOf(2), idOf(1)]);
    // The demo fleet is gone with the app, and so are its runs.
    expect(log.list(demoId)).toHaveLength(1);
    expect(again.list(demoId)).toEqual([]);
  });

  test('get events and states, and only of their own server', async () => {
    const log = open();
    await log.begin(serverId, run(1, { entry: 'open' }));
    expect(log.serversWithOpenRuns()).toEqual([serverId]);
    const noted = await log.note(serverId, idOf(1), {
      entry: 'there',
      event: { kind: 'written', text: verbatim('a\nb') },
    });
    expect(noted).toMatchObject({ entry: 'there', events: [{ kind: 'written', text: verbatim('a b') }] });
    expect(open().get(serverId, idOf(1))).toEqual(noted);
    expect(log.serversWithOpenRuns()).toEqual([]);
    expect(() => log.get(demoId, idOf(1))).toThrow(expect.objectContaining({ code: 'gluu.snapshotGone' }));
  });

  test('take no field that is not named, such as a guid', async () => {
    const log = open();
    await expect(log.begin(serverId, { ...run(1), guid: 'secret' } as ResetRun)).rejects.toThrow();
    expect(log.list(serverId)).toEqual([]);
    expect(ResetRun.safeParse({ ...run(1), events: [{ at: '', kind: 'begun', text: '', guid: 'x' }] }).success).toBe(
      false,
    );
  });

  test('are kept to fifty, but for those whose request may still be there', async () => {
    const log = open();
    await log.begin(serverId, run(0, { entry: 'there' }));
    for (let number = 1; number <= 60; number += 1) await log.begin(serverId, run(number));
    const ids = log.list(serverId).map(({ id }) => id);
    expect(ids).toHaveLength(51);
    expect(ids.at(-1)).toBe(idOf(0));
  });

  test('may change at the same moment', async () => {
    const log = open();
    await Promise.all([1, 2, 3, 4, 5].map((number) => log.begin(serverId, run(number))));
    const event = { kind: 'arrived', text: verbatim('x') } as const;
    await Promise.all([1, 2, 3, 4, 5].map((number) => log.note(serverId, idOf(number), { event })));
    expect(
      open()
        .list(serverId)
        .map(({ events }) => events.length),
    ).toEqual([1, 1, 1, 1, 1]);
  });

  test('are forgotten with their server', async () => {
    const log = open();
    await log.begin(serverId, run(1));
    await log.forget(serverId);
    expect(open().list(serverId)).toEqual([]);
  });
});

describe('a file that cannot be written', () => {
  beforeEach(() => writeFileSync(file, JSON.stringify({ schemaVersion: 99, runs: [] })));

  test('refuses a new run, and keeps none', async () => {
    const log = open();
    await expect(log.begin(serverId, run(1))).rejects.toMatchObject({ code: 'file.newer' });
    expect(log.list(serverId)).toEqual([]);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schemaVersion: 99 });
  });

  test('still takes what the demo fleet does', async () => {
    const log = open();
    await log.begin(demoId, run(1));
    expect(log.list(demoId)).toHaveLength(1);
  });
});

test('a file that cannot be written for a while loses no event', async () => {
  const log = open();
  await log.begin(serverId, run(1));
  rmSync(file);
  mkdirSync(file); // nothing can be put in its place, whoever runs the test
  await expect(log.begin(serverId, run(2))).rejects.toMatchObject({ code: 'file.unwritable' });
  expect(await log.note(serverId, idOf(1), { event: { kind: 'accepted', text: verbatim('x') } })).toMatchObject({
    events: [{ kind: 'accepted' }],
  });
  rmdirSync(file);
  await log.note(serverId, idOf(1), { event: { kind: 'arrived', text: verbatim('y') } });
  expect(open().list(serverId)).toMatchObject([{ id: idOf(1), events: [{ kind: 'accepted' }, { kind: 'arrived' }] }]);
});

test('events that an earlier version kept as words are still shown as they are', async () => {
  const at = '2018-01-17T09:05:03.000Z';
  const earlier = { ...run(1), events: [{ at, kind: 'begun', text: 'Rehearsal started.' }] };
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, runs: [{ serverId, run: earlier }] }));
  const log = open();
  expect(log.state.kind).toBe('loaded');
  expect(inEnglish(log.list(serverId))).toMatchObject([{ events: [{ kind: 'begun', text: 'Rehearsal started.' }] }]);
  await log.note(serverId, idOf(1), { event: { kind: 'arrived', text: message('reset.event.arrived.spam') } });
  expect(inEnglish(open().list(serverId))).toMatchObject([
    { events: [{ text: 'Rehearsal started.' }, { text: 'The mail is in the spam folder.' }] },
  ]);
});

test('facts of an event are kept short and safe to show', async () => {
  const log = open();
  await log.begin(serverId, run(1));
  const text = message('reset.event.accepted', {
    server: 'mail.example.org:25',
    reply: `250 \u202e${'x'.repeat(5000)}`,
  });
  const noted = await log.note(serverId, idOf(1), { event: { kind: 'accepted', text } });
  const reply = String(noted.events[0]?.text.params?.reply);
  expect(reply).toHaveLength(1000);
  expect(reply).not.toContain('\u202e');
});

test('a damaged file is put aside, and told', () => {
  writeFileSync(file, '{"schemaVersion":1,"runs":[{"serverId":"x"}]}');
  const log = open();
  expect(log.state).toMatchObject({ kind: 'unreadable', keptAs: expect.stringContaining('corrupt') });
  expect(log.list(serverId)).toEqual([]);
});
