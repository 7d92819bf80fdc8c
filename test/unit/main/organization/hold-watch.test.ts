import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import type { History } from '../../../../src-main/history/history-log';
import { createHoldWatch } from '../../../../src-main/organization/hold-watch';
import type { Reach, Reached } from '../../../../src-main/reach/reach';
import { historyEntry } from '../../../support/history-entry';

const entry = historyEntry();
const history = { get: () => entry, list: () => [entry] } as Partial<History> as History;

/** A reach that finds this. */
const readingOf =
  (reached: Reached): Reach =>
  (_, __, use, manner) =>
    use(reached, manner?.read?.(reached.session, reached.tree, reached) as never);

function watching() {
  const reach = vi.fn(() => Promise.reject(new AppError('net.refused')));
  const tell = vi.fn();
  const watch = createHoldWatch({
    ...{ reach, history, tell, alarm: () => {} },
    waits: { refreshMs: 5, againMs: 5 },
  });
  watch.begin(entry.serverId, entry.id);
  return { reach, tell, watch };
}

test('a saved change is watched until the server is read, or was not reached four times', async () => {
  const { reach, tell } = watching();
  await vi.waitFor(() => expect(tell).toHaveBeenCalledWith(entry.serverId, entry.id, 'unknown'));
  expect(reach).toHaveBeenCalledTimes(4);
});

test('once the console ends, nothing is watched and nothing announced', async () => {
  const { reach, tell, watch } = watching();
  watch.dispose();
  await pause(50);
  expect(reach).not.toHaveBeenCalled();
  expect(tell).not.toHaveBeenCalled();
});

test('what a server holds that the profile leads to by then is neither held nor lost', async () => {
  const session = { read: () => expect.unreachable('it was read') };
  const elsewhere = { profile: { host: 'copy.example.org', port: 1636 }, session } as unknown as Reached;
  const reach = readingOf(elsewhere);
  const [tell, alarm] = [vi.fn(), vi.fn()];
  createHoldWatch({ reach, history, tell, alarm, waits: { refreshMs: 5, againMs: 5 } }).begin(entry.serverId, entry.id);
  await vi.waitFor(() => expect(tell).toHaveBeenCalledWith(entry.serverId, entry.id, 'unknown'));
  expect(alarm).not.toHaveBeenCalled();
});

test('nor is a change of an entry that is not on the page of that server', async () => {
  const [host = '', port] = entry.host.split(':');
  const tree = { page: { entries: [], fields: [] } };
  const here = { profile: { host, port: Number(port) }, session: {}, tree } as unknown as Reached;
  const reach = readingOf(here);
  const [tell, alarm] = [vi.fn(), vi.fn()];
  createHoldWatch({ reach, history, tell, alarm, waits: { refreshMs: 5, againMs: 5 } }).begin(entry.serverId, entry.id);
  await vi.waitFor(() => expect(tell).toHaveBeenCalledWith(entry.serverId, entry.id, 'unknown'));
  expect(alarm).not.toHaveBeenCalled();
});
