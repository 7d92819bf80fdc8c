const MEGABYTE = 1_000_000;

/** Texts of one million characters, each made to keep a backtracking pattern busy. */
export function longTexts(): [name: string, text: string][] {
  const units = [
    'a',
    '=',
    'a=b,',
    'a=b+',
    'a= \\ ',
    'a=#00,',
    '\\',
    '\\20',
    '\\,',
    '#0',
    ' ',
    ',',
    '.',
    'a.',
    '1.',
    '@',
    ':',
    '%',
  ];
  const unseen = ['-', '{a}', '__proto__', '\0', '\u202e', 'é', '人', '\ud800', '٣'];
  return [...units, ...unseen].map((unit) => [JSON.stringify(unit), unit.repeat(Math.ceil(MEGABYTE / unit.length))]);
}

/** Characters that cannot be seen or that turn the reading direction, and halves of characters. */
export const unseenCharacters: [name: string, char: string][] = [
  ['NUL', '\0'],
  ['line feed', '\n'],
  ['carriage return', '\r'],
  ['delete', '\u007f'],
  ['next line', '\u0085'],
  ['soft hyphen', '\u00ad'],
  ['combining grapheme joiner', '\u034f'],
  ['hangul filler', '\u3164'],
  ['zero width space', '\u200b'],
  ['right-to-left mark', '\u200f'],
  ['right-to-left override', '\u202e'],
  ['right-to-left isolate', '\u2067'],
  ['line separator', '\u2028'],
  ['byte order mark', '\ufeff'],
  ['tag letter', '\u{e0061}'],
  ['high half', '\ud83d'],
  ['low half', '\udd11'],
];

/** A generous limit: what is linear takes some ten milliseconds for a million characters, what is not takes hours. */
export const LONG_TEXT_LIMIT = 20_000;
