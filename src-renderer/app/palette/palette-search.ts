import { meaningOf } from '../../../src-shared/gluu/own-labels';
import type { Message } from '../../../src-shared/texts/message';
import type { Texts } from '../../../src-shared/texts/texts';
import type { PaletteAction } from './palette-action';

/**
 * The rows that a search finds, in their order, but for one that is named whole: that is the first. The same array for as long
 * as it finds the same ones, so that nothing is drawn again.
 */
export type PaletteSearch = (query: string) => readonly PaletteAction[];

/** So much of the time that is left is left to a key. */
const IDLE_LEFT_MS = 2;

/** What an action is found by, in lower case. */
interface ActionWords {
  names: string[];
  text: string;
}

/** The words that are searched for, in lower case. */
export const wordsIn = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

type WordsOf = (action: PaletteAction) => ActionWords;

const wordsInLanguage = new WeakMap<Texts, WordsOf>();

/** Gives what an action is found by, put together once for each, also where the palette opens again. */
export function wordsOfActions(texts: Texts, english: Texts): WordsOf {
  const wordsOf = wordsInLanguage.get(texts) ?? madeWords(texts, english);
  wordsInLanguage.set(texts, wordsOf);
  return wordsOf;
}

function madeWords(texts: Texts, english: Texts): WordsOf {
  const known = new WeakMap<PaletteAction, ActionWords>();
  const groups = new WeakMap<Message, string>(); // a thousand servers stand in one
  const groupOf = ({ group }: PaletteAction): string => {
    const name = groups.get(group) ?? texts.say(group);
    groups.set(group, name);
    return name;
  };
  return (action) => {
    const before = known.get(action);
    if (before) return before;
    const names = namesOf(action, texts, english).map((name) => name.toLowerCase());
    const beside = [...action.hint.map(texts.words), groupOf(action)].map((one) => one.toLowerCase());
    const words = { names, text: [...names, ...beside].join(' ') };
    known.set(action, words);
    return words;
  };
}

/** Puts together what they are found by while the window has nothing else to do. Gives what ends it. */
export function makeWordsSoon(actions: readonly PaletteAction[], wordsOf: WordsOf): () => void {
  let next = 0;
  const some = (idle: IdleDeadline) => {
    while (next < actions.length && idle.timeRemaining() > IDLE_LEFT_MS) {
      const action = actions[next];
      if (action) wordsOf(action);
      next += 1;
    }
    if (next < actions.length) made = requestIdleCallback(some);
  };
  let made = requestIdleCallback(some);
  return () => cancelIdleCallback(made);
}

/** Makes the search over these rows. */
export function searchOver(actions: readonly PaletteAction[], wordsOf: WordsOf): PaletteSearch {
  let last: readonly PaletteAction[] = actions;
  return (query) => {
    const words = wordsIn(query);
    if (words.length === 0) return actions;
    const whole = words.join(' ');
    const isNamed = (action: PaletteAction) => wordsOf(action).names.includes(whole);
    const found = actions.filter((action) => words.every((word) => wordsOf(action).text.includes(word)));
    const now = [...found.filter(isNamed), ...found.filter((action) => !isNamed(action))];
    if (now.length !== last.length || now.some((action, at) => action !== last[at])) last = now;
    return last;
  };
}

/** What an action is called, here and in English, and what a label of oxTrust means; a name is the same in every language. */
function namesOf({ text }: PaletteAction, { words }: Texts, english: Texts): string[] {
  if (typeof text === 'string') return [text];
  if (text.id === 'verbatim') return [words(text)];
  return [words(text), english.words(text), words(meaningOf(text))];
}
