/** Whether a text matches one pattern with `*` and `?` (ssh_config(5), PATTERNS). Both are compared in lower case. */
export function matchesPattern(text: string, pattern: string): boolean {
  // Consecutive stars mean one; more of them would only make the expression slow.
  const source = pattern
    .toLowerCase()
    .replace(/\*+/g, '*')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text.toLowerCase());
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
