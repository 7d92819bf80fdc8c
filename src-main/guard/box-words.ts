import { type Message, mapFacts, message } from '../../src-shared/texts/message';
import type { Texts } from '../../src-shared/texts/texts';
import { MAX_TEXT, oneRow, plainText, widthOf } from './box-text';
import type { BoxLine, Question } from './confirm';

/** A box higher than the screen hides its buttons; the narrowest dialogs wrap after about 60 characters. */
const MAX_ROWS = 24;
const ROW = 60;
/** Short of the narrowest dialog. */
const QUOTED = 50;
const INSIDE = '  ';

type Say = Texts['say'];

/** A question in words, a line each. */
export interface BoxWords {
  message: string;
  lines: string[];
  yes: string;
  box?: string;
}

/**
 * Makes the words of a question. Each fact in it is shown as `plainText`, whole up to 600 characters and without its middle
 * beyond: what is not ours can neither look like a line of ours nor push one out of sight.
 */
export function boxWords({ message: asked, lines, yes, box }: Question, { say }: Pick<Texts, 'say'>): BoxWords {
  return {
    message: said(asked, say),
    lines: lines.flatMap((line) => wordsOf(line, say)),
    yes: said(yes, say),
    ...(box ? { box: said(box, say) } : {}),
  };
}

const said = (sentence: Message, say: Say): string => say(mapFacts(sentence, (text) => cut(text, say)));

/** What is too long loses its middle: a name's meaning stands at its ends. */
function cut(text: string, say: Say): string {
  const plain = plainText(text);
  if (plain.length <= MAX_TEXT) return plain;
  const end = MAX_TEXT / 2;
  return `${plain.slice(0, end)} ${say('box.leftOut', { n: plain.length - 2 * end })} ${plain.slice(-end)}`;
}

function wordsOf(line: BoxLine, say: Say): string[] {
  if (line === 'gap') return [''];
  if ('quoted' in line) return quoted(cut(line.quoted, say));
  if ('row' in line) return [rowOf(line.row, say)];
  return 'inside' in line ? [`${INSIDE}${said(line.inside, say)}`] : [said(line, say)];
}

/** A line whose fact `text` leaves room for what stands around it. */
function rowOf(sentence: Message, say: Say): string {
  const { text } = sentence.params ?? {};
  if (typeof text !== 'string') return said(sentence, say);
  const around = widthOf(said({ ...sentence, params: { ...sentence.params, text: '' } }, say));
  return said({ ...sentence, params: { ...sentence.params, text: oneRow(text, ROW - around) } }, say);
}

/** Rows each marked as part of a text that wraps. */
function quoted(text: string): string[] {
  const rows: string[] = [];
  let row = '';
  for (const char of text) {
    if (widthOf(row + char) > QUOTED) {
      rows.push(row);
      row = '';
    }
    row += char;
  }
  return [...rows, row].map((part) => `${INSIDE}| ${part}`);
}

/** Parts what a box is to say into boxes that fit on a screen. Nothing is left out; there is always one. */
export function pagesOf(lines: readonly string[]): string[][] {
  const pages: string[][] = [[]];
  let rows = 0;
  for (const line of lines) {
    const more = Math.max(1, Math.ceil(line.length / ROW));
    if (rows > 0 && rows + more > MAX_ROWS) {
      pages.push([]);
      rows = 0;
    }
    pages.at(-1)?.push(line);
    rows += more;
  }
  return pages;
}

/** The question above one of several boxes. */
export const pageTitle = (question: string, page: number, pages: number, say: Say): string =>
  pages > 1 ? say(message('box.page', { question, page, pages })) : question;
