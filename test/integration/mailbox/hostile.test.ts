import { afterEach, describe, expect, test } from 'vitest';
import { waitForMessage } from '../../../src-main/mailbox/wait-for-message';
import type { FailureCode } from '../../../src-shared/model/failure';
import type { MailboxAccount, MailboxFinding } from '../../../src-shared/model/mailbox';
import { selfSigned } from '../../support/certificates';
import { plain, type Ran, run, shortLimits } from './run-mailbox';
import {
  type Answer,
  drop,
  type Moment,
  type ScriptedImap,
  type ScriptedImapOptions,
  silence,
  startScriptedImap,
} from './scripted-imap';

const token = 'token-0815-4711';
const password = 'correct horse 7';
const blob = Buffer.from(`\0grace@example.net\0${password}`).toString('base64');
/** Each far below the deadline of the test itself. */
const limits = { ...shortLimits, connectMs: 1500, loginMs: 2500, silenceMs: 1500, lookMs: 6000, pollMs: 300 };
/** For what has to be ended by its bytes, however long a slow machine takes to count them. */
const patientLimits = { connectMs: 15_000, loginMs: 15_000, silenceMs: 15_000, lookMs: 15_000, pollMs: 300 };

let server: ScriptedImap;
afterEach(() => server?.stop());

interface Meeting {
  account?: Partial<MailboxAccount>;
  limitMs?: number;
  patient?: boolean;
  cancelWhen?: () => Promise<void>;
}
async function meet(options: ScriptedImapOptions, meeting: Meeting = {}): Promise<Ran<MailboxFinding>> {
  server = await startScriptedImap(options);
  const { account, limitMs = 0, patient = false, cancelWhen } = meeting;
  const request = {
    account: plain(server.port, account),
    password,
    clearTextConsent: true,
    token,
    since: new Date(),
    limitMs,
  };
  const ran = await run((work) => waitForMessage(request, work, patient ? patientLimits : limits), cancelWhen?.());
  expect(ran.shown).not.toContain(password);
  expect(ran.shown).not.toContain(blob);
  expect(ran.shown.length).toBeLessThan(100_000);
  await server.idle();
  return ran;
}
const flood =
  (text: string): Answer =>
  ({ socket }) => {
    const more = () => {
      while (!socket.destroyed && socket.write(text)) {}
    };
    socket.on('drain', more);
    more();
  };
const drip: Answer = ({ socket }) => {
  const timer = setInterval(() => socket.write('x'), 50);
  socket.once('close', () => clearInterval(timer));
};

test('a friendly one is understood', async () => {
  const { value, failure } = await meet({ header: `Subject: ${token}\r\n\r\n` });
  expect(failure).toBeUndefined();
  expect(value).toMatchObject({ kind: 'found', folder: { kind: 'inbox' } });
});

describe('what is no IMAP server', () => {
  test.each<[string, Answer, FailureCode]>([
    ['says nothing', silence, 'imap.silent'],
    ['speaks SMTP', '220 mail.example.org ESMTP', 'imap.notImap'],
    ['speaks POP3', '+OK ready', 'imap.notImap'],
    ['speaks HTTP', 'HTTP/1.1 400 Bad Request', 'imap.notImap'],
    ['sends a line without end', flood('x'.repeat(1000)), 'imap.notImap'],
    ['drips', drip, 'imap.silent'],
    ['sends zeros', flood('\0\0\n'), 'imap.notImap'],
    ['hangs up', drop, 'net.dropped'],
    ['turns us away', '* BYE too many connections', 'imap.unavailable'],
  ])('one that %s', async (_name, greeting, code) => {
    const ran = await meet({ script: { greeting } }, { patient: code === 'imap.notImap' });
    expect(ran.failure).toMatchObject({ code, stage: 'Login', at: expect.stringContaining('127.0.0.1') });
    expect(server.lines()).toEqual([]);
  });
});

