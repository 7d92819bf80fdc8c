/** The languages of this console. */
export const languages = ['en', 'de', 'fr', 'ru'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as a reader looks for it. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  ru: 'Русский',
};

const languageOf = (tag: string): Language | undefined =>
  languages.find((language) => language === tag.split(/[-_.@]/)[0]?.toLowerCase());

/** The first of the user's preferred languages (BCP 47 tags, the dearest first) that this console speaks; English otherwise. */
export const preferredLanguage = (tags: readonly string[]): Language =>
  tags.map(languageOf).find((language) => language !== undefined) ?? 'en';

/**
 * The tag by which dates and numbers are written: the region of the user's system where it has that language (`en-GB`), the
 * language itself otherwise, so that an English window shows no German dates.
 */
export function localeFor(language: string, systemTag: string): string {
  if (languageOf(systemTag) !== language) return language;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(Intl.getCanonicalLocales(systemTag))[0] ?? language;
  } catch (error) {
    if (error instanceof RangeError) return language; // a system's own name such as `de_CH@euro` is no tag
    throw error;
  }
}
