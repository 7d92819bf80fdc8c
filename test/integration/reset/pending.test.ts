import { afterEach, describe, expect, test } from 'vitest';
import { asGeneralizedTime } from '../../../src-shared/gluu/reset-time';
import type { GluuVersion } from '../../support/gluu-version';
import { carries } from '../../support/hostile-ldap/message';
import type { LdifEntry } from '../../support/ldif';
import { mailTo, names, person, type ResetLab, startResetLab } from './reset-console';

let lab: ResetLab;
afterEach(() => lab.stop());

const other = `${names.orgInum}!0000!5A11.C0DE.0000.0002`;
const branch: LdifEntry = {
  dn: names.resetRequestsDn,
  attributes: { objectClass: ['top', 'organizationalUnit'], ou: 'resetPasswordRequests' },
};
const ago = (minutes: number) => asGeneralizedTime(new Date(Date.now() - minutes * 60_000));
const stored = (guid: string, personInum: string, creationDate: string): LdifEntry => ({
  dn: `oxGuid=${guid},${names.resetRequestsDn}`,
  attributes: { objectClass: ['top', 'gluuPasswordResetRequest'], oxGuid: guid, personInum, creationDate },
});
const start = (version: GluuVersion, more: LdifEntry[], rest = {}) =>
  startResetLab({ version, tree: { more: [branch, ...more] }, ...rest });

const pending = () => lab.calls['reset.pending']({ serverId: lab.serverId }, lab.work());
const purge = (which: { kind: 'expired' } | { kind: 'one'; requestId: string }, more = {}) =>
  lab.calls['reset.purge']({ serverId: lab.serverId, which, ...more }, lab.work());
const guids = async () => (await lab.stored()).flatMap((entry) => entry.get('oxGuid') ?? []).sort();
const outcomes = () => lab.history.list().map(({ outcome }) => outcome);

describe('the list', () => {
  test('is empty where there is no branch', async () => {
    lab = await startResetLab();
    expect(await pending()).toMatchObject({ requests: [], counts: { live: 0 }, more: false, lifetimeSeconds: 7200 });
  });

  test('tells age, person and state by the rule of 3.1.5, and no guid', async () => {
    lab = await start('3.1.5', [
      stored('aaaaaaaaaaaaaaa1', person, ago(1)),
      stored('aaaaaaaaaaaaaaa2', person, ago(2)),
      stored('aaaaaaaaaaaaaaa3', other, ago(30)),
      stored('aaaaaaaaaaaaaaa4', 'nobody', ago(3)),
    ]);
    const view = await pending();
    expect(view.requests.map(({ state, person: { name } }) => [state, name])).toEqual([
      ['live', 'User 1'],
      ['superseded', 'User 1'],
      ['live', undefined],
      ['expired', 'User 2'],
    ]);
    expect(view).toMatchObject({ counts: { live: 2, superseded: 1, expired: 1, undated: 0 }, lifetimeSeconds: 600 });
    expect(JSON.stringify(view)).not.toContain('aaaaaaaa');
  });

  test('lets each work for two hours up to 3.1.3', async () => {
    lab = await start('3.0.2', [
      stored('a1', person, ago(1)),
      stored('a2', person, ago(119)),
      stored('a3', person, ago(121)),
    ]);
    expect((await pending()).counts).toEqual({ live: 2, expired: 1, superseded: 0, undated: 0 });
  });

  test('reads a branch of more entries than a server gives at once', async () => {
    const many = Array.from({ length: 1300 }, (_, index) => stored(`g${index}`, person, ago(200 + index)));
    lab = await start('3.1.2', many);
    const view = await pending();
    expect(view).toMatchObject({ more: true, counts: { expired: 1300 } });
    expect(view.requests).toHaveLength(500);
    expect(await purge({ kind: 'expired' })).toMatchObject({ removed: 1000, left: 300 });
    expect(await purge({ kind: 'expired' })).toMatchObject({ removed: 300, left: 0, pending: { requests: [] } });
    expect(outcomes()).toEqual(['saved', 'saved']);
  });

  test('knows which request is its own', async () => {
    lab = await start('3.1.2', [stored('a1', person, ago(1))]);
    const { run } = await lab.calls['reset.request']({ serverId: lab.serverId, ...mailTo }, lab.work());
    expect((await pending()).requests.map(({ runId }) => runId)).toEqual([run.id, undefined]);
  });
});

