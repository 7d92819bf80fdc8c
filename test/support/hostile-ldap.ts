import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { type HostileBehaviour, reactionOf } from './hostile-ldap/behaviour';
import { type Directory, directory } from './hostile-ldap/directory';
import { type LdapRequest, result, whoamiResult } from './hostile-ldap/message';
import { httpAnswer } from './hostile-ldap/payloads';
import { openSession, type Session, type Sightings } from './hostile-ldap/session';

export type { HostileBehaviour } from './hostile-ldap/behaviour';

export interface HostileLdapOptions {
  /** Certificate and key, and if wanted a range of TLS versions; without them StartTLS is refused with code 2. */
  tls?: SecureContextOptions;
  /** TLS from the first byte, as on an ldaps port, in place of StartTLS. */
  ldaps?: boolean;
  /** What searches find; absent: every base exists. */
  ldif?: string;
  /** Restricts the behaviour to some of the requests it is meant for; the others are answered properly. */
  when?: (request: LdapRequest) => boolean;
}

export interface HostileLdap {
  /** `ldap://127.0.0.1:port`, or `ldaps:` with that option. */
  url: string;
  port: number;
  /** How many TCP connections were made so far. */
  connections(): number;
  /** All bytes from clients as they came over TCP, encrypted ones as they are: what a listener on the wire sees. */
  wire(): Buffer;
  /** All bytes from clients after decryption: what the server itself sees. */
  clear(): Buffer;
  /** All requests so far, in order, over all connections. */
  requests(): LdapRequest[];
  /** Bytes that were no LDAP. */
  malformed(): Buffer[];
  /** Errors of TLS handshakes. */
  tlsErrors(): Error[];
  /** Closes the port and all connections. */
  stop(): Promise<void>;
}

/** Starts an LDAP server on a free port of 127.0.0.1 that is friendly but for one behaviour, and resolves once it listens. */
export async function startHostileLdap(
  behaviour: HostileBehaviour,
  options: HostileLdapOptions = {},
): Promise<HostileLdap> {
  if (options.ldaps === true && options.tls === undefined) throw new Error('ldaps needs a certificate');
  const seen: Sightings = { connections: 0, wire: [], clear: [], requests: [], malformed: [], tlsErrors: [] };
  const sockets = new Set<Socket>();
  const answer = answers(behaviour, options);
  const server = createServer((socket) => {
    seen.connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    if (!rude(behaviour, socket, seen)) {
      openSession(socket, seen, { tls: options.tls, implicit: options.ldaps === true }, answer);
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening TCP server has a port');
  return {
    url: `${options.ldaps === true ? 'ldaps' : 'ldap'}://127.0.0.1:${address.port}`,
    port: address.port,
    connections: () => seen.connections,
    wire: () => Buffer.concat(seen.wire),
    clear: () => Buffer.concat(seen.clear),
    requests: () => [...seen.requests],
    malformed: () => [...seen.malformed],
    tlsErrors: () => [...seen.tlsErrors],
    stop: async () => {
      if (!server.listening) return;
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Deals with a connection below LDAP and TLS, if that is the behaviour; true if so. */
function rude({ kind }: HostileBehaviour, socket: Socket, seen: Sightings): boolean {
  if (kind !== 'silent' && kind !== 'http' && kind !== 'close-at-once') return false;
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    seen.wire.push(chunk);
    if (kind === 'http' && socket.writable) socket.end(httpAnswer);
  });
  if (kind === 'close-at-once') socket.end();
  return true;
}

function answers(behaviour: HostileBehaviour, options: HostileLdapOptions) {
  const { when = () => true } = options;
  const reaction = reactionOf(behaviour);
  const search = directory(options.ldif);
  return (request: LdapRequest, session: Session): void => {
    if (request.operation === 'bind') session.boundDn = request.dn;
    if (reaction?.meantFor(request) && when(request)) reaction.react(request, session);
    else answerProperly(request, session, search, options.tls !== undefined);
  };
}

function answerProperly(request: LdapRequest, session: Session, search: Directory, startTls: boolean): void {
  if (request.operation === 'abandon') return;
  if (request.operation === 'unbind') session.hangUp();
  else session.send(properAnswer(request, session, search, startTls));
  if (request.operation === 'startTls' && startTls && !request.secured) session.startTls();
}

function properAnswer(request: LdapRequest, session: Session, search: Directory, startTls: boolean): Buffer {
  switch (request.operation) {
    case 'search':
      return search(request);
    case 'whoami':
      return whoamiResult(request, session.boundDn === '' ? '' : `dn:${session.boundDn}`);
    case 'startTls':
      // RFC 4511 section 4.14: protocolError if unknown, operationsError if TLS is there already.
      return result(request, { code: !startTls ? 2 : request.secured ? 1 : 0 });
    case 'extended':
      return result(request, { code: 2, message: 'unsupported extended operation' });
    default:
      return result(request, { code: 0 });
  }
}
