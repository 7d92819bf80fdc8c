import { writeFileSync } from 'node:fs';
import { afterEach, expect, inject, test, vi } from 'vitest';
import { createDecoder, type Decoder } from '../../../src-main/ldap/decoder';
import type { DecodeRequests } from '../../../src-main/ldap/decoder-protocol';
import { LdapEntry } from '../../../src-main/ldap/ldap-entry';
import { saying } from '../../support/english';
import { type ForkedProcess, forkProcess } from '../../support/forked-process';
import { type LdapRequest, result, searchEntry } from '../../support/hostile-ldap/message';

/** Never let through by `checkMessage`: the LDAP library loops on it for ever. */
const ENDLESS = Buffer.from('300e02010161070a010004000400a07f', 'hex');
/** Likewise: it makes attributes for ever. */
const INSATIABLE = Buffer.from('3012020102640d040030090407040161310204' + '7f', 'hex');
const search: LdapRequest = { messageId: 3, operation: 'search', dn: 'o=gluu', secured: true, bytes: Buffer.alloc(0) };
const done = result(search, { code: 0, message: 'wörds' });
const entry = searchEntry(3, 'o=gluu', [['o', ['gluu', 'wörld']]]);
/** One that was not read before. */
const another = (number: number) => searchEntry(3, `o=${number},o=gluu`, [['o', [String(number)]]]);

const file = inject('helpers').decoder;
let started: ForkedProcess<DecodeRequests>[] = [];
let decoder: Decoder;
/** How many requests were in each piece. */
let pieces: number[] = [];
afterEach(() => {
  decoder.end();
  started = [];
  pieces = [];
});

function start(limitMs: number, idleMs = 60_000, entry = () => file): void {
  const spawn = () => {
    const child = forkProcess<DecodeRequests>(entry(), { execArgv: ['--max-old-space-size=128'] });
    started.push(child);
    const post = (requests: DecodeRequests) => {
      pieces.push(requests.length);
      child.post(requests);
    };
    return { ...child, post };
  };
  decoder = createDecoder({ spawn, limitMs, idleMs });
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );

test('decodes what was sent, with the bytes of every value', async () => {
  start(5000);
  const [first, last] = await decoder.decode([entry, done], 'there');
  expect(last).toMatchObject({ id: 3, code: 0, diagnostic: 'wörds' });
  const decoded = new LdapEntry('o=gluu', first?.entry?.attributes ?? []);
  expect([first?.entry?.dn, decoded.values('O')]).toEqual(['o=gluu', ['gluu', 'wörld']]);
  expect(started).toHaveLength(1);
});

test('what connections ask for in one turn goes to the process in one piece, and so does what waited for it', async () => {
  start(5000);
  await decoder.decode([done], 'good');
  const asked = Array.from({ length: 50 }, (_, number) => decoder.decode([another(number), done], 'good'));
  const later = new Promise((resolve) => setImmediate(resolve)).then(() =>
    Promise.all(Array.from({ length: 250 }, (_, number) => decoder.decode([another(number)], 'good'))),
  );
  expect((await Promise.all(asked)).flat()).toHaveLength(100);
  expect((await later).flat()).toHaveLength(250);
  expect(pieces).toEqual([1, 50, 100, 100, 50]);
});

test('much of it goes in pieces that are decoded well before the limit', async () => {
  start(5000);
  const large = searchEntry(3, 'o=gluu', [['o', ['x'.repeat(100_000)]]]);
  await Promise.all(Array.from({ length: 6 }, () => decoder.decode([large], 'good')));
  expect(pieces).toEqual([2, 2, 2]);
});

test('what was decoded before is not sent again, and has the number that it came with', async () => {
  start(5000);
  const [first] = await decoder.decode([entry, done], 'there');
  const again = { ...search, messageId: 70_000 };
  const messages = [
    searchEntry(70_000, 'o=gluu', [['o', ['gluu', 'wörld']]]),
    another(1),
    result(again, { code: 0, message: 'wörds' }),
  ];
  const [known, read, end] = await decoder.decode(messages, 'elsewhere');
  expect(pieces).toEqual([1, 1]);
  expect(known).toEqual({ ...first, id: 70_000 });
  expect([read, end]).toMatchObject([
    { id: 3, entry: { dn: 'o=1,o=gluu' } },
    { id: 70_000, diagnostic: 'wörds' },
  ]);
  expect(await decoder.decode(messages, 'elsewhere')).toEqual([known, read, end]);
  expect(pieces).toEqual([1, 1]);
});

