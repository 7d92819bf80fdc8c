import { useSyncExternalStore } from 'react';
import { createStore } from 'zustand';
import type { Texts } from '../../src-shared/texts/texts';

interface Spoken {
  /** The language that the window speaks now. */
  texts: Texts;
  /** The English names, which are found whatever is spoken. */
  english: Texts;
}

const store = createStore<{ spoken: Spoken | undefined }>(() => ({ spoken: undefined }));

/** Nothing is drawn, and nothing said, before the sentences are there. */
function spokenNow(): Spoken {
  const { spoken } = store.getState();
  if (!spoken) throw new Error('no language is spoken yet');
  return spoken;
}

/** The window's sentences; a component that uses them is drawn again when the language changes. */
export const useTexts = (): Texts => useSyncExternalStore(store.subscribe, spokenNow, spokenNow).texts;

/** Makes sentences, as `useTexts().say`. */
export const useSay = (): Texts['say'] => useTexts().say;

/** For what is no component, at the moment it is needed: nothing of it may be kept. */
export const textsNow = (): Texts => spokenNow().texts;

/** The same in English, for finding things by their English names too. */
export const englishNow = (): Texts => spokenNow().english;

/** Speaks another language from now on. */
export const speak = (spoken: Spoken): void => store.setState({ spoken });