describe('purging', () => {
  const two = () => [stored('a1', person, ago(1)), stored('a2', other, ago(300))];

  test('all expired leaves the others', async () => {
    lab = await start('3.1.2', two());
    const outcome = await purge({ kind: 'expired' }, { reason: 'tidy' });
    expect(outcome).toMatchObject({
      removed: 1,
      gone: 0,
      kept: 0,
      left: 0,
      pending: { counts: { live: 1, expired: 0 } },
    });
    expect(await guids()).toEqual(['a1']);
    expect(lab.history.list()).toMatchObject([
      { outcome: 'saved', reason: 'tidy', entries: [{ changes: [{}, {}, {}] }] },
    ]);
    expect(await purge({ kind: 'expired' })).toMatchObject({ removed: 0, gone: 0 });
    expect(outcomes()).toEqual(['saved']);
  });

  test('one takes exactly that', async () => {
    lab = await start('3.1.2', two());
    const [live] = (await pending()).requests;
    expect(await purge({ kind: 'one', requestId: live?.requestId ?? '' })).toMatchObject({ removed: 1 });
    expect(await guids()).toEqual(['a2']);
    // Nobody can be asked about what is no longer shown.
    await expect(purge({ kind: 'one', requestId: live?.requestId ?? '' })).rejects.toMatchObject({
      code: 'gluu.snapshotGone',
    });
  });

  test('one that somebody else removed meanwhile is reported as gone', async () => {
    lab = await start('3.1.2', two());
    const [live] = (await pending()).requests;
    await lab.slapd.modify(`dn: oxGuid=a1,${names.resetRequestsDn}\nchangetype: delete\n`);
    expect(await purge({ kind: 'one', requestId: live?.requestId ?? '' })).toMatchObject({ removed: 0, gone: 1 });
    expect(await guids()).toEqual(['a2']);
  });

  test('one of its own ends that run', async () => {
    lab = await start('3.1.2', []);
    await lab.calls['reset.request']({ serverId: lab.serverId, ...mailTo }, lab.work());
    const [own] = (await pending()).requests;
    await purge({ kind: 'one', requestId: own?.requestId ?? '' });
    expect(await lab.runsNow()).toMatchObject([{ entry: 'gone', canWithdraw: false }]);
  });

  test('is refused on a read-only server, and without the name on production', async () => {
    lab = await start('3.1.2', two(), { profile: { readOnly: true } });
    await expect(purge({ kind: 'expired' })).rejects.toMatchObject({ code: 'server.readOnly' });
    await lab.stop();
    lab = await start('3.1.2', two(), { profile: { environment: 'production', name: 'Meadow' } });
    await expect(purge({ kind: 'expired' })).rejects.toMatchObject({ code: 'gluu.nameNotTyped' });
    expect(await guids()).toEqual(['a1', 'a2']);
    expect(await purge({ kind: 'expired' }, { typedName: 'Meadow' })).toMatchObject({ removed: 1 });
  });

  test('tells how far it came when the server goes', async () => {
    lab = await start('3.1.2', [stored('a1', person, ago(300)), stored('a2', other, ago(300))]);
    const second = carries('delete');
    let seen = 0;
    const swallowed = lab.proxy.dropNextRequest((bytes) => {
      if (second(bytes)) seen += 1;
      return seen === 2;
    });
    const purging = purge({ kind: 'expired' });
    await swallowed;
    lab.proxy.cut();
    expect(await purging).toMatchObject({ removed: 1, failure: { code: 'net.dropped' } });
    expect(outcomes()).toEqual(['unknown']);
    expect(await purge({ kind: 'expired' })).toMatchObject({ removed: 1 });
    // Reading the server again settled the first one: all it was to remove is gone.
    await pending();
    expect(outcomes()).toEqual(['saved', 'saved']);
  });
});
