import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
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
import { aMail, login, runProbe, sending, withLogin } from './run-probe';

let server: ScriptedSmtp;
afterEach(() => server?.stop());

async function meet(options: ScriptedSmtpOptions, more: Partial<ProbeRequest> = {}) {
  server = await startScriptedSmtp(options);
  return runProbe({ ...sending(server.port), ...more });
}
const commands = () => server.lines().map(({ line }) => line.split(/[ :]/)[0]);

describe('a mail', () => {
  test('goes over the connection on which all before it was asked, and QUIT alone follows it', async () => {
    const ran = await meet({});
    expect(ran.failures).toEqual([]);
    expect(ran.accepted).toBe('250 2.0.0 Queued as 4711');
    expect(commands()).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', 'QUIT']);
    expect(server.connections()).toBe(1);
    expect(server.messages()).toEqual([aMail.toString('latin1').replace(/\r\n$/, '')]);
    expect(ran.steps.slice(-3).map(({ name, state, text }) => [name, state, text])).toEqual([
      ['Recipient', 'done', 'grace@example.org'],
      ['Data', 'done', '250 2.0.0 Queued as 4711'],
      ['Goodbye', 'done', undefined],
    ]);
    expect(ran.transcript.map(({ side, text }) => `${side}: ${text}`).slice(-6)).toEqual([
      'client: DATA',
      'server: 354 Go ahead',
      `client: [the mail, ${aMail.length} bytes]`,
      'server: 250 2.0.0 Queued as 4711',
      'client: QUIT',
      'server: 221 2.0.0 Bye',
    ]);
  });

  test('is announced with its size, and with what its addresses need', async () => {
    const more = { from: 'glüü@example.org', to: 'grâce@exämple.org' };
    const ran = await meet({ extensions: ['SIZE 1000', 'SMTPUTF8', '8BITMIME'] }, more);
    expect(ran.accepted).toBeDefined();
    const sent = server.lines().map(({ line }) => Buffer.from(line, 'latin1').toString('utf8'));
    expect(sent).toContain(`MAIL FROM:<glüü@example.org> SIZE=${aMail.length} SMTPUTF8`);
    expect(sent).toContain('RCPT TO:<grâce@exämple.org>');
  });

  test('above the server’s SIZE is not announced', async () => {
    const ran = await meet({ extensions: ['SIZE 10'] });
    expect(ran.findings[0]).toMatchObject({ id: 'S69', stage: 'Sender' });
    expect(ran.findings[0]?.explanation).toContain(`(${aMail.length} bytes) exceeds the server’s limit (10 bytes)`);
    expect(commands()).not.toContain('MAIL');
  });

  test('is taken by an old server that knows HELO only', async () => {
    const ran = await meet({ script: { EHLO: '502 5.5.1 Not implemented' } });
    expect(ran.accepted).toBe('250 2.0.0 Queued as 4711');
  });

  test('ends only with the dot that ends it, however its lines end', async () => {
    const ends = ['\n.\n', '\r.\r', '\r\n.\r\n', '\n.\r\n', '\r\n.\r', '\n.\r'];
    const text = Buffer.from(ends.map((end, at) => `${at}${end}`).join(''));
    const ran = await meet({}, { text });
    expect(ran.accepted).toBeDefined();
    expect(commands()).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', 'QUIT']);
    expect(server.messages()).toEqual([ends.map((_, at) => `${at}\r\n.`).join('\r\n')]);
  });
});

