import { isSpoken, type Spoken } from './catalogues';
import { type Language, localeFor, preferredLanguage } from './languages';
import type { TimeStyle } from './texts';

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

/** What is spoken after a choice. */
export function speechFor({ language: chosen, clock, days }: TextsChoice, system: SystemLanguage): Speech {
  const { asked = '', chosenSince = false, locale } = system;
  const own = isSpoken(asked) ? asked : preferredLanguage(system.preferred);
  const isAsked = isSpoken(asked) && !chosenSince;
  const language = isAsked || chosen === 'system' ? own : chosen;
  return { language, locale: localeFor(language, locale), clock, days };
}
