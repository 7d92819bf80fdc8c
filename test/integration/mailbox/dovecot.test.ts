import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { signed } from '../../support/certificates';
import { type Dovecot, startDovecot } from '../../support/dovecot';

let dovecot: Dovecot | undefined;
afterEach(() => dovecot?.stop());

const session = (user: string, password: string) =>
  `a LOGIN "${user}" "${password}"\r\nb LIST "" "*"\r\nc STATUS INBOX (MESSAGES UNSEEN)\r\nd LOGOUT\r\n`;

test('is a real IMAP server over TLS, with folders of their use and what was delivered', async () => {
  dovecot = await startDovecot();
  dovecot.deliver('Subject: one\n\nhello\n');
  const { ca } = await signed();
  const socket = connectTls({ port: dovecot.tlsPort, host: '127.0.0.1', ca });
  socket.write(session(dovecot.user, dovecot.password));
  const said = await text(socket);
  expect(said).toMatch(/^a OK /m);
  expect(said).toMatch(/\\Junk\b.* Spam\r$/m);
  expect(said).toContain('* STATUS INBOX (MESSAGES 1 UNSEEN 1)');
  expect(dovecot.files()).toHaveLength(1);
  expect(dovecot.sessions()).toContain('c STATUS INBOX');
});

test('speaks plain and offers STARTTLS on its other port', async () => {
  dovecot = await startDovecot();
  const socket = connect(dovecot.port, '127.0.0.1');
  socket.write(session(dovecot.user, dovecot.password));
  const said = await text(socket);
  // Before it, Dovecot may say that it waits for its own process that authenticates.
  expect(said).toMatch(/^\* OK \[.*\bSTARTTLS\b/m);
  expect(said).toMatch(/^a OK /m);
});

test('is gone after stop, files included', async () => {
  const own = await startDovecot({ users: { ada: 'x' } });
  own.deliver('Subject: one\n\n', 'Spam');
  expect(own.files('Spam')).toHaveLength(1);
  await own.stop();
  await own.stop();
  expect(own.files('Spam')).toEqual([]);
  expect(existsSync('/run/dovecot/master.pid')).toBe(false);
  const socket = connect(own.port, '127.0.0.1');
  expect(await new Promise((resolve) => socket.once('error', resolve).once('connect', resolve))).toBeInstanceOf(Error);
});
