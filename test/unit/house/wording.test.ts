import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Turns that were translated word by word, or that nobody says any longer, with what stands in their place. */
const turns: Record<string, RegExp> = {
  'again, or new': /\banew\b/i,
  'no longer': /\bany ?more\b/i,
  'who, or another sentence': /\bwhom\b/i,
  'fix, or repair': /\bmends?\b/i,
  'mistaken for': /\btaken for\b/i,
  'a separate, its own': /\bof its own\.?['`\n]/,
  'without one': /\b(goes|go) on with none\b/i,
  'not one, or anything else': /\b(what|that|which) is none\b/i,
};
const folders = ['src-renderer', 'src-shared'];
const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name))
    .map((name) => path.join(folder, name)),
);

test.each(Object.entries(turns))('%s is said so, in what users and developers read', (_better, turn) => {
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (turn.test(line) ? [`${file}:${at + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});