test('a process that another one follows leaves nothing of what it decoded', async () => {
  start(500);
  await decoder.decode([entry], 'good');
  expect(await failure(decoder.decode([ENDLESS], 'bad:636'))).toMatchObject({ code: 'ldap.held' });
  await decoder.decode([entry], 'good');
  expect(pieces).toEqual([1, 1, 1]);
});

test('an endless loop is ended at the deadline, and everybody else gets their answers', async () => {
  start(2000); // a busy machine takes half a second for the others
  const before = decoder.decode([done], 'good');
  const held = failure(decoder.decode([entry, ENDLESS], 'bad:636'));
  const behind = [decoder.decode([entry], 'good'), decoder.decode([done], 'good')];
  expect(await before).toHaveLength(1);
  expect(await held).toMatchObject({ code: 'ldap.held', about: { at: 'bad:636' } });
  expect((await Promise.all(behind)).flat()).toHaveLength(2);
  expect(started).toHaveLength(3); // for all of them, for each by itself, for those behind it
  expect(started[0]?.child.signalCode).toBe('SIGKILL');
});

test('whoever takes all memory fails, and nobody else', async () => {
  start(20_000);
  // Beyond its heap the process ends by itself, well before the deadline.
  const held = failure(decoder.decode([INSATIABLE], 'bad:636'));
  const behind = decoder.decode([done], 'good');
  expect(await held).toMatchObject({
    code: 'ldap.held',
    about: { reason: saying('The process that reads the response ended twice while reading it.') },
  });
  expect(await behind).toHaveLength(1);
});

test('a process that somebody else ended is started again, and the request is asked again', async () => {
  start(5000);
  await decoder.decode([done], 'good');
  const answer = decoder.decode([entry], 'good');
  started[0]?.child.kill('SIGKILL');
  expect(await answer).toHaveLength(1);
  expect(await decoder.decode([done], 'good')).toHaveLength(1);
});

test('a process that does not start accuses no server, and is tried again with the next request', async () => {
  let entry = `${file}.gone`;
  start(5000, 60_000, () => entry);
  const all = await Promise.all([
    failure(decoder.decode([done], 'one:636')),
    failure(decoder.decode([done], 'two:636')),
  ]);
  expect(all).toMatchObject([
    { code: 'ldap.notRead', about: { at: 'one:636' } },
    { code: 'ldap.notRead', about: { at: 'two:636' } },
  ]);
  expect(started).toHaveLength(2);
  entry = file;
  expect(await decoder.decode([done], 'one:636')).toHaveLength(1);
});

test('one that never says that it runs accuses no server', async () => {
  const silent = `${file}.silent.cjs`;
  writeFileSync(silent, 'setInterval(() => {}, 1000);');
  start(200, 60_000, () => silent);
  expect(await failure(decoder.decode([done], 'one:636'))).toMatchObject({ code: 'ldap.notRead' });
});

test('where main itself stood still for longer than the limit, nobody is accused', async () => {
  start(500);
  await decoder.decode([done], 'good');
  const answer = failure(decoder.decode([entry], 'good'));
  const until = performance.now() + 700;
  while (performance.now() < until);
  expect(await answer).toBe('none');
});

test('what the library refuses is reported in its words', async () => {
  start(5000);
  const refused = await failure(decoder.decode([Buffer.from('3003020101', 'hex')], 'odd:389'));
  expect(refused).toMatchObject({
    code: 'ldap.notLdap',
    about: { at: 'odd:389', detail: expect.stringContaining('operation') },
  });
});

test('the process goes when it has been idle, and comes back', async () => {
  start(5000, 50);
  await decoder.decode([done], 'good');
  await expect.poll(() => started[0]?.child.signalCode).toBe('SIGKILL');
  expect(await decoder.decode([done], 'good')).toHaveLength(1);
  expect(started).toHaveLength(2);
});

test('it is not idle while it is known what it would say', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    start(5000, 50);
    await decoder.decode([done], 'good');
    vi.advanceTimersByTime(40);
    await decoder.decode([done], 'good');
    vi.advanceTimersByTime(40);
    expect(await decoder.decode([done], 'good')).toHaveLength(1);
    expect([started.length, pieces]).toEqual([1, [1]]);
  } finally {
    vi.useRealTimers();
  }
});

test('what comes as the idle process goes is asked of another one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    start(5000, 50);
    await decoder.decode([done], 'good');
    const answer = decoder.decode([entry], 'good'); // asked at the end of this turn
    vi.advanceTimersByTime(50);
    expect(await answer).toHaveLength(1);
    expect(started).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

test('what waits when all is ended fails as dropped', async () => {
  start(5000);
  const waiting = failure(decoder.decode([done], 'good'));
  decoder.end();
  expect(await waiting).toMatchObject({ code: 'net.dropped' });
});
