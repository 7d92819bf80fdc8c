import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ownFiles } from './own-files';

/** Turns that were translated word by word, or that nobody says any longer, with what to say in their place. */
const turns: Record<string, RegExp> = {
  'again, or new': /\banew\b/i,
  'no longer': /\bany ?more\b/i,
  'who, or another sentence': /\bwhom/i,
  'fix, or repair': /\bmends?\b/i,
  'mistaken for': /\btaken for\b/i,
  'back and forth': /\bto and fro\b/i,
  'a separate, its own': /\bof its own\.?['`]/,
  'without one': /\b(goes|go) on with none\b/i,
  'not one, or anything else': /\b(what|that|which|it|these|spelling) (is|are) none\b(?! of)/i,
  'reported as, or shown as': /\b(told as|good-bye)\b/i,
  'as, or because': /, for (it|nobody|they|there) (is|was|may|has|says|wants)\b/,
  previous: /\b(password|text|ciphertext|value) of before\b/i,
};
const files = ownFiles(/\.(tsx?|css|[mc]js|md)$/).filter((file) => !file.endsWith('wording.test.ts'));

test.each(Object.entries(turns))('%s is said so, in what users and developers read', (_better, turn) => {
  expect(files.length).toBeGreaterThan(1200);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (turn.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