describe('a refusal comes with its stage, its row and the server’s words', () => {
  test.each<[Moment, string, string, string]>([
    ['greeting', '554 5.7.1 No mail from 192.0.2.1', 'S13', 'Greeting'],
    ['greeting', '421 4.3.2 Too many connections', 'S12', 'Greeting'],
    ['EHLO', '421 4.3.2 Shutting down', 'S12', 'EHLO'],
    ['AUTH', '535 5.7.8 Wrong', 'S44', 'Login'],
    ['AUTH', '534 5.7.9 Application-specific password required', 'S45', 'Login'],
    ['AUTH', '530 5.7.0 Must issue a STARTTLS command first', 'S48', 'Login'],
    ['AUTH', '538 5.7.11 Encryption required', 'S48', 'Login'],
    ['AUTH', '454 4.7.0 Too many attempts', 'S49', 'Login'],
    ['AUTH', '421 4.7.0 Go away', 'S49', 'Login'],
    ['MAIL', '530 5.7.1 Authentication required', 'S61', 'Sender'],
    ['MAIL', '550 5.7.60 Not your address', 'S62', 'Sender'],
    ['MAIL', '451 4.7.1 Greylisted', 'S67', 'Sender'],
    ['MAIL', '421 4.4.5 Too busy', 'S68', 'Sender'],
    ['RCPT', '550 5.1.1 No such user', 'S65', 'Recipient'],
    ['RCPT', '554 5.7.1 Relay access denied', 'S64', 'Recipient'],
    ['RCPT', '450 4.2.0 Greylisted', 'S67', 'Recipient'],
    ['RCPT', '421 4.3.0 Restarting', 'S68', 'Recipient'],
    ['DATA', '554 5.7.1 No', 'S72', 'Data'],
    ['DATA', '451 4.3.0 Not now', 'S77', 'Data'],
    ['message', '552 5.3.4 Too big', 'S69', 'Data'],
    ['message', '554 5.7.1 Looks like spam', 'S72', 'Data'],
    ['message', '421 4.3.0 Restarting', 'S68', 'Data'],
  ])('%s answered with %s', async (moment, reply, id, stage) => {
    for (const extensions of [['AUTH PLAIN'], ['AUTH PLAIN', 'PIPELINING']]) {
      const script = { [moment]: reply, ...(moment === 'EHLO' ? { HELO: reply } : {}) };
      const ran = await meet({ script, extensions }, withLogin);
      expect(ran.failures).toEqual([id]);
      expect(ran.findings[0]).toMatchObject({ stage, words: reply, at: `127.0.0.1:${server.port}` });
      expect(ran.failedStep).toBe(stage);
      expect(ran.transcript.map(({ text }) => text)).toContain(reply);
      expect(ran.accepted).toBeUndefined();
      await server.idle();
      await server.stop();
    }
  });

  test.each<Moment>(['DATA', 'message'])('behind a refusal of %s come RSET and QUIT, as from Gluu', async (moment) => {
    await meet({ script: { [moment]: '554 5.7.1 No' } });
    expect(commands().slice(-3)).toEqual(['DATA', 'RSET', 'QUIT']);
  });

  test('the sentences of a sender refused for want of a login speak of the login', async () => {
    const ran = await meet({ script: { MAIL: '530 5.7.1 Authentication required' } });
    expect(`${ran.findings[0]?.explanation} ${ran.findings[0]?.remedy}`).toMatch(/login/);
    expect(ran.findings[0]?.remedy).toMatch(/Requires Authentication/);
  });
});

describe('a login that cannot take place', () => {
  test('is not skipped in silence when none is offered, and the mail does not go where it is all that counts', async () => {
    const ran = await meet({ extensions: ['SIZE 1000000'] }, { ...withLogin, mailOnly: true });
    expect(ran.findings[0]).toMatchObject({ id: 'S41', stage: 'Login' });
    expect(commands()).toEqual(['EHLO', 'QUIT']);
  });

  test.each(['XOAUTH2', 'SCRAM-SHA-256 GSSAPI', 'CRAM-MD5'])('is not tried with %s alone', async (offered) => {
    const ran = await meet({ extensions: [`AUTH ${offered}`] }, withLogin);
    expect(ran.findings[0]).toMatchObject({ id: 'S42', stage: 'Login' });
    expect(ran.findings[0]?.explanation).toContain(`The server offers ${offered.replace(' ', ', ')}`);
    expect(commands()).not.toContain('AUTH');
  });

  test('is found in the old form of the extension too, beside the new one as for JavaMail', async () => {
    const ran = await meet({ extensions: ['AUTH', 'AUTH=LOGIN'], login }, withLogin);
    expect(ran.accepted).toBeDefined();
    expect(ran.seen.loggedIn).toBe(true);
    await server.stop();
    expect((await meet({ extensions: ['AUTH=LOGIN PLAIN'], login }, withLogin)).failures).toEqual(['S42']);
  });
});

/** Nothing was accepted; `mayHaveIt`: but the server has the whole text. */
const notAccepted = (ran: Awaited<ReturnType<typeof meet>>, mayHaveIt: boolean) => {
  expect(ran.accepted).toBeUndefined();
  expect(ran.seen.textSent).toBe(mayHaveIt ? true : undefined);
  if (mayHaveIt) expect(ran.findings[0]?.explanation).toContain('not known whether the mail was accepted');
};

describe('a server that says nothing', () => {
  test.each<[Moment, string, string]>([
    ['greeting', 'S08', 'Greeting'],
    ['EHLO', 'S15', 'EHLO'],
    ['AUTH', 'S15', 'Login'],
    ['MAIL', 'S15', 'Sender'],
    ['RCPT', 'S15', 'Recipient'],
    ['DATA', 'S15', 'Data'],
    ['message', 'S75', 'Data'],
  ])('to %s', async (moment, id, stage) => {
    const ran = await meet({ script: { [moment]: silence } }, withLogin);
    expect(ran.failures).toEqual([id]);
    expect(ran.failedStep).toBe(stage);
    notAccepted(ran, moment === 'message');
    await server.idle();
  });
});

