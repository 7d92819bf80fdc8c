import { describe, expect, test } from 'vitest';
import { begunBy } from '../../../../src-main/history/begun-by';
import { howItEnded } from '../../../../src-main/organization/history-of-change';
import { newRequest, sealed } from '../../../../src-main/reset/request-entry';
import { begunRequests, howRequestsEnded, sealsOf } from '../../../../src-main/reset/request-history';
import { type HistoryEntry, HistoryRecord } from '../../../../src-shared/model/history';
import type { ServerProfile } from '../../../../src-shared/model/server';

const profile = {
  id: '7d3c1a52-58c3-4b8b-9c49-0f2f6e1d9a01',
  name: 'Meadow',
  environment: 'test',
  host: 'id.example.org',
  port: 1636,
} as unknown as ServerProfile;
const branchDn = 'ou=resetPasswordRequests,inum=x,ou=appliances,o=gluu';
const guids = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'];
const nonce = '00';

function entryOf(kind: 'add' | 'remove', makesBranch = false): HistoryEntry {
  const requests = guids.map((guid) => ({
    personInum: 'p',
    creationDate: '20180117090503.007Z',
    seal: sealed(guid, nonce).seal,
  }));
  const id = '7d3c1a52-58c3-4b8b-9c49-0f2f6e1d9a09';
  const entries = begunRequests({ branchDn, kind, requests, nonce, makesBranch });
  const record = HistoryRecord.parse({ ...begunBy({ profile, boundAs: 'cn=x' }, id, undefined), entries });
  if (record.kind !== 'begun') throw new Error('not a beginning');
  return { ...record, seq: 1, time: '2018-01-17T09:05:03.000Z', outcome: 'pending' } as HistoryEntry;
}

describe('the record of requests', () => {
  test('tells who and when, and no guid', () => {
    for (const kind of ['add', 'remove'] as const) {
      const text = JSON.stringify(entryOf(kind, true));
      expect(text).toContain('20180117090503.007Z');
      for (const guid of guids) expect(text).not.toContain(guid);
    }
  });

  test('says on which side there is no request', () => {
    const sides = (kind: 'add' | 'remove') =>
      entryOf(kind).entries.flatMap(({ changes }) => changes.filter(({ secret }) => secret).map(({ unset }) => unset));
    expect([sides('add'), sides('remove')]).toEqual([
      ['before', 'before'],
      ['after', 'after'],
    ]);
  });

  test('is reported as ended from the guids that are there', () => {
    const added = sealsOf(entryOf('add'));
    const removed = sealsOf(entryOf('remove'));
    if (!added || !removed) expect.unreachable();
    expect(howRequestsEnded(added, guids)).toBe('saved');
    expect(howRequestsEnded(added, ['other'])).toBe('notSaved');
    expect(howRequestsEnded(added, guids.slice(1))).toBe('unknown');
    expect(howRequestsEnded(removed, [])).toBe('saved');
    expect(howRequestsEnded(removed, guids)).toBe('notSaved');
    expect(howRequestsEnded(removed, guids.slice(1))).toBe('unknown');
  });

  test('is never settled by reading Organization Configuration, which does not see the branch', () => {
    for (const kind of ['add', 'remove'] as const) {
      for (const makesBranch of [true, false]) {
        expect(howItEnded(entryOf(kind, makesBranch), () => [])).toEqual({ kind: 'unknown' });
      }
    }
  });

  test('is distinguished from records of other writes', () => {
    const other: HistoryEntry = { ...entryOf('add'), entries: [{ dn: 'x', changes: [] }] };
    expect(sealsOf(other)).toBeUndefined();
  });
});

describe('a new request', () => {
  test('has a guid of oxTrust’s form, and never the same', () => {
    const made = Array.from({ length: 200 }, () =>
      newRequest(branchDn, 'p', new Date(0), { dates: 'generalizedTime' }),
    );
    expect(new Set(made.map(({ guid }) => guid)).size).toBe(200);
    for (const { guid, dn, creationDate } of made) {
      expect(guid).toMatch(/^[!0-9a-z]{16}$/);
      expect(dn).toBe(`oxGuid=${guid},${branchDn}`);
      expect(creationDate).toBe('19700101000000.000Z');
    }
    // Every sign of the alphabet turns up among 3200: the chance that one does not is below 1e-36.
    expect(new Set(made.flatMap(({ guid }) => [...guid])).size).toBe(37);
  });

  test('is dated as its version does, and expires where the class allows that', () => {
    const now = new Date(Date.UTC(2016, 1, 3, 9, 5, 3, 7));
    const old = newRequest(branchDn, 'p', now, { dates: 'javaText' });
    expect(old.creationDate).toBe('Wed Feb 03 09:05:03 UTC 2016');
    expect(old).not.toHaveProperty('expiresAt');
    const expiring = newRequest(branchDn, 'p', now, { dates: 'generalizedTime', expiresAfter: 600 });
    expect(expiring).toMatchObject({ creationDate: '20160203090503.007Z', expiresAt: '20160203091503.007Z' });
    const dead = newRequest(branchDn, 'p', now, { dates: 'generalizedTime', expiresAfter: 0 });
    expect(dead.expiresAt).toBe(dead.creationDate);
  });
});
