/** A way to look at a text: letters of either case are the same in `clear` and `hex`, the two alphabets in `base64`. */
export type ViewName = 'clear' | 'base64' | 'hex';

export interface SecretForm {
  view: ViewName;
  /** As it stands in that view. */
  text: string;
}

/** What nobody sees, or what stands between words, may stand between the pieces of a secret. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]/u;
/** `%63`, `63:6f`, `=63`, `\x63`, `\u0063`, `&#x63;`, `63-6f`. */
const BETWEEN_HEX = /[%:=\\xu&#;,"'<>-]/i;
const HEX = /[0-9a-f]/;
const TO_STANDARD: Record<string, string> = { '-': '+', _: '/', '=': '' };

/** How one character of a text stands in a view; an empty text if it is left out. */
export const seenAs: Record<ViewName, (char: string) => string> = {
  clear: (char) => (UNSEEN.test(char) ? '' : folded(char)),
  // RFC 4648 sections 4 and 5
  base64: (char) => (UNSEEN.test(char) ? '' : (TO_STANDARD[char] ?? char)),
  hex: (char) => {
    const small = folded(char);
    return HEX.test(small) ? small : UNSEEN.test(small) || BETWEEN_HEX.test(small) ? '' : small;
  },
};

const folded = (char: string): string => {
  const small = char.toLowerCase();
  return small.length === char.length ? small : char;
};

const hexOf = (code: number, digits: number): string => code.toString(16).padStart(digits, '0');

/** How a text is written where some of its characters may not stand as they are. */
const spellings: ((secret: string) => string)[] = [
  (secret) => secret,
  encodeURIComponent,
  (secret) => encodeURIComponent(secret).replaceAll('%20', '+'), // of a form, WHATWG URL section 5
  (secret) => JSON.stringify(secret).slice(1, -1),
  (secret) => secret.replace(/[^\x20-\x7e]/g, (char) => `\\u${hexOf(char.charCodeAt(0), 4)}`), // of Java properties
  (secret) => secret.replace(/[&<>"']/g, (char) => NAMED_SIGNS[char] ?? char),
  (secret) => secret.replace(/[*()\\]/g, (char) => `\\${hexOf(char.charCodeAt(0), 2)}`), // of LDAP filters, RFC 4515
  (secret) => secret.replace(/[",;+<>\\#=]/g, '\\$&'), // of distinguished names, RFC 4514
  (secret) => Buffer.from(secret, 'utf8').toString('latin1'), // read with the wrong character set
];
const NAMED_SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const encodings: ((secret: string) => Buffer)[] = [
  (secret) => Buffer.from(secret, 'utf8'),
  (secret) => Buffer.from(secret, 'utf16le'),
  (secret) => Buffer.from(secret, 'utf16le').swap16(),
];

/** Base64 and hexadecimal digits below this number stand in ordinary words. */
const MIN_DIGITS = 4;

/** Every form a secret is likely to take in what somebody else says: as it is, escaped, in Base64 at any place, in hex. */
export function formsOf(secret: string): SecretForm[] {
  const wellFormed = Buffer.from(secret, 'utf8').toString('utf8'); // encodeURIComponent throws for half a character
  const clear = spellings.map((spell) => spell(wellFormed));
  const bytes = encodings.map((encode) => encode(wellFormed));
  return [
    ...inView('clear', clear),
    ...inView('base64', bytes.flatMap(insideBase64)).filter(({ text }) => text.length >= MIN_DIGITS),
    ...inView(
      'hex',
      bytes.map((one) => one.toString('hex')),
    ).filter(({ text }) => text.length >= MIN_DIGITS),
  ];
}

function inView(view: ViewName, texts: readonly string[]): SecretForm[] {
  const seen = texts.map((text) => Array.from({ length: text.length }, (_, i) => seenAs[view](text[i] ?? '')).join(''));
  return [...new Set(seen)].filter((text) => text !== '').map((text) => ({ view, text }));
}

/**
 * The whole, and the part of its Base64 form that does not depend on what stands before and behind, for each of the three
 * ways bytes can lie in groups of three (RFC 4648 section 4).
 */
const insideBase64 = (bytes: Buffer): string[] => [
  bytes.toString('base64'),
  ...[0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
  }),
];
