import type net from 'node:net';
import tls from 'node:tls';

/** How long a peer may take to finish a handshake. */
const handshakeLimitMs = 30_000;

/**
 * Puts TLS on an accepted connection and gives the new socket, which emits `secure` once the handshake is done.
 * From then on only that socket may be ended or destroyed, not the one below it. A failed handshake destroys it.
 */
export function acceptTls(below: net.Socket, secureContext: tls.SecureContext): tls.TLSSocket {
  const socket = new tls.TLSSocket(below, { isServer: true, secureContext });
  const tooSlow = () => socket.destroy();
  socket.setTimeout(handshakeLimitMs, tooSlow);
  socket.once('secure', () => socket.setTimeout(0, tooSlow));
  // The peer is gone or does not speak TLS; there is nobody left to tell.
  socket.on('error', () => socket.destroy());
  return socket;
}
