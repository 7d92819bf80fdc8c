import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { type History, openHistory } from '../../../../src-main/history/history-log';
import type { Reached } from '../../../../src-main/reach/reach';
import { createWork, unwatchedWork } from '../../../../src-main/work/work';
import { type RecordedWrite, recordedWrite } from '../../../../src-main/write/recorded-write';
import type { FailureCode } from '../../../../src-shared/model/failure';
import { ServerId, type ServerProfile } from '../../../../src-shared/model/server';
import { begun } from '../../../support/files/records';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';

const { entries, serverId } = begun();
const profile = {
  id: ServerId.parse(serverId),
  name: 'Meadow',
  environment: 'test',
  host: 'id.example.org',
  port: 1636,
  readOnly: false,
} as unknown as ServerProfile;
const session = { at: 'id.example.org:1636' } as Reached['session'];

let folder: string;
let history: History;
beforeEach(async () => {
  folder = makeTemporaryFolder('recorded-write');
  history = await openHistory(path.join(folder, 'history.jsonl'));
});
afterEach(() => removeTemporaryFolder(folder));

const begin = (write: Partial<RecordedWrite<string>>, about: Partial<ServerProfile> = {}, file = history) =>
  recordedWrite({ session, profile: { ...profile, ...about }, boundAs: 'cn=x' }, file, unwatchedWork(), {
    what: 'organization',
    entries,
    reason: 'why',
    write: async () => ({ check: 'assertion' }),
    readBack: async () => 'read',
    ...write,
  });
const fails =
  (code: FailureCode, after = 0): RecordedWrite<string>['write'] =>
  async (_, wrote) => {
    for (let count = 0; count < after; count += 1) wrote();
    throw new AppError(code, { at: session.at });
  };
const last = () => history.list()[0];

test('it says its kind, who did it and why, and ends as saved once it was read back', async () => {
  const end = await begin({ rollbackOf: begun().id });
  expect(end).toMatchObject({ kind: 'saved', read: 'read', check: 'assertion' });
  expect(last()).toMatchObject({
    id: end.historyId,
    what: 'organization',
    reason: 'why',
    rollbackOf: expect.any(String),
    actor: { bindDn: 'cn=x' },
    host: 'id.example.org:1636',
    outcome: 'saved',
    check: 'assertion',
    verifiedAt: expect.any(String),
  });
});

test('a server that is read-only is written to by no kind of write, whatever its caller forgot', async () => {
  await expect(begin({}, { readOnly: true })).rejects.toMatchObject({ code: 'server.readOnly' });
  expect(last()).toBeUndefined();
});

test('nothing is sent where the history does not take its beginning', async () => {
  const full: History = {
    ...history,
    append: () => Promise.reject(new AppError('file.unwritable', { facts: { file: 'history.jsonl' } })),
  };
  const never = () => expect.unreachable('it was written');
  await expect(begin({ write: never }, {}, full)).rejects.toMatchObject({ code: 'file.unwritable' });
});

test('its beginning is in the file before anything is sent, and nothing waits for its end to be there', async () => {
  const read = () => readFileSync(path.join(folder, 'history.jsonl'), 'utf8');
  let atWrite = '';
  const stuck: History = {
    ...history,
    append: (record) => (record.kind === 'ended' ? new Promise(() => {}) : history.append(record)),
  };
  const write = async () => {
    atWrite = read();
    return {};
  };
  const end = await begin({ write }, {}, stuck);
  expect(end.kind).toBe('saved');
  expect(atWrite).toContain(end.historyId);
  expect(JSON.parse(atWrite)).toMatchObject({ kind: 'begun' });
  expect(read()).toBe(atWrite);
});

test.each<[string, Partial<RecordedWrite<string>>]>([
  ['refused', { write: fails('ldap.rights') }],
  ['lost', { write: fails('net.dropped') }],
])('nor does one that was %s wait', async (_, write) => {
  const stuck: History = {
    ...history,
    append: (record) => (record.kind === 'ended' ? new Promise(() => {}) : history.append(record)),
  };
  expect(await begin(write, {}, stuck)).toMatchObject({ kind: expect.stringMatching(/notSaved|unknown/) });
});

test('the next write begins once the end of the one before is in the file', async () => {
  await begin({});
  let kinds: string[] = [];
  await begin({
    write: async () => {
      const lines = readFileSync(path.join(folder, 'history.jsonl'), 'utf8').trimEnd().split('\n');
      kinds = lines.map((line) => JSON.parse(line).kind);
      return {};
    },
  });
  expect(kinds).toEqual(['begun', 'ended', 'begun']);
});

