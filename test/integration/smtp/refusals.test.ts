import { afterEach, describe, expect, it } from 'vitest';
import { sentencesOf } from '../../../src-shared/messages/failure-texts';
import {
  type Answer,
  drop,
  type Moment,
  reset,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  silence,
  startScriptedSmtp,
} from '../../support/scripted-smtp';
import { failedStep, login, plain, runMailTest } from './run-mail-test';

let server: ScriptedSmtp;
afterEach(() => server.stop());

const withLogin = { login, clearTextConsent: true };

async function meet(options: ScriptedSmtpOptions, more = {}) {
  server = await startScriptedSmtp(options);
  return runMailTest({ ...plain(server.port), ...more });
}

describe('a refusal comes with its stage, its code and the server’s words', () => {
  it.each<[Moment, string, string, string]>([
    ['greeting', '554 5.7.1 No mail from 192.0.2.1', 'smtp.greetingRefused', 'Greeting'],
    ['greeting', '421 4.3.2 Too many connections', 'smtp.greetingRefused', 'Greeting'],
    ['EHLO', '421 4.3.2 Shutting down', 'smtp.greetingRefused', 'Greeting'],
    ['AUTH', '535 5.7.8 Wrong', 'smtp.credentials', 'Login'],
    ['AUTH', '534 5.7.9 Application-specific password required', 'smtp.credentials', 'Login'],
    ['AUTH', '530 5.7.0 Must issue a STARTTLS command first', 'smtp.loginRefused', 'Login'],
    ['AUTH', '538 5.7.11 Encryption required', 'smtp.loginRefused', 'Login'],
    ['AUTH', '454 4.7.0 Too many attempts', 'smtp.temporary', 'Login'],
    ['AUTH', '421 4.7.0 Go away', 'smtp.temporary', 'Login'],
    ['MAIL', '530 5.7.1 Authentication required', 'smtp.senderRefused', 'Sender'],
    ['MAIL', '550 5.7.60 Not your address', 'smtp.senderRefused', 'Sender'],
    ['MAIL', '451 4.7.1 Greylisted', 'smtp.temporary', 'Sender'],
    ['MAIL', '421 4.4.5 Too busy', 'smtp.temporary', 'Sender'],
    ['RCPT', '550 5.1.1 No such user', 'smtp.recipientRefused', 'Recipient'],
    ['RCPT', '554 5.7.1 Relay access denied', 'smtp.recipientRefused', 'Recipient'],
    ['RCPT', '450 4.2.0 Greylisted', 'smtp.temporary', 'Recipient'],
    ['RCPT', '421 4.3.0 Restarting', 'smtp.temporary', 'Recipient'],
    ['DATA', '554 5.7.1 No', 'smtp.contentRefused', 'Data'],
    ['DATA', '451 4.3.0 Not now', 'smtp.temporary', 'Data'],
    ['message', '552 5.3.4 Too big', 'smtp.contentRefused', 'Data'],
    ['message', '554 5.7.1 Looks like spam', 'smtp.contentRefused', 'Data'],
    ['message', '421 4.3.0 Restarting', 'smtp.temporary', 'Data'],
  ])('%s answered with %s', async (moment, reply, code, stage) => {
    for (const extensions of [['AUTH PLAIN'], ['AUTH PLAIN', 'PIPELINING']]) {
      const ran = await meet({ script: { [moment]: reply }, extensions }, withLogin);
      expect(ran.failure).toMatchObject({ code, stage, detail: reply });
      expect(ran.failure?.at).toBe(`127.0.0.1:${server.port}`);
      expect(failedStep(ran)).toBe(stage);
      expect(ran.transcript.map(({ text }) => text)).toContain(reply);
      await server.idle();
      await server.stop();
    }
  });

  it('the sentences of a sender refused for want of a login speak of the login', async () => {
    const ran = await meet({ script: { MAIL: '530 5.7.1 Authentication required' } });
    const { why, todo } = sentencesOf(ran.failure ?? { code: 'internal' });
    expect(`${why} ${todo}`).toMatch(/login/);
    expect(todo).toMatch(/Requires Authentication/);
  });

  it('a message above the server’s SIZE is not sent', async () => {
    const ran = await meet({ extensions: ['SIZE 10'] });
    expect(ran.failure).toMatchObject({ code: 'smtp.contentRefused', stage: 'Sender' });
    expect(ran.failure?.detail).toContain('larger than allowed 10');
    expect(server.lines().some(({ line }) => line.startsWith('MAIL'))).toBe(false);
  });
});

