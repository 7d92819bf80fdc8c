import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { element, enumerated, integer, octets, readElements, readUnsigned, sequence } from './hostile-ldap/ber';
import { splitMessages } from './hostile-ldap/message';

/** A client that does nothing by itself: it sends bytes and keeps what comes back. For tests of the test servers. */
export interface RawLdapClient {
  socket: Socket;
  send(bytes: Buffer): void;
  /** All bytes so far. */
  received(): Buffer;
  /** Waits for that many bytes in all, or for the end of the connection, and gives all bytes so far. */
  receive(atLeast: number): Promise<Buffer>;
  /** Resolves when the connection is over. */
  closed: Promise<void>;
  /** Whether the end came as a reset. */
  wasReset(): boolean;
}

/** Connects over TCP, or wraps a connection that exists, e.g. for TLS. */
export async function rawLdapClient(at: number | Socket): Promise<RawLdapClient> {
  const socket = typeof at === 'number' ? connect(at, '127.0.0.1') : at;
  const chunks: Buffer[] = [];
  let size = 0;
  let reset = false;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    reset = error.code === 'ECONNRESET';
  });
  const closed = new Promise<void>((resolve) => void socket.once('close', () => resolve()));
  if (typeof at === 'number') await once(socket, 'connect');
  return {
    socket,
    send: (message) => void socket.write(message),
    received: () => Buffer.concat(chunks),
    receive: async (atLeast) => {
      while (size < atLeast && !socket.destroyed) {
        await Promise.race([new Promise((resolve) => socket.once('data', resolve)), closed]);
      }
      return Buffer.concat(chunks);
    },
    closed,
    wasReset: () => reset,
  };
}

/** A TLS connection to 127.0.0.1, or over a connection that exists, that accepts the given authority alone. */
export async function rawTls(at: number | Socket, ca: string): Promise<TLSSocket> {
  const where = typeof at === 'number' ? { port: at, host: '127.0.0.1' } : { socket: at };
  const socket = connectTls({ ...where, ca, servername: 'localhost' });
  await once(socket, 'secureConnect');
  return socket;
}

export const requests = {
  bind: (id: number, dn: string, password: string): Buffer =>
    sequence(integer(id), element(0x60, integer(3), octets(dn), octets(password, 0x80))),
  whoami: (id: number): Buffer => sequence(integer(id), element(0x77, octets('1.3.6.1.4.1.4203.1.11.3', 0x80))),
  startTls: (id: number): Buffer => sequence(integer(id), element(0x77, octets('1.3.6.1.4.1.1466.20037', 0x80))),
  /** For all entries of `class`; any class by default. */
  search: (id: number, base: string, scope: 'base' | 'one' | 'sub' = 'base', objectClass?: string): Buffer => {
    const filter =
      objectClass === undefined
        ? octets('objectClass', 0x87)
        : element(0xa3, octets('objectClass'), octets(objectClass));
    const limits = [enumerated(0), integer(10), integer(0), element(0x01, Buffer.from([0]))];
    const scopes = { base: 0, one: 1, sub: 2 };
    return sequence(integer(id), element(0x63, octets(base), enumerated(scopes[scope]), ...limits, filter, sequence()));
  },
  replace: (id: number, dn: string, attribute: string, value: string): Buffer => {
    const change = sequence(enumerated(2), sequence(octets(attribute), element(0x31, octets(value))));
    return sequence(integer(id), element(0x66, octets(dn), sequence(change)));
  },
  unbind: (id: number): Buffer => sequence(integer(id), element(0x42)),
};

/**
 * Sends one request and gives what comes back until there are `count` whole messages or the connection ends.
 * Looks only once there are that many bytes.
 */
export async function ask(client: RawLdapClient, request: Buffer, count = 1, bytesAtLeast = 1): Promise<Answer[]> {
  const before = client.received().length;
  client.send(request);
  for (let wanted = before + bytesAtLeast; ; ) {
    const bytes = (await client.receive(wanted)).subarray(before);
    const { messages } = splitMessages(bytes);
    if (messages.length >= count || client.socket.destroyed) return messages.map(readAnswer);
    wanted = before + bytes.length + 1;
  }
}

/** A message from the server. */
export interface Answer {
  id: number;
  tag: number;
  /** Contents of the elements inside: of a result these are code, matched DN, message and what follows. */
  parts: Buffer[];
  code: number;
}

function readAnswer(bytes: Buffer): Answer {
  const [message] = readElements(bytes);
  const [id, op] = readElements(message?.content ?? Buffer.alloc(0));
  const parts = readElements(op?.content ?? Buffer.alloc(0)).map(({ content }) => content);
  const code = op?.tag === 0x64 || op?.tag === 0x73 ? -1 : readUnsigned(parts[0] ?? Buffer.alloc(0));
  return { id: readUnsigned(id?.content ?? Buffer.alloc(0)), tag: op?.tag ?? 0, parts, code };
}
