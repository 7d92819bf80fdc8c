import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DemoCertificate, makeCertificate } from '../../../src-main/demo/certificate';
import type { MailListener } from '../../../src-main/demo/fleet-table';
import { Inbox } from '../../../src-main/demo/inbox';
import { type MailServer, startMailServer } from '../../../src-main/demo/mail-server';

const account = { user: 'gluu-meadow@demo.example', password: 'its password' };

let certificate: DemoCertificate;
let inbox: Inbox;
let server: MailServer;
let reported: unknown[];
const open = new Set<SMTPConnection>();
beforeEach(async () => {
  certificate = await makeCertificate();
  inbox = new Inbox();
  reported = [];
  server = await startMailServer({
    certificate,
    accounts: [account],
    inbox,
    report: (error) => void reported.push(error),
  });
});
afterEach(async () => {
  for (const connection of open) connection.close();
  open.clear();
  await server.stop();
  expect(reported).toEqual([]);
});

/** Calls a method that ends in a callback. */
const done = <T>(work: (callback: (error: Error | null | undefined, value?: T) => void) => void) =>
  new Promise<T | undefined>((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value))));

async function dial(listener: MailListener, options: { requireTLS?: boolean; ignoreTLS?: boolean } = {}) {
  const connection = new SMTPConnection({
    host: '127.0.0.1',
    port: server.ports[listener],
    secure: listener === 'implicitTls',
    requireTLS: listener === 'startTls',
    tls: { ca: certificate.certificate, servername: 'localhost' },
    ...options,
  });
  open.add(connection);
  // The callback tells of success alone.
  const failed = new Promise<never>((_resolve, reject) => connection.on('error', reject));
  failed.catch(() => {});
  await Promise.race([done((callback) => connection.connect(callback)), failed]);
  return connection;
}
const login = (connection: SMTPConnection, { user, password } = account) =>
  done((callback) => connection.login({ credentials: { user, pass: password } }, callback));
const send = (
  connection: SMTPConnection,
  envelope: { from: string; to: string[] },
  text = 'Subject: Test\r\n\r\nHello\r\n',
) => done((callback) => connection.send(envelope, text, callback));
// A new one each time: nodemailer writes the outcome into the envelope it is given.
const ordinary = () => ({ from: account.user, to: ['ada@demo.example'] });

describe('every listener', () => {
  test.each<[MailListener, boolean]>([
    ['plain', false],
    ['startTls', true],
    ['implicitTls', true],
  ])('%s takes a login and a message', async (listener, secured) => {
    const connection = await dial(listener);
    await login(connection);
    await send(connection, { from: account.user, to: ['ada@demo.example', 'someone@elsewhere.example'] });
    const [message] = inbox.list();
    expect(message).toMatchObject({
      subject: 'Test',
      text: 'Hello\n',
      from: account.user,
      to: ['ada@demo.example', 'someone@elsewhere.example'],
      secured,
      authenticatedAs: account.user,
    });
  });

  test.each<MailListener>(['plain', 'startTls', 'implicitTls'])('%s refuses a wrong password', async (listener) => {
    const connection = await dial(listener);
    const wrong = login(connection, { user: account.user, password: 'another' });
    await expect(wrong).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 });
  });

  test.each<MailListener>(['plain', 'startTls', 'implicitTls'])(
    '%s listens on the loopback address only',
    async (listener) => {
      const socket = connect(server.ports[listener], '127.0.0.2');
      await expect(once(socket, 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    },
  );
});

describe('who may send', () => {
  test('anybody without a login where there is no TLS', async () => {
    await send(await dial('plain'), ordinary());
    expect(inbox.list()).toHaveLength(1);
    expect(inbox.list()[0]).not.toHaveProperty('authenticatedAs');
  });

  test.each<MailListener>(['startTls', 'implicitTls'])('only who logged in, over %s', async (listener) => {
    await expect(send(await dial(listener), ordinary())).rejects.toMatchObject({ responseCode: 530 });
    expect(inbox.list()).toEqual([]);
  });

  test('nobody logs in before STARTTLS', async () => {
    const dialogue = await rawSmtp(server.ports.startTls);
    await dialogue.expectReply(/^220 /);
    expect(await dialogue.ask('EHLO client')).toContain('STARTTLS');
    const credentials = Buffer.from(`\0${account.user}\0${account.password}`).toString('base64');
    expect(await dialogue.ask(`AUTH PLAIN ${credentials}`)).toMatch(/^538 /);
    dialogue.socket.destroy();
  });

  test('only from the own domain', async () => {
    for (const from of ['ada@elsewhere.example', 'ada@notdemo.example', '']) {
      const refused = send(await dial('plain'), { from, to: ['ada@demo.example'] });
      await expect(refused).rejects.toMatchObject({
        code: 'EENVELOPE',
        responseCode: 550,
        response: expect.stringContaining('5.7.60'),
      });
    }
  });

  test('not to nobody, while the others get theirs', async () => {
    const toNobody = send(await dial('plain'), { from: account.user, to: ['NOBODY@demo.example'] });
    await expect(toNobody).rejects.toMatchObject({ responseCode: 550, response: expect.stringContaining('5.1.1') });
    const info = await send(await dial('plain'), { from: account.user, to: ['nobody@x.example', 'ada@demo.example'] });
    expect(info).toMatchObject({ accepted: ['ada@demo.example'], rejected: ['nobody@x.example'] });
    expect(inbox.list().map(({ to }) => to)).toEqual([['ada@demo.example']]);
  });
});

