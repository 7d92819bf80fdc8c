import { AppError } from '../base/app-error';
import { untilAborted } from '../base/until-aborted';

/**
 * Runs `work` with a signal that aborts when `outer` aborts or when `ms` have passed. If the time runs out first, rejects
 * with what `late()` makes; if the user cancels meanwhile, `work` itself is expected to reject. Always ends the timer.
 * Throws AppError `work.cancelled` without beginning if `outer` was aborted before.
 */
export async function withDeadline<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error,
): Promise<T> {
  // A signal that is aborted already tells its listeners nothing more.
  if (outer.aborted) throw new AppError('work.cancelled');
  const timer = new AbortController();
  const handle = setTimeout(() => timer.abort(), ms);
  const signal = AbortSignal.any([outer, timer.signal]);
  try {
    return await untilAborted(timer.signal, () => work(signal), late);
  } finally {
    clearTimeout(handle);
  }
}
