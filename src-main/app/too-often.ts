const MANY = 3;
const SHORT_MS = 60_000;

/** Counts what ends by itself; gives each time whether it has been more than three times within a minute. */
export function tooOften(): () => boolean {
  let times: number[] = [];
  return () => {
    const now = Date.now();
    times = [...times.filter((time) => now - time < SHORT_MS), now];
    return times.length > MANY;
  };
}
