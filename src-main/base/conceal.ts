import { codeIn, formsOf, type SecretForm, type ViewName } from './secret-forms';

/** Finds secrets in texts that belong together, and gives the texts without them. */
export type Conceal = (texts: readonly string[], instead: (length: number) => string, pieces?: Set<string>) => string[];

/** The shortest piece of a secret that is looked for; shorter ones look like ordinary text. */
const PIECE = 4;
/** So many digits of an encoded secret in a row stand there by no accident. */
const SURE: Record<ViewName, number> = { clear: Number.POSITIVE_INFINITY, base64: 6, hex: 12 };
/**
 * How much of a form its pieces must make up before they are hidden. A clear secret may be made of ordinary words, so that a
 * part of it found alone is no sign, and hiding it would point it out.
 */
const ENOUGH: Record<ViewName, number> = { clear: 1, base64: 0.5, hex: 0.5 };
/** A shorter word is part of many others. */
const WORD = /^(?:.{1,3}|\p{L}{4,7})$/u;
const LETTER = /[\p{L}\p{N}]/u;
/** What SMTP puts before each line of a reply (RFC 5321 section 4.2, RFC 2034): pieces are joined across it, and it stays. */
const REPLY_CODE = /(?<=^|\n)\d{3}[- ](?:\d\.\d{1,3}\.\d{1,3} )?/g;
const VIEWS: ViewName[] = ['clear', 'base64', 'hex'];

interface Sought {
  view: ViewName;
  forms: SecretForm[];
  /** The pieces of all forms. */
  pieces: Set<string>;
  /** A bit for the hash of each of them, which rules out most of a text. */
  sieve: Uint32Array;
  /** Those of `SURE` length. */
  sure: Set<string>;
}

/** A text as a view shows it, and where each of its characters stands in the text itself. */
interface View {
  text: string;
  at: Uint32Array;
}

/** Where pieces of forms stand in a view, in order, and which they are. Everything longer that is looked for begins with one. */
interface Found {
  places: number[];
  pieces: Set<string>;
}

/** The text under work: what of it is hidden so far. */
interface Page {
  text: string;
  hidden: Uint8Array;
}

/**
 * Prepares to hide these secrets, in every form of secret-forms.ts. They are found across blanks and line breaks, across the
 * codes before the lines of a reply, and from one text to the next; one that came in pieces is hidden once the pieces make it
 * up, be they in any order. `pieces` of the result remembers them from call to call. Linear in the length of the texts. `add`
 * takes one more secret, in a time that does not depend on how many there are.
 */
export function concealer(secrets: readonly string[]): Conceal & { add(secret: string): void } {
  const sought = VIEWS.map(
    (view): Sought => ({ view, forms: [], pieces: new Set(), sieve: new Uint32Array(2 ** 16 / 32), sure: new Set() }),
  );
  function add(secret: string): void {
    for (const form of formsOf(secret)) for (const one of sought) if (one.view === form.view) seek(one, form);
  }
  const conceal: Conceal = (texts, instead, pieces = new Set()) => {
    const text = texts.join('\n');
    const page = { text, hidden: new Uint8Array(text.length) };
    const codes = [...text.matchAll(REPLY_CODE)].map(({ index, 0: code }): [number, number] => [
      index,
      index + code.length,
    ]);
    for (const one of sought) {
      if (one.forms.length === 0) continue;
      search(page, one, [], pieces);
      if (codes.length > 0) search(page, one, codes, pieces);
    }
    return shown(texts, page, codes, instead);
  };
  for (const secret of secrets) add(secret);
  return Object.assign(conceal, { add });
}

function seek({ forms, pieces, sieve, sure, view }: Sought, form: SecretForm): void {
  forms.push(form);
  eachWindow(form.text, PIECE, (piece) => pieces.add(piece));
  eachHash(form.text, (hash) => {
    sieve[hash >>> 5] = (sieve[hash >>> 5] ?? 0) | (1 << (hash & 31));
  });
  if (Number.isFinite(SURE[view])) eachWindow(form.text, SURE[view], (piece) => sure.add(piece));
}

/** Gives a hash of 16 bits of each piece: the fourth character after one shifts it out. */
function eachHash(text: string, visit: (hash: number, from: number) => void): void {
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) {
    hash = ((hash << (16 / PIECE)) ^ text.charCodeAt(i)) & 0xffff;
    if (i >= PIECE - 1) visit(hash, i - PIECE + 1);
  }
}

const windows = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length));

