import { AppError } from './app-error';

/** Runs something until `signal` aborts; then, or if it was aborted before, rejects at once with what `why()` makes. */
export async function untilAborted<T>(
  signal: AbortSignal,
  run: () => Promise<T>,
  why: () => Error = () => new AppError('work.cancelled'),
): Promise<T> {
  if (signal.aborted) throw why();
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(why());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
