import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoCertificate, makeCertificate } from '../../../src-main/demo/certificate';
import type { MailListener } from '../../../src-main/demo/fleet-table';
import { Inbox } from '../../../src-main/demo/inbox';
import { type MailServer, startMailServer } from '../../../src-main/demo/mail-server';
import type { MailSettings } from '../../../src-main/mail-test/mail-settings';
import { testMailServer } from '../../../src-main/mail-test/test-mail-server';
import { createWork } from '../../../src-main/work/work';
import { failureIn } from '../../../src-shared/diagnosis/classify';
import { TEST_BODY, TEST_SUBJECT } from '../../../src-shared/model/smtp-test';
import type { Step } from '../../../src-shared/model/work';
import { inEnglish } from '../../support/english';
import { type ScriptedSmtp, startScriptedSmtp } from '../../support/scripted-smtp';
import { login, plain, shortLimits } from './mail';

/** A whole test with Send, and what the window would get of it. */
async function sent(settings: MailSettings) {
  let steps: Step[] = [];
  const work = createWork(new AbortController().signal, (now) => {
    steps = now;
  });
  const began = performance.now();
  const outcome = await testMailServer(settings, 'send', work, shortLimits);
  const failed = failureIn(outcome.seen);
  const ms = performance.now() - began;
  return { ...outcome, steps, failed, ms, shown: JSON.stringify({ outcome, steps, failed }) };
}

const account = { user: 'gluu-meadow@demo.example', password: 'its password' };
const byAccount = { userName: account.user, password: account.password };

describe('against a mail server of another make', () => {
  let certificate: DemoCertificate;
  let inbox: Inbox;
  let server: MailServer;
  beforeEach(async () => {
    certificate = await makeCertificate();
    inbox = new Inbox();
    server = await startMailServer({ certificate, accounts: [account], inbox });
  });
  afterEach(() => server.stop());

  const settings = (listener: MailListener, more: Partial<MailSettings>): MailSettings => ({
    ...plain(server.ports[listener]),
    host: 'localhost',
    from: account.user,
    ...more,
  });

  test.each<[string, MailListener, () => Partial<MailSettings>, boolean]>([
    ['plain, without login', 'plain', () => ({}), false],
    ['plain with login, allowed', 'plain', () => ({ login: byAccount, clearTextConsent: true }), false],
    ['STARTTLS', 'startTls', () => ({ security: 'startTls', login: byAccount, pin: certificate.sha256 }), true],
    ['TLS from the start', 'implicitTls', () => ({ security: 'tls', login: byAccount, pin: certificate.sha256 }), true],
  ])('%s: the mail arrives as it was announced', async (_name, listener, more, secured) => {
    const ran = await sent(settings(listener, more()));
    expect(ran.failed).toBeUndefined();
    const [message] = inbox.list();
    expect(message).toMatchObject({
      subject: TEST_SUBJECT,
      text: expect.stringContaining(TEST_BODY),
      from: `"Gluu Meadow" <${account.user}>`,
      to: ['grace@example.org'],
      secured,
    });
    expect(ran.delivery).toMatchObject({
      from: account.user,
      to: 'grace@example.org',
      reply: `250 2.0.0 Taken as ${message?.id}`,
      login: more().login ? 'done' : 'notUsed',
    });
    expect(message?.authenticatedAs).toBe(more().login ? account.user : undefined);
    expect(ran.delivery?.tls?.trust).toBe(secured ? 'pin' : undefined);
    if (secured) expect(ran.delivery?.tls?.protocol).toMatch(/^TLSv1\.[23]$/);
    expect(ran.delivery?.address).toMatch(/^(127\.0\.0\.1|::1)$/);
  });

  test('names every stage in its order, each with its time', async () => {
    const ran = await sent(settings('startTls', { security: 'startTls', login: byAccount, pin: certificate.sha256 }));
    const names = [
      'Name',
      'Connect',
      'Greeting',
      'EHLO',
      'TLS',
      'Certificate',
      'Login',
      'Sender',
      'Recipient',
      'Data',
      'Goodbye',
    ];
    expect(ran.steps.map(({ name, state }) => [name, state])).toEqual(names.map((name) => [name, 'done']));
    for (const step of ran.steps) expect(step.ms).toBeGreaterThanOrEqual(0);
    expect(inEnglish(ran.steps).at(-2)?.text).toBe(ran.delivery?.reply);
  });

  test('stages of TLS from the start begin with TLS, and what is not used is skipped', async () => {
    const ran = await sent(settings('implicitTls', { security: 'tls', pin: certificate.sha256 }));
    // The demo server takes no mail without login there.
    expect(ran.steps.map(({ name }) => name).slice(0, 5)).toEqual([
      'Name',
      'Connect',
      'TLS',
      'Certificate',
      'Greeting',
    ]);
    expect(ran.steps.find(({ name }) => name === 'Login')).toMatchObject({ state: 'skipped' });
    expect(ran.failed).toMatchObject({ id: 'S61', stage: 'Sender', words: expect.stringMatching(/^530 /) });
    expect(ran.delivery).toBeUndefined();
  });

  test('refused sender, recipient and password come with the stage although that server takes commands in a batch', async () => {
    const refused = async (listener: MailListener, more: Partial<MailSettings>) =>
      (await sent(settings(listener, more))).failed;
    expect(await refused('plain', { from: 'eve@elsewhere.example' })).toMatchObject({
      id: 'S62',
      stage: 'Sender',
      words: '550 5.7.60 This server sends for demo.example only',
    });
    expect(await refused('plain', { to: 'nobody@demo.example' })).toMatchObject({
      id: 'S65',
      stage: 'Recipient',
      words: '550 5.1.1 There is nobody here',
    });
    const wrong = { userName: account.user, password: 'another one' };
    expect(await refused('plain', { login: wrong, clearTextConsent: true })).toMatchObject({
      id: 'S44',
      stage: 'Login',
      words: '535 5.7.8 Authentication failed',
    });
    expect(inbox.list()).toEqual([]);
  });
});

