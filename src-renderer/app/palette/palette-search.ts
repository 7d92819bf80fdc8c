import { meaningOf } from '../../../src-shared/gluu/own-labels';
import type { Texts } from '../../../src-shared/texts/texts';
import type { PaletteAction } from './palette-action';

/** The rows that a search finds, in their order, but for one that is named whole: that is the first. */
export type PaletteSearch = (query: string) => PaletteAction[];

/** The words that are searched for, in lower case. */
export const wordsIn = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean);

/** Makes the search over these rows. What they are found by is put together once, at the first word that is typed. */
export function searchOver(actions: readonly PaletteAction[], texts: Texts, english: Texts): PaletteSearch {
  let known: { action: PaletteAction; names: string[]; text: string }[] | undefined;
  const knowing = () =>
    actions.map((action) => {
      const names = namesOf(action, texts, english).map((name) => name.toLowerCase());
      const beside = [...action.hint.map(texts.words), texts.say(action.group)].map((one) => one.toLowerCase());
      return { action, names, text: [...names, ...beside].join(' ') };
    });
  return (query) => {
    const words = wordsIn(query);
    if (words.length === 0) return [...actions];
    known ??= knowing();
    const whole = words.join(' ');
    return known
      .filter(({ text }) => words.every((word) => text.includes(word)))
      .sort((a, b) => Number(b.names.includes(whole)) - Number(a.names.includes(whole)))
      .map(({ action }) => action);
  };
}

/** What an action is called, here and in English, and what a label of oxTrust means; a name is the same in every language. */
function namesOf({ text }: PaletteAction, { words }: Texts, english: Texts): string[] {
  if (typeof text === 'string') return [text];
  if (text.id === 'verbatim') return [words(text)];
  return [words(text), english.words(text), words(meaningOf(text))];
}
