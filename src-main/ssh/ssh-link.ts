import type { Duplex } from 'node:stream';
import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { withDeadline } from '../net/deadline';
import { hostKey } from '../net/host-name';
import { thisComputer } from '../net/network';
import { place } from '../net/tcp';
import { ChannelConnection } from './channel-connection';
import type { HopSecrets } from './hop-secrets';
import type { HostKeys } from './host-keys';
import type { Asker } from './login-answers';
import { LoginClock } from './login-clock';
import type { OpenKey } from './open-key';
import type { HopPlan } from './route-plan';
import { SshClient } from './ssh-client';
import { dropped, forwardFailure, handshakeFailure, handshakeLate, mustChange } from './ssh-failure';
import { SshLogin } from './ssh-login';
import type { AskUser, SshLimits } from './ssh-options';

/** An SSH connection that is logged in. */
export interface SshLink {
  client: SshClient;
  /** `user@host`. */
  via: string;
  user: string;
  host: string;
  /** `host:port` and the address, where it was looked up here. */
  at: string;
  close(): void;
}

/** An SSH connection whose host key was accepted, before the login. */
export interface Greeted {
  /** Its place, type and fingerprint of the host key, as a note. */
  hostKey: Message;
  /** Logs in and gives the connection with how it was done. */
  logIn(): Promise<{ link: SshLink; method: Message }>;
}

export interface LinkTools {
  hostKeys: HostKeys;
  secrets: HopSecrets;
  ask: AskUser;
  openKey: OpenKey;
  /** Whether somebody waits who can be asked. */
  mayAsk(): boolean;
  /** The last host of the route, unless it is this one. */
  wayTo?: HopPlan;
  limits: SshLimits;
  signal: AbortSignal;
}

/**
 * Connects to an SSH server, through a channel of `before` if that is given, and judges its host key. Throws AppError
 * `net.*`, `ssh.*`, `work.cancelled`; everything that was opened is closed then.
 */
export async function greet(plan: HopPlan, before: SshLink | undefined, tools: LinkTools): Promise<Greeted> {
  const { limits, signal, hostKeys } = tools;
  const { stream, at } = await openStream(plan, before, tools);
  const check = await hostKeys.check(plan, at).catch((error: unknown) => {
    stream.destroy();
    throw error;
  });
  const { keepAliveMs, keepAliveMisses } = limits;
  const { preferred, accepts } = check;
  const client = new SshClient(stream, plan.user, { preferred, accepts, keepAliveMs, keepAliveMisses });
  const stop = () => client.destroy();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const failed = async () => {
      throw check.refusal() ?? handshakeFailure(await client.ending, at, plan.host);
    };
    const late = () => handshakeLate(client.soFar, at);
    await withDeadline(limits.handshakeMs, signal, () => client.handshake().catch(failed), late);
  } catch (error) {
    client.destroy();
    throw signal.aborted ? new AppError('work.cancelled') : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  return {
    hostKey: check.described(place(plan)) ?? verbatim(place(plan)),
    logIn: () => logIn(client, plan, at, tools),
  };
}

async function openStream(
  plan: HopPlan,
  before: SshLink | undefined,
  { limits, signal }: LinkTools,
): Promise<{ stream: Duplex; at: string }> {
  if (before) {
    const at = `${place(plan)} via ${before.host}`;
    const late = () => new AppError('net.timeout', { at });
    const open = async () => {
      try {
        const channel = await before.client.forward(plan.host, plan.port);
        return new ChannelConnection(channel, () => before.client.isOver);
      } catch (error) {
        const failure = forwardFailure(error, plan, before.at);
        throw failure instanceof AppError ? failure : dropped(await before.client.ending, before.at, before.host);
      }
    };
    return { stream: await withDeadline(limits.connectMs, signal, open, late), at };
  }
  const addresses = await thisComputer.lookUp(plan.host, signal, limits.connectMs);
  const { socket, address } = await thisComputer.connect(addresses, plan, signal, limits.connectMs).catch(refusedBySsh);
  return { stream: socket, at: address === plan.host ? place(plan) : `${place(plan)} (${address})` };
}

/** A refused connection means something else here than at an LDAP port: the route is the remedy there, and the trouble here. */
function refusedBySsh(error: unknown): never {
  if (error instanceof AppError && error.code === 'net.refused') {
    throw new AppError('ssh.refused', error.about, { cause: error });
  }
  throw error;
}

async function logIn(client: SshClient, plan: HopPlan, at: string, tools: LinkTools) {
  const { limits, signal, secrets, ask, openKey, mayAsk } = tools;
  const clock = new LoginClock(limits.loginMs);
  const via = `${plan.user}@${plan.host}`;
  const asker = askerOf(plan, tools.wayTo);
  const login = new SshLogin(plan, {
    secrets,
    ask,
    openKey,
    mayAsk,
    signal,
    clock,
    promptMs: limits.promptMs,
    asker,
    at,
  });
  let stop = () => {};
  const cancelled = new Promise<never>((_, reject) => {
    stop = () => reject(new AppError('work.cancelled'));
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
  });
  const late = clock.late.then(() => {
    throw new AppError('net.timeout', { at, reason: message('failure.reason.loginUnfinished') });
  });
  late.catch(() => {});
  try {
    await Promise.race([
      client.login((methods, partial) => login.next(methods, partial)),
      login.failed,
      cancelled,
      late,
    ]);
    const link: SshLink = { client, via, user: plan.user, host: plan.host, at, close: () => client.destroy() };
    return { link, method: login.method };
  } catch (error) {
    client.destroy();
    if (error instanceof Error) throw error;
    // The connection ended: with a reason of the protocol, e.g. too many tries, it is a refusal.
    const end = await client.ending;
    throw typeof end.error?.code === 'number'
      ? login.refused(end.error.message)
      : (mustChange(end, at, plan.user) ?? dropped(end, at, plan.host));
  } finally {
    clock.stop();
    signal.removeEventListener('abort', stop);
  }
}

/** A name in letters of another script is shown by its punycode: it could look like that of another host. */
const nameOf = ({ user, host, port }: HopPlan): string => `${user}@${place({ host: hostKey(host), port })}`;

const askerOf = (plan: HopPlan, wayTo: HopPlan | undefined): Asker => ({
  from: nameOf(plan),
  ...(wayTo ? { wayTo: nameOf(wayTo) } : {}),
});
