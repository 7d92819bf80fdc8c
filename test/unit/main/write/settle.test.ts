import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { type History, openHistory } from '../../../../src-main/history/history-log';
import { unusableHistory } from '../../../../src-main/history/unusable-history';
import type { Reach, Reached } from '../../../../src-main/reach/reach';
import { createWork, unwatchedWork } from '../../../../src-main/work/work';
import { createSettle } from '../../../../src-main/write/settle';
import type { Found, Settler } from '../../../../src-main/write/settler';
import type { WriteKind } from '../../../../src-shared/history/write-kind';
import { ServerId, type ServerProfile } from '../../../../src-shared/model/server';
import type { Step } from '../../../../src-shared/model/work';
import { verbatim } from '../../../../src-shared/texts/message';
import { writeLongHistory } from '../../../support/files/long-history';
import { begun, ended } from '../../../support/files/records';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const serverId = ServerId.parse(begun().serverId);
const profile = { id: serverId, host: 'gluu.example.org', port: 1636 } as ServerProfile;
const isAway = () => Promise.reject(new AppError('net.refused'));

let folder: string;
let history: History;
let reached: number;
let found: Found | undefined;
let looks: WriteKind[];
beforeEach(async () => {
  folder = makeTemporaryFolder('settle');
  history = await openHistory(path.join(folder, 'history.jsonl'));
  reached = 0;
  found = { outcome: 'saved' };
  looks = [];
});
afterEach(() => removeTemporaryFolder(folder));

const reach: Reach = async (_, __, use) => {
  reached += 1;
  return use({ profile } as Reached, undefined as never);
};
const settler = (what: WriteKind, look: Settler['look'] = async () => () => found): Settler => ({
  look(...args) {
    looks.push(what);
    return look(...args);
  },
});
const settlers = {
  organization: settler('organization'),
  testUser: settler('testUser'),
  resetRequest: settler('resetRequest'),
};
const quick = { verify: [0, 0, 0], background: [5, 5, 5] };

/** A write whose end nobody saw, of this kind, or of none as older versions recorded it. */
async function openWrite(about: Parameters<typeof begun>[0] = {}): Promise<string> {
  const record = begun(about);
  await history.append(record);
  await history.append(ended(record.id, { outcome: 'unknown', failure: { code: 'net.dropped' } }));
  return record.id;
}
const outcome = (id: string) => history.get(id)?.outcome;

describe('a write is settled by the settler of its kind', () => {
  test.each(['organization', 'testUser', 'resetRequest'] as const)('%s', async (what) => {
    const id = await openWrite({ what });
    const settle = createSettle({ reach, history }, settlers);
    expect(await settle.byReading(serverId, id)).toEqual({ kind: 'saved' });
    expect([looks, outcome(id)]).toEqual([[what], 'saved']);
  });

  test('an old record, which does not say its kind, by its shape', async () => {
    const dn = 'inum=2,ou=people,o=1,o=gluu';
    const id = await openWrite({ entries: [{ dn, operation: 'add', changes: [] }] });
    expect(await createSettle({ reach, history }, settlers).byReading(serverId, id)).toEqual({ kind: 'saved' });
    expect(looks).toEqual(['testUser']);
  });

  test('one of a later version by none: it stays as it is, and no server is asked', async () => {
    const id = await openWrite({ what: 'fleetChange' });
    expect(await createSettle({ reach, history }, settlers).byReading(serverId, id)).toEqual({ kind: 'neither' });
    expect([reached, outcome(id)]).toEqual([0, 'unknown']);
  });

  test('what else is open is left to its own reading', async () => {
    const id = await openWrite({ what: 'organization' });
    const others = [await openWrite({ what: 'organization' }), await openWrite({ what: 'testUser' })];
    await createSettle({ reach, history }, settlers).byReading(serverId, id);
    expect([id, ...others].map(outcome)).toEqual(['saved', 'unknown', 'unknown']);
  });

  test('all that is open of a kind is settled where that is read anyway', async () => {
    const ids = [await openWrite({ what: 'testUser' }), await openWrite({ what: 'testUser' })];
    const other = await openWrite({ what: 'organization' });
    await createSettle({ reach, history }, settlers).open({ profile } as Reached, 'testUser');
    expect([...ids, other].map(outcome)).toEqual(['saved', 'saved', 'unknown']);
    expect(looks).toEqual(['testUser']);
  });

  test.each([{ host: 'copy.example.org' }, { port: 2636 }])(
    'by none once its profile leads elsewhere (%o), whatever the server there holds',
    async (elsewhere) => {
      const id = await openWrite({ what: 'organization' });
      const moved = { profile: { ...profile, ...elsewhere } } as Reached;
      const settle = createSettle({ reach: async (_, __, use) => use(moved, undefined as never), history }, settlers);
      expect(await settle.byReading(serverId, id)).toEqual({ kind: 'neither' });
      await settle.open(moved, 'organization');
      await settle.openBy(moved.profile, 'organization', () => ({ outcome: 'saved' }));
      expect([looks, outcome(id)]).toEqual([[], 'unknown']);
    },
  );

  test('nothing is looked at where nothing is open, unless the settler knows of more', async () => {
    const settle = createSettle(
      { reach, history },
      { ...settlers, resetRequest: { ...settlers.resetRequest, hasMore: () => true } },
    );
    await settle.open({ profile } as Reached, 'testUser');
    await settle.open({ profile } as Reached, 'resetRequest');
    expect(looks).toEqual(['resetRequest']);
  });
});

