import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A server on a free port of 127.0.0.1, for code that opens its own connections. `serve` may change from one conversation to the next. */
export interface LoopbackServer {
  readonly port: number;
  serve(socket: Socket): void;
}

export async function loopbackServer(): Promise<LoopbackServer> {
  const server = createServer((socket) => {
    socket.setNoDelay(true);
    loopback.serve(socket);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  const loopback: LoopbackServer = { port: address.port, serve: (socket) => socket.destroy() };
  return loopback;
}
