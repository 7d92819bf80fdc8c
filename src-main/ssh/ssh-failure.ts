import { type Message, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { nodeCode } from '../net/net-error';
import { type Endpoint, place } from '../net/tcp';
import { Misconduct } from './server-conduct';
import type { ClientEnd } from './ssh-client';

/** Reasons of a refused channel (RFC 4254 section 5.1). */
const PROHIBITED = 1;
const CONNECT_FAILED = 2;
const UNKNOWN_TYPE = 3;
const SHORTAGE = 4;
const reasonNames: Record<number, string> = {
  [PROHIBITED]: 'administratively prohibited',
  [CONNECT_FAILED]: 'connect failed',
  [UNKNOWN_TYPE]: 'unknown channel type',
  [SHORTAGE]: 'resource shortage',
};

const words = (error: unknown): { detail?: string; reason?: Message } => {
  if (error instanceof Misconduct) return { reason: error.reason };
  return error instanceof Error && error.message !== '' ? { detail: safeText(error.message) } : {};
};

/** The beginning of what something that is no SSH server said. */
function firstWords({ firstBytes }: ClientEnd): { detail?: string } {
  const [line = ''] = firstBytes.toString('utf8').split(/\r?\n/);
  return line === '' ? {} : { detail: safeText(line.slice(0, 200)) };
}

/** Why the keys were not exchanged: `ssh.notSsh`, `ssh.hungUp`, `ssh.noAgreement`, `ssh.dropped`. */
export function handshakeFailure(end: ClientEnd, at: string, host: string): AppError {
  if (!end.spokeSsh && end.firstBytes.length > 0) return new AppError('ssh.notSsh', { at, ...firstWords(end) });
  // ssh2's words for it say no more than that.
  if (!end.spokeSsh) return new AppError('ssh.hungUp', { at }, { cause: end.error });
  // The words are ssh2's own (its kex.js), not the server's.
  if (end.error?.level === 'handshake' && /no matching|no .*mutual/i.test(end.error.message)) {
    return new AppError('ssh.noAgreement', { at, ...words(end.error) }, { cause: end.error });
  }
  return dropped(end, at, host);
}

/** What has not introduced itself in time is no SSH server: those speak first (RFC 4253 section 4.2). */
export function handshakeLate(end: ClientEnd, at: string): AppError {
  if (end.spokeSsh) return new AppError('net.timeout', { at });
  return new AppError('ssh.notSsh', { at, reason: message('failure.reason.silent'), ...firstWords(end) });
}

/** `ssh.dropped`: the connection ended, in the other side's words if it left some. */
export const dropped = (end: Partial<ClientEnd>, at: string, host: string): AppError =>
  new AppError('ssh.dropped', { at, facts: { host }, ...words(end.error) }, { cause: end.error });

/** `ssh.passwordMustChange`, with the server's words, where it asked for a new password. */
export const mustChange = (
  { wantsNewPassword }: { readonly wantsNewPassword?: string | undefined },
  at: string,
  user: string,
): AppError | undefined =>
  wantsNewPassword === undefined
    ? undefined
    : new AppError('ssh.passwordMustChange', {
        at,
        facts: { user },
        ...(wantsNewPassword === '' ? {} : { detail: safeText(wantsNewPassword) }),
      });

/** Why a connection from the far end to `target` was not opened. Gives what is no such refusal back as it is. */
export function forwardFailure(error: unknown, target: Endpoint, at: string): unknown {
  const reason = (error as { reason?: unknown } | undefined)?.reason;
  const name = reasonNames[Number(reason)];
  // As OpenSSH's own client writes it; ssh2 puts a text of its own before the server's.
  const said = (words(error).detail ?? '').replace(/^\(SSH\) Channel open failure: /, '');
  const about = { at, detail: name === undefined ? said : `${name}: ${said}`, facts: { target: place(target) } };
  if (reason === PROHIBITED || reason === UNKNOWN_TYPE) {
    return new AppError('ssh.forwardingRefused', about, { cause: error });
  }
  if (reason === CONNECT_FAILED) return new AppError('ssh.targetRefused', about, { cause: error });
  if (reason === SHORTAGE) return new AppError('ssh.tooManyChannels', about, { cause: error });
  return error;
}

/** Why a command or SFTP was not begun. OpenSSH tells that MaxSessions is reached as `connect failed`. */
export function sessionFailure(error: unknown, at: string): AppError | undefined {
  const reason = (error as { reason?: unknown } | undefined)?.reason;
  if (reason !== CONNECT_FAILED && reason !== SHORTAGE) return undefined;
  return new AppError('ssh.tooManyChannels', { at, ...words(error) }, { cause: error });
}

const fileTroubles: Record<string, Message> = {
  ENOENT: message('ssh.file.missing'),
  EACCES: message('ssh.file.denied'),
  EISDIR: message('ssh.file.folder'),
};

/** Whether Node, not the other side, says why a file on this computer cannot be read. */
export function fileTrouble(error: unknown): Message | undefined {
  const code = nodeCode(error);
  if (code === undefined || !(error instanceof Error)) return undefined;
  return fileTroubles[code] ?? verbatim(safeText(error.message));
}
