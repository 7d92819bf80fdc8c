import { counted } from '../../src-shared/base/counted';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import type { Failure } from '../../src-shared/model/failure';
import { CERTIFICATE_WARNING_DAYS, certificateDaysLeft, type ServerHealth } from '../../src-shared/model/server-health';
import { ageText } from '../../src-shared/model/server-list';
import { textsNow } from '../ui/texts-store';

/** Why it was not reached, in one line. */
export function whyUnreached({ failure, state }: ServerHealth): string | undefined {
  // One that was reached may be of a version with which nothing can be done.
  if (!failure || (state === 'ok' && failure.code !== 'gluu.notSupported')) return undefined;
  // Kept as it was made: only its optional fields are typed otherwise.
  const what = textsNow().say(sentencesOf(failure as Failure).what);
  return failure.stage ? `At ${failure.stage}: ${what}` : what;
}

/** What the row of the list is too short for: why it was not reached or is not checked, and when it last was. `now` in ms. */
export function reasonOf(health: ServerHealth, now: number): string {
  const { seenAt, ms } = health;
  const age = seenAt && ageText(seenAt, now);
  const seen = age
    ? `Reached ${age === 'now' ? 'just now' : `${age} ago`}${ms === undefined ? '' : ` in ${ms} ms`}.`
    : 'Never reached from here.';
  const certificate = certificateWarning(health, now);
  return [whyUnreached(health), health.why, seen, certificate && `${certificate.words}.`].filter(Boolean).join(' ');
}

/** That its certificate has ended or soon will, as words; undefined while nothing has to be done. `now` in ms. */
export function certificateWarning(
  health: ServerHealth,
  now: number,
): { words: string; short: string; tone: 'bad' | 'warn' } | undefined {
  const days = certificateDaysLeft(health, now);
  if (days === undefined || days >= CERTIFICATE_WARNING_DAYS) return undefined;
  return {
    words: certificateWords(days),
    short: days < 0 ? 'Certificate ended' : `Certificate: ${days} d`,
    tone: days < 0 ? 'bad' : 'warn',
  };
}

/** `days` as certificateDaysLeft counts them: -1 is the first day after the end. */
function certificateWords(days: number): string {
  if (days === 0) return 'Certificate ends within a day';
  if (days === -1) return 'Certificate has ended';
  const time = counted(days < 0 ? -days - 1 : days, 'day');
  return days < 0 ? `Certificate ended ${time} ago` : `Certificate ends in ${time}`;
}
