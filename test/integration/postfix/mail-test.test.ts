import type { MailSettings } from '../../../src-main/mail-test/mail-settings';
import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import { createWork } from '../../../src-main/work/work';
import { classify } from '../../../src-shared/diagnosis/classify';
import type { TestStop } from '../../../src-shared/model/mail-server';
import { TEST_BODY, TEST_SUBJECT } from '../../../src-shared/model/smtp-test';
import type { Step } from '../../../src-shared/model/work';
import { inEnglish } from '../../support/english';
import { type Postfix, type PostfixPort, startPostfix } from '../../support/postfix';
import { plain, shortLimits } from '../mail-test/mail';
import { afterAll, beforeAll, describe, expect, test } from './as-root';

const ports = {
  plain: { kind: 'plain', auth: true },
  startTls: { kind: 'startTls', auth: true, tls: '1.2+' },
  startTlsPlain: { kind: 'startTls', auth: ['PLAIN'] },
  startTlsLogin: { kind: 'startTls', auth: ['LOGIN'], requireTls: true, requireAuth: true },
  implicitTls: { kind: 'implicitTls', auth: true, requireAuth: true },
  old: { kind: 'startTls', auth: true, tls: '1.0-only' },
  refusesAfterData: { kind: 'plain', parameters: { smtpd_end_of_data_restrictions: 'reject' } },
  refusesData: { kind: 'plain', parameters: { smtpd_data_restrictions: 'reject' } },
} satisfies Record<string, PostfixPort>;
type PortName = keyof typeof ports;

let postfix: Postfix;
beforeAll(async () => {
  postfix = await startPostfix({ ports: Object.values(ports) });
});
afterAll(() => postfix?.stop());

const securities = { plain: 'none', startTls: 'startTls', implicitTls: 'tls' } as const;
const byAda = () => ({ login: { userName: postfix.ada.address, password: postfix.ada.password } });

async function run(name: PortName, more: Partial<MailSettings> = {}, until: TestStop = 'send') {
  const port = postfix.ports[Object.keys(ports).indexOf(name)] ?? 0;
  const security = securities[ports[name].kind];
  const settings = { ...plain(port), security, from: postfix.ada.address, pin: postfix.certificate.sha256, ...more };
  let steps: Step[] = [];
  const work = createWork(new AbortController().signal, (now) => {
    steps = now;
  });
  const outcome = await testMailServer(settings, until, work, shortLimits);
  const finding = classify(outcome.seen);
  return { ...outcome, finding, steps, shown: JSON.stringify({ outcome, finding, steps }) };
}

/** A header of a message as it lies in the mailbox, without its folds. */
function header(message: string, name: string): string | undefined {
  const head = message.slice(0, message.search(/\r?\n\r?\n/)).replaceAll(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1];
}

