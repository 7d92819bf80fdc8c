import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** On Windows a backslash separates folders; elsewhere it makes the character after it an ordinary one. */
const ESCAPE = path.sep === '\\' ? undefined : '\\';
const WILD = ESCAPE === undefined ? /[*?[]/ : /[*?[\\]/;
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
  const wanted = partPattern(guarded(bytes(part)));
  const names = await readdir(parent).catch((): string[] => []);
  return names
    .filter((name) => (part.startsWith('.') || !name.startsWith('.')) && meets(bytes(name), wanted))
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map((name) => path.join(parent, name));
}

/** One character for each byte: that is what a `?` matches. */
const bytes = (text: string): string => Buffer.from(text).toString('latin1');

/** Characters after a backslash mean only themselves: they are moved above all bytes here. */
const GUARD = 0x100;
const guarded = (part: string): string =>
  ESCAPE === undefined
    ? part
    : part.replace(/\\(.)/gs, (_, sign: string) => String.fromCharCode(sign.charCodeAt(0) + GUARD));
const plain = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) % GUARD);

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );

type Piece = '*' | ((sign: string) => boolean);

/** The pieces of one part: stars, and what one sign may be. `^` negates nothing, as in the glob(3) that OpenSSH brings along. */
function partPattern(part: string): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < part.length; at += 1) {
    const sign = part[at] ?? '';
    const end = sign === '[' ? part.indexOf(']', at + (part[at + 1] === '!' ? 3 : 2)) : -1;
    if (sign === '*') pieces.push('*');
    else if (sign === '?') pieces.push(() => true);
    else if (end > 0) {
      const set = oneOf(part, at + 1);
      if (set === undefined) return [() => false];
      pieces.push(set.has);
      at = set.end;
    } else {
      pieces.push((other) => other === plain(sign));
    }
  }
  return pieces;
}

/** The classes of POSIX in the locale C, in which OpenSSH reads names. */
const CLASSES = new Map([
  ['alnum', /[A-Za-z0-9]/],
  ['alpha', /[A-Za-z]/],
  ['blank', /[ \t]/],
  ['cntrl', /[^ -~\x80-\xff]/],
  ['digit', /[0-9]/],
  ['graph', /[\x21-\x7e]/],
  ['lower', /[a-z]/],
  ['print', /[\x20-\x7e]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['space', /[ \t-\r]/],
  ['upper', /[A-Z]/],
  ['xdigit', /[0-9A-Fa-f]/],
]);
const CLASS = /\[:([^:]*):\]/y;

/**
 * The text in brackets, from `from` on: characters, ranges and classes, after `!` all others. `end` is where the bracket closes;
 * undefined for a class that does not exist, with which a pattern matches nothing.
 */
function oneOf(part: string, from: number): { has: (sign: string) => boolean; end: number } | undefined {
  const negated = part[from] === '!';
  const tests: ((sign: string) => boolean)[] = [];
  let at = negated ? from + 1 : from;
  for (const first = at; at < part.length && (part[at] !== ']' || at === first); at += 1) {
    CLASS.lastIndex = at;
    const named = CLASS.exec(part);
    if (named) {
      const pattern = CLASSES.get(named[1] ?? '');
      if (pattern === undefined) return undefined;
      tests.push((sign) => pattern.test(sign));
      at = CLASS.lastIndex - 1;
      continue;
    }
    const low = plain(part[at] ?? '');
    const isRange = part[at + 1] === '-' && part[at + 2] !== undefined && part[at + 2] !== ']';
    const high = isRange ? plain(part[at + 2] ?? '') : low;
    tests.push((sign) => low <= sign && sign <= high);
    if (isRange) at += 2;
  }
  return { has: (sign) => tests.some((test) => test(sign)) !== negated, end: at };
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
