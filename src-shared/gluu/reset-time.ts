import { type Message, message } from '../texts/message';
import { asJavaDate, fromJavaDate } from './java-date';
import type { ResetRules } from './reset-versions';

const TWO_HOURS = 2 * 3600;
/** RFC 4517 section 3.3.13, with minutes, seconds and a fraction as they may be left out, and any zone. */
const GENERALIZED_TIME =
  /^(\d{4})(\d{2})(\d{2})(\d{2})(?:(\d{2})(?:(\d{2}))?)?(?:[.,](\d{1,9}))?(?:Z|([+-])(\d{2})(\d{2})?)$/;

/** A moment as Gluu stores it in an attribute of that syntax: generalizedTime in UTC with milliseconds. */
export const asGeneralizedTime = (moment: Date): string => `${moment.toISOString().replace(/[-:TZ]/g, '')}Z`;

/**
 * A moment as oxTrust stores it as `creationDate`. In 2.4 that is Java's Date.toString in the server's own zone; oxTrust reads
 * any zone there, so that ours is UTC (PasswordReminderAction.java and PasswordResetAction.java of version_2.4.4).
 */
export const asCreationDate = (moment: Date, { dates }: Pick<ResetRules, 'dates'>): string =>
  dates === 'javaText' ? asJavaDate(moment) : asGeneralizedTime(moment);

/**
 * Reads a `creationDate` into milliseconds since 1970, as oxTrust of that version would; undefined for what it could not read, and
 * for a zone that nobody can tell. `addedAt`: when the directory says that the entry was added, as generalizedTime.
 */
export function fromCreationDate(
  text: string,
  { dates }: Pick<ResetRules, 'dates'>,
  addedAt?: string,
): number | undefined {
  return dates === 'javaText'
    ? fromJavaDate(text, addedAt === undefined ? undefined : fromGeneralizedTime(addedAt))
    : fromGeneralizedTime(text);
}

/** Reads a `creationDate` of a version that is not known, as the history has it; undefined for anything else. */
export const anyCreationDate = (text: string): number | undefined =>
  fromGeneralizedTime(text) ?? fromJavaDate(text, undefined);

/** Reads a generalizedTime into milliseconds since 1970; undefined for anything else. */
export function fromGeneralizedTime(text: string): number | undefined {
  const found = GENERALIZED_TIME.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, sign, zoneHour = '0', zoneMinute = '0'] = found;
  const [y, m, d, h] = [year, month, day, hour].map(Number) as [number, number, number, number];
  const date = Date.UTC(y, m - 1, d, h);
  const isReal = m >= 1 && m <= 12 && new Date(date).getUTCDate() === d && h <= 23;
  if (!isReal || Number(minute ?? 0) > 59 || Number(second ?? 0) > 60) return undefined;
  // A fraction belongs to the last part that is there.
  const unit = minute === undefined ? 3_600_000 : second === undefined ? 60_000 : 1000;
  const rest = Number(minute ?? 0) * 60_000 + Number(second ?? 0) * 1000 + Number(`0.${fraction ?? 0}`) * unit;
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * 60_000 * (sign === '-' ? -1 : 1);
  return Math.floor(date + rest - (sign === undefined ? 0 : offset));
}

/**
 * How long a link works, in seconds from its creationDate: the form has to open, and the new password to be taken, which
 * ends after two hours everywhere (oxTrust PasswordResetAction.java). `configured`: passwordResetRequestExpirationTime;
 * where that is missing Java has 0, and every link is dead at once.
 */
export function lifetimeOf({ expiry }: ResetRules, configured: number | undefined): number {
  return expiry === 'twoHours' ? TWO_HOURS : Math.min(Math.max(configured ?? 0, 0), TWO_HOURS);
}

/** What an administrator should know of the time in force, or undefined. */
export function lifetimeProblem({ expiry }: ResetRules, configured: number | undefined): Message | undefined {
  if (expiry === 'twoHours') return undefined;
  if (configured === undefined) return message('reset.lifetime.missing');
  if (configured <= 0) return message('reset.lifetime.none', { seconds: configured });
  return configured <= TWO_HOURS ? undefined : message('reset.lifetime.tooLong', { seconds: configured });
}
