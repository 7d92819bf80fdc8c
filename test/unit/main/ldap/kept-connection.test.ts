import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { goOn, type KeptConnection, keepConnection } from '../../../../src-main/ldap/kept-connection';
import { LdapExchange } from '../../../../src-main/ldap/ldap-exchange';
import { filter, LdapSession, type Modification } from '../../../../src-main/ldap/ldap-session';
import { createWork } from '../../../../src-main/work/work';
import { type LdapRequest, result, searchEntry, whoamiResult } from '../../../support/hostile-ldap/message';
import { type AnsweringServer, answeringServer, bindDn } from './answering-server';

const dn = 'o=gluu';
const replace: Modification[] = [{ operation: 'replace', attribute: 'description', values: ['x'] }];
const limits = { connectMs: 1000, operationMs: 5000 };
const signalOf = () => new AbortController().signal;

function sessionOn({ client }: AnsweringServer, signal = signalOf()): LdapSession {
  return new LdapSession(new LdapExchange(client, 'here:389'), signal, limits.operationMs);
}

/** The connection of a piece of work that has logged in, read something and ended. */
async function kept(peer: AnsweringServer, isConfirmed = true): Promise<KeptConnection> {
  const session = sessionOn(peer);
  await session.bind(bindDn, 'secret');
  await session.read(dn, ['o']);
  const found = keepConnection({ session, address: '127.0.0.1', boundAs: bindDn, isConfirmed });
  peer.pieces.length = 0;
  return found ?? expect.unreachable();
}

const work = (signal = signalOf()) => createWork(signal, () => {});
/** What comes back for each operation, in the order given, however the server answers. */
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

test('what is asked in one turn leaves in one piece', async () => {
  const peer = answeringServer();
  const session = sessionOn(peer);
  const later = async () => {
    for (let hops = 0; hops < 20; hops += 1) await undefined;
    return session.read(dn, ['o']);
  };
  await Promise.all([session.whoAmI(), session.read(dn, ['o']), later()]);
  expect(peer.pieces).toEqual([['whoami', 'search', 'search']]);
});

test('what was cancelled in the same turn never leaves', async () => {
  const peer = answeringServer();
  const cancel = new AbortController();
  const session = sessionOn(peer, cancel.signal);
  const asked = codeOf(session.read(dn, ['o']));
  cancel.abort();
  expect(await asked).toBe('work.cancelled');
  await new Promise((resolve) => setImmediate(resolve));
  expect(peer.pieces).toEqual([]);
});

test('who am I goes out with the first reads, and nothing is given out before it is answered', async () => {
  let whoAmI: LdapRequest | undefined;
  const peer = answeringServer((request) => {
    if (request.operation !== 'whoami') return undefined;
    whoAmI = request;
    return 'silent';
  });
  const { connected, confirmed } = goOn(await kept(peer), bindDn, work(), limits);
  let isGiven = false;
  const read = connected.session.read(dn, ['o']).finally(() => {
    isGiven = true;
  });
  const written = connected.session.modify(dn, replace);
  await vi.waitFor(() => expect(peer.pieces).toEqual([['whoami', 'search']]));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(isGiven).toBe(false);
  expect(connected.session.isUntouched).toBe(false); // a write was begun
  peer.server.write(whoamiResult(whoAmI ?? expect.unreachable(), `dn:${bindDn}`));
  await Promise.all([read, written, confirmed]);
  expect(peer.requests()).toEqual(['whoami', 'search', 'modify']);
});

test.each([
  ['another account', 'dn:cn=somebody,o=gluu'],
  ['nobody', ''],
])('where the server takes the session for %s, nothing is given out and nothing written', async (_who, said) => {
  let isLater = false;
  const peer = answeringServer((request) =>
    request.operation === 'whoami' && isLater ? whoamiResult(request, said) : undefined,
  );
  const connection = await kept(peer);
  isLater = true;
  const { connected, confirmed } = goOn(connection, bindDn, work(), limits);
  const { session } = connected;
  const ends = [session.read(dn, ['o']), session.tryDelete(dn, 'o'), session.modify(dn, replace), confirmed];
  expect(await Promise.all(ends.map(codeOf))).toEqual(Array(4).fill('ldap.identity'));
  expect(peer.requests().filter((operation) => operation === 'modify')).toHaveLength(1); // the one that changes nothing
  expect(connection.exchange.isOver).toBe(true);
});

test('a server that never named the account is asked nothing, and its login counts', async () => {
  const peer = answeringServer();
  const { connected, confirmed } = goOn(await kept(peer, false), bindDn, work(), limits);
  await confirmed;
  await connected.session.read(dn, ['o']);
  expect(peer.requests()).toEqual(['search']);
});

