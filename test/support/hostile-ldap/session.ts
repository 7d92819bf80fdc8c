import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { createSecureContext, type SecureContextOptions, TLSSocket } from 'node:tls';
import { type LdapRequest, readRequest, splitMessages } from './message';

/** What one hostile server has seen, over all its connections, in the order of arrival. */
export interface Sightings {
  connections: number;
  /** Every byte as it came over TCP, so under TLS in its encrypted form. */
  wire: Buffer[];
  /** Every byte that was meant for the LDAP server, decrypted. */
  clear: Buffer[];
  requests: LdapRequest[];
  /** Bytes that were no LDAP message; the connection ended there. */
  malformed: Buffer[];
  /** What TLS said of handshakes that failed, e.g. that the client did not like the certificate. */
  tlsErrors: Error[];
}

/** One connection of a client, through which a behaviour speaks. */
export interface Session {
  /** The DN of the last bind. */
  boundDn: string;
  send(bytes: Buffer): void;
  /** Sends all pieces, as fast as the client takes them; ends early if the client hangs up. */
  sendAll(pieces: Iterable<Buffer>): Promise<void>;
  hangUp(): void;
  /** Expects a TLS handshake from now on. */
  startTls(): void;
  /** Calls `work` at intervals for as long as the connection lasts. */
  every(milliseconds: number, work: () => void): void;
}

/** The TCP connection as a stream that shows every byte to the record before anybody else reads it. */
function tap(socket: Socket, seen: Sightings): Duplex {
  const duplex = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Buffer, _encoding, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    seen.wire.push(chunk);
    if (!duplex.push(chunk)) socket.pause();
  });
  socket.on('end', () => duplex.push(null));
  socket.on('close', () => duplex.destroy());
  // A client that hangs up on a hostile server does the right thing.
  socket.on('error', () => duplex.destroy());
  duplex.on('error', () => {});
  return duplex;
}

/**
 * Serves one client: hands every whole request to `onRequest`. With `tls` and `implicit` the handshake comes first.
 */
export function openSession(
  socket: Socket,
  seen: Sightings,
  { tls, implicit }: { tls: SecureContextOptions | undefined; implicit: boolean },
  onRequest: (request: LdapRequest, session: Session) => void,
): void {
  const plain = tap(socket, seen);
  let stream = plain;
  let pending: Buffer = Buffer.alloc(0);
  const receive = (chunk: Buffer): void => {
    seen.clear.push(chunk);
    const requests = read(Buffer.concat([pending, chunk]));
    if (requests === undefined) {
      seen.malformed.push(chunk);
      session.hangUp();
    } else for (const request of requests) answer(request);
  };
  /** The requests at the front of `bytes`, or undefined if these are not requests. */
  const read = (bytes: Buffer): LdapRequest[] | undefined => {
    try {
      const { messages, rest } = splitMessages(bytes);
      pending = rest;
      return messages.map((message) => readRequest(message, stream !== plain));
    } catch {
      // The caller records the bytes and ends the connection, as a real server does.
      return undefined;
    }
  };
  const answer = (request: LdapRequest): void => {
    seen.requests.push(request);
    onRequest(request, session);
  };
  const session: Session = {
    boundDn: '',
    send: (bytes) => {
      if (stream.writable) stream.write(bytes);
    },
    sendAll: async (pieces) => {
      for (const piece of pieces) {
        if (!stream.writable) return;
        if (!stream.write(piece)) await drained(stream);
      }
    },
    hangUp: () => void stream.end(),
    startTls: () => {
      plain.off('data', receive);
      // What came in clear must not be read as a beginning of what comes encrypted.
      pending = Buffer.alloc(0);
      const secured = new TLSSocket(plain, { isServer: true, secureContext: createSecureContext(tls) });
      secured.on('error', (error) => {
        seen.tlsErrors.push(error);
        plain.destroy();
      });
      secured.on('data', receive);
      stream = secured;
    },
    every: (milliseconds, work) => {
      const timer = setInterval(work, milliseconds);
      socket.once('close', () => clearInterval(timer));
    },
  };
  plain.on('data', receive);
  if (implicit) session.startTls();
}

/** Resolves when the stream takes more, or will take nothing more. */
const drained = (stream: Duplex): Promise<void> =>
  new Promise((resolve) => {
    const settle = (): void => {
      stream.off('drain', settle).off('close', settle);
      resolve();
    };
    stream.on('drain', settle).on('close', settle);
  });
