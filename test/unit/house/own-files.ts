import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type ParseResult, parseSync } from 'vite';
import { expect } from 'vitest';

const folders = ['src-main', 'src-preload', 'src-renderer', 'src-shared', 'scripts', 'test', 'docs'];

/** The project's own files whose names end as `ending` says, those in its root included. */
export function ownFiles(ending: RegExp): string[] {
  const below = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  return [...readdirSync('.'), ...below].filter((name) => ending.test(name)).sort();
}

/** The syntax tree of a source text, and what it imports. Fails where it does not parse. */
export function parsed(file: string, text: string): ParseResult {
  const result = parseSync(file, text);
  expect(result.errors).toEqual([]);
  return result;
}