describe('the login', () => {
  test.each<[string, string, FailureCode, string]>([
    ['a wrong password', '%T NO [AUTHENTICATIONFAILED] Invalid credentials', 'imap.credentials', 'Invalid credentials'],
    ['a refusal without a code', '%T NO no', 'imap.credentials', 'no'],
    [
      'a provider that wants an app password',
      '%T NO [ALERT] Application-specific password required',
      'imap.credentials',
      'password required',
    ],
    ['a server in trouble', '%T NO [UNAVAILABLE] later', 'imap.loginRefused', 'later'],
    ['a server that wants encryption', '%T NO [PRIVACYREQUIRED] TLS first', 'imap.loginDisabled', 'TLS first'],
    ['an echo of the password', `%T NO ${password} ${blob} is wrong`, 'imap.credentials', 'is wrong'],
  ])('%s', async (_name, AUTHENTICATE, code, words) => {
    const { failure } = await meet({ script: { AUTHENTICATE } });
    expect(failure).toMatchObject({ code, stage: 'Login', detail: expect.stringContaining(words) });
  });

  test('is not sent where the server takes none', async () => {
    const { failure } = await meet({ capabilities: 'LOGINDISABLED' });
    expect(failure).toMatchObject({ code: 'imap.loginDisabled', stage: 'Login' });
    expect(JSON.stringify(server.lines())).not.toContain(password);
  });

  test('that the server does not want is reported', async () => {
    const { steps, value } = await meet({ script: { greeting: '* PREAUTH hello' } });
    expect(value?.kind).toBe('notYet');
    expect(steps.find(({ name }) => name === 'Login')).toMatchObject({
      state: 'warned',
      text: 'the server did not ask for a login',
    });
    expect(JSON.stringify(server.lines())).not.toContain(blob);
  });
});

describe('STARTTLS', () => {
  test.each<[string, Partial<Record<Moment, Answer>>, FailureCode]>([
    ['that is not known', { STARTTLS: '%T BAD unknown' }, 'imap.startTlsMissing'],
    ['that is refused', { STARTTLS: '%T NO not now' }, 'imap.startTlsMissing'],
    ['that a greeting rules out', { greeting: '* PREAUTH hello' }, 'imap.startTlsMissing'],
    ['with bytes behind the answer', { STARTTLS: '%T OK go\r\n* CAPABILITY IMAP4rev1' }, 'imap.injection'],
    ['that is never answered', { STARTTLS: silence }, 'imap.noReply'],
    ['that is answered in another way', { STARTTLS: 'hello' }, 'imap.notImap'],
    ['with a flood as its answer', { STARTTLS: flood('* OK wait\r\n') }, 'imap.notImap'],
    ['with no handshake behind it', { STARTTLS: '%T OK go' }, 'net.timeout'],
    [
      'with text in place of the handshake',
      {
        STARTTLS: ({ say, socket }, tag) => {
          say(`${tag} OK go`);
          socket.once('data', () => say('this is no TLS'));
        },
      },
      'tls.unexpected',
    ],
  ])('%s', async (_name, script, code) => {
    const patient = code === 'imap.notImap';
    const { failure } = await meet({ script, tls: await selfSigned() }, { account: { mode: 'startTls' }, patient });
    expect(failure).toMatchObject({ code, stage: 'TLS' });
    expect(
      server
        .lines()
        .map(({ line }) => line)
        .filter((line) => !line.endsWith('STARTTLS'))
        .join(),
    ).not.toMatch(/AUTHENTICATE|LOGIN/);
  });

  test('makes all that was told before it forgotten', async () => {
    const { key, cert, sha256 } = await selfSigned();
    const header = `Subject: ${token}\r\n\r\n`;
    const script = { greeting: '* OK [CAPABILITY IMAP4rev1 LOGINDISABLED] hello' };
    const pin = { sha256, acceptedAt: '2026-11-23T13:00:00.000Z' };
    const { value } = await meet({ script, tls: { key, cert }, header }, { account: { mode: 'startTls', pin } });
    expect(value?.kind).toBe('found');
    expect(
      server
        .lines()
        .filter(({ secured }) => !secured)
        .map(({ line }) => line),
    ).toEqual(['S1 STARTTLS']);
  });
});

