import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import net from 'node:net';

/** A port of this machine that hears TCP and UDP, answers nothing, and remembers who came. */
export interface ListeningPost {
  port: number;
  /** `tcp` or `udp` for each connection or datagram. */
  heard: string[];
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1, on TCP and UDP alike. */
export async function startListeningPost(): Promise<ListeningPost> {
  const heard: string[] = [];
  const server = net.createServer((socket) => {
    heard.push('tcp');
    socket.on('error', () => {}); // whoever called may hang up as they like
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  const udp = createSocket('udp4', () => heard.push('udp'));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    port,
    heard,
    async close() {
      udp.close();
      server.close();
      await once(server, 'close');
    },
  };
}
