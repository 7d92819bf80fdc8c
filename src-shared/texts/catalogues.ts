import type { Language } from './languages';
import type { Catalogue } from './texts';

/** English with accents and longer, for finding what is not in the catalogue or is cut off. */
export const PSEUDO = 'en-XA';

const english = async () => (await import('./en/english')).english;
let pseudo: Promise<Catalogue> | undefined;
const makePseudo = async () => (await import('./pseudo')).pseudoCatalogue(await english());

/** The catalogues there are; each is loaded once it is spoken. */
const catalogues = {
  en: english,
  de: async () => (await import('./de/german')).german,
  fr: async () => (await import('./fr/french')).french,
  ru: async () => (await import('./ru/russian')).russian,
  [PSEUDO]: () => {
    pseudo ??= makePseudo();
    return pseudo;
  },
} as const satisfies Record<Language | typeof PSEUDO, () => Promise<Catalogue>>;

/** A language that this console can speak. */
export type Spoken = keyof typeof catalogues;

export const isSpoken = (language: string): language is Spoken => Object.hasOwn(catalogues, language);

/** Loads every sentence of a language. */
export const loadCatalogue = (language: Spoken): Promise<Catalogue> => catalogues[language]();
