import { isIPv6 } from 'node:net';
import { type TlsVersion, tlsVersions } from '../../src-shared/model/mail-server';
import type { OfferSeen, SmtpReply, TrialSeen } from '../../src-shared/model/probe';
import { AppError } from '../base/app-error';
import { nodeCode } from '../net/net-error';
import type { Connection, Network } from '../net/network';
import type { Mask } from './mail-mask';
import { SmtpChannel } from './smtp-channel';
import { sayHello } from './smtp-hello';
import { StageEnd } from './stage-end';
import { anyTls, judgedTls, safeTls, type TlsRange, tlsHandshake } from './tls-handshake';
import { Transcript } from './transcript';

/** Where a second connection goes, and how long each of its steps may take. */
export interface TrialTarget {
  network: Network;
  host: string;
  port: number;
  address: string;
  ehloName: string;
  mask: Mask;
  signal: AbortSignal;
  limitMs: number;
}

const oldTls: TlsRange = { least: '1.0', most: '1.1' };

/** What an SMTP server answers with a number, and another service with words of its own. */
const NUDGE = 'QUIT\r\n\r\n';

export function connectTrial({ network, host, port, address, signal, limitMs }: TrialTarget): Promise<Connection> {
  const family = isIPv6(address) ? 6 : 4;
  return network.connect([{ address, family }], { host, port }, signal, limitMs).then(({ socket }) => socket);
}

/**
 * Opens a connection of its own, lets `body` speak over it and closes it. Undefined where the other side did not play
 * along: refused, dropped, late or not SMTP. Rejects for a cancelled work and for bugs.
 */
async function onTrial<T>(
  target: TrialTarget,
  body: (socket: Connection, channel: () => SmtpChannel) => Promise<T>,
): Promise<T | undefined> {
  let socket: Connection | undefined;
  try {
    socket = await connectTrial(target);
    const plain = socket;
    return await body(plain, () => new SmtpChannel(plain, new Transcript(target.mask), target.mask));
  } catch (error) {
    if (error instanceof AppError && error.code !== 'work.cancelled') return undefined;
    if (error instanceof Error && 'received' in error) return undefined; // a handshake that failed
    throw error;
  } finally {
    socket?.destroy();
  }
}

/** An alert, or a choice of another version: only what speaks TLS answers a ClientHello like that. */
const ANSWERED_IN_TLS = /^ERR_SSL_\w*ALERT|^ERR_SSL_UNSUPPORTED_PROTOCOL$/;

/** Whether a port that gives no greeting in plain text speaks TLS, and how it greets and what it offers then. */
export async function tryTls(target: TrialTarget): Promise<TrialSeen> {
  const seen = await onTrial(target, async (plain) => {
    try {
      const secured = await tlsHandshake(plain, target.host, anyTls, target.signal, target.limitMs);
      const tls = judgedTls(secured, target.host, undefined);
      const greeted = await greetedOn(channelOn(secured, target), target);
      secured.destroy();
      return { kind: 'tls' as const, spoken: true, tls, ...greeted };
    } catch (error) {
      // A StageEnd: the handshake was made, and the connection closed behind it.
      if (!(error instanceof StageEnd) && !ANSWERED_IN_TLS.test(nodeCode(error) ?? '')) throw error;
      return { kind: 'tls' as const, spoken: true };
    }
  });
  return seen ?? { kind: 'tls', spoken: false };
}

const channelOn = (socket: Connection, { mask }: TrialTarget) => new SmtpChannel(socket, new Transcript(mask), mask);

interface Greeted {
  greeting?: SmtpReply;
  offer?: OfferSeen;
}

/** Greeting and offer, as far as they come. */
async function greetedOn(channel: SmtpChannel, target: TrialTarget): Promise<Greeted> {
  const seen: Greeted = {};
  try {
    const { reply } = await channel.reply('Greeting', target.signal, target.limitMs);
    seen.greeting = reply;
    if (reply.code === 220)
      seen.offer = (await sayHello(channel, target.ehloName, target.signal, target.limitMs)).offer;
  } catch (error) {
    if (!(error instanceof StageEnd)) throw error;
  }
  return seen;
}

/** How a port greets in plain text where a handshake failed. A silent service is nudged once. */
export async function tryPlain(target: TrialTarget): Promise<TrialSeen> {
  const { signal, limitMs } = target;
  const seen = await onTrial(target, async (socket, open) => {
    const channel = open();
    const heard = await channel.reply('Greeting', signal, limitMs).catch(onlyStageEnd);
    if ('said' in heard) {
      const said = heard.said ?? (await readAfterNudge(socket, channel, signal, limitMs));
      return { kind: 'plain' as const, said };
    }
    const offer = heard.reply.code === 220 ? await offerOn(channel, target) : undefined;
    return { kind: 'plain' as const, greeting: heard.reply, said: '', ...(offer ? { offer } : {}) };
  });
  return seen ?? { kind: 'plain', said: '' };
}

