import type { Plugin, Rolldown } from 'vite';

export function windowFiles(options: {
  page: string;
  later: Readonly<Record<string, readonly string[]>>;
}): Rolldown.CodeSplittingOptions;
export function fetchedAtOnce(module: string): Plugin;
