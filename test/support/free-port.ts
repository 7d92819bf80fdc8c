import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Gives that many TCP ports on 127.0.0.1 that were free a moment ago, all different. Somebody else may take one
 * before it is used: a caller that must have it tries again with others.
 */
export async function freePorts(count: number): Promise<number[]> {
  // All are held open together, or the kernel might give the same one twice.
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
    return address.port;
  });
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
