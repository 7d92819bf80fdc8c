import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppError } from '../../../src-main/base/app-error';
import type { ProbeRequest } from '../../../src-main/probe/probe-request';
import { probeLimits } from '../../../src-main/probe/probe-run';
import { inEnglish } from '../../support/english';
import {
  type Answer,
  drop,
  type Moment,
  type ScriptedSession,
  type ScriptedSmtp,
  type ScriptedSmtpOptions,
  silence,
  startScriptedSmtp,
} from '../../support/scripted-smtp';
import { plain, runProbe, sending, withLogin } from './run-probe';

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function start(options: ScriptedSmtpOptions): Promise<ScriptedSmtp> {
  const server = await startScriptedSmtp(options);
  stop = server.stop;
  return server;
}
async function meet(options: ScriptedSmtpOptions, more: Partial<ProbeRequest> = {}, limits = {}) {
  const server = await start(options);
  return { server, ...(await runProbe({ ...sending(server.port), ...more }, { limits })) };
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
  test.each<[string, Moment, string, string]>([
    ['a greeting without an end', 'greeting', 'x', 'S11'],
    ['a greeting of many lines', 'greeting', '220-welcome\r\n', 'S11'],
    ['extensions without an end', 'EHLO', '250-X-MORE\r\n', 'S74'],
    ['one line without an end', 'EHLO', '250 ', 'S74'],
    ['empty lines without an end', 'EHLO', '\r\n', 'S74'],
    ['empty lines in mid-session', 'MAIL', '\r\n', 'S74'],
    ['a refusal of many lines', 'RCPT', '550-no\r\n', 'S74'],
  ])('%s', async (_name, moment, piece, id) => {
    const before = process.memoryUsage().rss;
    const ran = await meet({ script: { [moment]: flood(piece) } });
    expect(ran.failures).toEqual([id]);
    expect(ran.shown.length).toBeLessThan(20_000);
    expect(ran.ms).toBeLessThan(10_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    await ran.server.idle();
  });

  test('ten megabytes in one reply are not read to their end', async () => {
    const sent = { bytes: 0 };
    const ran = await meet({ script: { message: flood(`250-${'y'.repeat(1000)}\r\n`, sent) } });
    expect(ran.findings[0]).toMatchObject({ id: 'S74', stage: 'Data' });
    expect(ran.accepted).toBeUndefined();
    expect(sent.bytes).toBeLessThan(10 * 1024 * 1024);
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
  test.each<[Moment, string, string]>([
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

  test.each<[Moment, string, string]>([
    ['EHLO', 'EHLO', 'S15'],
    ['AUTH', 'Login', 'S15'],
    ['RCPT', 'Recipient', 'S15'],
    ['message', 'Data', 'S75'],
  ])('at %s is left when the whole time is over', async (moment, stage, id) => {
    const limits = { totalMs: 1500, commandMs: 15_000, textMs: 15_000 };
    const ran = await meet({ script: { [moment]: drip('2') } }, withLogin, limits);
    expect(ran.failures).toEqual([id]);
    const text = 'no complete reply within 1.5 s';
    expect(ran.steps.find(({ name }) => name === stage)).toMatchObject({ state: 'failed', text });
    expect(ran.ms).toBeGreaterThan(1400);
    expect(ran.ms).toBeLessThan(6000);
    await ran.server.idle();
  });

  test('is left when the whole time is over, whatever its stage may take', async () => {
    const ran = await meet({ script: { RCPT: drip('250 ') } }, {}, { totalMs: 800, commandMs: 15_000 });
    expect(ran.failures).toEqual(['S15']);
    expect(ran.findings[0]?.explanation).toBe('At Recipient, the mail server sent no complete reply within 0.8 s.');
    expect(ran.seen.stages.at(-1)?.ending).toEqual({ kind: 'late', limitMs: 800, whole: true });
    await ran.server.idle();
  });

  test('the limits are half a minute in all', () => {
    expect(probeLimits.totalMs).toBe(30_000);
  });
});

describe('a server that hangs up', () => {
  test('after everything was said: no harm', async () => {
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
  test.each<[string, (socket: Socket) => void, string]>([
    ['SSH', says('SSH-2.0-OpenSSH_9.2\r\n'), 'An SSH server'],
    ['POP3', says('+OK ready\r\n'), 'A POP3 server'],
    ['IMAP', says('* OK [CAPABILITY IMAP4rev1] ready\r\n'), 'An IMAP server'],
    ['VNC, which ends its lines in its own way', says('RFB 003.008\n'), 'A VNC server'],
    ['HTTP, which waits to be asked', web, 'A web server (HTTP)'],
    ['something binary without a line', says('J\0\0\0\n8.0.33\0'), 'Some other service'],
    ['something binary, of four bytes', says('\0\0\0\0'), 'Some other service'],
  ])('%s', async (_name, serve, service) => {
    const port = await startService(serve);
    const choices = ['none', 'startTls', 'tls'] as const;
    const all = await Promise.all(choices.map((security) => runProbe({ ...plain(port), security })));
    expect(all.map(({ failures }) => failures)).toEqual(choices.map(() => ['S11']));
    const sentence = `${service} is listening on port ${port}, not an SMTP server.`;
    expect(all.map(({ findings }) => findings[0]?.explanation)).toEqual(choices.map(() => sentence));
  });

  test.each([
    ['a web server', 'HTTP/1.1 400 Bad Request', 'S11'],
    ['SSH', 'SSH-2.0-OpenSSH_9.2', 'S11'],
    ['IMAP', '* OK ready', 'S11'],
    ['POP3', '+OK ready', 'S11'],
    ['a greeting of another kind', '200 hello', 'S74'],
  ])('%s is told apart in its own words', async (_name, greeting, id) => {
    const ran = await meet({ script: { greeting } });
    expect(ran.findings[0]).toMatchObject({ id, stage: 'Greeting', words: greeting });
  });

  test('FTP greets like a mail server, and knows neither EHLO nor HELO', async () => {
    const port = await startService((socket) => {
      socket.write('220 (vsFTPd 3.0.3)\r\n');
      socket.on('data', () => socket.write('530 Please login with USER and PASS.\r\n'));
    });
    const ran = await runProbe(plain(port));
    expect(ran.failures).toEqual(['S11']);
    expect(ran.findings[0]?.explanation).toContain('An FTP server');
  });

  test('a service that takes everything and says nothing', async () => {
    const port = await startService((socket) => socket.resume());
    expect((await runProbe(plain(port))).failures).toEqual(['S08']);
  });
});

describe('a server that breaks the order', () => {
  test('asking for more login without an end is bounded', async () => {
    const endless: Answer = ({ socket, say }) => {
      say('334 ');
      socket.on('data', () => say('334 '));
    };
    const limits = { totalMs: 2000 };
    const ran = await meet({ script: { AUTH: endless } }, withLogin, limits);
    expect(ran.failedStep).toBe('Login');
    expect(ran.transcript.length).toBeLessThanOrEqual(400);
    expect(ran.ms).toBeLessThan(8000);
  });

  test('a refusal without its line break counts when the server leaves', async () => {
    const script = { MAIL: ({ socket }: ScriptedSession) => void socket.end('550 5.7.1 Never') };
    const ran = await meet({ script });
    expect(ran.findings[0]).toMatchObject({ id: 'S61', stage: 'Sender', words: '550 5.7.1 Never' });
  });
});

describe('cancel', () => {
  const moments: Moment[] = ['greeting', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'message'];
  test.each(moments)('while the server is silent to %s takes effect within a second, and closes it', async (moment) => {
    const server = await start({ script: { [moment]: silence } });
    let cancelledAt = 0;
    const cancelWhen = server.reached(moment).then(() => {
      cancelledAt = performance.now();
    });
    const limits = { greetingMs: 15_000, commandMs: 15_000, textMs: 15_000 };
    const ended = runProbe({ ...sending(server.port), ...withLogin }, { limits, cancelWhen });
    const meanwhile = 'The message was already on its way; the server may have accepted it.';
    const failure = await ended.then(
      () => undefined,
      (error: AppError) => error,
    );
    expect(failure).toMatchObject({ code: 'work.cancelled' });
    expect(inEnglish(failure?.about)?.facts?.meanwhile).toBe(moment === 'message' ? meanwhile : undefined);
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    await server.idle();
  });

  test('behind the answer to the mail comes too late: it was accepted, and that is reported', async () => {
    const server = await start({ script: { QUIT: silence } });
    const began = performance.now();
    const cancelWhen = server.reached('QUIT');
    const ran = await runProbe(sending(server.port), { limits: { commandMs: 15_000 }, cancelWhen });
    expect(ran.accepted).toBe('250 2.0.0 Queued as 4711');
    expect(ran.failures).toEqual([]);
    expect(performance.now() - began).toBeLessThan(3000);
    await server.idle();
  });

  test('in a TLS handshake', async () => {
    let hello = () => {};
    const cancelWhen = new Promise<void>((resolve) => {
      hello = resolve;
    });
    const server = await start({ script: { greeting: ({ socket }) => void socket.once('data', hello) } });
    const ended = runProbe({ ...sending(server.port), security: 'tls' }, { cancelWhen });
    await expect(ended).rejects.toMatchObject({ code: 'work.cancelled', about: { stage: 'TLS' } });
    await server.idle();
  });

  test('before it began', async () => {
    const server = await start({});
    const cancelled = new Promise<void>((resolve) => resolve());
    const ended = runProbe(sending(server.port), { cancelWhen: cancelled });
    await expect(ended).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(server.messages()).toEqual([]);
  });

  test('on a second connection as well', async () => {
    const port = await startService((socket) => socket.resume());
    const began = performance.now();
    const cancelWhen = new Promise<void>((resolve) => setTimeout(resolve, 600));
    const limits = { greetingMs: 200, trialMs: 15_000 };
    await expect(runProbe(plain(port), { limits, cancelWhen })).rejects.toMatchObject({ code: 'work.cancelled' });
    expect(performance.now() - began).toBeLessThan(1600);
  });
});
