import { escaped, visibleText } from '../base/safe-text';
import { hostName } from '../net/host-name';

/** The longest mail address is 254 characters (RFC 5321 section 4.5.3.1.3), the longest host 253: both are shown whole. */
const MAX_TEXT = 600;
/** What still is compared at a glance in one line. */
const MAX_SIDE = 60;
/** A box higher than the screen hides its buttons; the narrowest dialogs wrap after about 60 characters. */
const MAX_ROWS = 24;
const ROW = 60;

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
 * a row are counted.
 */
export const plainText = (text: string): string =>
  visibleText(text)
    .replace(NOT_ASCII, (char) => (ASCII_TWIN.test(char.normalize('NFKC')) ? escaped(char) : char))
    .replace(PUNCTUATION_TWINS, escaped)
    .replace(BLANKS, escaped)
    .replace(PILED, escaped)
    .replace(WORD, (word) => (/\p{sc=Latin}/u.test(word) ? word.replace(LOOKS_LATIN, escaped) : word))
    .replace(/ {3,}/g, (blanks) => ` [${blanks.length} blanks] `);

/** As `plainText`, and what is longer than 600 characters loses its middle: a name's meaning stands at its ends. */
export function boxText(text: string): string {
  const plain = plainText(text);
  if (plain.length <= MAX_TEXT) return plain;
  const end = MAX_TEXT / 2;
  return `${plain.slice(0, end)} [… ${plain.length - 2 * end} characters left out …] ${plain.slice(-end)}`;
}

/** How wide a text is drawn, in Latin letters: those of East Asia and most symbols take two. */
const widthOf = (text: string): number => text.length + (text.match(/[\u1100-\u115f\u2e80-\uffdc]/g) ?? []).length;

/**
 * A text that anybody may have chosen, as `plainText` and in one row of a box: what is wider loses its middle. Otherwise its
 * author would decide where it wraps, and what begins a line.
 */
function oneRow(text: string, room: number): string {
  const chars = [...plainText(text)];
  if (widthOf(chars.join('')) <= room) return chars.join('');
  let end = 0;
  while (widthOf([...chars.slice(0, end + 1), '…', ...chars.slice(-end - 1)].join('')) <= room) end += 1;
  return `${chars.slice(0, end).join('')}…${end > 0 ? chars.slice(-end).join('') : ''}`;
}

const NAME = 36;
/** The name of a server, or of a person, inside a sentence or on a button. */
export const nameText = (name: string): string => oneRow(name, NAME);

/** A name or another text that anybody may have chosen, behind its label, in one row. */
export const textLine = (label: string, text: string): string => `${label}: ${oneRow(text, ROW - label.length - 2)}`;

/** A text that wraps, in rows each marked as part of it. */
export function quotedLines(text: string): string[] {
  const rows: string[] = [];
  let row = '';
  for (const char of boxText(text)) {
    if (widthOf(row + char) > QUOTED) {
      rows.push(row);
      row = '';
    }
    row += char;
  }
  return [...rows, row].map((part) => `  | ${part}`);
}
/** Short of the narrowest dialog. */
const QUOTED = 50;

/** Letters of other scripts look like Latin ones: where a name for a machine has any, they are given by number. */
const outsideAscii = (what: string, text: string): string[] =>
  /[^\x20-\x7e]/.test(text) ? [`${what} has letters outside ASCII: ${text.replace(NOT_ASCII, escaped)}`] : [];

/** A mail address whole, its domain with its punycode, and its letters outside ASCII by number. */
export function addressLines(label: string, address: string): string[] {
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  return [`${label}: ${local}@${hostName(domain)}`, ...outsideAscii('The part before @', local)];
}

/** A user name of a login whole, and its letters outside ASCII by number. */
export const userLines = (user: string): string[] => [
  ...(widthOf(plainText(user)) <= QUOTED ? [`User: ${user}`] : ['User:', ...quotedLines(user)]),
  ...outsideAscii('The user name', user.slice(0, MAX_SIDE)),
];

/** A host in full, with its punycode if it looks otherwise, and its ports on a line of their own. `about` goes behind the host. */
export function hostLines(label: string, host: string, ports: readonly number[], about?: string): string[] {
  return [
    `${label}: ${hostName(host)}${about ? ` (${about})` : ''}`,
    `${ports.length === 1 ? 'Port' : 'Ports'}: ${ports.join(', ')}`,
  ];
}

const SSH_USER = 24;

/** The SSH hosts (routeText) on the way, if any. */
export const throughLines = (via: string | undefined): string[] =>
  (via?.split(' → ') ?? []).map((hop) => {
    const at = hop.lastIndexOf('@');
    return `By SSH through: ${oneRow(hop.slice(0, at), SSH_USER)}${hop.slice(at)}`;
  });

/** A certificate's fingerprint, eight bytes a line: a row of 95 characters is not compared by anybody. */
export const fingerprintLines = (sha256: string): string[] => sha256.match(/.{1,24}/g) ?? [];

/**
 * One change, from what to what: in a line if both are short, else each on a line of its own. Where a web or mail address is
 * too long to be shown whole, or its host is of another script, that host follows in ASCII.
 */
export function changeLines(label: string, before: string, after: string): string[] {
  const hosts = hostsBehind(after);
  if (Math.max(before.length, after.length) <= MAX_SIDE && hosts.length === 0)
    return [`${label}: ${before || '(empty)'} → ${after || '(empty)'}`];
  return [`${label}:`, ...sideLines('from', before), ...sideLines('to', after), ...hosts];
}

/** Without a blank it is one word, as hosts and addresses are, and forges no line. */
const sideLines = (word: string, text: string): string[] =>
  text.length > MAX_SIDE && /\s/.test(text) ? [`  ${word}`, ...quotedLines(text)] : [`  ${word} ${text || '(empty)'}`];

const ADDRESSED = /(?:\/\/(?:[^/?#\s]*@)?|@)([^\s/?#"'<>,;:@]+)/g;

function hostsBehind(text: string): string[] {
  const isWhole = plainText(text).length <= MAX_TEXT;
  const named = [...text.matchAll(ADDRESSED)].map(([, host = '']) => host);
  const bare = /^[^\s/@]+\.[^\s/@]+$/.test(text) ? [text] : [];
  const hidden = [...new Set([...named, ...bare])].filter((host) => !isWhole || /[^\x20-\x7e]/.test(host));
  return hidden.map((host) => `  its host: ${hostName(host)}`);
}

/** Parts what a box is to say into boxes that fit on a screen. Nothing is left out; there is always one. */
export function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  let rows = 0;
  for (const line of lines.map(boxText)) {
    const more = Math.max(1, Math.ceil(line.length / ROW));
    if (rows > 0 && rows + more > MAX_ROWS) {
      pages.push([]);
      rows = 0;
    }
    pages.at(-1)?.push(line);
    rows += more;
  }
  return pages;
}
