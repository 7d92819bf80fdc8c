import { once } from 'node:events';
import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import type { AppError } from '../../../../src-main/base/app-error';
import { judgeTls, serverNameFor } from '../../../../src-main/net/tls';
import { judgedTls } from '../../../../src-main/probe/tls-handshake';
import { sentencesOf } from '../../../../src-shared/messages/failure-texts';
import { signed } from '../../../support/certificates';
import { inEnglish } from '../../../support/english';
import { memoryConnection } from '../../../support/mutation/memory-connection';

/** A client's socket and the server's, after the handshake with this certificate. */
async function shownBy({ key, cert }: Awaited<ReturnType<typeof signed>>) {
  const { client, server } = memoryConnection();
  const far = new TLSSocket(server, { isServer: true, secureContext: createSecureContext({ key, cert }) });
  far.on('error', () => {});
  const socket = connectTls({ socket: client, rejectUnauthorized: false });
  socket.on('error', () => {});
  await once(socket, 'secureConnect');
  return { socket, far };
}

test('a connection that closes right behind the handshake is one that dropped, not a bug', async () => {
  const { socket } = await shownBy(await signed());
  socket.destroy();
  await once(socket, 'close');
  expect(() => judgeTls(socket, { host: 'localhost', at: 'localhost:465' })).toThrow(
    expect.objectContaining({ code: 'ECONNRESET' }),
  );
  expect(() => judgedTls(socket, 'localhost', undefined)).toThrow(
    expect.objectContaining({ ending: { kind: 'closed' } }),
  );
});

test('a certificate of two thousand names is told by its first ones, and by how many more there are', async () => {
  const all = Array.from({ length: 2000 }, (_, index) => `DNS:host${index}.example.org`);
  const { socket, far } = await shownBy(await signed(all));
  const seen = judgedTls(socket, 'localhost', undefined);
  expect([seen.chain[0]?.names.length, seen.chain[0]?.moreNames]).toEqual([100, 1900]);
  try {
    judgeTls(socket, { host: 'localhost', at: 'localhost:465' });
    expect.unreachable('it is for other hosts');
  } catch (error) {
    const failure = (error as AppError).toFailure();
    const { certificate } = failure;
    expect([certificate?.names.length, certificate?.moreNames]).toEqual([100, 1900]);
    const { why = '' } = inEnglish(sentencesOf(failure));
    expect(why).toMatch(/It is for DNS:host0\.example\.org, .* and 1,995 more, not for localhost\./);
    expect(why.length).toBeLessThan(800);
  }
  far.destroy();
});

test.each([
  ['mail.example.org', 'mail.example.org'],
  ['mail.example.org.', 'mail.example.org'],
  ['exämple.org', 'xn--exmple-cua.org'],
  ['192.0.2.7', undefined],
  ['2001:db8::7', undefined],
])('the name for SNI of %s is %s', (host, name) => {
  expect(serverNameFor(host)).toBe(name);
});
