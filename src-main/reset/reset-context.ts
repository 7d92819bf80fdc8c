import { randomInt, randomUUID } from 'node:crypto';
import type { HistoryEnded } from '../../src-shared/model/history';
import type { LinkAnswer } from '../../src-shared/model/reset';
import type { ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import type { ClearText } from '../guard/clear-text';
import type { MailGuard } from '../guard/mail-guard';
import type { Places } from '../guard/places';
import type { History } from '../history/history-log';
import type { MailLimits } from '../mail-test/mail-settings';
import type { Reach } from '../reach/reach';
import type { KnownServers } from '../registry/known-servers';
import type { RunLog } from './run-log';

/** What the calls about password resets stand on. */
export interface ResetNeeds {
  servers: KnownServers;
  reach: Reach;
  history: History;
  runs: RunLog;
  /** Asked before a relay or the page of a link is connected to. */
  places: Pick<Places, 'allow'>;
  /** Asked before a password goes readable, and before a mail goes out. */
  clearText: Pick<ClearText, 'allow'>;
  mails: Pick<MailGuard, 'allow'>;
  /** Opens a reset link by GET, which does not use it up, and says what answered. Throws AppError where nobody did. */
  checkLink(url: string, signal: AbortSignal): Promise<LinkAnswer>;
  /** Shorter ones for tests. */
  limits?: MailLimits;
  verifyPauses?: readonly number[];
  now?(): Date;
}

export interface ResetContext extends Omit<ResetNeeds, 'now' | 'verifyPauses'> {
  now(): Date;
  /** How long after a write of open end the server is read again, in ms, each time. */
  verifyPauses: readonly number[];
  /** Runs and history entries under way in this process: their end is awaited, and nobody else settles them. */
  active: Set<string>;
}

/** Throws AppError `server.readOnly` where this console may not write to the server. */
export function requireWriting({ readOnly }: ServerProfile): void {
  if (readOnly) throw new AppError('server.readOnly');
}

/** Throws AppError `gluu.nameNotTyped` where a production server's name was not typed. */
export function requireTypedName(profile: ServerProfile, typedName: string | undefined): void {
  if (wantsName(profile) && typedName !== profile.name) {
    throw new AppError('gluu.nameNotTyped', { facts: { name: profile.name } });
  }
}

/** Whether the server's name has to be typed before something is written. */
export const wantsName = ({ environment }: ServerProfile): boolean => environment === 'production';

/** Eight signs that are hard to mistake for one another (Crockford's Base32), to find a mail by. */
export function newToken(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A Message-ID that carries the token (RFC 5322 section 3.6.4), in the sender's domain. */
export const newMessageId = (token: string, from: string): string =>
  `<${token.toLowerCase()}.${randomUUID()}@${from.slice(from.lastIndexOf('@') + 1)}>`;

/**
 * Tells the history how a write ended. What happened on the server counts more: a history that cannot be written leaves the
 * write open there, and the next reading of the server settles it.
 */
export async function recordEnd(history: History, ended: Omit<HistoryEnded, 'kind'>): Promise<void> {
  try {
    await history.append({ kind: 'ended', ...ended });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn(`The history did not take how a write ended: ${error.about.detail ?? error.code}`);
  }
}
