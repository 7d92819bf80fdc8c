import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { element, octets, readElements, sequence } from '../../support/hostile-ldap/ber';
import { splitMessages } from '../../support/hostile-ldap/message';

const SEARCH_ENTRY = 0x64;

/**
 * Starts a proxy on a free port of 127.0.0.1 that puts one more attribute into every entry a directory finds, in front of
 * the others and once more behind them.
 */
export async function startAddingProxy(targetPort: number, name: string, value: string) {
  const extra = sequence(octets(name), element(0x31, octets(value)));
  const sockets = new Set<Socket>();
  let added = 0;
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {}); // whoever speaks here may hang up as they like
      one.on('close', () => other.destroy());
    }
    client.on('data', (chunk: Buffer) => void target.write(chunk));
    let waiting: Buffer = Buffer.alloc(0);
    target.on('data', (chunk: Buffer) => {
      const { messages, rest } = splitMessages(Buffer.concat([waiting, chunk]));
      waiting = rest;
      for (const message of messages) client.write(withExtra(message));
    });
  });

  function withExtra(message: Buffer): Buffer {
    const [id, operation, ...controls] = readElements(readElements(message)[0]?.content ?? message);
    if (id === undefined || operation?.tag !== SEARCH_ENTRY) return message;
    const [dn, attributes] = readElements(operation.content);
    if (dn === undefined || attributes === undefined) return message;
    added += 1;
    const list = sequence(extra, attributes.content, extra);
    const entry = element(SEARCH_ENTRY, element(dn.tag, dn.content), list);
    return sequence(element(id.tag, id.content), entry, ...controls.map(({ tag, content }) => element(tag, content)));
  }

  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    port: address.port,
    /** How many entries got it so far. */
    added: () => added,
    stop: async () => {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
