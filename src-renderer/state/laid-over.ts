type Change<T> = (now: T) => T;

/**
 * What was changed here, or told, before the core's first answer was taken. That answer may be older than the change, so the
 * change is laid over it; later answers are newer than what they answer.
 */
export function laidOver<T>() {
  let changes: Change<T>[] | undefined = [];
  const over = (known: T): T => (changes ?? []).reduce((now, change) => change(now), known);
  return {
    note(change: Change<T>): void {
      changes?.push(change);
    },
    /** What is shown until the core answers. */
    over,
    /** The core's answer; after the first one nothing is noted. */
    overAnswer(answer: T): T {
      const now = over(answer);
      changes = undefined;
      return now;
    },
  };
}
