import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { ServerSummary } from '../../../src-shared/model/server';
import { startTestConsole, type TestConsole } from '../../support/test-console';

let console: TestConsole;
beforeEach(async () => {
  console = await startTestConsole({ helpers: inject('helpers') });
});
afterEach(() => console.stop());

/** The lists that the window is told while something is done. */
async function toldWhile(act: () => Promise<unknown>): Promise<ServerSummary[][]> {
  const before = console.events.length;
  await act();
  return console.events.slice(before).flatMap((event) => (event.kind === 'servers' ? [event.servers] : []));
}

test('a list is told once for what changes it, before the answer, and not again while it says the same', async () => {
  const told = await toldWhile(() => console.addServer({ name: 'one' }, 'typed'));
  expect(told.map((list) => list.map(({ name, secrets }) => [name, secrets.bindPassword]))).toEqual([
    [['one', 'stored']],
  ]);
  const [one] = await console.must('server.list');
  expect(told[0]).toEqual([one]);
  const serverId = one?.id;
  const favourite = () => console.must('server.favourite', { serverId, favourite: true });
  expect((await toldWhile(favourite)).map((list) => list.map((server) => server.favourite))).toEqual([[true]]);
  expect(await toldWhile(favourite)).toEqual([]);
  expect(await toldWhile(() => console.must('keychain.retry'))).toEqual([]);

  const demo = await toldWhile(() => console.must('demo.start'));
  expect(demo.map((list) => list.length)).toEqual([6]);
  expect((await toldWhile(() => console.must('demo.stop'))).map((list) => list.length)).toEqual([1]);
  expect((await toldWhile(() => console.must('server.remove', { serverId }))).at(-1)).toEqual([]);
});
