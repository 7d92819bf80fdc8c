/** Whether a text matches one pattern with `*` and `?` (ssh_config(5), PATTERNS), letter case and all. */
export function matchesPattern(given: string, wanted: string): boolean {
  let [at, next] = [0, 0];
  /** The last star, and how far the text goes that it stands for: going back to earlier ones finds nothing more. */
  let [star, taken] = [-1, 0];
  while (at < given.length) {
    if (wanted[next] === '*') {
      [star, taken] = [next, at];
      next += 1;
    } else if (wanted[next] === '?' || wanted[next] === given[at]) {
      next += 1;
      at += 1;
    } else if (star >= 0) {
      taken += 1;
      [next, at] = [star + 1, taken];
    } else {
      return false;
    }
  }
  while (wanted[next] === '*') next += 1;
  return next === wanted.length;
}

/** Whether a name of a host, of which letter case says nothing, matches a list of patterns. */
export const matchesHostList = (name: string, patterns: readonly string[]): boolean =>
  matchesPatternList(
    name.toLowerCase(),
    patterns.map((pattern) => pattern.toLowerCase()),
  );

/** Whether a text matches a list of patterns: at least one, and none of those that begin with `!`. */
export function matchesPatternList(text: string, patterns: readonly string[]): boolean {
  let found = false;
  for (const pattern of patterns) {
    const negated = pattern.startsWith('!');
    if (!matchesPattern(text, negated ? pattern.slice(1) : pattern)) continue;
    if (negated) return false;
    found = true;
  }
  return found;
}
