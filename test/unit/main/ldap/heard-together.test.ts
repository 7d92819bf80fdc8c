import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeHere } from '../../../../src-main/ldap/decoder';
import { LdapExchange } from '../../../../src-main/ldap/ldap-exchange';
import { filter } from '../../../../src-main/ldap/ldap-filter';
import { request } from '../../../../src-main/ldap/ldap-requests';
import { type LdapRequest, result, searchEntry } from '../../../support/hostile-ldap/message';
import { memoryConnection } from '../../../support/mutation/memory-connection';

const search: LdapRequest = { messageId: 1, operation: 'search', dn: 'o=gluu', secured: true, bytes: Buffer.alloc(0) };
const asked = () => request.search({ base: 'o=gluu', scope: 'sub', wanted: filter.present('o'), attributes: ['o'] });

// Time stands still until a test moves it.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

function start() {
  const { client, server } = memoryConnection();
  server.on('error', () => {}); // the client hangs up on it
  const pieces: number[] = [];
  const exchange = new LdapExchange(client, 'here:389', (messages, at) => {
    pieces.push(messages.length);
    return decodeHere(messages, at);
  });
  /** Sends entries one by one, as slapd does. */
  async function entries(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1) {
      server.write(searchEntry(1, `o=${at},o=gluu`, [['o', [String(at)]]]));
      await setImmediate();
    }
  }
  return { exchange, server, pieces, entries };
}

test('entries that come one by one are decoded with the end that follows them', async () => {
  const { exchange, server, pieces, entries } = start();
  const answer = exchange.ask(asked());
  await entries(150);
  expect(pieces).toEqual([]);
  server.write(result(search, { code: 0 }));
  expect((await answer).entries).toHaveLength(150);
  expect(pieces).toEqual([151]);
});

test('many are decoded before their end, and a few where none comes', async () => {
  const { exchange, server, pieces, entries } = start();
  const answer = exchange.ask(asked());
  await entries(430);
  expect(pieces).toEqual([200, 200]);
  await vi.advanceTimersByTimeAsync(10);
  expect(pieces).toEqual([200, 200, 30]);
  await entries(1);
  server.end(); // what was heard before the end is decoded
  await expect(answer).rejects.toMatchObject({ code: 'net.dropped' });
  expect(pieces).toEqual([200, 200, 30, 1]);
});

test('what is asked together is decoded together, and at once when its last end is there', async () => {
  const { exchange, server, pieces, entries } = start();
  const answers = [exchange.ask(asked()), exchange.ask(asked())];
  await entries(2);
  server.write(result(search, { code: 0 }));
  await setImmediate();
  expect(pieces).toEqual([]);
  server.write(result({ ...search, messageId: 2 }, { code: 0 }));
  expect((await Promise.all(answers)).map(({ entries: found }) => found.length)).toEqual([2, 0]);
  expect(pieces).toEqual([4]);
});

test('a connection on which entries wait does not rest', async () => {
  const { exchange, entries } = start();
  const answer = exchange.ask(asked());
  await entries(1);
  expect(exchange.rest()).toBe(false);
  exchange.end();
  expect(vi.getTimerCount()).toBe(0);
  await expect(answer).rejects.toMatchObject({ code: 'net.dropped' });
});
