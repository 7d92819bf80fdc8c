import type { MessageId } from './message';
import type { Catalogue } from './texts';

const ACCENTED = Object.fromEntries(
  [...'áƀćďéƒǧĥíĵķĺɱńóƥɋřšťúṽŵẋýžÁƁĆĎÉƑǦĤÍĴĶĹṀŃÓƤɊŘŠŤÚṼŴẊÝŽ'].map((accented, at) => [
    String.fromCharCode(at < 26 ? 97 + at : 65 + at - 26),
    accented,
  ]),
);
/** Other languages take up to so much more room, in words of up to so many letters. */
const LONGER = 0.4;
const LONGEST_WORD = 14;
/** Words that are not ours, and those that a field begins with and that are kept as if they were typed. */
const AS_IT_IS: readonly MessageId[] = ['verbatim', 'servers.form.copyName', 'servers.form.copyNameNumbered'];

/**
 * Brackets that nobody sees and that tests do not compare: Playwright leaves these two characters out of texts. The soft hyphen
 * stands before a zero width space, where no line can break and so no hyphen shows.
 */
export const OPENING = '\u200b';
export const CLOSING = '\u00ad\u200b';

/** Each sentence in brackets, with accents and longer; its arguments, tags and choices as they are. */
export const pseudoCatalogue = (catalogue: Catalogue): Catalogue =>
  mapSentences(catalogue, (text) => `[${accented(text)} ${more(lengthOf(text))}]`);

/** Each sentence as it is, in brackets that nobody sees. */
export const markedCatalogue = (catalogue: Catalogue): Catalogue =>
  mapSentences(catalogue, (text) => `${OPENING}${text}${CLOSING}`);

const mapSentences = (catalogue: Catalogue, change: (text: string) => string): Catalogue =>
  Object.fromEntries(
    Object.entries(catalogue).map(([id, text]) => [id, AS_IT_IS.some((own) => own === id) ? text : change(text)]),
  ) as Catalogue;

function more(length: number): string {
  const letters = '~'.repeat(Math.max(1, Math.ceil(length * LONGER)));
  return letters.replace(new RegExp(`.{${LONGEST_WORD}}(?=.)`, 'g'), '$& ');
}

/** How many letters of it are shown: of what can be chosen the longest, without tags and what is filled in. */
function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const argument = text[at] === '{' ? text.slice(at, endOf(text, at)) : '';
    const tag = /^<[^>]*>/.exec(text.slice(at))?.[0] ?? '';
    if (argument) length += Math.max(0, ...choicesOf(argument).map((choice) => lengthOf(choice)));
    else if (!tag && text[at] !== "'") length += 1;
    at += argument.length || tag.length || 1;
  }
  return length;
}

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

/** Of an argument that chooses: what comes before each choice, the choice, and what is behind the last. */
function partsOf(argument: string): { before: string; choice: string }[] {
  const head = /^\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,/.exec(argument)?.[0];
  const parts: { before: string; choice: string }[] = [];
  if (head === undefined) return parts;
  for (let at = 0; at < argument.length - 1; ) {
    const open = argument.indexOf('{', Math.max(at, head.length));
    if (open < 0) break;
    const end = endOf(argument, open);
    parts.push({ before: argument.slice(at, open), choice: argument.slice(open + 1, end - 1) });
    at = end;
  }
  return parts;
}

const choicesOf = (argument: string): string[] => partsOf(argument).map(({ choice }) => choice);

/** An argument: of one that chooses, what can be chosen gets accents. */
function withChoices(argument: string): string {
  const parts = partsOf(argument);
  if (parts.length === 0) return argument;
  return `${parts.map(({ before, choice }) => `${before}{${accented(choice)}}`).join('')}}`;
}
