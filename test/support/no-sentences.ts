import { expect } from 'vitest';
import { english } from '../../src-shared/texts/en/english';

/** What stands in the catalogue between its arguments, where it is more than one word. */
const phrases = [
  ...new Set(
    Object.values<string>(english)
      .flatMap((text) => text.split(/[{}<>]/))
      .map((part) => part.trim())
      .filter((part) => /^\p{L}{2,}\s\p{L}{2,}/u.test(part) && part !== 'Gluu Console'),
  ),
];

/** A history file holds codes and facts. What the user typed as a reason is the user's own. */
export function expectNoSentences(historyText: string): void {
  expect(phrases.length).toBeGreaterThan(50);
  const lines = historyText.trim().split('\n');
  const own = lines.map((line) => JSON.stringify({ ...JSON.parse(line), reason: undefined })).join('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(phrases.filter((phrase) => own.includes(phrase))).toEqual([]);
}
