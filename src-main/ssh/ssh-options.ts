import type { SshQuestion } from '../../src-shared/model/ssh';
import type { Endpoint } from '../net/tcp';
import type { Work } from '../work/work';
import type { RealHop } from './route-plan';

/**
 * What is stored for the last host of a route; each is asked for only once the host key is accepted and the server takes that
 * kind of login. `way` is how that host is really reached: what was stored for another one throws AppError `secret.bound`.
 */
export interface SshSecrets {
  /** The user's password on the SSH server. */
  password(way: readonly RealHop[]): Promise<string | undefined>;
  /** The passphrase of the key file. */
  passphrase(way: readonly RealHop[]): Promise<string | undefined>;
}

/** Decides where connections may go. It is shown the very hosts that are then connected to. */
export interface RouteGuard {
  /** Resolves once every host of the way may be connected to; nothing was opened before. Throws AppError `place.*`. */
  allow(way: readonly RealHop[], work: Work): Promise<void>;
  /** Throws AppError `place.notAllowed` unless the far end of the way, or this computer without one, may connect there. Asks nobody. */
  check(way: readonly RealHop[], target: Endpoint): void;
}

/** Puts a question to the user. Gives one answer for each prompt, or undefined if the user did not answer. */
export type AskUser = (question: Omit<SshQuestion, 'questionId'>, signal: AbortSignal) => Promise<string[] | undefined>;

export interface SshLimits {
  /** Name and TCP connection of the first host, or the channel to the next one. */
  connectMs: number;
  /** From there until the host key is judged. */
  handshakeMs: number;
  /** The login, without the time the user needs. */
  loginMs: number;
  /** One question to the user. */
  promptMs: number;
  keepAliveMs: number;
  keepAliveMisses: number;
  /** A connection that nobody uses is closed after this time. */
  idleMs: number;
  /** A name looked up by the far end. */
  lookUpMs: number;
  /** One file or folder read at the far end. */
  fileMs: number;
  /** Channels at once inside one connection; further ones wait in order. */
  channels: number;
  /** Connections to one SSH host that may be in handshake or login at once: sshd drops some from 10 on (sshd_config(5), MaxStartups). */
  handshakes: number;
}

export const sshLimits: SshLimits = {
  connectMs: 10_000,
  handshakeMs: 10_000,
  loginMs: 15_000,
  promptMs: 120_000,
  keepAliveMs: 15_000,
  keepAliveMisses: 3,
  idleMs: 5 * 60_000,
  lookUpMs: 3_000,
  fileMs: 15_000,
  channels: 12,
  handshakes: 6,
};