async function offerOn(channel: SmtpChannel, { ehloName, signal, limitMs }: TrialTarget) {
  const greeted = await sayHello(channel, ehloName, signal, limitMs).catch(onlyStageEnd);
  return 'offer' in greeted ? greeted.offer : undefined;
}

/** What a connection that stayed silent says to a nudge; `''` for nothing. */
export async function readAfterNudge(
  socket: Connection,
  channel: SmtpChannel,
  signal: AbortSignal,
  limitMs: number,
): Promise<string> {
  if (!socket.writable) return '';
  socket.write(NUDGE);
  const answer = await channel.reply('Greeting', signal, limitMs).catch(onlyStageEnd);
  return 'said' in answer ? (answer.said ?? '') : '';
}

function onlyStageEnd(error: unknown): { said: string | undefined } {
  if (!(error instanceof StageEnd)) throw error;
  return { said: error.ending.kind === 'broken' ? error.ending.said : undefined };
}

/** What a server offers behind STARTTLS. Nothing is sent but EHLO, so its certificate is only looked at. */
export async function tryStartTls(target: TrialTarget): Promise<TrialSeen> {
  const seen = await onTrial(target, async (_, open) => {
    const plain = await agreeToTls(open(), target);
    const secured = await tlsHandshake(plain, target.host, safeTls, target.signal, target.limitMs);
    const tls = judgedTls(secured, target.host, undefined);
    const offer = await offerOn(channelOn(secured, target), target);
    secured.destroy();
    return { kind: 'startTls' as const, tls, ...(offer ? { offer } : {}) };
  });
  return seen ?? { kind: 'startTls' };
}

/** Greeting, EHLO and STARTTLS; gives the socket on which the server waits for a handshake. */
async function agreeToTls(channel: SmtpChannel, { signal, limitMs, ehloName }: TrialTarget): Promise<Connection> {
  const { reply: greeting } = await channel.reply('Greeting', signal, limitMs);
  if (greeting.code !== 220) throw new StageEnd({ kind: 'refused', reply: greeting }, 'Greeting');
  await sayHello(channel, ehloName, signal, limitMs);
  const { reply } = await channel.ask('STARTTLS', 'TLS', signal, limitMs);
  if (reply.code !== 220) throw new StageEnd({ kind: 'refused', reply }, 'TLS');
  return channel.release('TLS');
}

/** Errors of this computer's own library, before anything was sent: they say nothing about the server. */
const OWN_FAULT = /^ERR_TLS_|^ERR_SSL_(NO_PROTOCOLS_AVAILABLE|NO_CIPHERS_AVAILABLE|INVALID_COMMAND)$/;

/** What the server said to a handshake; undefined if it was not asked, or gave no answer in time. */
async function tryHandshake(
  target: TrialTarget,
  way: 'tls' | 'startTls',
  range: TlsRange,
): Promise<{ protocol?: string } | undefined> {
  return onTrial(target, async (socket, open) => {
    const plain = way === 'tls' ? socket : await agreeToTls(open(), target);
    try {
      const secured = await tlsHandshake(plain, target.host, range, target.signal, target.limitMs);
      const protocol = secured.getProtocol() ?? 'TLS';
      secured.destroy();
      return { protocol };
    } catch (error) {
      if (error instanceof AppError || OWN_FAULT.test(nodeCode(error) ?? '')) throw error;
      return {};
    }
  });
}

/** Whether a server that fails with TLS 1.2 and newer takes an older version. */
export async function tryOldTls(target: TrialTarget, way: 'tls' | 'startTls'): Promise<TrialSeen> {
  return { kind: 'oldTls', ...(await tryHandshake(target, way, oldTls)) };
}

/** Which TLS versions a server takes, each tried alone on a connection of its own, all at once. */
export async function tryTlsVersions(
  target: TrialTarget,
  way: 'tls' | 'startTls',
): Promise<Partial<Record<TlsVersion, boolean>>> {
  const answers = await Promise.all(
    tlsVersions.map(async (version) => {
      const answer = await tryHandshake(target, way, { least: version, most: version });
      return answer ? [[version, answer.protocol !== undefined] as const] : [];
    }),
  );
  return Object.fromEntries(answers.flat());
}
