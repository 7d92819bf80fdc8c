import type { KeychainStatus } from '../../src-shared/model/keychain';
import type { SecretState, ServerSummary } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import type { Remembered } from './background-file';

/** How often and how long the checks in the background run, in ms. */
export interface CheckTimes {
  everyMs: number;
  /** At most this share of the pause is added, so that servers do not fall into step. */
  jitter: number;
  limitMs: number;
  /** The longest pause after failures. */
  mostMs: number;
  /** The first checks after the start are spread over this time. */
  firstMs: number;
}
export const checkTimes: CheckTimes = {
  everyMs: 5 * 60_000,
  jitter: 0.2,
  limitMs: 15_000,
  mostMs: 2 * 60 * 60_000,
  firstMs: 10_000,
};
export const CHECKS_AT_ONCE = 4;

/** The pause before the next check: doubled with each failure in a row. `random` is from 0 to 1. */
export function pauseAfter(failures: number, { everyMs, jitter, mostMs }: CheckTimes, random: number): number {
  const pause = Math.min(everyMs * 2 ** Math.min(failures, 30), Math.max(mostMs, everyMs));
  return Math.round(pause * (1 + jitter * random));
}

/** When a server is checked first, in ms since 1970: soon after the start, but not before its pause has passed. */
export function firstDue(
  { demo }: Pick<ServerSummary, 'demo'>,
  { health, failures }: Pick<Remembered, 'health' | 'failures'>,
  times: CheckTimes,
  random: () => number,
): number {
  const soon = Date.now() + Math.round(random() * (demo ? times.firstMs / 10 : times.firstMs));
  const last = health.at === undefined ? Number.NaN : Date.parse(health.at);
  return Number.isNaN(last) ? soon : Math.max(soon, last + pauseAfter(failures, times, random()));
}

/** What is known of a server beside its profile. */
export interface Known {
  /** Whether the user has reached it. */
  wasConnected: boolean;
  /** Whether the user has reached it since the app was started or unlocked. */
  reachedNow: boolean;
  /** Whether its answers held the console up, and the user has not asked it since. */
  isHeld: boolean;
}

/**
 * Why a server is not checked in the background, as a sentence; undefined if it may be. A check must not ask anybody
 * anything, must not go where the user never went, and must not hold the console up again.
 */
export function reasonToSkip(
  server: Pick<ServerSummary, 'demo' | 'mode' | 'route' | 'secrets'>,
  keychain: KeychainStatus['kind'],
  { wasConnected, reachedNow, isHeld }: Known,
): Message | undefined {
  if (isHeld) return message('servers.unchecked.held');
  if (server.demo) return undefined;
  if (!wasConnected) return message('servers.unchecked.notReached');
  const { mode, route, secrets } = server;
  if (mode === 'plain' && !reachedNow) return message('servers.unchecked.clearText');
  if (route.kind === 'ssh' && route.login === 'interactive') return message('servers.unchecked.sshAsks');
  if (keychain !== 'open' && keychain !== 'unknown') return message('servers.unchecked.keychain');
  if (secrets.bindPassword !== 'stored') return notStored(secrets.bindPassword, 'servers.unchecked.bindPassword');
  if (route.kind === 'direct') return undefined;
  if (route.login === 'password' && secrets.sshPassword !== 'stored')
    return notStored(secrets.sshPassword, 'servers.unchecked.sshPassword');
  if (route.login === 'key' && !['stored', 'none'].includes(secrets.sshPassphrase))
    return notStored(secrets.sshPassphrase, 'servers.unchecked.sshPassphrase');
  return undefined;
}

/** What nobody has looked for yet may be stored. */
const notStored = (state: SecretState, id: `servers.unchecked.${'bindPassword' | 'sshPassword' | 'sshPassphrase'}`) =>
  message(state === 'unknown' ? 'servers.unchecked.unknown' : id);
