import { isSpoken, loadCatalogue, type Spoken } from './catalogues';
import { type Language, localeFor, preferredLanguage } from './languages';
import { type Texts, type TimeStyle, textsIn } from './texts';

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
  /** Spoken whatever was chosen, where this console speaks it. */
  asked?: string;
}

/** What is spoken after a choice. */
export function speechFor({ language: chosen, clock, days }: TextsChoice, system: SystemLanguage): Speech {
  const { asked = '', locale } = system;
  const own = chosen === 'system' ? preferredLanguage(system.preferred) : chosen;
  const language = isSpoken(asked) ? asked : own;
  return { language, locale: localeFor(language, locale), clock, days };
}

/** Loads the sentences of a language. */
export async function textsFor(speech: Speech): Promise<Texts> {
  return textsIn(speech.locale, await loadCatalogue(speech.language), speech);
}
