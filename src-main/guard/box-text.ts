import { escaped, visibleText } from '../base/safe-text';

/** The longest mail address is 254 characters (RFC 5321 section 4.5.3.1.3), the longest host 253: both are shown whole. */
export const MAX_TEXT = 600;

/** Scripts whose letters are drawn as Latin ones; a word with both is a disguise. */
const LOOKS_LATIN = /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}\p{sc=Coptic}\p{sc=Lisu}]/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const NOT_ASCII = /[^\x20-\x7e]/gu;
const ASCII_TWIN = /^[\w./:@ -]$/;
/** The characters that Unicode's list of confusables takes for `.`, `/` and `:`, and that NFKC leaves alone. */
const PUNCTUATION_TWINS = /[\u2044\u2215\u29f8\u2571\u2236\ua789\u0589\u05c3\u3002\u06d4\u0701\u0702\ua4f8\u{10a50}]/gu;
/** Drawn as a blank, though no space to Unicode: many of them would push what follows to the beginning of a row. */
const BLANKS = /[\u1680\u2800\u{1d159}]/gu;
/** No script puts more marks on one letter; a pile of them is drawn over the rows above and below. */
const PILED = /(?<=\p{M}{4})\p{M}/gu;

/**
 * A text as a box may show it, whole: invisible characters, letters of another script inside a Latin word, what passes for a
 * letter, digit, dot, slash, colon or blank of ASCII, and marks piled on one letter are `\u{…}` escapes; more than two blanks in
 * a row are counted, as `[5 ␣]`.
 */
export const plainText = (text: string): string =>
  visibleText(text)
    .replace(NOT_ASCII, (char) => (ASCII_TWIN.test(char.normalize('NFKC')) ? escaped(char) : char))
    .replace(PUNCTUATION_TWINS, escaped)
    .replace(BLANKS, escaped)
    .replace(PILED, escaped)
    .replace(WORD, (word) => (/\p{sc=Latin}/u.test(word) ? word.replace(LOOKS_LATIN, escaped) : word))
    .replace(/ {3,}/g, (blanks) => ` [${blanks.length} ␣] `);

/** How wide a text is drawn, in Latin letters: those of East Asia and most symbols take two. */
export const widthOf = (text: string): number =>
  text.length + (text.match(/[\u1100-\u115f\u2e80-\uffdc]/g) ?? []).length;

/**
 * A text that anybody may have chosen, as `plainText` and no wider than `room`: what is wider loses its middle. Otherwise its
 * author would decide where it wraps, and what begins a line.
 */
export function oneRow(text: string, room: number): string {
  const chars = [...plainText(text)];
  if (widthOf(chars.join('')) <= room) return chars.join('');
  let end = 0;
  while (widthOf([...chars.slice(0, end + 1), '…', ...chars.slice(-end - 1)].join('')) <= room) end += 1;
  return `${chars.slice(0, end).join('')}…${end > 0 ? chars.slice(-end).join('') : ''}`;
}

const NAME = 36;
/** The name of a server, or of a person, inside a sentence or on a button. */
export const nameText = (name: string): string => oneRow(name, NAME);

/** A text in which letters outside ASCII are given by number, where it has any: those of other scripts look like Latin ones. */
export const byNumber = (text: string): string | undefined =>
  /[^\x20-\x7e]/.test(text) ? text.replace(NOT_ASCII, escaped) : undefined;
