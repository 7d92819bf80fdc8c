import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { CERTIFICATE_WARNING_DAYS, certificateDaysLeft } from '../../src-shared/model/certificate-days';
import type { Failure } from '../../src-shared/model/failure';
import type { ServerHealth } from '../../src-shared/model/server-health';
import { agoText } from '../../src-shared/model/server-list';
import { stepMessage } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';

/** Why it was not reached, in one line. */
export function whyUnreached({ failure, state }: ServerHealth): Message | undefined {
  // One that was reached may be of a version with which nothing can be done.
  if (!failure || (state === 'ok' && failure.code !== 'gluu.notSupported')) return undefined;
  // Kept as it was made: only its optional fields are typed otherwise.
  const { what } = sentencesOf(failure as Failure);
  return failure.stage ? message('servers.notReachedAt', { step: stepMessage(failure.stage), what }) : what;
}

/**
 * What the row of the list is too short for, a sentence each: why it was not reached or is not checked, and when it last was.
 * `now` in ms.
 */
export function reasonsOf(health: ServerHealth, now: number): Message[] {
  const all = [whyUnreached(health), health.why, lastReached(health, now), certificateWarning(health, now)?.words];
  return all.filter((one) => one !== undefined);
}

function lastReached({ seenAt, ms }: ServerHealth, now: number): Message {
  if (seenAt === undefined) return message('servers.neverReached');
  const ago = agoText(seenAt, now);
  return ms === undefined ? message('servers.reached', { ago }) : message('servers.reachedIn', { ago, ms });
}

/** That its certificate has ended or soon will, as a sentence and for the list; undefined while nothing has to be done. `now` in ms. */
export function certificateWarning(
  health: ServerHealth,
  now: number,
): { words: Message; short: Message; tone: 'bad' | 'warn' } | undefined {
  const days = certificateDaysLeft(health, now);
  if (days === undefined || days >= CERTIFICATE_WARNING_DAYS) return undefined;
  return {
    words: certificateWords(days),
    short:
      days < 0 ? message('servers.certificate.short.ended') : message('servers.certificate.short.ends', { n: days }),
    tone: days < 0 ? 'bad' : 'warn',
  };
}

/** `days` as certificateDaysLeft counts them: -1 is the first day after the end. */
function certificateWords(days: number): Message {
  if (days === 0) return message('servers.certificate.endsToday');
  if (days === -1) return message('servers.certificate.ended');
  return days < 0
    ? message('servers.certificate.endedAgo', { n: -days - 1 })
    : message('servers.certificate.endsIn', { n: days });
}
