import type { MessageId } from './message';
import type { Catalogue } from './texts';

const ACCENTED = Object.fromEntries(
  [...'áƀćďéƒǧĥíĵķĺɱńóƥɋřšťúṽŵẋýžÁƁĆĎÉƑǦĤÍĴĶĹṀŃÓƤɊŘŠŤÚṼŴẊÝŽ'].map((accented, at) => [
    String.fromCharCode(at < 26 ? 97 + at : 65 + at - 26),
    accented,
  ]),
);
/** Other languages take up to so much more room. */
const LONGER = 0.4;
/** Words that are not ours stay as they are. */
const AS_IT_IS: readonly MessageId[] = ['verbatim'];

/**
 * Brackets that nobody sees and that tests do not compare: Playwright leaves these two characters out of texts. The soft hyphen
 * stands before a zero width space, where no line can break and so no hyphen shows.
 */
export const OPENING = '\u200b';
export const CLOSING = '\u00ad\u200b';

/** Each sentence in brackets, with accents and longer; its arguments, tags and choices as they are. */
export const pseudoCatalogue = (catalogue: Catalogue): Catalogue =>
  mapSentences(catalogue, (text) => `[${accented(text)} ${'~'.repeat(Math.ceil(text.length * LONGER))}]`);

/** Each sentence as it is, in brackets that nobody sees. */
export const markedCatalogue = (catalogue: Catalogue): Catalogue =>
  mapSentences(catalogue, (text) => `${OPENING}${text}${CLOSING}`);

const mapSentences = (catalogue: Catalogue, change: (text: string) => string): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).map(([id, text]) => [id, AS_IT_IS.some((own) => own === id) ? text : change(text)]),
  ) as Catalogue;

/** What ICU MessageFormat takes for words gets accents; `{` begins an argument, `<` a tag, and `'` quotes both. */
function accented(text: string): string {
  let made = '';
  for (let at = 0; at < text.length; ) {
    const [whole = ''] = /^(?:'[{}<>|#][^']*'?|<\/?[\w-]+\s*\/?>)/.exec(text.slice(at)) ?? [];
    const part = whole || (text[at] === '{' ? text.slice(at, endOf(text, at)) : (text[at] as string));
    made += whole ? whole : part.length > 1 ? withChoices(part) : (ACCENTED[part] ?? part);
    at += part.length;
  }
  return made;
}

/** Behind the brace that closes the one at `from`. */
function endOf(text: string, from: number): number {
  let open = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '{') open += 1;
    else if (text[at] === '}') open -= 1;
    if (open === 0) return at + 1;
  }
  return text.length;
}

/** An argument: of one that chooses, what can be chosen gets accents. */
function withChoices(argument: string): string {
  const head = /^\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.exec(argument)?.[0];
  if (head === undefined) return argument;
  let made = head;
  for (let at = head.length; at < argument.length; ) {
    const end = argument[at] === '{' ? endOf(argument, at) : at + 1;
    const part = argument.slice(at, end);
    made += part.length > 1 ? `{${accented(part.slice(1, -1))}}` : part;
    at = end;
  }
  return made;
}
