import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gluuNames } from '../../support/gluu-names';
import { watchedWork } from '../../support/test-console';
import { replaceWith, startConsole, type TestConsole } from './console';

const { applianceDn } = gluuNames();

/** Longer than the console needs to go on with an answer, so that whatever waits for none leaves before the next is there. */
const LATE_MS = 150;

let server: TestConsole;
beforeEach(async () => {
  server = await startConsole({ tree: { version: '3.1.9' }, encrypted: true });
  server.proxy.delay(LATE_MS);
});
afterEach(() => server.stop());

/** How often a call waits for the server, a connection and its TLS included, and how many requests it makes of each kind. */
async function cost(call: () => Promise<unknown>) {
  const [log, turns] = [await logSoFar(), server.proxy.turns()];
  await call();
  const spent = server.proxy.turns() - turns;
  return { turns: spent, ...requestsIn((await logSoFar()).slice(log.length)) };
}

/** What slapd has logged, up to now: its log comes late. */
async function logSoFar(): Promise<string> {
  const { slapd } = server;
  const mark = `(o=${randomBytes(8).toString('hex')})`;
  await slapd.search('o=gluu', mark, [], { scope: 'base' });
  await vi.waitFor(() => expect(slapd.log()).toContain(mark), { timeout: 5000, interval: 2 });
  return slapd.log();
}

/** The requests of a log but for the search that marks its end, with its login. */
function requestsIn(log: string): Record<string, number> {
  const marking = new Set([...log.matchAll(/ (conn=\d+) op=\d+ SRCH .*\(o=[0-9a-f]{16}\)/g)].map(([, name]) => name));
  const kinds = new Map<string, string>();
  for (const [, name, op, kind = ''] of log.matchAll(/ (conn=\d+) (op=\d+) (BIND|EXT|SRCH|MOD|ADD|DEL) /g)) {
    if (!marking.has(name)) kinds.set(`${name} ${op}`, kind);
  }
  const count = (kind: string) => [...kinds.values()].filter((one) => one === kind).length;
  return Object.fromEntries([...new Set(kinds.values())].map((kind) => [kind, count(kind)]));
}

/** As the window does for a server that is opened. */
const check = () => server.calls['server.check']({ serverId: server.serverId, opened: true }, watchedWork());
const load = () => server.load();
const loadAgain = () => server.calls['organization.load']({ serverId: server.serverId, again: true }, watchedWork());

// The goals: opening costs at most 6.5 round trips at the very first visit and 4.5 later, reading again and a check on an open
// connection 1.1, a save 3.3. One login, one Who am I, one question for the rights of each of three entries; what is searched
// for is the tree (suffix, appliances, organizations, root DSE, oxTrust, schema), the three entries and a group's name.
const probes = { MOD: 3 };
const login = { BIND: 1, EXT: 1 };

test('opening a server is one batch after the login, and what the check has read is shown', async () => {
  expect(await cost(check)).toEqual({ turns: 6, ...login, SRCH: 11, ...probes });
  expect(await cost(load)).toEqual({ turns: 0 });

  server.proxy.cut();
  expect(await cost(check)).toEqual({ turns: 4, ...login, SRCH: 10, ...probes });
  expect(await cost(load)).toEqual({ turns: 0 });
});

test('a check that the user asks for logs in, and costs as much', async () => {
  await server.load();
  server.proxy.cut(); // its goodbye to the session that is kept would count
  expect(await cost(() => server.check())).toEqual({ turns: 4, ...login, SRCH: 10, ...probes });
  expect(await cost(load)).toEqual({ turns: 0 });
});

test('what is asked again over an open connection is one batch, and a save is three', async () => {
  const view = await server.load();
  const again = { turns: 1, EXT: 1, SRCH: 10, ...probes };
  expect(await cost(load)).toEqual(again);
  expect(await cost(check)).toEqual(again);
  expect(await cost(loadAgain)).toEqual(again);
  const unchanged = () =>
    server.calls['organization.changed']({ serverId: server.serverId, snapshotId: view.snapshotId }, watchedWork());
  expect(await cost(unchanged)).toEqual({ turns: 1, EXT: 1, SRCH: 10 });

  // Compared: the one entry that is changed; read back: all of the page, which is then shown.
  const save = () => server.save({ maxLogSize: 300 }, { view });
  expect(await cost(save)).toEqual({ turns: 3, EXT: 1, SRCH: 6 + 1 + 4, MOD: 1 });
});

test('several entries are compared and read back in one piece each, and written one after the other', async () => {
  const view = await server.load();
  const save = () => server.save({ maxLogSize: 300, organizationName: 'New name' }, { view });
  expect(await cost(save)).toEqual({ turns: 4, EXT: 1, SRCH: 6 + 2 + 4, MOD: 2 });
});

test('what a check has read is shown once, and never after anything else was done with that server', async () => {
  const shown = async () => (await server.load()).fields.contactEmail?.value;
  const someoneWrites = (mail: string) => server.slapd.modify(replaceWith(applianceDn, 'oxTrustEmail', mail));
  await someoneWrites('first@example.org');
  await server.check();
  const view = await server.load();
  expect(view.fields.contactEmail).toMatchObject({ value: 'first@example.org' });

  await someoneWrites('second@example.org');
  expect(await shown()).toBe('second@example.org');

  await server.check();
  await someoneWrites('third@example.org');
  expect((await loadAgain()).fields.contactEmail).toMatchObject({ value: 'third@example.org' });

  await server.check();
  await server.save({ contactEmail: 'fourth@example.org' }, { view: await loadAgain() });
  expect(await shown()).toBe('fourth@example.org');

  await server.check();
  await server.must('server.setReadOnly', { serverId: server.serverId, readOnly: true });
  expect(await server.load()).toHaveProperty('notWritable');
});
