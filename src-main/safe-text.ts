const MAX_LENGTH = 1000;
/** Control, format (direction marks, zero width), line and paragraph separators, and lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * Makes a text of another machine safe to show, to log and to keep: anything invisible becomes a visible `\u{…}` escape
 * (line breaks become blanks), and the length is cut to 1000 characters. The result is plain text, never markup.
 */
export function safeText(hostile: string): string {
  const cut = hostile.length > MAX_LENGTH ? `${hostile.slice(0, MAX_LENGTH)}…` : hostile;
  return cut
    .replace(/\r?\n|\t/g, ' ')
    .replace(UNSAFE, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
    .trim();
}
