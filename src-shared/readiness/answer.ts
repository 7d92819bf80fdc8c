import type { Readiness } from '../model/readiness';
import { type Message, message } from '../texts/message';

type Chain = Pick<Readiness, 'can' | 'reasons'>;

/** The answer of a chain in one line; its reasons are a list of their own, because no language glues them alike. */
export const answerOf = ({ can, reasons }: Chain): Message =>
  can === 'yes' ? message('readiness.can.yes') : message(`readiness.can.${can}`, { n: reasons.length });

/** So many reasons are named beside the answer. */
const NAMED = 2;

/** The list that stands below the answer: the first reasons, and how many more there are. */
export function namedReasons({ reasons }: Chain): Message[] {
  const more = reasons.length - NAMED;
  return [...reasons.slice(0, NAMED), ...(more > 0 ? [message('readiness.more', { n: more })] : [])];
}