test('from its beginning on it cannot be cancelled', async () => {
  const cancel = new AbortController();
  const work = createWork(cancel.signal, () => {});
  const end = await recordedWrite({ session, profile, boundAs: 'cn=x' }, history, work, {
    what: 'organization',
    entries,
    reason: undefined,
    async write() {
      cancel.abort();
      return {};
    },
    readBack: async () => {},
  });
  expect([end.kind, work.signal.aborted]).toEqual(['saved', false]);
});

describe('how it ends', () => {
  test.each<[FailureCode, number, string, string]>([
    ['ldap.rights', 0, 'notSaved', 'notSaved'],
    ['ldap.rights', 1, 'notSaved', 'unknown'],
    ['net.dropped', 0, 'unknown', 'unknown'],
    ['ldap.noReply', 1, 'unknown', 'unknown'],
  ])('%s after %i requests: %s, and %s in the history', async (code, after, kind, outcome) => {
    const end = await begin({ write: fails(code, after) });
    expect(end).toMatchObject({ kind, why: { code } });
    expect(last()).toMatchObject({ outcome, failure: { code, stage: 'Write' } });
    if (end.kind === 'notSaved') expect(end.partly).toBe(after > 0);
  });

  test('a reading back that finds something else is a failure of a write that was carried out', async () => {
    const write = async (_: unknown, wrote: () => void) => {
      wrote();
      return {};
    };
    const readBack = () => Promise.reject(new AppError('ldap.conflict'));
    expect(await begin({ write, readBack })).toMatchObject({ kind: 'notSaved', partly: true });
    expect(last()).toMatchObject({ outcome: 'unknown', failure: { stage: 'Read back' } });
  });

  test.each<FailureCode>(['ldap.busy', 'ldap.unavailable', 'ldap.rights', 'ldap.limit', 'ldap.missing'])(
    'a server that took it and refuses to be read (%s) leaves it open, and nothing is taken back',
    async (code) => {
      const write = async (_: unknown, wrote: () => void) => {
        wrote();
        return {};
      };
      const readBack = () => Promise.reject(new AppError(code, { at: session.at }));
      const undo = () => expect.unreachable('it was taken back');
      expect(await begin({ write, readBack, undo })).toMatchObject({ kind: 'unknown', why: { code } });
      expect(last()).toMatchObject({ outcome: 'unknown', failure: { code, stage: 'Read back' } });
    },
  );

  test('what was left of it because somebody had changed it is not called saved in the history', async () => {
    expect(await begin({ write: async () => ({ partly: true }) })).toMatchObject({ kind: 'saved', partly: true });
    expect(last()).toMatchObject({ outcome: 'unknown', verifiedAt: expect.any(String) });
  });

  test('a bug is thrown, and leaves the write neither running nor settled', async () => {
    const bug = new TypeError('a bug');
    await expect(begin({ write: () => Promise.reject(bug) })).rejects.toBe(bug);
    expect(last()).toMatchObject({ outcome: 'unknown', failure: { code: 'internal' } });
    expect(history.isRunning(last()?.id ?? '')).toBe(false);
  });

  test('a history that does not take its end does not change it', async () => {
    const full: History = {
      ...history,
      append: (record) =>
        record.kind === 'ended'
          ? Promise.reject(new AppError('file.unwritable', { facts: { file: 'history.jsonl' } }))
          : history.append(record),
    };
    expect(await begin({}, {}, full)).toMatchObject({ kind: 'saved' });
    expect(last()).toMatchObject({ outcome: 'pending' });
  });

  test('no certificate gets into the history', async () => {
    const certificate = { sha256: 'ab' } as never;
    const facts = { causes: 'It is damaged.' };
    const write = () => Promise.reject(new AppError('tls.untrusted', { certificate, facts }));
    const end = await begin({ write });
    expect(end).toMatchObject({ why: { about: { certificate } } });
    expect(last()?.failure).toEqual({ code: 'tls.untrusted', stage: 'Write', facts });
  });
});

describe('what a refused write has left', () => {
  const undone = async (code: FailureCode, undo: () => Promise<unknown>) => {
    let asked = 0;
    const counting = () => {
      asked += 1;
      return undo();
    };
    return { end: await begin({ write: fails(code), undo: counting }), asked };
  };

  test('is taken back; a refusal of that is not what is reported', async () => {
    const { end, asked } = await undone('ldap.rights', () => Promise.reject(new AppError('ldap.busy')));
    expect([end.kind, asked]).toEqual(['notSaved', 1]);
    expect(last()).toMatchObject({ failure: { code: 'ldap.rights' } });
  });

  test('stays where nobody knows whether the write happened', async () => {
    const { asked } = await undone('net.dropped', async () => {});
    expect(asked).toBe(0);
  });
});
