import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { takeCalls } from '../../../src-main/ipc/take-calls';
import { writesUnderWay } from '../../../src-main/work/writes-under-way';
import type { ServerDraft, ServerId, ServerProfile } from '../../../src-shared/model/server';
import { gluuTree } from '../../support/gluu-tree';
import { keepSecret } from '../../support/kept-server';
import { someServer } from '../../support/server-draft';
import { type Slapd, startSlapd } from '../../support/slapd';
import { makeTemporaryFolder } from '../../support/temporary-folder';
import { startTestConsole, type TestConsole, watchedWork } from '../../support/test-console';

const COUNT = 60;
let slapd: Slapd;
let console: TestConsole;
let ids: ServerId[];

beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
});
afterAll(() => slapd.stop());

/** A console whose list an earlier run left. */
beforeEach(async () => {
  const folder = makeTemporaryFolder('check-many');
  const keychain = new Map<string, string>();
  const servers = Array.from({ length: COUNT }, (_, at) => profile({ name: `server ${at}` }));
  writeFileSync(path.join(folder, 'servers.json'), JSON.stringify({ schemaVersion: 2, servers }));
  for (const server of servers) await keepSecret(keychain, server, 'bindPassword', slapd.password);
  console = await startTestConsole({ helpers: inject('helpers'), folder, keychain });
  ids = servers.map(({ id }) => id);
});
afterEach(() => console.stop());

const profile = (more: Partial<ServerDraft>): ServerProfile => ({
  ...someServer,
  ...{ port: slapd.port, bindDn: slapd.bindDn },
  ...more,
  id: randomUUID() as ServerId,
});
const connections = () => slapd.log().match(/ ACCEPT from /g)?.length ?? 0;
const healthOf = async (id: ServerId) => (await console.must('health.view')).health[id];

test('a whole list is checked in one call, told in few pieces, and kept in few writes', async () => {
  let progress = 0;
  const writes = writesUnderWay();
  const taking = takeCalls({ handlers: () => console.calls, refuses: () => false, writes });
  const [before, met] = [console.events.length, connections()];
  const told = () => console.events.slice(before).filter(({ kind }) => kind === 'health');
  const began = performance.now();
  const { result, steps } = await taking.take('health.check', { serverIds: ids }, randomUUID(), () => {
    progress += 1;
  });
  const windows = Math.ceil((performance.now() - began) / 40);
  expect(result).toEqual({ ok: true, value: { checked: COUNT, reached: COUNT } });
  expect(connections() - met).toBe(COUNT);
  expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual(ids.map((_, at) => `server ${at} done`));
  // Whatever the machine does meanwhile: the first, one for each 40 or 50 ms, and the last.
  expect(progress).toBeLessThanOrEqual(windows + 1);
  expect(told().length).toBeLessThanOrEqual(windows + 2);
  // All of it was told when the answer came.
  const last = Object.assign({}, ...told().map((event) => (event.kind === 'health' ? event.health : {})));
  expect(ids.map((id) => last[id]?.state)).toEqual(ids.map(() => 'ok'));
  expect(last[ids[0] ?? '']).toMatchObject({ version: '3.1.2', ms: expect.any(Number) });
  // One box for the place, which all of them share, and one for the password that goes there unencrypted.
  expect(console.boxes.map(({ yes }) => yes)).toEqual(['Connect', 'Send it unencrypted']);
  await console.must('server.opened', { serverId: ids[0] });
  const kept = JSON.parse(readFileSync(path.join(console.folder, 'health.json'), 'utf8'));
  expect(kept.servers.map(({ health }: { health: { state: string } }) => health.state)).toEqual(ids.map(() => 'ok'));
});

test('what the user does not allow is not connected to, and said of each', async () => {
  console.says.yes = false;
  const before = connections();
  expect(await console.must('health.check', { serverIds: ids.slice(0, 3) })).toEqual({ checked: 3, reached: 0 });
  expect(console.boxes).toHaveLength(1);
  expect(connections()).toBe(before);
  for (const id of ids.slice(0, 3))
    expect(await healthOf(id)).toMatchObject({ state: 'failed', failure: { code: 'place.notAllowed' } });
});

test('cancelled while the user is asked, nothing is reported of any', async () => {
  const cancel = new AbortController();
  console.says.whenAsked = () => cancel.abort();
  console.says.yes = false;
  const before = await healthOf(ids[0] as ServerId);
  const checked = console.calls['health.check']({ serverIds: ids }, watchedWork(cancel.signal));
  await expect(checked).rejects.toMatchObject({ code: 'work.cancelled' });
  expect([before?.state, (await healthOf(ids[0] as ServerId))?.state]).toEqual(['skipped', 'skipped']);
  expect(console.boxes).toHaveLength(1);
});

test('what was no list of servers is refused before anything is done', async () => {
  for (const serverIds of [[], ['x'], Array(1101).fill(ids[0]), undefined, ids[0]])
    expect(await console.call('health.check', { serverIds })).toMatchObject({
      ok: false,
      failure: { code: 'input.invalid' },
    });
  expect(console.boxes).toEqual([]);
});