test('a write far older than what is in memory is found and settled like any other', async () => {
  const file = path.join(folder, 'long.jsonl');
  const [id = ''] = writeLongHistory(file, { writes: 5100, open: [0] });
  const long = await openHistory(file);
  expect(long.get(id)).toBeUndefined();
  expect(await createSettle({ reach, history: long }, settlers).byReading(serverId, id)).toEqual({ kind: 'saved' });
  expect((await long.all()).at(-1)).toMatchObject({ id, outcome: 'saved' });
});

test('a history that cannot be used keeps no server from being read', async () => {
  const unusable = unusableHistory(new AppError('file.unwritable', { facts: { file: 'history.jsonl' } }));
  const settle = createSettle({ reach, history: unusable }, settlers);
  await settle.open({ profile } as Reached, 'organization');
  await settle.openBy(profile, 'organization', () => ({ outcome: 'saved' }));
  expect(await settle.byReading(serverId, begun().id)).toEqual({ kind: 'neither' });
});

test('a write that turns out not to have happened keeps why in the history', async () => {
  const id = await openWrite({ what: 'organization' });
  found = { outcome: 'notSaved' };
  await createSettle({ reach, history }, settlers).byReading(serverId, id);
  expect(history.get(id)).toMatchObject({ outcome: 'notSaved', failure: { code: 'net.dropped' } });
});

test('a history that cannot be written does not turn what was found into a server that was not reached', async () => {
  const id = await openWrite({ what: 'organization' });
  const full: History = {
    ...history,
    append: () => Promise.reject(new AppError('file.unwritable', { facts: { file: 'history.jsonl' } })),
  };
  expect(await createSettle({ reach, history: full }, settlers).byReading(serverId, id)).toEqual({ kind: 'saved' });
  expect(outcome(id)).toBe('unknown');
});

describe('verifying', () => {
  const late = (historyId: string, code: 'ldap.noReply' | 'net.dropped' = 'ldap.noReply') => ({
    serverId,
    historyId,
    why: new AppError(code),
  });
  const notes = { open: verbatim('not reached'), saved: verbatim('it is there') };

  test('a slow server may write yet: only the last reading says that it did not', async () => {
    const id = await openWrite({ what: 'organization' });
    found = { outcome: 'notSaved' };
    const settle = createSettle({ reach, history, pauses: quick }, settlers);
    expect(await settle.verify(late(id), unwatchedWork(), notes)).toEqual({ kind: 'notSaved' });
    expect(reached).toBe(3);
  });

  test('a connection that broke says so at the first', async () => {
    const id = await openWrite({ what: 'organization' });
    found = { outcome: 'notSaved' };
    const settle = createSettle({ reach, history, pauses: quick }, settlers);
    expect(await settle.verify(late(id, 'net.dropped'), unwatchedWork(), notes)).toEqual({ kind: 'notSaved' });
    expect(reached).toBe(1);
  });

  test('nobody else settles the write meanwhile', async () => {
    const id = await openWrite({ what: 'organization' });
    const settle = createSettle({ reach, history, pauses: { verify: [50] } }, settlers);
    const verified = settle.verify(late(id), unwatchedWork(), notes);
    await settle.openBy(profile, 'organization', () => ({ outcome: 'notSaved' }));
    await settle.open({ profile } as Reached, 'organization');
    expect([looks, outcome(id)]).toEqual([[], 'unknown']);
    expect(await verified).toEqual({ kind: 'saved' });
  });

  test('its stage tells how it ended', async () => {
    const id = await openWrite({ what: 'organization' });
    let steps: Step[] = [];
    const work = createWork(new AbortController().signal, (now) => (steps = now));
    const settle = createSettle({ reach: isAway, history, pauses: quick }, settlers);
    expect(await settle.verify(late(id), work, notes)).toBeUndefined();
    expect(steps).toMatchObject([{ name: 'Verify', state: 'warned', text: verbatim('not reached') }]);
    await createSettle({ reach, history, pauses: quick }, settlers).verify(late(id), work, notes);
    expect(steps).toMatchObject([{ name: 'Verify', state: 'done', text: verbatim('it is there') }]);
  });
});

describe('in the background', () => {
  test('it goes on until the server is reached', async () => {
    const id = await openWrite({ what: 'organization' });
    const tries = vi.fn(isAway);
    const sometimes: Reach = (...args) => (tries.mock.calls.length < 2 ? tries() : reach(...args));
    createSettle({ reach: sometimes, history, pauses: quick }, settlers).inBackground(serverId, id);
    await vi.waitFor(() => expect(outcome(id)).toBe('saved'));
  });

  test('it ends with the console: no server is asked after that', async () => {
    const id = await openWrite({ what: 'organization' });
    const away = vi.fn(isAway);
    const settle = createSettle({ reach: away, history, pauses: { background: Array(50).fill(5) } }, settlers);
    settle.inBackground(serverId, id);
    await vi.waitFor(() => expect(away).toHaveBeenCalled());
    settle.dispose();
    const asked = away.mock.calls.length;
    await pause(60);
    expect(away).toHaveBeenCalledTimes(asked);
  });

  test('a reading that is under way is broken off', async () => {
    const id = await openWrite({ what: 'organization' });
    const signals: AbortSignal[] = [];
    const hangs: Reach = (_, { signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    };
    const settle = createSettle({ reach: hangs, history, pauses: quick }, settlers);
    settle.inBackground(serverId, id);
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    settle.dispose();
    expect(signals[0]?.aborted).toBe(true);
  });
});
