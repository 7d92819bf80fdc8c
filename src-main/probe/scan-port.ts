import type { PortSeen, WaySeen } from '../../src-shared/model/probe';
import type { Connection, Network } from '../net/network';
import type { Address } from '../net/tcp';
import { noMask } from './mail-mask';
import { ehloNameFor } from './probe-request';
import { SmtpChannel } from './smtp-channel';
import { sayHello } from './smtp-hello';
import { endingOf, StageEnd } from './stage-end';
import { anyTls, judgedTls, tlsHandshake } from './tls-handshake';
import { Transcript } from './transcript';
import { connectTrial, type TrialTarget, tryTlsVersions } from './trials';

/** One port to be looked at, and under which limits. */
export interface PortLook {
  network: Network;
  host: string;
  port: number;
  addresses: readonly Address[];
  /** Aborts when the user cancels or the time of the whole scan is over. */
  signal: AbortSignal;
  /** TCP connection. */
  connectMs: number;
  /** Each reply and each handshake. */
  stepMs: number;
}

const channelOn = (socket: Connection) => new SmtpChannel(socket, new Transcript(noMask), noMask);

/**
 * Sees what a port offers in clear, by STARTTLS and by TLS from the start, and which TLS versions it takes. Says EHLO and
 * nothing more; never logs in. Rejects with `work.cancelled` once `signal` is aborted, and for bugs.
 */
export async function scanPort(look: PortLook): Promise<PortSeen> {
  const { network, host, port, signal, connectMs, stepMs } = look;
  const seen: PortSeen = { port, ways: {}, tlsVersions: {} };
  let first: Connection;
  try {
    const connected = await network.connect(look.addresses, { host, port }, signal, connectMs);
    first = connected.socket;
    seen.address = connected.address;
  } catch (error) {
    return { ...seen, ending: endingOf(error, connectMs) };
  }
  const ehloName = ehloNameFor(first.localAddress);
  const target = { network, host, port, address: seen.address, ehloName, mask: noMask, signal, limitMs: stepMs };
  await lookBothWays(seen, target, first);
  const way = seen.ways.tls?.tls ? 'tls' : seen.ways.startTls?.tls ? 'startTls' : undefined;
  if (way) seen.tlsVersions = await tryTlsVersions(target, way);
  return seen;
}

/** Plain text and TLS at once: where one of them is spoken, the other is mostly a long silence. */
async function lookBothWays(seen: PortSeen, target: TrialTarget, first: Connection): Promise<void> {
  const enough = new AbortController();
  const plainTarget = { ...target, signal: AbortSignal.any([target.signal, enough.signal]) };
  const plain = lookPlain(seen, plainTarget, first).catch((error: unknown) => {
    if (!enough.signal.aborted || target.signal.aborted) throw error;
  });
  const tls = lookTls(target).then((way) => {
    seen.ways.tls = way;
    if (way.tls) enough.abort();
  });
  const ended = await Promise.allSettled([plain, tls]);
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

type Keep = <T extends Connection>(socket: T) => T;

/** Runs one way, and closes the connections it kept. What the server did wrong becomes the way's ending. */
async function onWay(limitMs: number, way: WaySeen, run: (keep: Keep) => Promise<void>): Promise<WaySeen> {
  const sockets: Connection[] = [];
  try {
    await run((socket) => {
      sockets.push(socket);
      return socket;
    });
    return way;
  } catch (error) {
    return { ...way, ending: endingOf(error, limitMs) };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function lookPlain(seen: PortSeen, target: TrialTarget, socket: Connection): Promise<void> {
  const { signal, limitMs, ehloName } = target;
  const channel = channelOn(socket);
  const clear: WaySeen = {};
  try {
    seen.ways.none = await onWay(limitMs, clear, async () => {
      const { reply } = await channel.reply('Greeting', signal, limitMs);
      seen.greeting = reply;
      if (reply.code !== 220) throw new StageEnd({ kind: 'refused', reply }, 'Greeting');
      clear.offer = (await sayHello(channel, ehloName, signal, limitMs)).offer;
    });
    if (clear.offer?.startTls) seen.ways.startTls = await lookStartTls(target, channel);
  } finally {
    socket.destroy();
  }
}

async function lookStartTls(target: TrialTarget, channel: SmtpChannel): Promise<WaySeen> {
  const { signal, limitMs, ehloName, host } = target;
  const way: WaySeen = {};
  return onWay(limitMs, way, async (keep) => {
    const { reply } = await channel.ask('STARTTLS', 'TLS', signal, limitMs);
    if (reply.code !== 220) throw new StageEnd({ kind: 'refused', reply }, 'TLS');
    const secured = keep(await tlsHandshake(channel.release('TLS'), host, anyTls, signal, limitMs));
    way.tls = judgedTls(secured, host, undefined);
    way.offer = (await sayHello(channelOn(secured), ehloName, signal, limitMs)).offer;
  });
}

async function lookTls(target: TrialTarget): Promise<WaySeen> {
  const { signal, limitMs, ehloName, host } = target;
  const way: WaySeen = {};
  return onWay(limitMs, way, async (keep) => {
    const plain = keep(await connectTrial(target));
    const secured = keep(await tlsHandshake(plain, host, anyTls, signal, limitMs));
    way.tls = judgedTls(secured, host, undefined);
    const channel = channelOn(secured);
    const { reply } = await channel.reply('Greeting', signal, limitMs);
    if (reply.code !== 220) throw new StageEnd({ kind: 'refused', reply }, 'Greeting');
    way.offer = (await sayHello(channel, ehloName, signal, limitMs)).offer;
  });
}
