import { isSpoken, loadCatalogue, type Spoken } from './catalogues';
import { type Language, languages, localeFor, preferredLanguage } from './languages';
import { type Texts, type TimeStyle, textsIn } from './texts';

/** The languages to choose from. */
export const spokenLanguages: readonly Language[] = languages.filter(isSpoken);

/** What the user has chosen. */
export interface TextsChoice extends TimeStyle {
  language: 'system' | Language;
}

/** What a new console begins with. */
export const asSystem: TextsChoice = { language: 'system', clock: 'language', days: 'language' };

/** Which language is spoken, and how dates, times and numbers are written in it. */
export interface Speech extends TimeStyle {
  language: Spoken;
  /** A BCP 47 tag. */
  locale: string;
}

/** What the computer and the command line say of the language. */
export interface SystemLanguage {
  /** BCP 47 tags, the dearest first. */
  preferred: readonly string[];
  /** How the system writes dates and times. */
  locale: string;
  /** Spoken in place of the system's, and of what was chosen before this start, where this console speaks it. */
  asked?: string;
  /** The user has chosen since the start: what is asked for is no longer spoken in place of that. */
  chosenSince?: boolean;
}

/** The language that is spoken where the user leaves the choice to the system. */
export const systemLanguage = ({ preferred, asked = '' }: Pick<SystemLanguage, 'preferred' | 'asked'>): Spoken =>
  spoken(asked) ?? spoken(preferredLanguage(preferred)) ?? 'en';

/** What is spoken after a choice. A language whose catalogue this version does not have is English. */
export function speechFor({ language: chosen, clock, days }: TextsChoice, system: SystemLanguage): Speech {
  const { asked = '', chosenSince = false, locale } = system;
  const before = chosenSince ? undefined : spoken(asked);
  const language = before ?? (chosen === 'system' ? systemLanguage(system) : (spoken(chosen) ?? 'en'));
  return { language, locale: localeFor(language, locale), clock, days };
}

const spoken = (language: string): Spoken | undefined => (isSpoken(language) ? language : undefined);

/** Loads the sentences of a language. */
export async function textsFor(speech: Speech): Promise<Texts> {
  return textsIn(speech.locale, await loadCatalogue(speech.language), speech);
}
