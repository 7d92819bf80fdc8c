import { create } from 'zustand';
import { english } from '../../src-shared/texts/en/english';
import { type Texts, textsIn } from '../../src-shared/texts/texts';

const own: Texts = textsIn('en', english, { clock: 'language', days: 'language' });

/** The English names, which are found whatever is spoken. */
export const inEnglish: Texts['words'] = own.words;

/** The language that the window speaks now. */
const useStore = create<{ texts: Texts }>(() => ({ texts: own }));

/** The window's sentences; a component that uses them is drawn again when the language changes. */
export const useTexts = (): Texts => useStore(({ texts }) => texts);

/** Makes sentences, as `useTexts().say`. */
export const useSay = (): Texts['say'] => useStore(({ texts }) => texts.say);

/** For what is no component, at the moment it is needed: nothing of it may be kept. */
export const textsNow = (): Texts => useStore.getState().texts;

/** Speaks another language from now on. */
export const speak = (texts: Texts): void => useStore.setState({ texts });
