/** One line of an SSH configuration that says something. */
export interface ConfigLine {
  file: string;
  /** From 1 on. */
  line: number;
  /** In lower case. */
  keyword: string;
  /** What follows it, as it is written. */
  rest: string;
  /** The words of that; undefined where a quote is not closed. */
  words: string[] | undefined;
}

/**
 * The lines of a configuration file, read as OpenSSH 9 does (readconf.c; misc.c, strdelim and argv_split). A keyword without
 * a value is left out.
 */
export function configLines(text: string, file: string): ConfigLine[] {
  return text.split('\n').flatMap((raw, index): ConfigLine[] => {
    const [whole = ''] = raw.split('\0', 1);
    const trimmed = whole.trim();
    if (trimmed.startsWith('#')) return [];
    const end = trimmed.search(/[\s=]/);
    if (end < 1) return [];
    const rest = trimmed.slice(end).trimStart().replace(/^=/, '').trimStart();
    if (rest === '') return [];
    const keyword = trimmed.slice(0, end).replaceAll('"', '').toLowerCase();
    return [{ file, line: index + 1, keyword, rest, words: splitWords(rest) }];
  });
}

/**
 * The words of a value: quotes of both kinds hold blanks, a backslash stands before a quote, a backslash or a blank, and `#`
 * begins a comment only where a word would begin (misc.c of OpenSSH, argv_split). Gives undefined for an open quote.
 */
export function splitWords(text: string): string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ' || text[at] === '\t') {
      at += 1;
      continue;
    }
    if (text[at] === '#') break;
    let [word, quote] = ['', ''];
    for (; at < text.length; at += 1) {
      const sign = text[at] ?? '';
      const next = text[at + 1] ?? '';
      if (sign === '\\' && next !== '' && (`'"\\`.includes(next) || (quote === '' && next === ' '))) {
        word += next;
        at += 1;
      } else if (quote === '' && (sign === ' ' || sign === '\t')) break;
      else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
      else if (sign === quote) quote = '';
      else word += sign;
    }
    if (quote !== '') return undefined;
    words.push(word);
  }
  return words;
}
