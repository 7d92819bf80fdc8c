/**
 * Runs `work` with a signal that aborts when `outer` aborts or when `ms` have passed. If the time runs out first, rejects
 * with what `late()` makes; if the user cancelled, `work` itself is expected to reject. Always ends the timer.
 */
export async function withDeadline<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error,
): Promise<T> {
  const timer = new AbortController();
  const handle = setTimeout(() => timer.abort(), ms);
  const signal = AbortSignal.any([outer, timer.signal]);
  const timeUp = new Promise<never>((_, reject) => {
    timer.signal.addEventListener('abort', () => reject(late()), { once: true });
  });
  try {
    return await Promise.race([work(signal), timeUp]);
  } finally {
    clearTimeout(handle);
  }
}