describe('the conversation', () => {
  let server: ScriptedSmtp;
  afterEach(() => server.stop());

  test.each(['PLAIN', 'LOGIN'])('logs in with %s', async (mechanism) => {
    server = await startScriptedSmtp({ extensions: [`AUTH ${mechanism}`], login });
    const ran = await sent({ ...plain(server.port), login, clearTextConsent: true });
    expect(ran.delivery).toMatchObject({ login: 'done', reply: '250 2.0.0 Queued as 4711' });
    expect(server.lines().map(({ line }) => line)).toContainEqual(expect.stringMatching(`^AUTH ${mechanism}`));
  });

  test('carries one sender and one recipient, and a name that stays a name', async () => {
    server = await startScriptedSmtp();
    const fromName = 'Łódź "Relay", <root@example.net>';
    await sent({ ...plain(server.port), fromName });
    const envelope = server.lines().flatMap(({ line }) => (/^(MAIL|RCPT)/.test(line) ? line.split(' SIZE')[0] : []));
    expect(envelope).toEqual(['MAIL FROM:<gluu@example.org>', 'RCPT TO:<grace@example.org>']);
    const [message = ''] = server.messages();
    expect(message).toMatch(/^From: =\?UTF-8\?\S+(\s+=\?UTF-8\?\S+)* <gluu@example\.org>$/m);
    expect(message).toMatch(/^To: grace@example\.org$/m);
    expect(message).not.toMatch(/^(Cc|Bcc|Sender|Reply-To):/im);
  });

  test('takes a pipelining server at its word, and waits for each reply', async () => {
    server = await startScriptedSmtp({ extensions: ['PIPELINING', 'SIZE 1000000'] });
    const ran = await sent(plain(server.port));
    expect(ran.delivery?.reply).toBe('250 2.0.0 Queued as 4711');
    expect(server.messages()).toHaveLength(1);
  });

  test('sends QUIT, and does not wait long for a server that does not answer it', async () => {
    server = await startScriptedSmtp({ script: { QUIT: () => {} } });
    const ran = await sent(plain(server.port));
    expect(ran.delivery).toBeDefined();
    expect(server.lines().at(-1)?.line).toBe('QUIT');
    expect(ran.ms).toBeLessThan(10_000);
    await server.idle();
  });

  test('shows the whole conversation but the password', async () => {
    server = await startScriptedSmtp({ extensions: ['AUTH LOGIN'], login });
    const ran = await sent({ ...plain(server.port), login, clearTextConsent: true });
    const texts = ran.transcript.map(({ side, text }) => `${side}: ${text}`);
    expect(texts[0]).toBe('server: 220 scripted.example ESMTP');
    expect(texts).toContain('client: [password hidden]');
    expect(texts.slice(-2)).toEqual(['client: QUIT', 'server: 221 2.0.0 Bye']);
    expect(ran.transcript.every(({ encrypted }) => !encrypted)).toBe(true);
    expect(ran.shown).not.toContain(login.password);
    expect(ran.shown).not.toContain(Buffer.from(login.password).toString('base64'));
  });
});
