import { afterEach, beforeAll, expect, it } from 'vitest';
import { createDecoder, type Decoder } from '../../../src-main/ldap/decoder';
import type { DecodeRequest } from '../../../src-main/ldap/decoder-protocol';
import { LdapEntry } from '../../../src-main/ldap/ldap-entry';
import { bundleProcess, type ForkedProcess, forkProcess } from '../../support/helper-process';
import { type LdapRequest, result, searchEntry } from '../../support/hostile-ldap/message';

/** Never let through by `checkMessage`: the LDAP library loops on it for ever. */
const ENDLESS = Buffer.from('300e02010161070a010004000400a07f', 'hex');
/** Likewise: it makes attributes for ever. */
const INSATIABLE = Buffer.from('3012020102640d040030090407040161310204' + '7f', 'hex');
const search: LdapRequest = { messageId: 3, operation: 'search', dn: 'o=gluu', secured: true, bytes: Buffer.alloc(0) };
const done = result(search, { code: 0, message: 'wörds' });
const entry = searchEntry(3, 'o=gluu', [['o', ['gluu', 'wörld']]]);

let file: string;
let started: ForkedProcess<DecodeRequest>[] = [];
let decoder: Decoder;
beforeAll(async () => {
  file = await bundleProcess('src-main/ldap/decoder-process.ts');
});
afterEach(() => {
  decoder.end();
  started = [];
});

function start(limitMs: number, idleMs = 60_000): void {
  const spawn = () => {
    const child = forkProcess<DecodeRequest>(file, { execArgv: ['--max-old-space-size=128'] });
    started.push(child);
    return child;
  };
  decoder = createDecoder({ spawn, limitMs, idleMs });
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => error,
  );

it('decodes what was sent, with the bytes of every value', async () => {
  start(5000);
  const [first, last] = await decoder.decode([entry, done], 'there');
  expect(last).toMatchObject({ id: 3, code: 0, diagnostic: 'wörds' });
  const decoded = new LdapEntry('o=gluu', first?.entry?.attributes ?? []);
  expect([first?.entry?.dn, decoded.values('O')]).toEqual(['o=gluu', ['gluu', 'wörld']]);
  expect(started).toHaveLength(1);
});

it('an endless loop is ended at the deadline, and everybody else gets their answers', async () => {
  start(500);
  const before = decoder.decode([done], 'good');
  const held = failure(decoder.decode([entry, ENDLESS], 'bad:636'));
  const behind = [decoder.decode([entry], 'good'), decoder.decode([done], 'good')];
  expect(await before).toHaveLength(1);
  expect(await held).toMatchObject({ code: 'ldap.held', about: { at: 'bad:636' } });
  expect((await Promise.all(behind)).flat()).toHaveLength(2);
  expect(started).toHaveLength(2);
  expect(started[0]?.child.signalCode).toBe('SIGKILL');
});

it('whoever takes all memory fails, and nobody else', async () => {
  start(20_000);
  // Beyond its heap the process ends by itself, well before the deadline.
  const held = failure(decoder.decode([INSATIABLE], 'bad:636'));
  const behind = decoder.decode([done], 'good');
  expect(await held).toMatchObject({ code: 'ldap.held', about: { detail: 'it took more memory than it may' } });
  expect(await behind).toHaveLength(1);
});

it('a process that somebody else ended is started again, and the request is asked again', async () => {
  start(5000);
  await decoder.decode([done], 'good');
  const answer = decoder.decode([entry], 'good');
  started[0]?.child.kill('SIGKILL');
  expect(await answer).toHaveLength(1);
  expect(await decoder.decode([done], 'good')).toHaveLength(1);
});

it('what the library refuses is told in its words', async () => {
  start(5000);
  const refused = await failure(decoder.decode([Buffer.from('3003020101', 'hex')], 'odd:389'));
  expect(refused).toMatchObject({
    code: 'ldap.notLdap',
    about: { at: 'odd:389', detail: expect.stringContaining('operation') },
  });
});

it('the process goes when it has been idle, and comes back', async () => {
  start(5000, 50);
  await decoder.decode([done], 'good');
  await expect.poll(() => started[0]?.child.signalCode).toBe('SIGKILL');
  expect(await decoder.decode([done], 'good')).toHaveLength(1);
  expect(started).toHaveLength(2);
});

it('what waits when all is ended fails as dropped', async () => {
  start(5000);
  const waiting = failure(decoder.decode([done], 'good'));
  decoder.end();
  expect(await waiting).toMatchObject({ code: 'net.dropped' });
});
