import { beforeEach, expect, test } from 'vitest';
import { useHealth } from '../../../src-renderer/state/health-store';
import { useWork } from '../../../src-renderer/state/task';
import type { ServerFacts } from '../../../src-shared/model/gluu';
import { ServerId } from '../../../src-shared/model/server';
import { inEnglish } from '../../support/english';
import { fakeMain } from './fake-main';

const main = fakeMain();
const { checkServer, checkServers, useChecks } = await import('../../../src-renderer/state/check-store');

const servers = ['one', 'two', 'three'].map((name) => ({ id: ServerId.parse(crypto.randomUUID()), name }));
const [one, two, three] = servers as [(typeof servers)[0], (typeof servers)[0], (typeof servers)[0]];

beforeEach(() => {
  main.reset();
  useChecks.setState({ checks: {}, many: { kind: 'idle' } });
  useHealth.setState({ health: {} });
  useWork.setState({ running: [], last: undefined });
});

test('many servers are checked in one call, with the server it is at, how many there are, and Cancel', async () => {
  const ended = checkServers(servers);
  expect(main.names()).toEqual(['health.check']);
  const call = main.held('health.check');
  expect(call.input).toEqual({ serverIds: servers.map(({ id }) => id) });
  call.progress([
    { name: 'one', state: 'done' },
    { name: 'two', state: 'running' },
    { name: 'three', state: 'waiting' },
  ]);
  expect(inEnglish(useWork.getState().running)).toMatchObject([
    { label: 'Checking', serverName: '', cancellable: true, steps: [{}, { name: 'two', state: 'running' }, {}] },
  ]);
  await checkServers(servers);
  expect(main.names()).toEqual(['health.check']);
  await call.answer({ checked: 3, reached: 2 });
  await ended;
  expect(inEnglish(useWork.getState())).toMatchObject({
    running: [],
    last: { failed: true, text: '2 of 3 servers reached.' },
  });
});

test('and are cancelled as one', async () => {
  const ended = checkServers(servers);
  useWork.getState().running[0]?.cancel();
  await ended;
  expect(useChecks.getState().many).toMatchObject({ kind: 'failed', failure: { code: 'work.cancelled' } });
  expect(inEnglish(useWork.getState().last)).toMatchObject({ cancelled: true, failed: false });
});

test('what a page shows of a server is found again as a whole, and not doubled where that is under way', async () => {
  main.answers('server.check', { version: '3.1.2' } as unknown as ServerFacts);
  await checkServer(two);
  main.reset();
  void checkServer(three, true);
  const ended = checkServers(servers);
  expect(main.asked('server.check')).toEqual([{ serverId: three.id, opened: true }, { serverId: two.id }]);
  expect(main.asked('health.check')).toEqual([{ serverIds: [one.id] }]);
  await main.held('server.check').fail({ code: 'net.refused' });
  await main.held('health.check').answer({ checked: 1, reached: 1 });
  await ended;
  expect(useChecks.getState().checks[two.id]).toMatchObject({ kind: 'failed', failure: { code: 'net.refused' } });
  // The third one has not ended yet.
  expect(inEnglish(useWork.getState().last)).toEqual({
    serverName: undefined,
    failed: true,
    text: '1 of 2 servers reached.',
  });
});

test('nothing is asked for where there is no server', async () => {
  await checkServers([]);
  expect(main.names()).toEqual([]);
});
