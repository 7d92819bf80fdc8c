import { setMaxListeners } from 'node:events';
import { AppError } from '../base/app-error';

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
  // AbortSignal.any costs more than all the rest here.
  const inner = new AbortController();
  const stop = () => inner.abort();
  setMaxListeners(0, outer); // as many pieces of work at once as there are servers and ports, and each takes its own away again
  outer.addEventListener('abort', stop, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(late());
      stop();
    }, ms);
  });
  try {
    return await Promise.race([work(inner.signal), tooLate]);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', stop);
  }
}
