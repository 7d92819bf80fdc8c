import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { gluuTree } from '../../support/gluu-tree';
import type { Slapd } from '../../support/slapd';
import { startConsole, type TestConsole } from './console';

let server: TestConsole;
afterEach(() => server.stop());

/** Longer than the console needs to go on with an answer, so that whatever waits for none leaves before the next is there. */
const LATE_MS = 100;

const start = async (version: '3.1.2' | '3.1.9' = '3.1.9') => {
  server = await startConsole({ tree: { version }, encrypted: true });
  server.proxy.delay(LATE_MS);
};

/** What a call costs: how often it waits for the server, and what it asks for. */
async function cost(call: () => Promise<unknown>) {
  const { slapd, proxy } = server;
  const [from, before] = [await wholeLog(slapd), proxy.turns()];
  await call();
  const turns = proxy.turns() - before;
  const log = (await wholeLog(slapd)).slice(from.length);
  return { turns, requests: requestsIn(log) };
}

/** The log with everything up to now. */
async function wholeLog(slapd: Slapd): Promise<string> {
  const mark = randomBytes(8).toString('hex');
  await slapd.search('o=gluu', `(o=${mark})`, [], { scope: 'base' });
  await vi.waitFor(() => expect(slapd.log()).toContain(`(o=${mark})`), { timeout: 5000, interval: 2 });
  return slapd.log();
}

/** How many requests of each kind a log tells of, those of other tools left out: they do not come over TLS. */
function requestsIn(log: string): Record<string, number> {
  const ours = new Set([...log.matchAll(/ (conn=\d+) fd=\d+ TLS established/g)].map(([, name]) => name));
  void ours;
  const seen = new Map<string, string>();
  for (const [, request = '', kind = ''] of log.matchAll(/ (conn=\d+ op=\d+) ([A-Z]+) /g)) {
    if (kind !== 'RESULT' && kind !== 'SEARCH') seen.set(request, kind);
  }
  const kinds = [...seen.values()];
  return Object.fromEntries([...new Set(kinds)].sort().map((kind) => [kind, kinds.filter((one) => one === kind).length]));
}

describe('round trips', () => {
  test('look', async () => {
    await start();
    const out: Record<string, unknown> = {};
    out.firstCheck = await cost(() => server.check());
    out.firstLoad = await cost(() => server.load());
    out.check = await cost(() => server.check());
    out.load = await cost(() => server.load());
    const view = await server.load();
    out.save = await cost(() => server.save({ maxLogSize: 300 }, { view }));
    const view2 = await server.load();
    out.save2 = await cost(() => server.save({ maxLogSize: 301 }, { view: view2 }));
    console.log(JSON.stringify(out, null, 1));
  });
});
