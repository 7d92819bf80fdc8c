import { AppError } from '../base/app-error';
import { isUnwatched, type Work } from '../work/work';
import type { Confirm, Question } from './confirm';
import { countRefusals } from './refusals';

/** Something the user is asked about once, as a list of keys; each of them needs a yes. */
interface AskedOnce {
  /** The keys without a yes. Looked at again right before the box: the question before it may have been the same. */
  missing(): readonly string[];
  words(): Question;
  /** Keeps the yes. */
  keep(keys: readonly string[]): void | Promise<void>;
  /** The failure after a no, and the one where nobody is asked because too much was refused. */
  refusal(why: 'no' | 'tooMany'): AppError;
}

/**
 * Resolves once nothing is missing; asks if need be, one question after the other. Work that nobody watches is refused at
 * once. Throws what `refusal` gives, and AppError `work.cancelled`.
 */
export type AskOnce = (asked: AskedOnce, work: Pick<Work, 'signal'>) => Promise<void>;

/** Its refusals are counted together, whatever they were about. */
export function createAskOnce({ confirm, now }: { confirm: Confirm; now?(): number }): AskOnce {
  const refusals = countRefusals(now);
  /** When each key was refused last, counted in questions: what was asked for before that is refused with it. */
  const refusedAt = new Map<string, number>();
  let questions = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function ask(asked: AskedOnce, number: number, signal: AbortSignal): Promise<void> {
    const open = asked.missing();
    if (open.length === 0) return;
    if (signal.aborted) throw new AppError('work.cancelled');
    if (open.some((key) => (refusedAt.get(key) ?? -1) >= number)) throw asked.refusal('no');
    if (refusals.areTooMany()) throw asked.refusal('tooMany');
    const { yes } = await confirm(asked.words(), signal);
    if (!yes) {
      if (signal.aborted) throw new AppError('work.cancelled');
      refusals.note();
      for (const key of open) refusedAt.set(key, questions);
      throw asked.refusal('no');
    }
    await asked.keep(open);
  }

  return async (asked, work) => {
    if (asked.missing().length === 0) return;
    if (isUnwatched(work)) throw asked.refusal('no');
    questions += 1;
    const number = questions;
    const answered = turn.then(() => ask(asked, number, work.signal));
    turn = answered.catch(() => {}); // the caller sees the error
    await answered;
  };
}

/** A guard that asks, and tells afterwards whether something may be done. */
interface Asking<Q> {
  allow(question: Q, work: Pick<Work, 'signal'>): Promise<void>;
  isAllowed(question: Q): boolean;
}

/**
 * As `allow`, for a question that may change while the user is asked: a script could move a profile to another host behind an
 * open dialog. What changes after this resolved is refused where it is used.
 */
export async function allowCurrent<Q>(
  guard: Asking<Q>,
  question: () => Q | Promise<Q>,
  work: Pick<Work, 'signal'>,
): Promise<void> {
  do await guard.allow(await question(), work);
  while (!guard.isAllowed(await question()));
}