describe('a test mail through Postfix arrives', () => {
  test.each<[string, PortName, () => Partial<MailSettings>, string]>([
    ['in clear, without login', 'plain', () => ({}), 'ESMTP'],
    ['in clear, with login', 'plain', () => ({ ...byAda(), clearTextConsent: true }), 'ESMTPA'],
    ['by STARTTLS, without login', 'startTls', () => ({}), 'ESMTPS'],
    ['by STARTTLS, with AUTH PLAIN', 'startTlsPlain', byAda, 'ESMTPSA'],
    ['by STARTTLS, with AUTH LOGIN', 'startTlsLogin', byAda, 'ESMTPSA'],
    ['by TLS from the start', 'implicitTls', byAda, 'ESMTPSA'],
  ])('%s', async (_, name, more, protocol) => {
    const before = postfix.inbox(postfix.grace.address).length;
    const ran = await run(name, more());
    expect(ran.finding?.id).toBe('S80');
    const message = (await postfix.messages(postfix.grace.address, before + 1))[before] ?? '';
    expect(header(message, 'From')).toMatch(/^"?Gluu Meadow"? <ada@example\.org>$/);
    expect(header(message, 'To')).toBe('grace@example.org');
    expect(header(message, 'Subject')).toBe(TEST_SUBJECT);
    expect(header(message, 'Return-Path')).toBe('<ada@example.org>');
    expect(header(message, 'Message-ID')).toBe(ran.delivery?.messageId);
    expect(header(message, 'Received')).toContain(` with ${protocol} id `);
    expect(message).toContain(TEST_BODY);
    expect(ran.delivery?.reply).toMatch(/^250 2\.0\.0 Ok: queued as [0-9A-F]+$/);
    expect(ran.delivery?.login).toBe(more().login ? 'done' : 'notUsed');
    expect(ran.steps.map(({ state }) => state)).not.toContain('failed');
    expect(ran.shown).not.toContain(postfix.ada.password);
  });

  test('with a name beyond ASCII', async () => {
    const before = postfix.inbox(postfix.grace.address).length;
    await run('startTls', { fromName: 'Wiese Øst' });
    const message = (await postfix.messages(postfix.grace.address, before + 1))[before] ?? '';
    expect(header(message, 'From')).toMatch(/^=\?UTF-8\?Q\?Wiese_=C3=98st\?= <ada@example\.org>$/);
  });

  test('with dots at the beginning of its lines, as they were written', async () => {
    const before = postfix.inbox(postfix.grace.address).length;
    const ran = await run('plain', { content: { subject: 'Dots', text: '.\n..two\n.three\nend.\n.' } });
    expect(ran.finding?.id).toBe('S80');
    const message = (await postfix.messages(postfix.grace.address, before + 1))[before] ?? '';
    expect(message.replaceAll('\r\n', '\n')).toMatch(/\n\n\.\n\.\.two\n\.three\nend\.\n\.\n*$/);
  });

  test('over the connection on which nothing was in its way', async () => {
    const before = postfix.inbox(postfix.grace.address).length;
    const ran = await run('startTls', byAda());
    await postfix.messages(postfix.grace.address, before + 1);
    expect(ran.seen.tlsVersions).toEqual({ '1.0': false, '1.1': false, '1.2': true, '1.3': true });
    expect(ran.seen.loggedIn).toBe(true);
    expect(inEnglish(ran.transcript).filter(({ text }) => text.startsWith('MAIL FROM:'))).toHaveLength(1);
    expect(ran.transcript.filter(({ text }) => text === 'DATA')).toHaveLength(1);
    expect(postfix.inbox(postfix.grace.address)).toHaveLength(before + 1);
  });
});

describe('no test mail through Postfix', () => {
  const sent = () => postfix.log().match(/status=sent/g)?.length ?? 0;
  const wrong = () => ({ login: { userName: postfix.ada.address, password: 'not-the-password-4711' } });

  test.each<[string, PortName, () => Partial<MailSettings>, string]>([
    ['with a wrong password', 'startTls', wrong, 'S44'],
    ['with a wrong password, by LOGIN', 'startTlsLogin', wrong, 'S44'],
    ['with a wrong password, by TLS from the start', 'implicitTls', wrong, 'S44'],
    ['to another domain', 'plain', () => ({ to: 'eve@elsewhere.example' }), 'S64'],
    ['to a mailbox that is not there', 'plain', () => ({ to: 'nobody@example.org' }), 'S65'],
    ['without STARTTLS where it is wanted', 'startTlsLogin', () => ({ security: 'none' }), 'S60'],
    ['by old TLS', 'old', byAda, 'S28'],
    ['by TLS from the start to a port that begins in clear', 'plain', () => ({ security: 'tls' }), 'S10'],
    ['in clear to a port that begins with TLS', 'implicitTls', () => ({ security: 'none' }), 'S09'],
    ['with another certificate than the one that was trusted', 'startTls', () => ({ pin: '00:11' }), 'S35'],
  ])('%s', async (_, name, more, id) => {
    const before = sent();
    const ran = await run(name, more());
    expect(ran.finding?.id).toBe(id);
    expect(ran.delivery).toBeUndefined();
    expect(ran.transcript.map(({ text }) => text)).not.toContain('DATA');
    expect(ran.shown).not.toContain('not-the-password');
    expect(sent()).toBe(before);
  });

  test.each<[PortName, string]>([
    ['refusesAfterData', '<END-OF-MESSAGE>: End-of-data rejected: Access denied'],
    ['refusesData', '<DATA>: Data command rejected: Access denied'],
  ])('where it is refused only after the recipient: %s', async (name, words) => {
    const before = sent();
    const ran = await run(name);
    expect(ran.finding).toMatchObject({ id: 'S72', words: `554 5.7.1 ${words}` });
    expect(sent()).toBe(before);
  });

  test('where the test goes up to the recipient only', async () => {
    const before = sent();
    const ran = await run('startTls', byAda(), 'recipient');
    expect([ran.finding, ran.delivery]).toEqual([undefined, undefined]);
    expect(ran.seen.stages.map(({ step }) => step)).toContain('Recipient');
    expect(sent()).toBe(before);
  });
});
