import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkMailbox, waitForMessage } from '../../../src-main/mailbox/wait-for-message';
import type { MailboxAccount, MailboxFinding } from '../../../src-shared/model/mailbox';
import { selfSigned, type TestCertificate } from '../../support/certificates';
import { type Dovecot, type DovecotFolder, startDovecot } from '../../support/dovecot';
import { inEnglish } from '../../support/english';
import { failedStep, letter, plain, type Ran, run, shortLimits } from './run-mailbox';

let dovecot: Dovecot;
let certificate: TestCertificate;
beforeAll(async () => {
  certificate = await selfSigned();
  dovecot = await startDovecot({ tls: certificate });
});
afterAll(() => dovecot?.stop());

const pin = () => ({ sha256: certificate.sha256, acceptedAt: '2026-11-23T13:00:00.000Z' });
const overTls = (more: Partial<MailboxAccount> = {}): MailboxAccount => ({
  ...plain(dovecot.tlsPort),
  mode: 'tls',
  pin: pin(),
  ...more,
});
const wait = (
  token: string,
  limitMs: number,
  cancelWhen?: Promise<void>,
  account = overTls(),
): Promise<Ran<MailboxFinding>> => {
  const request = { account, password: dovecot.password, clearTextConsent: true, token, since: new Date(), limitMs };
  return run((work) => waitForMessage(request, work, shortLimits), cancelWhen);
};
const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('a check', () => {
  test.each<[string, () => MailboxAccount, string]>([
    ['TLS', overTls, 'done'],
    ['STARTTLS', () => overTls({ mode: 'startTls', port: dovecot.port }), 'done'],
    ['plain, allowed', () => plain(dovecot.port), 'skipped'],
  ])('over %s logs in and finds the folders', async (_name, account, tls) => {
    const ran = await run((work) =>
      checkMailbox({ account: account(), password: dovecot.password, clearTextConsent: true }, work, shortLimits),
    );
    expect(ran.failure).toBeUndefined();
    expect(ran.value?.folders).toEqual([
      { kind: 'inbox', path: 'INBOX' },
      { kind: 'junk', path: 'Spam' },
      { kind: 'other', path: 'Trash' },
      { kind: 'other', path: 'Archive' },
    ]);
    const states = ran.steps.map(({ name, state }) => [name, state]);
    expect(states).toEqual([
      ['Name', 'done'],
      ['Connect', 'done'],
      ['TLS', tls],
      ['Login', 'done'],
      ['Folders', 'done'],
    ]);
  });

  test('says that the password is wrong, in the server’s words', async () => {
    const ran = await run((work) =>
      checkMailbox({ account: overTls(), password: 'wrong horse', clearTextConsent: true }, work, shortLimits),
    );
    expect(ran.failure).toMatchObject({ code: 'imap.credentials', stage: 'Login' });
    expect(ran.failure?.detail).toMatch(/Authentication failed/);
    expect(ran.shown).not.toContain('wrong horse');
  });

  test.each(['tls', 'startTls'] as const)(
    'over %s shows a certificate that is not trusted, and sends nothing',
    async (mode) => {
      const { pin: _pin, ...account } = overTls({ mode, port: mode === 'tls' ? dovecot.tlsPort : dovecot.port });
      const before = dovecot.log();
      const ran = await run((work) =>
        checkMailbox({ account, password: dovecot.password, clearTextConsent: true }, work, shortLimits),
      );
      expect(ran.failure).toMatchObject({
        code: 'tls.untrusted',
        stage: 'TLS',
        certificate: { sha256: certificate.sha256 },
      });
      expect(dovecot.log().slice(before.length)).not.toContain('Login:');
    },
  );

  test('refuses another certificate than the one that was trusted', async () => {
    const other = await selfSigned(2);
    const account = overTls({ pin: { ...pin(), sha256: other.sha256 } });
    const ran = await run((work) =>
      checkMailbox({ account, password: dovecot.password, clearTextConsent: true }, work, shortLimits),
    );
    expect(ran.failure).toMatchObject({ code: 'tls.changed', stage: 'TLS' });
  });

  test('does not connect without encryption unless that is allowed', async () => {
    const account = plain(dovecot.port);
    const ran = await run((work) =>
      checkMailbox({ account, password: dovecot.password, clearTextConsent: false }, work, shortLimits),
    );
    expect(ran.failure).toMatchObject({ code: 'imap.clearText', facts: { user: account.user } });
    expect(ran.steps.every(({ state }) => state === 'waiting')).toBe(true);
  });

  test('tells a port for TLS from one that is plain', async () => {
    const swapped = async (account: MailboxAccount) =>
      (
        await run((work) =>
          checkMailbox({ account, password: 'x', clearTextConsent: true }, work, { ...shortLimits, connectMs: 1500 }),
        )
      ).failure;
    expect(await swapped(overTls({ port: dovecot.port }))).toMatchObject({ code: 'tls.unexpected', stage: 'TLS' });
    expect(await swapped(overTls({ mode: 'startTls' }))).toMatchObject({ code: 'tls.expected', stage: 'TLS' });
    expect(await swapped(plain(dovecot.tlsPort))).toMatchObject({ code: 'tls.expected', stage: 'Login' });
  });
});

