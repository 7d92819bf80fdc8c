import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { element, octets, readElements } from '../../support/hostile-ldap/ber';
import { splitMessages } from '../../support/hostile-ldap/message';

/** Which texts become which, as whole octet strings (attribute names, OIDs, values); longer texts are left alone. */
export type Words = Readonly<Record<string, string>>;

export interface RewritingProxy {
  port: number;
  stop(): Promise<void>;
}

const constructed = (tag: number): boolean => (tag & 0x20) !== 0;
const octetString = 0x04;

/**
 * Stands between a client and an LDAP server without TLS and renames things on the way: a real slapd is then seen as a server
 * that lacks a control or calls its attributes otherwise. Resolves once it listens on a free port of 127.0.0.1.
 */
export async function startRewritingProxy(
  targetPort: number,
  { toServer = {}, toClient = {} }: { toServer?: Words; toClient?: Words },
): Promise<RewritingProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const target = connect(targetPort, '127.0.0.1');
    pass(client, target, toServer);
    pass(target, client, toClient);
    for (const socket of [client, target]) sockets.add(socket);
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

function pass(from: Socket, to: Socket, words: Words): void {
  let waiting: Buffer = Buffer.alloc(0);
  from.on('data', (chunk: Buffer) => {
    const { messages, rest } = splitMessages(Buffer.concat([waiting, chunk]));
    waiting = rest;
    for (const message of messages) to.write(renamed(message, words));
  });
  from.on('error', () => {}); // whoever speaks here may hang up as they like
  from.on('close', () => to.destroy());
}

/** The same BER with other words in it, all lengths set right. */
function renamed(bytes: Buffer, words: Words): Buffer {
  return Buffer.concat(
    readElements(bytes).map(({ tag, content }) => {
      if (constructed(tag)) return element(tag, renamed(content, words));
      const word = words[content.toString()];
      if (word !== undefined && Object.hasOwn(words, content.toString())) return octets(word, tag);
      // The value of a control is BER inside of an octet string (RFC 4511 section 4.1.11, RFC 4528 section 3).
      return tag === octetString && isFilter(content) ? element(tag, renamed(content, words)) : element(tag, content);
    }),
  );
}

/** An equality match, which is what this app asserts: two octet strings and nothing else. */
function isFilter(content: Buffer): boolean {
  if (content[0] !== 0xa3 || content[1] !== content.length - 2) return false;
  return readElements(content.subarray(2)).length === 2;
}
