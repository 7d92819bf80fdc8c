import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { probeLimits } from '../../../src-main/probe/probe-run';
import { diagnoses } from '../../../src-shared/diagnosis/diagnosis-table';
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
import { login, plain, runProbe } from './run-probe';

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

const withLogin = { login, clearTextConsent: true };

async function start(options: ScriptedSmtpOptions): Promise<ScriptedSmtp> {
  const server = await startScriptedSmtp(options);
  stop = server.stop;
  return server;
}
async function meet(options: ScriptedSmtpOptions, more: Partial<ProbeRequest> = {}, limits = {}) {
  const server = await start(options);
  return { server, ...(await runProbe({ ...plain(server.port), ...more }, { limits })) };
}

/** Starts something that is no mail server, and resolves to its port. */
async function startService(serve: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  stop = async () => {
    const closed = once(server.close(), 'close');
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return (server.address() as AddressInfo).port;
}

/** Sends a piece again and again, as fast as the client takes it. */
function flood(piece: string): Answer {
  return ({ socket }) => {
    const block = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
    const more = () => {
      if (!socket.destroyed && socket.write(block)) setImmediate(more);
    };
    socket.on('drain', more);
    more();
  };
}

describe('a server that never stops', () => {
  it.each<[string, Moment, string, string]>([
    ['a greeting without an end', 'greeting', 'x', 'S11'],
    ['a greeting of many lines', 'greeting', '220-welcome\r\n', 'S11'],
    ['extensions without an end', 'EHLO', '250-X-MORE\r\n', 'S74'],
    ['one line without an end', 'EHLO', '250 ', 'S74'],
    ['empty lines in mid-session', 'MAIL', '\r\n', 'S74'],
    ['a refusal of many lines', 'RCPT', '550-no\r\n', 'S74'],
  ])('%s', async (_name, moment, piece, id) => {
    const before = process.memoryUsage().rss;
    const ran = await meet({ script: { [moment]: flood(piece) } });
    expect(ran.failures).toEqual([id]);
    expect(ran.shown.length).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    await ran.server.idle();
  });
});

describe('a server that drips', () => {
  const drip =
    (text: string): Answer =>
    ({ socket }) => {
      let at = 0;
      const timer = setInterval(() => socket.write(text[at++ % text.length] ?? ' '), 40);
      socket.once('close', () => clearInterval(timer));
    };
  it.each<[Moment, string, string]>([
    ['greeting', '220 welcome ', 'S08'],
    ['EHLO', '250 welcome ', 'S15'],
    ['AUTH', '235 welcome ', 'S15'],
    ['RCPT', '250 welcome ', 'S15'],
  ])('at %s is left when the time of that stage is over', async (moment, text, id) => {
    const ran = await meet({ script: { [moment]: drip(text) } }, withLogin);
    expect(ran.failures).toEqual([id]);
    expect(ran.totalMs).toBeLessThan(10_000);
    await ran.server.idle();
  });

  it('is left when the whole time is over, whatever its stage may take', async () => {
    const ran = await meet({ script: { RCPT: drip('250 ') } }, {}, { totalMs: 800, commandMs: 15_000 });
    expect(ran.failures).toEqual(['S15']);
    expect(ran.findings[0]?.explanation).toBe(
      'At the stage Recipient the server gave no complete answer within 0.8 s.',
    );
    expect(ran.seen.stages.at(-1)?.ending).toEqual({ kind: 'late', limitMs: 800, whole: true });
    await ran.server.idle();
  });

  it('the limits are half a minute in all', () => {
    expect(probeLimits.totalMs).toBe(30_000);
  });
});

describe('a server that hangs up', () => {
  it.each<[Moment, Answer, string]>([
    ['greeting', drop, 'S07'],
    ['greeting', reset, 'S07'],
    ['EHLO', drop, 'S15'],
    ['AUTH', drop, 'S50'],
    ['AUTH', reset, 'S50'],
    ['MAIL', reset, 'S15'],
    ['RCPT', drop, 'S15'],
  ])('at %s', async (moment, answer, id) => {
    const ran = await meet({ script: { [moment]: answer } }, withLogin);
    expect(ran.failures).toEqual([id]);
    await ran.server.idle();
  });

  it('after everything was said: no harm', async () => {
    expect((await meet({ script: { QUIT: drop } })).failures).toEqual([]);
    await stop();
    expect((await meet({ script: { QUIT: silence } }, {}, { commandMs: 300 })).failures).toEqual([]);
  });
});

describe('no mail server', () => {
  const says =
    (text: string) =>
    (socket: Socket): void =>
      void socket.write(text);
  /** A web server waits for a whole request. */
  const web = (socket: Socket) => {
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (/\r?\n\r?\n/.test(heard) || heard.startsWith('\x16')) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
  };
  it.each<[string, (socket: Socket) => void, string]>([
    ['SSH', says('SSH-2.0-OpenSSH_9.2\r\n'), 'an SSH server'],
    ['POP3', says('+OK ready\r\n'), 'a POP3 server'],
    ['IMAP', says('* OK [CAPABILITY IMAP4rev1] ready\r\n'), 'an IMAP server'],
    ['VNC, which ends its lines in its own way', says('RFB 003.008\n'), 'a VNC server'],
    ['HTTP, which waits to be asked', web, 'a web server (HTTP)'],
    ['something binary without a line', says('J\0\0\0\n8.0.33\0'), 'some other service'],
    ['something binary, of four bytes', says('\0\0\0\0'), 'some other service'],
  ])('%s', async (_name, serve, service) => {
    const port = await startService(serve);
    const choices = ['none', 'startTls', 'tls'] as const;
    const all = await Promise.all(choices.map((security) => runProbe({ ...plain(port), security })));
    expect(all.map(({ failures }) => failures)).toEqual(choices.map(() => ['S11']));
    const sentence = `What answers on port ${port} is ${service}, not an SMTP server.`;
    expect(all.map(({ findings }) => findings[0]?.explanation)).toEqual(choices.map(() => sentence));
  });

  it('FTP greets like a mail server, and knows neither EHLO nor HELO', async () => {
    const port = await startService((socket) => {
      socket.write('220 (vsFTPd 3.0.3)\r\n');
      socket.on('data', () => socket.write('530 Please login with USER and PASS.\r\n'));
    });
    const ran = await runProbe(plain(port));
    expect(ran.failures).toEqual(['S11']);
    expect(ran.findings[0]?.explanation).toContain('an FTP server');
  });

  it('a service that takes everything and says nothing', async () => {
    const port = await startService((socket) => socket.resume());
    expect((await runProbe(plain(port))).failures).toEqual(['S08']);
  });
});

describe('texts of a server', () => {
  it('cannot put lines or invisible characters into what is shown', async () => {
    const evil = '550 5.1.1 No \u202Eevil\u0007 <b>bold</b>';
    const ran = await meet({ script: { RCPT: ({ socket }) => void socket.write(`${evil}\r\n`) } });
    expect(ran.failures).toEqual(['S65']);
    expect(ran.findings[0]?.words).toBe('550 5.1.1 No \\u{202e}evil\\u{7} <b>bold</b>');
  });

  it('are cut where they are endless', async () => {
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

  it('cannot fill placeholders of the table', async () => {
    const ran = await meet({ script: { greeting: '554 {host} {user}' } });
    expect(ran.findings[0]?.explanation).not.toContain('{');
    expect(diagnoses.S13.explanation).toContain('{local}');
  });
});

describe('cancel', () => {
  it.each<[string, Moment]>([
    ['while the server greets', 'greeting'],
    ['while it logs in', 'AUTH'],
    ['while it answers', 'RCPT'],
  ])('%s takes effect within a second, and closes the connection', async (_name, moment) => {
    const server = await start({ script: { [moment]: silence } });
    let cancelledAt = 0;
    const cancelWhen = server.reached(moment).then(() => {
      cancelledAt = performance.now();
    });
    const limits = { greetingMs: 15_000, commandMs: 15_000 };
    const ended = runProbe({ ...plain(server.port), ...withLogin }, { limits, cancelWhen });
    await expect(ended).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    await server.idle();
  });

  it('on a second connection as well', async () => {
    const port = await startService((socket) => socket.resume());
    const began = performance.now();
    const cancelWhen = new Promise<void>((resolve) => setTimeout(resolve, 600));
    const limits = { greetingMs: 200, trialMs: 15_000 };
    await expect(runProbe(plain(port), { limits, cancelWhen })).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(performance.now() - began).toBeLessThan(1600);
  });
});
