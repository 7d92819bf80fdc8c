import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const WILD = /[*?[]/;
/** A list with a longer part matches nothing; names of files have at most 255 bytes. */
const MAX_PART = 255;

/** The files an Include means: relative to `~/.ssh`, with wildcards in every part of the path (glob(7)), in byte order. */
export async function includedFiles(pattern: string, folder: string, home: string): Promise<string[]> {
  const full = path.resolve(
    folder,
    pattern.replace(/^~(?=\/|$)/, () => home),
  );
  const { root } = path.parse(full);
  let found = [root];
  for (const part of full.slice(root.length).split(path.sep)) {
    const next = await Promise.all(found.map((parent) => matching(parent, part)));
    found = next.flat();
  }
  const there = await Promise.all(found.map(async (file) => ((await exists(file)) ? [file] : [])));
  return there.flat();
}

async function matching(parent: string, part: string): Promise<string[]> {
  if (!WILD.test(part)) return [path.join(parent, part)];
  if (part.length > MAX_PART) return [];
  const wanted = partPattern(part);
  const names = await readdir(parent).catch((): string[] => []);
  return names
    .filter((name) => (part.startsWith('.') || !name.startsWith('.')) && meets(name, wanted))
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map((name) => path.join(parent, name));
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );

type Piece = '*' | ((sign: string) => boolean);

/** The pieces of one part: stars, and what one sign may be. */
function partPattern(part: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < part.length; at += 1) {
    const sign = part[at] ?? '';
    const end = sign === '[' ? part.indexOf(']', at + (/[!^]/.test(part[at + 1] ?? '') ? 3 : 2)) : -1;
    if (sign === '*') pieces.push('*');
    else if (sign === '?') pieces.push(() => true);
    else if (end > 0) {
      pieces.push(oneOf(part.slice(at + 1, end)));
      at = end;
    } else pieces.push((other) => other === sign);
  }
  return pieces;
}

/** What stands in brackets: signs and ranges, after `!` or `^` all others. */
function oneOf(text: string): (sign: string) => boolean {
  const negated = /^[!^]/.test(text);
  const signs = negated ? text.slice(1) : text;
  const ranges: [string, string][] = [];
  for (let at = 0; at < signs.length; at += 1) {
    const from = signs[at] ?? '';
    const isRange = signs[at + 1] === '-' && at + 2 < signs.length;
    ranges.push([from, isRange ? (signs[at + 2] ?? '') : from]);
    if (isRange) at += 2;
  }
  return (sign) => ranges.some(([from, to]) => from <= sign && sign <= to) !== negated;
}

/** Goes back to the last star only, as host-pattern.ts does. */
function meets(name: string, pieces: readonly Piece[]): boolean {
  let [at, next, star, taken] = [0, 0, -1, 0];
  while (at < name.length) {
    const piece = pieces[next];
    if (piece === '*') {
      [star, taken] = [next, at];
      next += 1;
    } else if (piece?.(name[at] ?? '')) {
      next += 1;
      at += 1;
    } else if (star >= 0) {
      taken += 1;
      [next, at] = [star + 1, taken];
    } else return false;
  }
  while (pieces[next] === '*') next += 1;
  return next === pieces.length;
}