describe('a login that cannot take place', () => {
  it('is not skipped in silence when none is offered', async () => {
    const ran = await meet({ extensions: ['SIZE 1000000'] }, withLogin);
    expect(ran.failure).toMatchObject({ code: 'smtp.loginNotOffered', stage: 'Login' });
    expect(server.lines().map(({ line }) => line.slice(0, 4))).toEqual(['EHLO']);
  });

  it.each(['XOAUTH2', 'SCRAM-SHA-256 GSSAPI', 'CRAM-MD5'])('is not tried with %s alone', async (offered) => {
    const ran = await meet({ extensions: [`AUTH ${offered}`] }, withLogin);
    expect(ran.failure).toMatchObject({
      code: 'smtp.noMechanism',
      stage: 'Login',
      facts: { offered: offered.replace(' ', ', ') },
    });
    expect(server.lines().some(({ line }) => line.startsWith('AUTH'))).toBe(false);
  });

  it('is found in the old form of the extension too, beside the new one as for JavaMail', async () => {
    const ran = await meet({ extensions: ['AUTH', 'AUTH=LOGIN'], login }, withLogin);
    expect(ran.delivery?.login).toBe('done');
    await server.stop();
    const alone = await meet({ extensions: ['AUTH=LOGIN PLAIN'], login }, withLogin);
    expect(alone.failure?.code).toBe('smtp.noMechanism');
  });
});

describe('a server that says nothing', () => {
  it.each<[Moment, string, string]>([
    ['greeting', 'smtp.silent', 'Greeting'],
    ['EHLO', 'net.timeout', 'Greeting'],
    ['AUTH', 'net.timeout', 'Login'],
    ['MAIL', 'net.timeout', 'Sender'],
    ['RCPT', 'net.timeout', 'Recipient'],
    ['DATA', 'net.timeout', 'Data'],
    ['message', 'smtp.unknownEnd', 'Data'],
  ])('to %s', async (moment, code, stage) => {
    const ran = await meet({ script: { [moment]: silence } }, withLogin);
    expect(ran.failure).toMatchObject({ code, stage });
    expect(failedStep(ran)).toBe(stage);
    await server.idle();
  });
});

describe('a server that ends the connection', () => {
  const ways: [string, Answer][] = [
    ['closes', drop],
    ['resets', reset],
  ];
  const moments: [Moment, string, string][] = [
    ['greeting', 'smtp.dropped', 'Greeting'],
    ['EHLO', 'smtp.dropped', 'Greeting'],
    ['AUTH', 'smtp.dropped', 'Login'],
    ['MAIL', 'smtp.dropped', 'Sender'],
    ['RCPT', 'smtp.dropped', 'Recipient'],
    ['DATA', 'smtp.dropped', 'Data'],
    ['message', 'smtp.unknownEnd', 'Data'],
  ];
  it.each(ways.flatMap(([way, answer]) => moments.map((row) => [way, ...row, answer] as const)))(
    '%s at %s',
    async (_way, moment, code, stage, answer) => {
      const ran = await meet({ script: { [moment]: answer } }, withLogin);
      expect(ran.failure).toMatchObject({ code, stage });
    },
  );
});

describe('something else behind the port', () => {
  it.each([
    ['a web server', 'HTTP/1.1 400 Bad Request'],
    ['SSH', 'SSH-2.0-OpenSSH_9.2'],
    ['IMAP', '* OK ready'],
    ['POP3', '+OK ready'],
    ['a greeting of another kind', '200 hello'],
  ])('%s is told apart from a mail server', async (_name, greeting) => {
    const ran = await meet({ script: { greeting } });
    expect(ran.failure).toMatchObject({ code: 'smtp.notSmtp', stage: 'Greeting', detail: greeting });
  });

  it('an FTP server greets like one, and knows no EHLO', async () => {
    const ran = await meet({ script: { greeting: '220 FTP ready', EHLO: '500 What', HELO: '500 What' } });
    expect(ran.failure).toMatchObject({ code: 'smtp.greetingRefused', stage: 'Greeting', detail: '500 What' });
  });

  it('an old server that knows HELO only takes the mail', async () => {
    const ran = await meet({ script: { EHLO: '502 5.5.1 Not implemented' } });
    expect(ran.delivery?.reply).toBe('250 2.0.0 Queued as 4711');
  });
});
