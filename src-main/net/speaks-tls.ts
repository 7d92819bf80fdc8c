import { AppError } from '../base/app-error';
import { type Network, thisComputer } from './network';
import type { Endpoint } from './tcp';
import { startTls } from './tls';

/** Failures of a handshake in which the other side did speak TLS. */
const SPOKEN = ['tls.untrusted', 'tls.changed', 'tls.keyUsage', 'tls.old'];

/**
 * Whether the port speaks TLS from its first byte, asked over a connection of its own that carries the handshake and
 * nothing else. `address` is the IP address of `host`. False too if it cannot be reached within `limitMs`.
 */
export async function speaksTls(
  address: string,
  { host, port }: Endpoint,
  signal: AbortSignal,
  limitMs: number,
  network: Network = thisComputer,
): Promise<boolean> {
  try {
    const addresses = [{ address, family: address.includes(':') ? 6 : 4 } as const];
    const { socket } = await network.connect(addresses, { host, port }, signal, limitMs);
    const secured = await startTls(socket, { host, at: address }, signal, limitMs);
    secured.socket.destroy();
    return true;
  } catch (error) {
    if (error instanceof AppError) return SPOKEN.includes(error.code);
    throw error;
  }
}
