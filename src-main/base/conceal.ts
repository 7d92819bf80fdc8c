import { formsOf, type SecretForm, seenAs, type ViewName } from './secret-forms';

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
  /** Those of `SURE` length. */
  sure: Set<string>;
}

/** A text as a view shows it, and where each of its characters stands in the text itself. */
interface View {
  text: string;
  at: Uint32Array;
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
  const sought = VIEWS.map((view): Sought => ({ view, forms: [], pieces: new Set(), sure: new Set() }));
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

function seek({ forms, pieces, sure, view }: Sought, form: SecretForm): void {
  forms.push(form);
  eachWindow(form.text, PIECE, (piece) => pieces.add(piece));
  if (Number.isFinite(SURE[view])) eachWindow(form.text, SURE[view], (piece) => sure.add(piece));
}

const windows = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, i) => text.slice(i, i + length));

function search(page: Page, sought: Sought, leftOut: readonly [number, number][], pieces: Set<string>): void {
  const view = viewOf(page.text, sought.view, leftOut);
  hideWhole(page, view, sought);
  if (sought.sure.size > 0) hideWindows(page, view, SURE[sought.view], sought.sure);
  const found = piecesIn(page, view, sought.pieces);
  for (const piece of found) pieces.add(piece);
  if (found.size === 0) return;
  const enough = sought.forms.filter(
    ({ text }) => text.length >= 2 * PIECE && covered(text, pieces) >= ENOUGH[sought.view],
  );
  hideWindows(page, view, PIECE, new Set(enough.flatMap(({ text }) => windows(text, PIECE))));
}

function viewOf(text: string, name: ViewName, leftOut: readonly [number, number][]): View {
  const see = seenAs[name];
  const known = new Map<string, string>();
  const at = new Uint32Array(text.length);
  let seen = '';
  let gap = 0;
  for (let i = 0; i < text.length; i += 1) {
    const next = leftOut[gap];
    if (next && i >= next[0]) {
      gap += 1;
      i = next[1] - 1;
      continue;
    }
    const char = text[i] ?? '';
    let as = known.get(char);
    if (as === undefined) {
      as = see(char);
      known.set(char, as);
    }
    if (as === '') continue;
    at[seen.length] = i;
    seen += as;
  }
  return { text: seen, at: at.subarray(0, seen.length) };
}

function hideWhole(page: Page, view: View, { forms, pieces }: Sought): void {
  const there = new Set<string>();
  eachWindow(view.text, PIECE, (piece) => pieces.has(piece) && there.add(piece));
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

function hideWindows(page: Page, { text, at }: View, length: number, wanted: ReadonlySet<string>): void {
  eachWindow(text, length, (window, from) => {
    if (wanted.has(window)) page.hidden.fill(1, at[from], (at[from + length - 1] ?? 0) + 1);
  });
}

/** Pieces that stand outside what is hidden. */
function piecesIn({ hidden }: Page, { text, at }: View, wanted: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  eachWindow(text, PIECE, (piece, from) => {
    if (wanted.has(piece) && !hidden[at[from] ?? 0] && !hidden[at[from + PIECE - 1] ?? 0]) found.add(piece);
  });
  return found;
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
