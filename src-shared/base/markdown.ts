/** Control, format (direction marks, zero width), line and paragraph separators, and lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Whatever begins markup somewhere in CommonMark or in GitHub's dialect, mentions and issue numbers included. */
const MARKUP = /[&<>`|*_[\]\\~$@#]|:(?=\/\/)|(?<=www)\./gi;

/** The text in one line, with what cannot be seen written out. */
const inOneLine = (text: string): string =>
  text.replace(/\r\n|[\r\n\t]/g, ' ').replace(UNSEEN, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);

/**
 * Any text as plain Markdown, also in the cell of a table: each sign that could be markup is a character reference, which
 * is text and never structure (CommonMark 0.31 section 2.5).
 */
export const asText = (text: string): string =>
  inOneLine(text)
    .trim()
    .replace(MARKUP, (sign) => `&#${sign.codePointAt(0)};`);

/** A table of texts. The columns' headings are our own. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headings), line(headings.map(() => '---')), ...rows.map((cells) => line(cells.map(asText)))].join('\n');
}

/** Lines as they are, in a fence longer than any row of backticks in them (CommonMark 0.31 section 4.5). */
export function fenced(lines: readonly string[]): string {
  const body = lines.map(inOneLine).join('\n');
  const longest = Math.max(0, ...[...body.matchAll(/`+/g)].map(([row]) => row.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}text\n${body}\n${fence}`;
}
