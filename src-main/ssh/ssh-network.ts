import net from 'node:net';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { withDeadline } from '../net/deadline';
import type { Connection, Network } from '../net/network';
import { type Address, type Endpoint, place } from '../net/tcp';
import { ChannelConnection } from './channel-connection';
import { run } from './remote-command';
import type { RealHop } from './route-plan';
import type { Slots } from './slots';
import { dropped, forwardFailure } from './ssh-failure';
import type { SshLink } from './ssh-link';

/** What a host name may be made of where it is put into a command line (RFC 1123 section 2.1, and `_` as it is in use). */
const HOST_NAME = /^(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_.])?$/;
/** getent(1): one or more keys were not found. */
const NOT_FOUND = 2;
const MAX_ADDRESSES = 32;
const MAX_OUTPUT = 16 * 1024;

interface Options {
  slots: Slots;
  lookUpMs: number;
  /** The hosts that were connected to, the far end last. */
  way: readonly RealHop[];
  /** Throws AppError unless the far end may connect there. */
  check(target: Endpoint): void;
}

/**
 * The network as the far end of an SSH connection sees it: connections are channels (`direct-tcpip`, RFC 4254 section 7.2),
 * and no port listens on this computer. `connect` throws what `check` throws as well.
 */
export function sshNetwork(link: SshLink, { slots, lookUpMs, way, check }: Options): Network {
  /** One channel to one address; it counts until it is closed. */
  async function open(target: Endpoint, signal: AbortSignal, limitMs: number): Promise<Connection> {
    const at = `${place(target)} from ${link.via}`;
    const began = performance.now();
    let waits = true;
    const late = () =>
      waits
        ? new AppError('ssh.tooManyChannels', { at, reason: message('failure.reason.channelsInUse') })
        : new AppError('net.timeout', { at });
    return withDeadline(
      limitMs,
      signal,
      async (inTime) => {
        const giveBack = await slots.take(inTime);
        waits = false;
        const channel = await link.client.forward(target.host, target.port).catch(async (error: unknown) => {
          giveBack();
          const failure = forwardFailure(error, target, at);
          throw failure instanceof AppError ? failure : dropped(await link.client.ending, link.at, link.host);
        });
        const socket = new ChannelConnection(channel, () => link.client.isOver);
        socket.once('close', giveBack);
        // It came after all, but nobody waits for it now.
        if (inTime.aborted || performance.now() - began > limitMs) socket.destroy();
        return socket;
      },
      late,
    );
  }

  return {
    via: link.via,
    way,

    async lookUp(host, signal, limitMs) {
      const family = net.isIP(host);
      if (family === 4 || family === 6) return [{ address: host, family }];
      // Where the far end cannot be asked, it still finds the name itself when a connection to it is opened.
      const itself: Address[] = [{ address: host, family: 4 }];
      // No resolver has to be asked what `localhost` is (RFC 6761 section 6.3).
      if (!HOST_NAME.test(host) || host.toLowerCase() === 'localhost') return itself;
      const found = await getent(link, host, signal, Math.min(lookUpMs, limitMs), slots);
      if (found === 'unknown') {
        throw new AppError('net.nameUnknown', {
          at: host,
          reason: message('failure.reason.getent', { via: link.via }),
        });
      }
      return found.length > 0 ? found : itself;
    },

    async connect(addresses, endpoint, signal, limitMs) {
      check(endpoint);
      const until = performance.now() + limitMs;
      // PermitOpen compares names as they are written (sshd_config(5)): a server that allows the name refuses its address.
      const hosts = [...addresses.map(({ address }) => address), ...(addresses.length > 0 ? [endpoint.host] : [])];
      const targets = [...new Set(hosts)];
      let failure: unknown = new AppError('net.nameUnknown', { at: endpoint.host });
      for (const [index, host] of targets.entries()) {
        const isAgain = index >= addresses.length && !addresses.some(({ address }) => address === host);
        if (isAgain && !(failure instanceof AppError && failure.code === 'ssh.forwardingRefused')) break;
        const share = (until - performance.now()) / (targets.length - index);
        if (share <= 0) break;
        try {
          return { socket: await open({ host, port: endpoint.port }, signal, share), address: host };
        } catch (error) {
          failure = error;
          if (signal.aborted || !(error instanceof AppError) || error.code === 'ssh.dropped') break;
        }
      }
      throw failure;
    },
  };
}

/** The addresses the far end's own resolver gives for a name; none where it cannot be asked or does not answer in time. */
async function getent(
  link: SshLink,
  host: string,
  signal: AbortSignal,
  limitMs: number,
  slots: Slots,
): Promise<Address[] | 'unknown'> {
  const ask = async (inTime: AbortSignal) => {
    const giveBack = await slots.take(inTime);
    try {
      return await run(link, `getent ahosts '${host}'`, { signal: inTime, maxBytes: MAX_OUTPUT });
    } finally {
      giveBack();
    }
  };
  const late = () => new AppError('net.timeout', { at: host });
  const answer = await withDeadline(limitMs, signal, ask, late).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code === 'ssh.dropped' || signal.aborted) throw error;
    return undefined;
  });
  if (answer?.status === NOT_FOUND && answer.output.length === 0 && answer.errors === '') return 'unknown';
  if (answer?.status !== 0) return [];
  return parseAhosts(answer.output.toString('latin1'));
}

/** `address STREAM name` lines, in their order (getent(1)). */
function parseAhosts(text: string): Address[] {
  const found = text.split('\n').flatMap((line) => /^(\S+)\s+STREAM\b/.exec(line)?.[1] ?? []);
  return [...new Set(found)].slice(0, MAX_ADDRESSES).flatMap((address): Address[] => {
    const family = net.isIP(address.split('%')[0] ?? '');
    return family === 0 ? [] : [{ address, family: family === 6 ? 6 : 4 }];
  });
}
