import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { readRequest, splitMessages } from '../../support/hostile-ldap/message';
import { requests } from '../../support/raw-ldap-client';

/**
 * Starts a proxy on a free port of 127.0.0.1 that takes the password out of every simple bind on its way to a directory: such
 * a bind is one without authentication, which some directories call a success (RFC 4513 section 5.1.2).
 */
export async function startBlankingProxy(targetPort: number): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => other.destroy());
    }
    target.on('data', (chunk: Buffer) => void client.write(chunk));
    // The console sends one request at a time while it logs in, so each arrives as a whole.
    client.on('data', (chunk: Buffer) => {
      for (const message of splitMessages(chunk).messages) target.write(withoutPassword(message));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    port: address.port,
    stop: async () => {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function withoutPassword(message: Buffer): Buffer {
  const { operation, messageId, dn } = readRequest(message);
  return operation === 'bind' ? requests.bind(messageId, dn, '') : message;
}