describe('waiting', () => {
  test.each<[DovecotFolder, string]>([
    ['INBOX', 'inbox'],
    ['Spam', 'junk'],
    ['Archive', 'other'],
  ])('finds what lies in %s already, and reads its headers', async (folder, kind) => {
    const token = randomUUID();
    dovecot.deliver(letter(randomUUID()), folder);
    dovecot.deliver(letter(token), folder);
    const { value, failure, steps } = await wait(token, 0);
    expect(failure).toBeUndefined();
    if (value?.kind !== 'found') throw new Error('not found');
    expect(value).toMatchObject({ folder: { kind, path: folder }, atFirstLook: true });
    expect(Math.abs(Date.parse(value.receivedAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect(value.headers.subject).toBe('Password reset (test)');
    expect(value.headers.checks[0]).toMatchObject({ check: 'SPF', outcome: 'good' });
    expect(value.headers.hops).toHaveLength(1);
    expect(steps.at(-1)).toMatchObject({ name: 'Waiting', state: 'done', text: `in ${folder}` });
  });

  test.each<DovecotFolder>(['INBOX', 'Spam'])('finds what comes into %s meanwhile', async (folder) => {
    const token = randomUUID();
    const waiting = wait(token, 20_000);
    await later(2000);
    dovecot.deliver(letter(token), folder);
    const { value } = await waiting;
    expect(value).toMatchObject({ kind: 'found', folder: { path: folder }, atFirstLook: false });
    expect(value?.kind === 'found' && value.afterMs).toBeGreaterThanOrEqual(2000);
  });

  test('takes the token in the subject or the Message-ID too, and no other message', async () => {
    const [one, two, none] = [randomUUID(), randomUUID(), randomUUID()];
    dovecot.deliver(`Subject: a\n ${one} b\n\nx\n`);
    dovecot.deliver(`Subject: a\nMessage-ID: <${two}@example.org>\n\nx\n`);
    dovecot.deliver(`Subject: a\nX-Other: ${none}\n\n${none}\n`);
    expect((await wait(one, 0)).value?.kind).toBe('found');
    expect((await wait(two, 0)).value?.kind).toBe('found');
    expect((await wait(none, 0)).value?.kind).toBe('notYet');
  });

  test('says not yet when the time is over', async () => {
    const ran = await wait(randomUUID(), 1500);
    expect(ran.value).toMatchObject({
      kind: 'notYet',
      folders: expect.arrayContaining([{ kind: 'junk', path: 'Spam' }]),
    });
    expect(ran.value?.kind === 'notYet' && ran.value.waitedMs).toBeGreaterThanOrEqual(1500);
    expect(ran.steps.at(-1)).toMatchObject({ name: 'Waiting', state: 'warned', text: 'not there yet' });
  });

  test('ends within a second when it is cancelled, and leaves no session', async () => {
    let cancelledAt = 0;
    const cancel = later(2500).then(() => {
      cancelledAt = performance.now();
    });
    const ran = await wait(randomUUID(), 60_000, cancel);
    expect(ran.failure).toMatchObject({ code: 'work.cancelled', stage: 'Waiting' });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    await expect
      .poll(() => dovecot.log().match(/imap\(.*(Disconnected|Connection closed)/g)?.length, { timeout: 5000 })
      .toBeGreaterThan(0);
  });

  test('reads 256 KB of headers and leaves the rest', async () => {
    const token = randomUUID();
    const filler = Array.from({ length: 8000 }, (_, number) => `X-Filler-${number}: ${'x'.repeat(100)}`);
    dovecot.deliver(letter(token, filler), 'INBOX');
    const { value, failure } = await wait(token, 0);
    expect(failure).toBeUndefined();
    expect(value?.kind === 'found' && inEnglish(value.headers.notes)).toEqual([expect.stringContaining('left out')]);
  });

  test('marks nothing as read and changes nothing', async () => {
    for (const folder of ['INBOX', 'Spam', 'Archive'] as const) {
      expect(dovecot.files(folder).length).toBeGreaterThan(0);
      for (const file of dovecot.files(folder)) expect(file).toMatch(/^new\//);
    }
    const commands = [...dovecot.sessions().matchAll(/^(?:\d+\.\d+ )?[0-9A-Z]+ ((?:UID )?[A-Z]+)/gm)].map(
      ([, name = '']) => name,
    );
    const harmless = [
      'EXAMINE',
      'FETCH',
      'LIST',
      'LSUB',
      'NAMESPACE',
      'IDLE',
      'ENABLE',
      'ID',
      'CAPABILITY',
      'SEARCH',
      'OK',
    ];
    expect(commands).toContain('UID SEARCH');
    expect(commands.filter((name) => !harmless.includes(name.replace('UID ', '')))).toEqual([]);
    expect(dovecot.sessions()).toContain('BODY.PEEK[HEADER]<0.262144>');
    expect(dovecot.sessions()).not.toContain(dovecot.password);
  });
});

test('a stage that fails is named', async () => {
  const stopped = await startDovecot({ tls: certificate });
  await stopped.stop();
  const ran = await run((work) =>
    checkMailbox({ account: plain(stopped.port), password: 'x', clearTextConsent: true }, work, shortLimits),
  );
  expect(failedStep(ran)).toBe('Connect');
  expect(ran.failure).toMatchObject({ code: 'net.refused', stage: 'Connect' });
});