function search(page: Page, sought: Sought, leftOut: readonly [number, number][], pieces: Set<string>): void {
  const view = viewOf(page.text, sought.view, leftOut);
  const found = findPieces(view.text, sought);
  hideWhole(page, view, sought, found.pieces);
  if (found.places.length === 0) return;
  hideWindows(page, view, found, SURE[sought.view], sought.sure);
  const open = openPieces(page, view, found);
  for (const piece of open) pieces.add(piece);
  if (open.size === 0) return;
  const enough = sought.forms.filter(
    ({ text }) => text.length >= 2 * PIECE && covered(text, pieces) >= ENOUGH[sought.view],
  );
  hideWindows(page, view, found, PIECE, new Set(enough.flatMap(({ text }) => windows(text, PIECE))));
}

function findPieces(text: string, { pieces, sieve }: Sought): Found {
  const found: Found = { places: [], pieces: new Set() };
  eachHash(text, (hash, from) => {
    if (((sieve[hash >>> 5] ?? 0) & (1 << (hash & 31))) === 0) return;
    const piece = text.slice(from, from + PIECE);
    if (!pieces.has(piece)) return;
    found.places.push(from);
    found.pieces.add(piece);
  });
  return found;
}

function viewOf(text: string, name: ViewName, leftOut: readonly [number, number][]): View {
  const see = codeIn[name];
  const codes = new Uint16Array(text.length);
  const at = new Uint32Array(text.length);
  let count = 0;
  let gap = 0;
  for (let i = 0; i < text.length; i += 1) {
    const next = leftOut[gap];
    if (next && i >= next[0]) {
      gap += 1;
      i = next[1] - 1;
      continue;
    }
    const code = see(text.charCodeAt(i));
    if (code === 0) continue;
    at[count] = i;
    codes[count] = code;
    count += 1;
  }
  return { text: Buffer.from(codes.buffer, 0, 2 * count).toString('utf16le'), at: at.subarray(0, count) };
}

function hideWhole(page: Page, view: View, { forms }: Sought, there: ReadonlySet<string>): void {
  for (const { text, view: name } of forms) {
    if (text.length >= PIECE && !there.has(text.slice(0, PIECE))) continue;
    const onlyAsWord = name === 'clear' && WORD.test(text);
    for (let from = view.text.indexOf(text); from >= 0; from = view.text.indexOf(text, from + text.length)) {
      const [first, last] = [view.at[from] ?? 0, view.at[from + text.length - 1] ?? 0];
      const inWord = LETTER.test(page.text[first - 1] ?? '') || LETTER.test(page.text[last + 1] ?? '');
      if (!onlyAsWord || !inWord) page.hidden.fill(1, first, last + 1);
    }
  }
}

function hideWindows(page: Page, view: View, { places }: Found, length: number, wanted: ReadonlySet<string>): void {
  if (wanted.size === 0) return;
  const { text, at } = view;
  for (const from of places) {
    if (from + length > text.length || !wanted.has(text.slice(from, from + length))) continue;
    page.hidden.fill(1, at[from], (at[from + length - 1] ?? 0) + 1);
  }
}

/** Pieces that stand outside what is hidden. */
function openPieces({ hidden }: Page, { text, at }: View, { places }: Found): Set<string> {
  const isOpen = (from: number) => !hidden[at[from] ?? 0] && !hidden[at[from + PIECE - 1] ?? 0];
  return new Set(places.filter(isOpen).map((from) => text.slice(from, from + PIECE)));
}

function eachWindow(text: string, length: number, visit: (window: string, from: number) => void): void {
  for (let from = 0; from + length <= text.length; from += 1) visit(text.slice(from, from + length), from);
}

/** How much of a form these pieces make up, from 0 to 1. */
function covered(form: string, pieces: ReadonlySet<string>): number {
  let count = 0;
  let until = 0;
  eachWindow(form, PIECE, (piece, from) => {
    if (!pieces.has(piece)) return;
    count += from + PIECE - Math.max(from, until);
    until = from + PIECE;
  });
  return count / form.length;
}

function shown(
  texts: readonly string[],
  { text, hidden }: Page,
  codes: readonly [number, number][],
  instead: (length: number) => string,
): string[] {
  for (const [from, to] of codes) {
    const isWithin = from > 0 && hidden[from - 1] === 1 && hidden[to] === 1;
    if (isWithin) hidden.fill(0, text[from - 2] === '\r' ? from - 2 : from - 1, to);
  }
  let start = 0;
  return texts.map(({ length }) => {
    const end = start + length;
    let clean = '';
    for (let i = start; i < end; ) {
      const state = hidden[i];
      let stop = i + 1;
      while (stop < end && hidden[stop] === state) stop += 1;
      clean += state ? instead(stop - i) : text.slice(i, stop);
      i = stop;
    }
    start = end + 1;
    return clean;
  });
}