describe('TLS', () => {
  test('is not offered on the plain listener', async () => {
    await expect(dial('plain', { requireTLS: true })).rejects.toMatchObject({ code: 'ETLS' });
  });

  test.each(['TLSv1', 'TLSv1.1'] as const)('%s is refused, as the mill server shows', async (version) => {
    // Security level 0 lets our own side offer what it would not by itself.
    const old = {
      minVersion: version,
      maxVersion: version,
      ciphers: 'DEFAULT@SECLEVEL=0',
      rejectUnauthorized: false,
    } as const;
    const implicit = connectTls({ ...old, host: '127.0.0.1', port: server.ports.implicitTls });
    await expect(once(implicit, 'secureConnect')).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    });
    const dialogue = await rawSmtp(server.ports.startTls);
    await dialogue.expectReply(/^220 /);
    await dialogue.ask('EHLO client');
    expect(await dialogue.ask('STARTTLS')).toMatch(/^220 /);
    const upgraded = connectTls({ ...old, socket: dialogue.socket });
    await expect(once(upgraded, 'secureConnect')).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    });
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('%s is taken', async (version) => {
    const socket = connectTls({
      host: '127.0.0.1',
      port: server.ports.implicitTls,
      minVersion: version,
      maxVersion: version,
      ca: certificate.certificate,
      servername: 'localhost',
    });
    await once(socket, 'secureConnect');
    expect(socket.getProtocol()).toBe(version);
    expect(socket.getPeerCertificate().fingerprint256).toBe(certificate.sha256);
    socket.destroy();
  });
});

describe('what is too much or broken', () => {
  test('is refused: a message above 1 MB', async () => {
    const long = `Subject: long\r\n\r\n${'x'.repeat(70)}\r\n`.padEnd(1024 * 1024 + 10, `${'y'.repeat(70)}\r\n`);
    await expect(send(await dial('plain'), ordinary(), long)).rejects.toMatchObject({ responseCode: 552 });
    expect(inbox.list()).toEqual([]);
    await send(await dial('plain'), ordinary(), long.slice(0, 1024 * 1024 - 100));
    expect(inbox.list()).toHaveLength(1);
  });

  test('is forgotten: a message whose sender leaves in the middle', async () => {
    const dialogue = await rawSmtp(server.ports.plain);
    await dialogue.expectReply(/^220 /);
    await dialogue.ask('EHLO client');
    await dialogue.ask(`MAIL FROM:<${account.user}>`);
    await dialogue.ask('RCPT TO:<ada@demo.example>');
    expect(await dialogue.ask('DATA')).toMatch(/^354 /);
    dialogue.socket.write('Subject: half a mess');
    dialogue.socket.destroy();
    await once(dialogue.socket, 'close');
    await send(await dial('plain'), ordinary());
    expect(inbox.list().map(({ subject }) => subject)).toEqual(['Test']);
  });

  test('is met with patience: bytes that are no SMTP', async () => {
    for (const port of Object.values(server.ports)) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      await once(socket, 'connect');
      socket.write(Buffer.concat([Buffer.alloc(5000, 0xff), Buffer.from('\r\n')]));
      socket.end();
      socket.resume();
      await once(socket, 'close');
    }
    await send(await dial('plain'), ordinary());
    expect(inbox.list()).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('ends open connections, and the ports are free', async () => {
    const sockets = await Promise.all(
      Object.values(server.ports).map(async (port) => {
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => {}).resume();
        await once(socket, 'connect');
        return socket;
      }),
    );
    const closed = sockets.map((socket) => once(socket, 'close'));
    await server.stop();
    await Promise.all(closed);
    for (const port of Object.values(server.ports)) {
      await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    }
  });
});

interface Dialogue {
  socket: Socket;
  expectReply(pattern: RegExp): Promise<void>;
  /** Sends a command and gives the whole reply. */
  ask(command: string): Promise<string>;
}

/** SMTP by hand, for what a client library would not send. */
async function rawSmtp(port: number): Promise<Dialogue> {
  const socket = connect(port, '127.0.0.1');
  socket.setEncoding('utf8');
  let waiting = '';
  const reply = async (): Promise<string> => {
    for (;;) {
      const whole = /^(?:\d{3}-.*\r\n)*\d{3} .*\r\n/.exec(waiting)?.[0];
      if (whole !== undefined) {
        waiting = waiting.slice(whole.length);
        return whole;
      }
      const [chunk] = await once(socket, 'data');
      waiting += chunk;
    }
  };
  await once(socket, 'connect');
  return {
    socket,
    expectReply: async (pattern) => expect(await reply()).toMatch(pattern),
    ask: (command) => {
      socket.write(`${command}\r\n`);
      return reply();
    },
  };
}
