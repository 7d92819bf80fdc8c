/** What a spreadsheet takes for the beginning of a formula, full-width signs and blanks in front included. */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/** One cell (RFC 4180 section 2), quoted; a text that could run as a formula gets an apostrophe in front. */
const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Writes a table as CSV with CRLF. It begins with U+FEFF: without it spreadsheets take UTF-8 for an older encoding. */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
