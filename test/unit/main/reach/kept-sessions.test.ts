import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { LdapExchange } from '../../../../src-main/ldap/ldap-exchange';
import { LdapSession, type Modification } from '../../../../src-main/ldap/ldap-session';
import { KEPT_MS, MAX_KEPT } from '../../../../src-main/reach/idle-sessions';
import { createKeptSessions, type Lent, type Login } from '../../../../src-main/reach/kept-sessions';
import { createWork, unwatchedWork, type Work } from '../../../../src-main/work/work';
import type { ServerId, ServerProfile } from '../../../../src-shared/model/server';
import { result, whoamiResult } from '../../../support/hostile-ldap/message';
import { serverDraft } from '../../../support/server-draft';
import { type AnsweringServer, answeringServer, bindDn } from '../ldap/answering-server';

const dn = 'o=gluu';
const replace: Modification[] = [{ operation: 'replace', attribute: 'description', values: ['x'] }];
const limits = { connectMs: 1000, operationMs: 5000 };
const profile: ServerProfile = { ...serverDraft({ bindDn }), id: 'one' as ServerId };
const other = (id: string): ServerProfile => ({ ...profile, id: id as ServerId });
const watched = (signal = new AbortController().signal) => createWork(signal, () => {});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sessions of a server of this process, and each connection that was made to it. */
function keeper(script?: Parameters<typeof answeringServer>[0]) {
  const peers: AnsweringServer[] = [];
  const checked: string[] = [];
  let refusal: AppError | undefined;
  const sessions = createKeptSessions({
    limits,
    check({ host }) {
      checked.push(host);
      if (refusal) throw refusal;
    },
  });
  const lend = <T>(
    use: (lent: Lent) => Promise<T>,
    { of = profile, work = watched(), login }: { of?: typeof profile; work?: Work; login?: Login } = {},
  ) =>
    sessions.lend(
      {
        profile: of,
        way: [],
        work,
        login,
        since: sessions.now(),
        async open() {
          const peer = answeringServer(script);
          peers.push(peer);
          const session = new LdapSession(new LdapExchange(peer.client, 'here:389'), work.signal, 5000);
          await session.bind(bindDn, 'secret');
          return { session, address: '127.0.0.1', boundAs: bindDn, isConfirmed: true };
        },
      },
      use,
    );
  return {
    sessions,
    peers,
    checked,
    refuse: (why: AppError | undefined) => {
      refusal = why;
    },
    lend,
    read: (more?: Parameters<typeof lend>[1]) => lend(({ session }) => session.read(dn, ['o']), more),
    /** Which of the connections are open. */
    open: () => peers.map(({ client }) => !client.destroyed),
  };
}

test('the next piece of work goes on with the session of the last, and with what was learnt on it', async () => {
  const { lend, peers } = keeper();
  const memories: unknown[] = [];
  const look = async ({ session, memory }: Lent) => {
    await session.read(dn, ['o']);
    memories.push(memory);
  };
  for (const _ of [1, 2, 3]) await lend(look);
  expect(peers.map(({ pieces }) => pieces)).toEqual([
    [['bind'], ['search'], ['whoami', 'search'], ['whoami', 'search']],
  ]);
  expect(memories[1]).toBe(memories[0]);
  expect(memories[2]).toBe(memories[0]);
});

test('it is closed 45 s after the last piece of work', async () => {
  const { read, peers, open } = keeper();
  await read();
  await vi.advanceTimersByTimeAsync(KEPT_MS - 1);
  expect(open()).toEqual([true]);
  await read();
  await vi.advanceTimersByTimeAsync(KEPT_MS - 1);
  expect(open()).toEqual([true]);
  await vi.advanceTimersByTimeAsync(1);
  await vi.waitFor(() => expect(open()).toEqual([false]));
  expect(peers[0]?.requests().at(-1)).toBe('unbind');
});

test('and ten minutes after its login, however much it is used', async () => {
  const { read, peers } = keeper();
  for (let minute = 0; minute < 24; minute += 1) {
    await read();
    await vi.advanceTimersByTimeAsync(30_000);
  }
  expect(peers).toHaveLength(2);
});

test('also where the timer did not run, because the computer slept', async () => {
  const { read, peers, open } = keeper();
  await read();
  vi.setSystemTime(Date.now() + KEPT_MS);
  await read();
  expect(peers).toHaveLength(2);
  await vi.waitFor(() => expect(open()).toEqual([false, true]));
});