describe('a server that ends the connection', () => {
  const ways: [string, Answer][] = [
    ['closes', drop],
    ['resets', reset],
  ];
  const moments: [Moment, string, string][] = [
    ['greeting', 'S07', 'Greeting'],
    ['EHLO', 'S15', 'EHLO'],
    ['AUTH', 'S50', 'Login'],
    ['MAIL', 'S15', 'Sender'],
    ['RCPT', 'S15', 'Recipient'],
    ['DATA', 'S15', 'Data'],
    ['message', 'S75', 'Data'],
  ];
  test.each(ways.flatMap(([way, answer]) => moments.map((row) => [way, ...row, answer] as const)))(
    '%s at %s',
    async (_way, moment, id, stage, answer) => {
      const ran = await meet({ script: { [moment]: answer } }, withLogin);
      expect(ran.failures).toEqual([id]);
      expect(ran.failedStep).toBe(stage);
      notAccepted(ran, moment === 'message');
      await server.idle();
    },
  );
});

describe('a hostile answer to DATA or to the text', () => {
  const large = Buffer.alloc(16 * 1024 * 1024, `${'x'.repeat(70)}\r\n`);
  /** A server that is friendly up to DATA, and then what `meet` makes of it. */
  async function startReader(behindData: (socket: Socket) => void): Promise<Server> {
    const reader = createServer((socket) => {
      socket.on('error', () => {});
      socket.write('220 reader ESMTP\r\n');
      const hear = (chunk: Buffer) => {
        if (!/^DATA/m.test(chunk.toString())) return void socket.write('250 ok\r\n');
        socket.off('data', hear);
        behindData(socket);
      };
      socket.on('data', hear);
    });
    await once(reader.listen(0, '127.0.0.1'), 'listening');
    return reader;
  }

  test.each<[string, (socket: Socket) => void, string]>([
    [
      'ends the connection in the middle of the text',
      (socket) => {
        socket.write('354 Go ahead\r\n');
        socket.once('data', () => socket.destroy());
      },
      'S75',
    ],
    [
      'reads no further behind its yes',
      (socket) => {
        socket.write('354 Go ahead\r\n');
        socket.pause();
      },
      'S75',
    ],
    [
      'answers in the middle of the text',
      (socket) => {
        socket.write('354 Go ahead\r\n');
        socket.once('data', () => socket.write('552 5.3.4 Too big\r\n'));
        socket.resume();
      },
      'S69',
    ],
  ])('%s', async (_name, behindData, id) => {
    const reader = await startReader(behindData);
    try {
      const { port } = reader.address() as AddressInfo;
      const ran = await runProbe({ ...sending(port), text: large });
      expect(ran.failures).toEqual([id]);
      expect(ran.accepted).toBeUndefined();
      expect(ran.seen.textSent).toBe(true);
      expect(ran.ms).toBeLessThan(10_000);
    } finally {
      reader.close();
    }
  });

  test('a 354 without an end is no yes', async () => {
    const ran = await meet({ script: { DATA: '354-wait\r\n354-and wait' } });
    expect(ran.failures).toEqual(['S15']);
    notAccepted(ran, false);
    expect(server.messages()).toEqual([]);
  });

  test('a late answer is waited for as long as the text may take', async () => {
    const late: Answer = ({ proper }) => void setTimeout(proper, 400);
    server = await startScriptedSmtp({ script: { message: late } });
    const limits = { commandMs: 200, textMs: 3000 };
    expect((await runProbe(sending(server.port), { limits })).accepted).toBeDefined();
    const short = await runProbe(sending(server.port), { limits: { ...limits, textMs: 100 } });
    expect(short.failures).toEqual(['S75']);
    notAccepted(short, true);
  });

  test.each<[string, Moment, string, string, boolean]>([
    ['no code', 'MAIL', 'fine', 'Sender', false],
    ['a code SMTP does not know', 'RCPT', '999 what', 'Recipient', false],
    ['a yes to AUTH LOGIN without asking', 'AUTH', '250 in you are', 'Login', false],
    ['a number before the text', 'DATA', '199 wait', 'Data', false],
    ['a yes before the text', 'DATA', '250 Go ahead', 'Data', false],
    ['a half yes to the text', 'message', '354 and', 'Data', true],
    ['an enhanced code alone', 'message', '2.0.0 Queued', 'Data', true],
  ])('out of order: %s', async (_name, moment, reply, stage, hasText) => {
    const ran = await meet({ script: { [moment]: reply }, extensions: ['AUTH LOGIN'] }, withLogin);
    expect(ran.findings[0]).toMatchObject({ id: 'S74', stage, words: reply });
    expect(ran.accepted).toBeUndefined();
    expect(ran.seen.textSent).toBe(hasText ? true : undefined);
  });

  test('replies nobody asked for: no text goes to a server that is out of step', async () => {
    const ran = await meet({ script: { EHLO: '250 scripted.example\r\n250 ok\r\n250 ok\r\n250 ok\r\n250 ok' } });
    expect(ran.findings[0]).toMatchObject({ id: 'S74', stage: 'Data' });
    notAccepted(ran, false);
    expect(server.messages()).toEqual([]);
    await server.idle();
  });
});
