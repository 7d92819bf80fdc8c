import { afterEach, describe, expect, test } from 'vitest';
import { hideFromLog, redact } from '../../../src-main/base/redact';
import { mailReport } from '../../../src-shared/report/mail-report';
import { english } from '../../../src-shared/texts/en/english';
import { verbatim } from '../../../src-shared/texts/message';
import { texts } from '../../support/english';
import {
  type Answer,
  type Moment,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  startScriptedSmtp,
} from '../../support/scripted-smtp';
import { login, runProbe, sending, withLogin } from './run-probe';

let server: ScriptedSmtp;
afterEach(() => server.stop());

async function meet(options: ScriptedSmtpOptions, more = {}) {
  server = await startScriptedSmtp(options);
  return runProbe({ ...sending(server.port), ...more });
}

describe('what a server says reaches the window as text that can be seen', () => {
  const dirty = 'a\u001b[31mred\u0000 \u202egnp.exe\u2066 \u200bz \u0085 \u007f <b>bold</b>';
  const clean = 'a\\u{1b}[31mred\\u{0} \\u{202e}gnp.exe\\u{2066} \\u{200b}z \\u{85} \\u{7f} <b>bold</b>';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get through
  const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;

  test.each<[Moment, string]>([
    ['greeting', '554'],
    ['AUTH', '535'],
    ['MAIL', '550'],
    ['RCPT', '550'],
    ['message', '554'],
    ['message', '250'],
  ])('%s answered with %s', async (moment, code) => {
    const ran = await meet({ script: { [moment]: `${code} ${dirty}` } }, withLogin);
    const words = ran.accepted ?? ran.findings[0]?.words;
    expect(words).toBe(`${code} ${clean}`);
    const texts = [words, ...ran.steps.map(({ text = '' }) => text), ...ran.transcript.map(({ text }) => text)];
    for (const text of texts) expect(text).not.toMatch(unseen);
  });

  test('the names of extensions too', async () => {
    const ran = await meet({ extensions: ['AUTH X\u202eNTLM\u0007'] }, withLogin);
    expect(ran.failures).toEqual(['S42']);
    expect(ran.findings[0]?.explanation).toContain('X\\U{202E}NTLM\\U{7}');
  });

  test('a reply of many lines keeps them apart', async () => {
    const ran = await meet({ script: { RCPT: '550-5.1.1 No such user\r\n550 5.1.1 See https://mail.example' } });
    expect(ran.findings[0]?.words).toBe('550 5.1.1 No such user See https://mail.example');
    const said = ran.transcript.map(({ text }) => text);
    const at = said.indexOf('550-5.1.1 No such user');
    expect(said[at + 1]).toBe('550 5.1.1 See https://mail.example');
  });

  test('a reply longer than anybody reads is cut', async () => {
    const ran = await meet({ script: { RCPT: `550 ${'long '.repeat(5000)}` } });
    expect(ran.findings[0]?.words?.length).toBeLessThan(1100);
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

  test.each(forms)('%s', async (_name, form) => {
    for (const [moment, code] of [
      ['AUTH', '535'],
      ['RCPT', '550'],
      ['message', '250'],
    ] as const) {
      const ran = await meet({ script: { [moment]: echo(code, form) } }, withLogin);
      expect(ran.accepted ?? ran.findings[0]?.words).toMatch(/you said .*\[hidden, \d+ characters\].*, did you/);
      expect(recoverable(ran.shown)).toBe(false);
      await server.stop();
    }
  });

  test('what goes to the log carries none of it', async () => {
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
  function reported({ transcript, steps, failures, findings, accepted }: Awaited<ReturnType<typeof meet>>): string {
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
        stages: steps.map(({ text, ...step }) => ({
          ...step,
          ...(text === undefined ? {} : { text: verbatim(text) }),
        })),
        outcome: failures[0]
          ? { kind: 'failed', diagnosis: failures[0], detail: findings[0]?.words ?? '' }
          : { kind: 'ok', reply: accepted ?? '' },
        verdictRules: [],
        totalMs: 1,
        transcript,
      },
      { texts, hideHosts: false },
    );
    return markdown + json;
  }

  test.each<[string, Partial<Record<Moment, Answer>>]>([
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

  test('in the greeting of a later connection without a login', async () => {
    hideFromLog(login.password);
    const ran = await meet({ script: { greeting: `220-mail ${front}\r\n220 ${back} ESMTP` } });
    expect(ran.accepted).toBeDefined();
    expect([...left(ran.shown), ...left(reported(ran))]).toEqual([]);
    expect(ran.shown).toContain('[hidden]');
  });
});

describe('texts of a server in a finding', () => {
  test('cannot put lines or invisible characters into what is shown', async () => {
    const evil = '550 5.1.1 No \u202Eevil\u0007 <b>bold</b>';
    const ran = await meet({ script: { RCPT: ({ socket }) => void socket.write(`${evil}\r\n`) } });
    expect(ran.failures).toEqual(['S65']);
    expect(ran.findings[0]?.words).toBe('550 5.1.1 No \\u{202e}evil\\u{7} <b>bold</b>');
  });

  test('are cut where they are endless', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `550-5.1.1 ${index} ${'x'.repeat(100)}`).join('\r\n');
    const many = ['250-it', ...Array.from({ length: 900 }, (_, index) => `250-X-${index}-${'y'.repeat(40)}`)].join(
      '\r\n',
    );
    const ran = await meet({ script: { EHLO: `${many}\r\n250 SIZE 0`, RCPT: `${long}\r\n550 5.1.1 End` } });
    expect(ran.failures).toEqual(['S65']);
    expect(ran.findings[0]?.words?.length).toBeLessThan(1100);
    expect(ran.seen.offers.clear?.extensions.length).toBeLessThan(100);
    for (const { text = '' } of ran.steps) expect(text.length).toBeLessThan(1100);
  });

  test('cannot fill placeholders of the table', async () => {
    const ran = await meet({ script: { greeting: '554 {host} {user}' } });
    expect(ran.findings[0]?.explanation).not.toContain('{');
    expect(english['diagnosis.S13.explanation']).toContain('{local}');
  });
});
