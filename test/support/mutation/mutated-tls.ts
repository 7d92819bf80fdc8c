import type { Duplex } from 'node:stream';
import { createSecureContext, type SecureContext, type SecureVersion, TLSSocket } from 'node:tls';
import type { TestCertificate } from '../certificates';
import { memoryConnection } from './memory-connection';
import { mutate } from './mutators';
import type { Random } from './random';

const contexts = new Map<string, SecureContext>();

/** Made once: to read the certificate and its key takes longer than a handshake. */
function contextOf({ cert, key }: TestCertificate, maxVersion: SecureVersion): SecureContext {
  const which = `${maxVersion} ${cert}`;
  const context = contexts.get(which) ?? createSecureContext({ cert, key, maxVersion });
  contexts.set(which, context);
  return context;
}

/**
 * Speaks TLS as a server over a connection, and changes a piece of what goes out: hello and certificate, which TLS 1.2 sends
 * in clear, or a later record. Gives the inside of it, over which `replay` may speak.
 */
export function mutatedTls(socket: Duplex, certificate: TestCertificate, random: Random): Duplex {
  const { client: near, server: far } = memoryConnection();
  const maxVersion: SecureVersion = random.chance(0.7) ? 'TLSv1.2' : 'TLSv1.3';
  const inside = new TLSSocket(far, { isServer: true, secureContext: contextOf(certificate, maxVersion) });
  inside.on('error', () => {});
  const changed = random.chance(0.8) ? random.below(4) : -1;
  let pieces = 0;
  near.on('data', (piece: Buffer) => {
    const out = pieces === changed ? mutate([piece], random, [[piece]]) : [piece];
    pieces += 1;
    for (const bytes of out) if (socket.writable) socket.write(bytes);
  });
  socket.on('data', (piece) => near.writable && near.write(piece));
  near.on('error', () => {}).once('close', () => socket.destroy());
  socket.on('error', () => {}).once('close', () => near.destroy());
  return inside;
}