describe('after the login', () => {
  const stages: [Moment, string][] = [
    ['LIST', 'Folders'],
    ['EXAMINE', 'Waiting'],
    ['SEARCH', 'Waiting'],
    ['FETCH', 'Waiting'],
  ];

  test.each(stages)('silence at %s ends', async (moment, stage) => {
    const { failure } = await meet({ script: { [moment]: silence } });
    expect(failure).toMatchObject({ code: 'imap.noReply', stage });
  });

  test.each(stages)('a connection that is dropped at %s', async (moment, stage) => {
    expect((await meet({ script: { [moment]: drop } })).failure).toMatchObject({ code: 'net.dropped', stage });
  });

  test.each(stages)('a line without end at %s', async (moment, stage) => {
    const { failure } = await meet({ script: { [moment]: flood('* OK '.padEnd(60_000, 'x')) } }, { patient: true });
    expect(failure).toMatchObject({ code: 'imap.tooMuch', stage });
  });

  test.each(stages)('lines without end at %s', async (moment, stage) => {
    const { failure } = await meet({ script: { [moment]: flood('* OK x\r\n'.repeat(1000)) } }, { patient: true });
    expect(failure).toMatchObject({ code: 'imap.tooMuch', stage });
  });

  test.each(stages)('dripping at %s', async (moment, stage) => {
    expect((await meet({ script: { [moment]: drip } })).failure).toMatchObject({ code: 'imap.noReply', stage });
  });

  test.each(stages)('cancelling in the silence of %s takes less than a second', async (moment, stage) => {
    let cancelledAt = 0;
    const cancelWhen = async () => {
      await server.reached(moment);
      cancelledAt = performance.now();
    };
    const { failure } = await meet({ script: { [moment]: silence } }, { cancelWhen });
    expect(failure).toMatchObject({ code: 'work.cancelled', stage });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
  });

  test('a goodbye is quoted', async () => {
    const { failure } = await meet({ script: { SEARCH: '* BYE down for maintenance' } });
    expect(failure).toMatchObject({ code: 'net.dropped', detail: 'down for maintenance' });
  });

  test.each<[string, Answer]>([
    ['of 1 GB', `* 1 FETCH (UID 1 BODY[HEADER]<0> {1073741824}\r\nSubject: x`],
    [
      'of 400 KB',
      ({ say }, tag) => say(`* 1 FETCH (UID 1 BODY[HEADER]<0> {400000}\r\n${'x'.repeat(400_000)})\r\n${tag} OK`),
    ],
  ])('headers %s', async (_name, FETCH) => {
    expect((await meet({ script: { FETCH } }, { patient: true })).failure).toMatchObject({
      code: 'imap.tooMuch',
      stage: 'Waiting',
    });
  });

  test.each<[string, Partial<Record<Moment, Answer>>]>([
    ['a search that finds what has no token', {}],
    [
      'a search that finds 40 000 messages',
      { SEARCH: ({ say }, tag) => say(`* SEARCH${' 1'.repeat(40_000)}\r\n${tag} OK`) },
    ],
    ['a message that is not there', { FETCH: '%T OK nothing' }],
    ['headers of another message', { FETCH: `* 7 FETCH (UID 9 BODY[HEADER]<0> {3}\r\na:b)\r\n%T OK` }],
    ['no headers', { FETCH: '* 1 FETCH (UID 1)\r\n%T OK' }],
    ['headers that are NIL', { FETCH: '* 1 FETCH (UID 1 BODY[HEADER]<0> NIL)\r\n%T OK' }],
    [
      'a spam folder that cannot be opened',
      { EXAMINE: ({ say, proper }, tag, line) => (/Spam/.test(line) ? say(`${tag} NO no`) : proper()) },
    ],
  ])('%s is not yet', async (_name, script) => {
    const { value, failure } = await meet({ script });
    expect(failure).toBeUndefined();
    expect(value?.kind).toBe('notYet');
  });

  test.each<[string, Partial<Record<Moment, Answer>>]>([
    ['an inbox that cannot be opened', { EXAMINE: '%T NO [NOPERM] no' }],
    ['a search that is refused', { SEARCH: '%T NO no' }],
  ])('%s is a refusal', async (_name, script) => {
    expect((await meet({ script })).failure).toMatchObject({ code: 'imap.refused', stage: 'Waiting' });
  });

  test('a refused search is reported in the words of the server', async () => {
    const { failure } = await meet({ script: { SEARCH: '%T NO [SERVERBUG] Server error - Please try again later' } });
    expect(failure).toMatchObject({ code: 'imap.refused', stage: 'Waiting' });
    expect(failure?.detail).toBe('SEARCH: Server error - Please try again later');
  });

  test.each<[string, RegExp]>([
    ['of other fields than the subject', /HEADER/i],
    ['of any text', /HEADER|SUBJECT/i],
  ])('where a search %s is refused, the message is found all the same', async (_name, refused) => {
    const SEARCH: Answer = ({ say, proper }, tag, line) =>
      refused.test(line) ? say(`${tag} NO [SERVERBUG] UID SEARCH Server error`) : proper();
    const { value, failure } = await meet({ header: `Message-ID: <${token}@a>\r\n\r\n`, script: { SEARCH } });
    expect(failure).toBeUndefined();
    expect(value?.kind).toBe('found');
  });

  test('where a server does not search, each message is read once', async () => {
    const SEARCH: Answer = ({ say, proper }, tag, line) =>
      /HEADER|SUBJECT/i.test(line) ? say(`${tag} NO no`) : proper();
    const { value } = await meet({ script: { SEARCH } }, { limitMs: 1500 });
    expect(value?.kind).toBe('notYet');
    const asked = server.lines().map(({ line }) => line);
    expect(asked.filter((line) => /UID FETCH/.test(line))).toHaveLength(2); // one for each folder
    expect(asked.filter((line) => /HEADER \S+ /.test(line) && /SEARCH/.test(line))).toHaveLength(1);
  });

  test.each<[string, string, FailureCode]>([
    ['that never ends in an answer', '* ((((\u0001"{x\r\n\u0000', 'imap.noReply'],
    ['in place of headers', '* 1 FETCH (UID x BODY[HEADER]<0> {2}\r\n))))"\r\n%T WHAT ((', 'imap.notImap'],
  ])('garbage %s', async (_name, FETCH, code) => {
    expect((await meet({ script: { FETCH } })).failure).toMatchObject({ code, stage: 'Waiting' });
  });

  test('garbage before an answer changes nothing', async () => {
    const { value } = await meet({ script: { SEARCH: '* ((((\u0001"{x\r\n%T OK' } });
    expect(value?.kind).toBe('notYet');
  });

  test('cancelling in a flood takes less than a second, and the process goes on meanwhile', async () => {
    let cancelledAt = 0;
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 20);
    const cancelWhen = async () => {
      await server.reached('SEARCH');
      await new Promise((resolve) => setTimeout(resolve, 500));
      cancelledAt = performance.now();
    };
    // As slow to read as a flood can be: short lines, though not so many in half a second that they are too much.
    const { failure } = await meet(
      { script: { SEARCH: flood(`* OK ${'x'.repeat(60)}\r\n`.repeat(1000)) } },
      { cancelWhen },
    );
    clearInterval(ticking);
    expect(failure).toMatchObject({ code: 'work.cancelled', stage: 'Waiting' });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(ticks).toBeGreaterThan(2);
  });

  test.each<[string, Partial<Record<Moment, Answer>>]>([
    [
      'tells of new messages without end',
      {
        IDLE: ({ say }) => {
          say('+ idling');
          for (let i = 0; i < 2000; i += 1) say(`* ${i + 2} EXISTS`);
        },
      },
    ],
    ['refuses IDLE', { IDLE: '%T BAD no' }],
  ])('one that %s does not keep us longer, nor busy', async (_name, script) => {
    const { value, failure } = await meet({ script }, { limitMs: 1500 });
    expect(failure).toBeUndefined();
    expect(value?.kind).toBe('notYet');
    expect(server.lines().length).toBeLessThan(200);
  });

  test('one that never acknowledges IDLE is left', async () => {
    const { failure } = await meet({ script: { IDLE: silence } }, { limitMs: 20_000 });
    expect(failure).toMatchObject({ code: 'imap.noReply', stage: 'Waiting' });
  });

  test('names of folders are shown so that they can be seen, and at most eight are looked into', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `* LIST (\\Junk) "/" "Sp\u202eam${at}"`).join('\r\n');
    const LIST: Answer = ({ socket }, tag) => void socket.write(`* LIST () "/" INBOX\r\n${many}\r\n${tag} OK done\r\n`);
    const { value, shown } = await meet({ script: { LIST } });
    if (value?.kind !== 'notYet') throw new Error('there is nothing to find');
    expect(value.folders.length).toBeLessThanOrEqual(8);
    expect(shown).not.toContain('\u202e');
  });
});