test('who comes while it is lent has a session of his own, and one of them is kept', async () => {
  const { lend, read, peers, open } = keeper();
  await read();
  let end = () => {};
  const first = lend(async ({ session }) => {
    await session.read(dn, ['o']);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  await read();
  expect(peers).toHaveLength(2);
  end();
  await first;
  await vi.waitFor(() => expect(open()).toEqual([false, true]));
});

test('work that needs a login of its own ends what is kept or lent before, or leaves it alone where nobody goes on with it', async () => {
  const { lend, read, peers, open } = keeper();
  await read();
  await read({ login: 'once' });
  await vi.waitFor(() => expect(open()).toEqual([true, false]));
  let end = () => {};
  const earlier = lend(async ({ session }) => {
    await session.read(dn, ['o']);
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  await read({ login: 'new' });
  end();
  await earlier;
  await vi.waitFor(() => expect(open()).toEqual([false, false, true]));
  await read();
  expect(peers).toHaveLength(3);
});

test('at most so many are kept, those used last', async () => {
  const { read, open } = keeper();
  for (let count = 0; count < MAX_KEPT + 3; count += 1) await read({ of: other(`${count}`) });
  await vi.waitFor(() => expect(open().filter(Boolean)).toHaveLength(MAX_KEPT));
  expect(open().slice(0, 3)).toEqual([false, false, false]);
});

test('work that nobody watches uses a kept one and keeps no new one', async () => {
  const { read, peers, open } = keeper();
  await read({ work: unwatchedWork() });
  await vi.waitFor(() => expect(open()).toEqual([false]));
  await read();
  await vi.advanceTimersByTimeAsync(KEPT_MS - 1000);
  await read({ work: unwatchedWork() });
  expect(peers).toHaveLength(2);
  // Nor does it have it kept any longer.
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(() => expect(open()).toEqual([false, false]));
});

test.each([
  ['fails', () => Promise.reject(new AppError('gluu.noTree')), 'gluu.noTree'],
  ['meets a bug', () => Promise.reject(new TypeError('bug')), 'bug'],
])('it is closed after work that %s', async (_how, use, failure) => {
  const { lend, read, peers, open } = keeper();
  await read();
  await expect(lend(use)).rejects.toThrow(failure);
  await vi.waitFor(() => expect(open()).toEqual([false]));
  await read();
  expect(peers).toHaveLength(2);
});

test('a cancel closes it', async () => {
  const { lend, read, open } = keeper();
  await read();
  const cancel = new AbortController();
  const ended = lend(
    async ({ session }) => {
      cancel.abort();
      return session.read(dn, ['o']);
    },
    { work: watched(cancel.signal) },
  );
  await expect(ended).rejects.toMatchObject({ code: 'work.cancelled' });
  expect(open()).toEqual([false]);
});

const changes: [string, ServerProfile[]][] = [
  ['the server left the list', []],
  ['the host was changed', [{ ...profile, host: 'other.example.org' }]],
  ['the port was changed', [{ ...profile, port: profile.port + 1 }]],
  ['the encryption was changed', [{ ...profile, mode: profile.mode === 'plain' ? 'startTls' : 'plain' }]],
  ['the account was changed', [{ ...profile, bindDn: 'cn=other' }]],
  ['another certificate was accepted', [{ ...profile, pin: { sha256: 'cd', acceptedAt: '' } }]],
  [
    'the route was changed',
    [{ ...profile, route: { kind: 'ssh', host: 'h', port: 22, user: 'root', login: 'agent', jumps: [] } }],
  ],
];
test.each(changes)('it is closed at once when %s', async (_what, listed) => {
  const { sessions, read, open } = keeper();
  await read();
  sessions.listed([profile]);
  await vi.advanceTimersByTimeAsync(600);
  expect(open()).toEqual([true]);
  sessions.listed(listed);
  await vi.waitFor(() => expect(open()).toEqual([false]));
});

test.each<[string, (sessions: ReturnType<typeof createKeptSessions>) => void]>([
  ['a secret has changed', (sessions) => sessions.close(profile.id)],
  ['the computer is about to sleep', (sessions) => sessions.closeAll()],
  ['the server left the list', (sessions) => sessions.listed([])],
])('what is lent when %s goes on, and is not kept', async (_what, happen) => {
  const { sessions, lend, read, peers, open } = keeper();
  await read();
  await lend(async ({ session }) => {
    happen(sessions);
    await session.read(dn, ['o']);
  });
  await vi.waitFor(() => expect(open()).toEqual([false]));
  await lend(async () => happen(sessions));
  await vi.waitFor(() => expect(open()).toEqual([false, false]));
  expect(peers).toHaveLength(2);
});

test('what was agreed to is asked for again before it is lent, and it ends where that is no longer so', async () => {
  const { read, refuse, checked, peers, open } = keeper();
  await read();
  await read();
  expect(checked).toEqual([profile.host]);
  refuse(new AppError('ldap.clearText', { facts: { user: bindDn } }));
  await expect(read()).rejects.toMatchObject({ code: 'ldap.clearText' });
  expect(peers[0]?.requests()).toEqual(['bind', 'search', 'whoami', 'search']);
  await vi.waitFor(() => expect(open()).toEqual([false]));
});

test.each([
  ['hangs up', (peer: AnsweringServer) => peer.server.destroy()],
  ['says something that nobody asked for', (peer: AnsweringServer) => peer.server.write(Buffer.from('300c', 'hex'))],
])('a server that %s in the meantime is connected to once more', async (_how, happen) => {
  const { read, peers, open } = keeper();
  await read();
  const [first] = peers;
  if (first) happen(first);
  await vi.waitFor(() => expect(open()).toEqual([false]));
  await read();
  expect(peers).toHaveLength(2);
});

/** A server that is gone for the first connection as soon as that is asked `whoami`. */
function dyingKeeper(how: 'hangs up' | 'is silent' | 'takes the login back') {
  const dying = keeper((request) => {
    if (request.operation !== 'whoami' || dying.peers.length > 1) return undefined;
    if (how === 'hangs up') dying.peers[0]?.server.destroy();
    return how === 'takes the login back' ? whoamiResult(request, '') : 'silent';
  });
  return dying;
}
const deaths = ['hangs up', 'is silent', 'takes the login back'] as const;

test.each(deaths)('a read finds that the server %s, and is tried once more over a new connection', async (how) => {
  const { read, lend, peers, open } = dyingKeeper(how);
  await read();
  let runs = 0;
  const ended = lend(async ({ session }) => {
    runs += 1;
    await session.read(dn, ['o']);
    return runs;
  });
  await vi.advanceTimersByTimeAsync(4000);
  expect(await ended).toBe(2);
  expect(peers[1]?.requests()).toEqual(['bind', 'search']);
  await vi.waitFor(() => expect(open()).toEqual([false, true]));
});

test.each(deaths)('work that reads nothing hears that the server %s all the same', async (how) => {
  const { read, lend, peers } = dyingKeeper(how);
  await read();
  const ended = lend(async () => 'well');
  await vi.advanceTimersByTimeAsync(4000);
  expect(await ended).toBe('well');
  expect(peers).toHaveLength(2);
});

test.each(deaths)('a write is not sent where the server %s, and not tried once more', async (how) => {
  const { read, lend, peers } = dyingKeeper(how);
  await read();
  let runs = 0;
  const ended = lend(async ({ session }) => {
    runs += 1;
    return session.modify(dn, replace).then(
      () => 'written',
      (error: AppError) => error.code,
    );
  });
  await vi.advanceTimersByTimeAsync(4000);
  // The work has told how its write ended.
  expect(await ended).not.toBe('written');
  expect(runs).toBe(1);
  expect(peers.flatMap((peer) => peer.requests())).not.toContain('modify');
});

test('a write whose answer is lost is not sent again', async () => {
  const { read, lend, peers } = keeper((request) => {
    if (request.operation === 'modify') peers[0]?.server.destroy();
    return undefined;
  });
  await read();
  const ended = lend(async ({ session }) => {
    await session.read(dn, ['o']);
    await session.modify(dn, replace);
  });
  await expect(ended).rejects.toMatchObject({ code: 'net.dropped' });
  expect(peers).toHaveLength(1);
  expect(peers[0]?.requests().filter((operation) => operation === 'modify')).toHaveLength(1);
});

test('a read that fails once something was heard is not tried again', async () => {
  let searches = 0;
  const { read, lend, peers } = keeper((request) => {
    searches += request.operation === 'search' ? 1 : 0;
    if (searches === 3) peers[0]?.server.destroy();
    return request.operation === 'search' ? result(request, { code: 0 }) : undefined;
  });
  await read();
  const ended = lend(async ({ session }) => {
    await session.read(dn, ['o']);
    await session.read(dn, ['o']);
  });
  await expect(ended).rejects.toMatchObject({ code: 'net.dropped' });
  expect(peers).toHaveLength(1);
});

test('the stages that a kept connection has behind it are shown as such', async () => {
  const { read } = keeper();
  await read();
  let steps: { name: string; state: string }[] = [];
  await read({
    work: createWork(new AbortController().signal, (now) => {
      steps = now;
    }),
  });
  expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'Name skipped',
    'Connect skipped',
    'TLS skipped',
    'Login skipped',
    'Who am I done',
  ]);
});