test('one that has named it before has to do so again', async () => {
  let isLater = false;
  const peer = answeringServer((request) =>
    request.operation === 'whoami' && isLater ? result(request, { code: 2 }) : undefined,
  );
  const connection = await kept(peer);
  isLater = true;
  const { connected, confirmed } = goOn(connection, bindDn, work(), limits);
  expect(await codeOf(connected.session.read(dn, ['o']))).toBe('ldap.identity');
  expect(await codeOf(confirmed)).toBe('ldap.identity');
});

test('whatever comes while it rests ends the connection, unread', async () => {
  const peer = answeringServer();
  const { exchange } = await kept(peer);
  expect(exchange.isOver).toBe(false);
  const closed = once(exchange.guard, 'close');
  peer.server.write(searchEntry(2, dn, [['o', ['x'.repeat(1000)]]]));
  await closed;
  expect(exchange.failure.code).toBe('net.dropped');
});

test.each([
  ['a request under way', (session: LdapSession) => void codeOf(session.read(dn, ['o']))],
  ['a request that is about to leave', (session: LdapSession) => void codeOf(session.modify(dn, replace))],
])('it is not kept with %s', async (_what, leaveOpen) => {
  const peer = answeringServer(({ operation }) => (operation === 'bind' ? undefined : 'silent'));
  const session = sessionOn(peer);
  await session.bind(bindDn, 'secret');
  leaveOpen(session);
  await Promise.resolve();
  expect(keepConnection({ session, address: '127.0.0.1', boundAs: bindDn, isConfirmed: true })).toBeUndefined();
  await session.close();
});

test('nor with half an answer that nobody asked for', async () => {
  const peer = answeringServer();
  const session = sessionOn(peer);
  await session.bind(bindDn, 'secret');
  peer.server.write(searchEntry(9, dn, [['o', ['x']]]).subarray(0, 5));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(keepConnection({ session, address: '127.0.0.1', boundAs: bindDn, isConfirmed: true })).toBeUndefined();
  await session.close();
});

test.each<[string, (session: LdapSession) => Promise<unknown>]>([
  ['an entry outside the branch', (session) => session.children('ou=people,o=gluu', filter.present('o'), ['o'])],
  ['an answer of another kind', (session) => session.modify(dn, replace)],
])('%s ends the connection, so it is not kept', async (_what, ask) => {
  const peer = answeringServer((request) => {
    if (request.operation === 'modify') return result({ ...request, operation: 'search' }, { code: 0 });
    if (request.operation !== 'search') return undefined;
    return Buffer.concat([searchEntry(request.messageId, 'ou=others,o=elsewhere', []), result(request, { code: 0 })]);
  });
  const session = sessionOn(peer);
  await session.bind(bindDn, 'secret');
  expect(await codeOf(ask(session))).toBe('ldap.notLdap');
  expect(keepConnection({ session, address: '127.0.0.1', boundAs: bindDn, isConfirmed: true })).toBeUndefined();
});

test('the work that left it has it no longer, and its cancel ends nothing', async () => {
  const peer = answeringServer();
  const cancel = new AbortController();
  const session = sessionOn(peer, cancel.signal);
  await session.bind(bindDn, 'secret');
  const connection = keepConnection({ session, address: '127.0.0.1', boundAs: bindDn, isConfirmed: true });
  cancel.abort();
  await session.close();
  expect(connection?.exchange.isOver).toBe(false);
  expect(await codeOf(session.read(dn, ['o']))).not.toBe('done');
  expect(peer.requests()).toEqual(['bind']);
});

test('the cancel of the work that has it ends it', async () => {
  const peer = answeringServer();
  const connection = await kept(peer);
  const cancel = new AbortController();
  const { confirmed } = goOn(connection, bindDn, work(cancel.signal), limits);
  await confirmed;
  cancel.abort();
  expect(connection.exchange.isOver).toBe(true);
});

test('a right is asked for with a value that cannot be there, another one each time', async () => {
  const bytes: string[] = [];
  const peer = answeringServer((request) => {
    if (request.operation === 'modify') bytes.push(request.bytes.toString('latin1'));
    return undefined;
  });
  const session = sessionOn(peer);
  await session.tryDelete(dn, 'title');
  await session.tryDelete(dn, 'title');
  const values = bytes.map((text) => text.match(/console-rights-check-[0-9a-f-]{36}/g) ?? []);
  expect(values.map((found) => found.length)).toEqual([1, 1]);
  expect(values[0]).not.toEqual(values[1]);
});
