import { AppError } from '../app-error';
import { connectTcp, type Endpoint } from '../net/tcp';
import { startTls } from '../net/tls';

/** Failures of a handshake in which the other side did speak TLS. */
const SPOKEN = ['tls.untrusted', 'tls.changed', 'tls.old'];

/**
 * Whether a port that stayed silent speaks TLS: a plain client waits for a greeting there, and the server for a handshake.
 * Says nothing over the connection but the handshake, and closes it.
 */
export async function speaksTls(
  address: string,
  { host, port }: Endpoint,
  signal: AbortSignal,
  limitMs: number,
): Promise<boolean> {
  try {
    const { socket } = await connectTcp(
      [{ address, family: address.includes(':') ? 6 : 4 }],
      { host, port },
      signal,
      limitMs,
    );
    const secured = await startTls(socket, { host, at: address }, signal, limitMs);
    secured.socket.destroy();
    return true;
  } catch (error) {
    if (error instanceof AppError) return SPOKEN.includes(error.code);
    throw error;
  }
}
