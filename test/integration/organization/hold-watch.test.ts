import { afterEach, describe, expect, test, vi } from 'vitest';
import { gluuNames } from '../../support/gluu-names';
import { noticeRead } from '../../support/notice';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn } = gluuNames();

let server: TestConsole;
afterEach(() => server.stop());

/** Saves, lets something happen, and waits for what is told after the server's refresh. */
async function saveAndThen(happens: () => Promise<unknown>) {
  const outcome = await server.save({ contactEmail: 'new@example.org' });
  if (outcome.kind !== 'saved') expect.unreachable();
  await happens();
  await vi.waitFor(() => expect(server.held()).toHaveLength(1), { timeout: 20_000, interval: 50 });
  return { outcome, told: server.held()[0] };
}

describe('a saved change on Gluu 3.1.2', () => {
  test('is read once more after the server’s refresh, and that is kept in the history', async () => {
    server = await startConsole({ refreshMs: 500 });
    const { outcome, told } = await saveAndThen(async () => {});
    expect(told).toEqual({ historyId: outcome.watched?.historyId, held: 'held' });
    expect(server.history.list()).toMatchObject([{ outcome: 'saved', check: 'assertion', held: true }]);
    expect(await server.history.verify()).toMatchObject({ ok: true });
    expect(server.alarms()).toEqual([]);
  });

  test('that the refresh put back is reported as lost', async () => {
    server = await startConsole({ refreshMs: 1500, tree: { appliance: { oxTrustEmail: 'old@example.org' } } });
    const putBack = () => server.slapd.modify(replaceWith(applianceDn, 'oxTrustEmail', 'old@example.org'));
    const { told } = await saveAndThen(putBack);
    expect(told?.held).toBe('lost');
    expect(server.history.list()).toMatchObject([{ outcome: 'saved', held: false }]);
    expect(server.alarms().map((notice) => noticeRead(notice))).toMatchObject([
      { tone: 'bad', text: expect.stringContaining('Contact Email') },
    ]);
  });

  test('that this console changed again meanwhile raises no alarm: the later write has its own watch', async () => {
    server = await startConsole({ refreshMs: 1500 });
    const { told } = await saveAndThen(() => server.save({ contactEmail: 'newer@example.org' }));
    const [later, earlier] = server.history.list();
    expect(told).toEqual({ historyId: later?.id, held: 'held' });
    expect(earlier?.held).toBeUndefined();
    expect(server.alarms()).toEqual([]);
  });

  test('on a server that is gone by then is reported as not known', async () => {
    server = await startConsole({ refreshMs: 500 });
    const { told } = await saveAndThen(() => server.proxy.stop());
    expect(told?.held).toBe('unknown');
    expect(server.history.list()[0]?.held).toBeUndefined();
  });
});

test('a change that nobody looked at before the app was closed is looked at by the next run', async () => {
  server = await startConsole({ encrypted: true });
  await server.save({ contactEmail: 'new@example.org' });
  expect(server.history.list()).toMatchObject([{ outcome: 'saved', holding: true }]);
  const id = server.history.list()[0]?.id;
  server = await server.again(() => {}, { holdWaits: { refreshMs: 100, againMs: 100 } });
  await vi.waitFor(() => expect(server.held()).toEqual([{ historyId: id, held: 'held' }]), { timeout: 20_000 });
  expect(server.history.list()).toMatchObject([{ id, held: true }]);
  expect(server.history.list()[0]).not.toHaveProperty('holding');
});

test('from 3.1.3 on nothing is watched: its timer reads right before it writes', async () => {
  server = await startConsole({ refreshMs: 100, tree: { version: '3.1.3' } });
  const outcome = await server.save({ contactEmail: 'new@example.org' });
  expect(outcome).toMatchObject({ kind: 'saved' });
  expect(outcome).not.toHaveProperty('watched');
  expect(server.history.list()[0]).not.toHaveProperty('holding');
});
