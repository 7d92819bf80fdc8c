import { type Message, message } from '../texts/message';

const HOUR = 3600;
const MINUTE = 60;

/** So many seconds, in hours or minutes where they are whole ones and at least two. */
export function exactDuration(seconds: number): Message {
  if (seconds >= 2 * HOUR && seconds % HOUR === 0) return message('duration.hours', { n: seconds / HOUR });
  if (seconds >= 2 * MINUTE && seconds % MINUTE === 0) return message('duration.minutes', { n: seconds / MINUTE });
  return message('duration.seconds', { n: seconds });
}

/** So many milliseconds, rounded to the unit of which there are at least two. */
export function roughDuration(ms: number): Message {
  const seconds = Math.round(ms / 1000);
  if (seconds < 2 * MINUTE) return message('duration.seconds', { n: seconds });
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 2 * MINUTE) return message('duration.minutes', { n: minutes });
  return message('duration.hours', { n: Math.round(minutes / MINUTE) });
}
