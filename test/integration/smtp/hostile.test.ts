import { afterEach, describe, expect, it } from 'vitest';
import { hideFromLog, redact } from '../../../src-main/base/redact';
import type { TranscriptLine } from '../../../src-shared/model/mail-server';
import { mailReport } from '../../../src-shared/report/mail-report';
import {
  type Answer,
  type Moment,
  type ScriptedSession,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  silence,
  startScriptedSmtp,
} from '../../support/scripted-smtp';
import { login, plain, runMailTest, shortLimits } from './run-mail-test';

let server: ScriptedSmtp;
afterEach(() => server.stop());

const withLogin = { login, clearTextConsent: true };

async function meet(options: ScriptedSmtpOptions, more = {}, limits = shortLimits) {
  server = await startScriptedSmtp(options);
  return runMailTest({ ...plain(server.port), ...more }, { limits });
}

/** Sends a piece again and again, as fast as the client takes it, and counts the bytes. */
function flood(piece: string, sent: { bytes: number } = { bytes: 0 }): Answer {
  return ({ socket }) => {
    const block = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
    const more = () => {
      if (socket.destroyed) return;
      sent.bytes += block.length;
      if (socket.write(block)) setImmediate(more);
    };
    socket.on('drain', more);
    more();
  };
}

describe('a server that never stops', () => {
  it.each<[string, Moment, string, string]>([
    ['a greeting without an end', 'greeting', 'x', 'smtp.notSmtp'],
    ['a greeting of many lines', 'greeting', '220-welcome\r\n', 'smtp.notSmtp'],
    ['extensions without an end', 'EHLO', '250-X-MORE\r\n', 'smtp.notSmtp'],
    ['empty lines without an end', 'EHLO', '\r\n', 'smtp.notSmtp'],
    ['a refusal of many lines', 'RCPT', '550-no\r\n', 'smtp.protocol'],
    ['empty lines in mid-session', 'MAIL', '\r\n', 'smtp.protocol'],
  ])('%s', async (_name, moment, piece, code) => {
    const before = process.memoryUsage().rss;
    const ran = await meet({ script: { [moment]: flood(piece) } });
    expect(ran.failure).toMatchObject({ code });
    expect(ran.ms).toBeLessThan(10_000);
    expect(ran.shown.length).toBeLessThan(100_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    await server.idle();
  });

  it('ten megabytes in one reply are not read to their end', async () => {
    const sent = { bytes: 0 };
    const ran = await meet({ script: { message: flood(`250-${'y'.repeat(1000)}\r\n`, sent) } });
    expect(ran.failure).toMatchObject({ code: 'smtp.protocol', stage: 'Data' });
    expect(sent.bytes).toBeLessThan(10 * 1024 * 1024);
  });
});

describe('a server that drips', () => {
  const drip: Answer = ({ socket }) => {
    const timer = setInterval(() => socket.write('2'), 50);
    socket.once('close', () => clearInterval(timer));
  };
  it.each<[Moment, string, string]>([
    ['EHLO', 'net.timeout', 'Greeting'],
    ['AUTH', 'net.timeout', 'Login'],
    ['RCPT', 'net.timeout', 'Recipient'],
    ['message', 'smtp.unknownEnd', 'Data'],
  ])('at %s is left when the whole time is over', async (moment, code, stage) => {
    const limits = { totalMs: 1500, connectMs: 1000, silenceMs: 1000 };
    const ran = await meet({ script: { [moment]: drip } }, withLogin, limits);
    expect(ran.failure).toMatchObject({ code, stage, facts: { seconds: 1.5 } });
    expect(ran.failure?.detail).toBe('The whole test may take 1.5 s.');
    expect(ran.steps.find(({ name }) => name === stage)).toMatchObject({ state: 'failed', text: ran.failure?.detail });
    expect(ran.ms).toBeGreaterThan(1400);
    expect(ran.ms).toBeLessThan(6000);
    await server.idle();
  });
});

describe('what a server says reaches the window as text that can be seen', () => {
  const dirty = 'a\u001b[31mred\u0000 \u202egnp.exe\u2066 \u200bz \u0085 \u007f <b>bold</b>';
  const clean = 'a\\u{1b}[31mred\\u{0} \\u{202e}gnp.exe\\u{2066} \\u{200b}z \\u{85} \\u{7f} <b>bold</b>';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
  const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

  it.each<[Moment, string]>([
    ['greeting', '554'],
    ['AUTH', '535'],
    ['MAIL', '550'],
    ['RCPT', '550'],
    ['message', '554'],
    ['message', '250'],
  ])('%s answered with %s', async (moment, code) => {
    const ran = await meet({ script: { [moment]: `${code} ${dirty}` } }, withLogin);
    const words = ran.delivery?.reply ?? ran.failure?.detail;
    expect(words).toBe(`${code} ${clean}`);
    const texts = [words, ...ran.steps.map(({ text = '' }) => text), ...ran.transcript.map(({ text }) => text)];
    for (const text of texts) expect(text).not.toMatch(unseen);
  });

  it('the names of extensions too', async () => {
    const ran = await meet({ extensions: ['AUTH X\u202eNTLM\u0007'] }, withLogin);
    expect(ran.failure).toMatchObject({ code: 'smtp.noMechanism', facts: { offered: 'X\\u{202e}NTLM\\u{7}' } });
  });

  it('a reply of many lines keeps them apart', async () => {
    const ran = await meet({ script: { RCPT: '550-5.1.1 No such user\r\n550 5.1.1 See https://mail.example' } });
    expect(ran.failure?.detail).toBe('550-5.1.1 No such user 550 5.1.1 See https://mail.example');
    expect(ran.transcript.slice(-2).map(({ text }) => text)).toEqual([
      '550-5.1.1 No such user',
      '550 5.1.1 See https://mail.example',
    ]);
  });

  it('a reply longer than anybody reads is cut', async () => {
    const ran = await meet({ script: { RCPT: `550 ${'long '.repeat(5000)}` } });
    expect(ran.failure?.detail?.length).toBeLessThan(1100);
  });
});

describe('a server that repeats the password', () => {
  const bytes = Buffer.from(login.password);
  const forms: [string, string][] = [
    ['in clear', login.password],
    ['in Base64', bytes.toString('base64')],
    ['in Base64 without its end', bytes.toString('base64').replace(/=+$/, '')],
    ['in hex', bytes.toString('hex')],
    ['in capital hex', bytes.toString('hex').toUpperCase()],
    ['percent-encoded', encodeURIComponent(login.password)],
    ['in the message of PLAIN', Buffer.from(`\0${login.userName}\0${login.password}`).toString('base64')],
    ['in a longer blob', Buffer.from(`xy{"password":"${login.password}"}`).toString('base64')],
  ];
  const echo =
    (code: string, form: string): Answer =>
    ({ say }) =>
      say(`${code} you said ${form}, did you`);
  const recoverable = (text: string) => {
    const blobs = text.match(/[A-Za-z0-9+/]{8,}={0,2}/g) ?? [];
    return [text, ...blobs.map((blob) => Buffer.from(blob, 'base64').toString('latin1'))].some((decoded) =>
      forms.slice(0, 7).some(([, form]) => decoded.includes(form)),
    );
  };

  it.each(forms)('%s', async (_name, form) => {
    for (const [moment, code] of [
      ['AUTH', '535'],
      ['RCPT', '550'],
      ['message', '250'],
    ] as const) {
      const ran = await meet({ script: { [moment]: echo(code, form) } }, withLogin);
      expect(ran.delivery?.reply ?? ran.failure?.detail).toMatch(/you said .*\[hidden, \d+ characters\].*, did you/);
      expect(recoverable(ran.shown)).toBe(false);
      await server.stop();
    }
  });

  it('what goes to the log carries none of it', async () => {
    const ran = await meet({ script: { AUTH: echo('535', login.password) } }, withLogin);
    expect(recoverable(redact(ran.shown))).toBe(false);
  });
});

describe('a server that gives the login back in pieces', () => {
  const blob = Buffer.from(`\0${login.userName}\0${login.password}`).toString('base64');
  const behind = blob.slice(-20);
  const [front, back] = [blob.slice(0, -10), blob.slice(-10)];
  /** Six digits of Base64 are four characters of the password. */
  const left = (text: string) =>
    Array.from({ length: 15 }, (_, i) => behind.slice(i, i + 6)).filter(
      (piece) => !piece.includes('=') && text.includes(piece),
    );
  /** The report of such a test as a ticket gets it, in both its forms. */
  function reported({ transcript, steps, failure, delivery }: Awaited<ReturnType<typeof meet>>): string {
    const address = 'ada@example.org';
    const { markdown, json } = mailReport(
      {
        id: '0',
        when: '2026-01-01T00:00:00.000Z',
        settings: {
          host: '127.0.0.1',
          port: 25,
          encryption: 'none',
          requiresSsl: false,
          requiresAuthentication: true,
          userName: address,
          from: address,
          recipient: address,
        },
        stopPoint: 'send',
        stages: steps,
        outcome: failure
          ? { kind: 'failed', code: failure.code, detail: failure.detail ?? '' }
          : { kind: 'ok', reply: delivery?.reply ?? '' },
        verdictRules: [],
        totalMs: 1,
        transcript: transcript as TranscriptLine[],
      },
      { hideHosts: false },
    );
    return markdown + json;
  }

  it.each<[string, Partial<Record<Moment, Answer>>]>([
    ['over two lines', { AUTH: `535-5.7.8 ${front}\r\n535 5.7.8 ${back}` }],
    [
      'over two lines with words between',
      { AUTH: `535-5.7.8 you said ${front} and\r\n535 5.7.8 then ${back}, I think` },
    ],
    ['the end first', { AUTH: `535-5.7.8 ${back}\r\n535 5.7.8 ${front}` }],
    [
      'one sign a line',
      { AUTH: [...blob].map((sign, i) => `535${i === blob.length - 1 ? ' ' : '-'}${sign}`).join('\r\n') },
    ],
    ['over two replies', { AUTH: `235 ${front}`, MAIL: `250 2.1.0 ${back}` }],
    ['in clear over two lines', { AUTH: '535-5.7.8 it is correct\r\n535 5.7.8 horse 7' }],
    ['in clear, the end first, over two replies', { AUTH: '235 horse 7', RCPT: '550 5.1.1 correct' }],
    ['in the reply to the message', { message: `250-${front}\r\n250 ${back}` }],
  ])('%s', async (_name, script) => {
    const ran = await meet({ script }, withLogin);
    for (const text of [ran.shown, reported(ran)]) {
      const joined = text
        .replace(/"text":"(?:\d{3}[- ])?/g, '')
        .replace(/\n {0,9}\d+ ms clear S: (?:\d{3}[- ])?|[^\w+/=]/g, '');
      expect([...left(text), ...left(joined)]).toEqual([]);
      expect(text).not.toMatch(/horse 7/);
    }
    expect(reported(ran)).toContain('[hidden, ');
  });

  it('in the greeting of a later connection without a login', async () => {
    hideFromLog(login.password);
    const ran = await meet({ script: { greeting: `220-mail ${front}\r\n220 ${back} ESMTP` } });
    expect(ran.delivery).toBeDefined();
    expect([...left(ran.shown), ...left(reported(ran))]).toEqual([]);
    expect(ran.shown).toContain('[hidden]');
  });
});

describe('a server that breaks the order', () => {
  it.each<[string, Moment, string, string]>([
    ['no code', 'MAIL', 'fine', 'smtp.protocol'],
    ['a code SMTP does not know', 'RCPT', '999 what', 'smtp.protocol'],
    ['a yes to AUTH LOGIN without asking', 'AUTH', '250 in you are', 'smtp.protocol'],
    ['a number before the message', 'DATA', '199 wait', 'smtp.protocol'],
    ['a half yes to the message', 'message', '354 and', 'smtp.protocol'],
  ])('%s', async (_name, moment, reply, code) => {
    const ran = await meet({ script: { [moment]: reply }, extensions: ['AUTH LOGIN'] }, withLogin);
    expect(ran.failure).toMatchObject({ code, detail: reply });
  });

  it('replies nobody asked for end the test', async () => {
    const ran = await meet({ script: { EHLO: '250 scripted.example\r\n250 ok\r\n250 ok\r\n250 ok\r\n250 ok' } });
    expect(ran.failure).toMatchObject({ code: 'smtp.protocol' });
    expect(server.messages()).toEqual([]);
    await server.idle();
  });

  it('asking for more login without an end is bounded', async () => {
    const endless: Answer = ({ socket, say }) => {
      say('334 ');
      socket.on('data', () => say('334 '));
    };
    const limits = { totalMs: 2000, connectMs: 1000, silenceMs: 1500 };
    const ran = await meet({ script: { AUTH: endless } }, withLogin, limits);
    expect(ran.failure?.stage).toBe('Login');
    expect(ran.transcript.length).toBeLessThanOrEqual(400);
    expect(ran.ms).toBeLessThan(8000);
  });

  it('a refusal without its line break counts when the server leaves', async () => {
    const script = { MAIL: ({ socket }: ScriptedSession) => void socket.end('550 5.7.1 Never') };
    const ran = await meet({ script });
    expect(ran.failure).toMatchObject({ code: 'smtp.senderRefused', stage: 'Sender', detail: '550 5.7.1 Never' });
  });
});

describe('Cancel', () => {
  const moments: Moment[] = ['greeting', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'message'];
  it.each(moments)('while the server is silent to %s', async (moment) => {
    server = await startScriptedSmtp({ script: { [moment]: silence } });
    let cancelledAt = 0;
    const cancelWhen = server.reached(moment).then(() => {
      cancelledAt = performance.now();
    });
    const limits = { ...shortLimits, silenceMs: 15_000 };
    const ran = await runMailTest({ ...plain(server.port), ...withLogin }, { limits, cancelWhen });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(ran.failure?.code).toBe('work.cancelled');
    expect(ran.failure?.detail).toBe(
      moment === 'message' ? 'The message was already on its way; the server may have accepted it.' : undefined,
    );
    await server.idle();
  });

  it('in a TLS handshake', async () => {
    let hello = () => {};
    const cancelWhen = new Promise<void>((resolve) => {
      hello = resolve;
    });
    server = await startScriptedSmtp({ script: { greeting: ({ socket }) => void socket.once('data', hello) } });
    const ran = await runMailTest({ ...plain(server.port), security: 'tls' }, { cancelWhen });
    expect(ran.failure).toMatchObject({ code: 'work.cancelled', stage: 'TLS' });
    await server.idle();
  });

  it('before it began', async () => {
    server = await startScriptedSmtp();
    const cancelled = new Promise<void>((resolve) => resolve());
    const ran = await runMailTest(plain(server.port), { cancelWhen: cancelled });
    expect(ran.failure?.code).toBe('work.cancelled');
    expect(server.messages()).toEqual([]);
  });
});
