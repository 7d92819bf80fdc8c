import type { Duplex } from 'node:stream';
import type { SshHop } from '../../src-shared/model/route';
import { type Address, connectTcp, type Endpoint, lookUp } from './tcp';

/** What carries bytes to a server: a TCP socket, or a channel inside an SSH connection that behaves like one. */
export interface Connection extends Duplex {
  /** Bytes that came so far. */
  readonly bytesRead: number;
  /** This end's own address, where it is known. */
  readonly localAddress?: string | undefined;
  setNoDelay(on?: boolean): unknown;
  setKeepAlive(on?: boolean, delayMs?: number): unknown;
  setTimeout(ms: number, listener?: () => void): unknown;
}

/** A place from which names are looked up and connections are opened: this computer, or the far end of an SSH route. */
export interface Network {
  /** `user@host` of the far end; absent: this computer. */
  readonly via?: string;
  /** The SSH hosts on the way to it, as they are really reached; absent: this computer. */
  readonly way?: readonly SshHop[];
  /** Every address of a name in that place's order. Throws AppError `net.nameUnknown`, `net.nameTrouble`, `net.timeout`. */
  lookUp(host: string, signal: AbortSignal, limitMs: number): Promise<Address[]>;
  /** Opens a connection to the first of `addresses` that answers, within `limitMs` in all. Throws AppError `net.*`, `ssh.*`. */
  connect(
    addresses: readonly Address[],
    endpoint: Endpoint,
    signal: AbortSignal,
    limitMs: number,
  ): Promise<{ socket: Connection; address: string }>;
}

export const thisComputer: Network = { lookUp, connect: connectTcp };
