import dns from 'node:dns/promises';
import net from 'node:net';
import { AppError } from '../base/app-error';
import { withDeadline } from './deadline';
import { netError } from './net-error';

export interface Endpoint {
  host: string;
  port: number;
}
export interface Address {
  address: string;
  family: 4 | 6;
}

/** `host:port`, with an IPv6 address in brackets. */
export const place = ({ host, port }: Endpoint): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/**
 * Looks a name up as every other program on this computer does (the system's resolver, hosts file included).
 * Gives every address in the system's order. Throws AppError `net.nameUnknown`, `net.nameTrouble` or `net.timeout`.
 */
export async function lookUp(host: string, signal: AbortSignal, limitMs: number): Promise<Address[]> {
  const find = async () => {
    const found = await dns.lookup(host, { all: true, verbatim: true });
    return found.map(({ address, family }): Address => ({ address, family: family === 6 ? 6 : 4 }));
  };
  try {
    return await withDeadline(limitMs, signal, find, () => new AppError('net.timeout', { at: host }));
  } catch (error) {
    throw netError(error, host);
  }
}

/** A name of a thousand addresses must leave the first ones the time that a distant server takes. */
const MAX_SHARES = 10;

/**
 * Opens a TCP connection to the first of `addresses` that answers, one after the other, within `limitMs` in all.
 * Gives the socket and the address. Throws the AppError of the last address tried. The socket keeps no time-out of its own.
 */
export async function connectTcp(
  addresses: readonly Address[],
  { host, port }: Endpoint,
  signal: AbortSignal,
  limitMs: number,
): Promise<{ socket: net.Socket; address: string }> {
  const until = Date.now() + limitMs;
  let failure: Error | undefined;
  for (const [index, { address }] of addresses.entries()) {
    const share = (until - Date.now()) / Math.min(addresses.length - index, MAX_SHARES);
    if (share <= 0) break;
    const at = address === host ? place({ host, port }) : `${place({ host, port })} (${address})`;
    try {
      return { socket: await openSocket(address, port, signal, share, at), address };
    } catch (error) {
      failure = netError(error, at);
      if (signal.aborted) throw failure;
    }
  }
  throw failure ?? new AppError('net.nameUnknown', { at: host });
}

function openSocket(address: string, port: number, signal: AbortSignal, limitMs: number, at: string) {
  const open = (inTime: AbortSignal) =>
    new Promise<net.Socket>((resolve, reject) => {
      const socket = net.connect({ host: address, port });
      const stop = () => {
        socket.destroy();
        reject(new AppError('work.cancelled'));
      };
      inTime.addEventListener('abort', stop, { once: true });
      const settle = () => inTime.removeEventListener('abort', stop);
      socket.once('error', (error) => {
        settle();
        reject(error);
      });
      socket.once('connect', () => {
        settle();
        socket.removeAllListeners('error');
        socket.on('error', () => {}); // later errors reach whoever uses the socket through 'close'
        socket.setNoDelay(true);
        resolve(socket);
      });
    });
  return withDeadline(limitMs, signal, open, () => new AppError('net.timeout', { at }));
}
