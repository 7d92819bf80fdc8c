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

/** How one UTF-16 code unit of a text stands in a view; an empty text if it is left out. */
const seenAs: Record<ViewName, (char: string) => string> = {
  clear: (char) => (UNSEEN.test(char) ? '' : folded(char)),
  // RFC 4648 sections 4 and 5
  base64: (char) => (UNSEEN.test(char) ? '' : (TO_STANDARD[char] ?? char)),
  hex: (char) => {
    const small = folded(char);
    return HEX.test(small) ? small : UNSEEN.test(small) || BETWEEN_HEX.test(small) ? '' : small;
  },
};

const UNKNOWN = -1;

/** Remembers what a view makes of each code unit: texts are long, and of few characters. 0 stands for what is left out. */
function codesOf(see: (char: string) => string): (code: number) => number {
  const known = new Int32Array(2 ** 16).fill(UNKNOWN);
  return (code) => {
    const remembered = known[code] ?? UNKNOWN;
    if (remembered !== UNKNOWN) return remembered;
    const char = see(String.fromCharCode(code));
    const as = char === '' ? 0 : char.charCodeAt(0);
    known[code] = as;
    return as;
  };
}

/** The code unit that stands for a code unit in a view; 0 if it is left out. No view shows U+0000 itself. */
export const codeIn: Record<ViewName, (code: number) => number> = {
  clear: codesOf(seenAs.clear),
  base64: codesOf(seenAs.base64),
  hex: codesOf(seenAs.hex),
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
  const seen = Array.from(new Set(texts), (text) => textIn(view, text));
  return [...new Set(seen)].filter((text) => text !== '').map((text) => ({ view, text }));
}

function textIn(view: ViewName, text: string): string {
  let seen = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = codeIn[view](text.charCodeAt(i));
    if (code !== 0) seen += String.fromCharCode(code);
  }
  return seen;
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
