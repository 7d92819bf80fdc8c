import { english } from './en/english';
import type { Language } from './languages';
import type { Catalogue } from './texts';

/** English with accents and longer, for finding what is not in the catalogue or is cut off. */
export const PSEUDO = 'en-XA';
/** English in brackets that nobody sees: tests find what is not in the catalogue by it. */
export const MARKED = 'en-XB';

/** The catalogues there are; each is loaded once it is spoken. */
const catalogues = {
  en: async () => english,
  [PSEUDO]: async () => (await import('./pseudo')).pseudoCatalogue(english),
  [MARKED]: async () => (await import('./pseudo')).markedCatalogue(english),
} as const satisfies Partial<Record<Language | typeof PSEUDO | typeof MARKED, () => Promise<Catalogue>>>;

/** A language that this console can speak. */
export type Spoken = keyof typeof catalogues;

export const isSpoken = (language: string): language is Spoken => Object.hasOwn(catalogues, language);

/** Loads every sentence of a language. */
export const loadCatalogue = (language: Spoken): Promise<Catalogue> => catalogues[language]();
