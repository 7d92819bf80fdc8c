import { once } from 'node:events';
import { connect as connectTls, createSecureContext, TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { judgeTls } from '../../../../src-main/net/tls';
import { judgedTls } from '../../../../src-main/probe/tls-handshake';
import { signed } from '../../../support/certificates';
import { memoryConnection } from '../../../support/mutation/memory-connection';

test('a connection that closes right behind the handshake is one that dropped, not a bug', async () => {
  const { key, cert } = await signed();
  const { client, server } = memoryConnection();
  const far = new TLSSocket(server, { isServer: true, secureContext: createSecureContext({ key, cert }) });
  far.on('error', () => {});
  const socket = connectTls({ socket: client, rejectUnauthorized: false });
  socket.on('error', () => {});
  await once(socket, 'secureConnect');
  socket.destroy();
  await once(socket, 'close');
  expect(() => judgeTls(socket, { host: 'localhost', at: 'localhost:465' })).toThrow(
    expect.objectContaining({ code: 'ECONNRESET' }),
  );
  expect(() => judgedTls(socket, 'localhost', undefined)).toThrow(
    expect.objectContaining({ ending: { kind: 'closed' } }),
  );
});
