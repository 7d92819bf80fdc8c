/** Whether a text matches one pattern with `*` and `?` (ssh_config(5), PATTERNS). Both are compared in lower case. */
export function matchesPattern(text: string, pattern: string): boolean {
  const [given, wanted] = [text.toLowerCase(), pattern.toLowerCase()];
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
