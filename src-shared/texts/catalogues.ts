import type { Language } from './languages';
import type { Catalogue } from './texts';

/** English with accents and longer, for finding what is not in the catalogue or is cut off. */
export const PSEUDO = 'en-XA';
/** English in brackets that nobody sees: tests find what is not in the catalogue by it. */
export const MARKED = 'en-XB';

const english = async () => (await import('./en/english')).english;

/** The catalogues there are; each is loaded once it is spoken. */
const catalogues = {
  en: english,
  de: async () => (await import('./de/german')).german,
  fr: async () => (await import('./fr/french')).french,
  ru: async () => (await import('./ru/russian')).russian,
  [PSEUDO]: async () => (await import('./pseudo')).pseudoCatalogue(await english()),
  [MARKED]: async () => (await import('./pseudo')).markedCatalogue(await english()),
} as const satisfies Record<Language | typeof PSEUDO | typeof MARKED, () => Promise<Catalogue>>;

/** A language that this console can speak. */
export type Spoken = keyof typeof catalogues;

export const isSpoken = (language: string): language is Spoken => Object.hasOwn(catalogues, language);

/** Loads every sentence of a language. */
export const loadCatalogue = (language: Spoken): Promise<Catalogue> => catalogues[language]();
