import type { Duplex } from 'node:stream';
import type { Network } from '../../../src-main/net/network';
import { memoryConnection } from './memory-connection';

/** A network in which every name is one address, and `serve` plays the server at the other end of each connection. */
export function memoryNetwork(serve: (server: Duplex, port: number) => void): Network {
  return {
    lookUp: async () => [{ address: '127.0.0.1', family: 4 }],
    connect: async (addresses, { port }) => {
      const { client, server } = memoryConnection();
      serve(server, port);
      return { socket: client, address: addresses[0]?.address ?? '' };
    },
  };
}
