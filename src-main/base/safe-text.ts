const MAX_LENGTH = 1000;
/**
 * Control, format (direction marks, zero width), line and paragraph separators, lone surrogates, and what fonts draw nothing
 * for. The selectors between text and emoji style (U+FE0E, U+FE0F) are no disguise.
 */
const UNSAFE = /(?![\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** Gives one character as a visible `\u{…}`. */
export const escaped = (char: string): string => `\\u{${char.codePointAt(0)?.toString(16)}}`;

/** Makes anything invisible a visible `\u{…}` escape; line breaks and tabs become blanks. Cuts nothing. */
export const visibleText = (hostile: string): string => hostile.replace(/\r?\n|\t/g, ' ').replace(UNSAFE, escaped);

/**
 * Makes a text of another machine safe to show, to log and to keep: as `visibleText`, and the length is cut to 1000
 * characters. The result is plain text, never markup.
 */
export const safeText = (hostile: string): string =>
  visibleText(hostile.length > MAX_LENGTH ? `${hostile.slice(0, MAX_LENGTH)}…` : hostile).trim();
