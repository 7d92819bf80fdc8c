import type { Failure } from '../../src-shared/failure';
import { sentencesOf } from '../../src-shared/failure-texts';
import { CERTIFICATE_WARNING_DAYS, certificateDaysLeft, type ServerHealth } from '../../src-shared/model/server-health';

/** Why it was not reached, in one line. */
export function failureOf({ failure, state }: ServerHealth): string | undefined {
  // One that was reached may be of a version with which nothing can be done.
  if (!failure || (state === 'ok' && failure.code !== 'gluu.notSupported')) return undefined;
  // Kept as it was made: only its optional fields are typed otherwise.
  const { what } = sentencesOf(failure as Failure);
  return failure.stage ? `At ${failure.stage}: ${what}` : what;
}

/** Why it was not reached or is not checked, in one line. */
export const reasonOf = (health: ServerHealth): string | undefined =>
  [failureOf(health), health.why].filter(Boolean).join(' ') || undefined;

/** That its certificate has ended or soon will, as words; undefined while nothing has to be done. `now` in ms. */
export function certificateWarning(
  health: ServerHealth,
  now: number,
): { words: string; tone: 'bad' | 'warn' } | undefined {
  const days = certificateDaysLeft(health, now);
  if (days === undefined || days >= CERTIFICATE_WARNING_DAYS) return undefined;
  return { words: certificateWords(days), tone: days < 0 ? 'bad' : 'warn' };
}

/** `days` as certificateDaysLeft counts them: -1 is the first day after the end. */
function certificateWords(days: number): string {
  if (days === 0) return 'Certificate ends within a day';
  if (days === -1) return 'Certificate has ended';
  const count = days < 0 ? -days - 1 : days;
  const counted = `${count} ${count === 1 ? 'day' : 'days'}`;
  return days < 0 ? `Certificate ended ${counted} ago` : `Certificate ends in ${counted}`;
}
