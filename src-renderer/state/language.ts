import { isSpoken, loadCatalogue } from '../../src-shared/texts/catalogues';
import { languages } from '../../src-shared/texts/languages';
import type { Speech } from '../../src-shared/texts/speech';
import { textsFor } from '../../src-shared/texts/texts-for';
import { speak } from '../ui/texts-store';

let latest: Speech | undefined;

/** Speaks so from now on; what is typed stays. */
export async function speakAs(speech: Speech): Promise<void> {
  latest = speech;
  const [texts, english] = await Promise.all([textsFor(speech), textsFor({ ...speech, language: 'en', locale: 'en' })]);
  if (latest !== speech) return; // another language has come meanwhile
  speak({ texts, english });
  document.documentElement.lang = speech.language;
}

/** Loads what may be chosen next, so that it is spoken at once. */
export const loadLanguages = async (): Promise<void> => void (await Promise.all(languages.map(loadCatalogue)));

/** Speaks the language that main gave the page: a locked one may ask for nothing more. */
export async function speakAsPage(): Promise<void> {
  const { lang } = document.documentElement;
  const language = isSpoken(lang) ? lang : 'en';
  await speakAs({ language, locale: language, clock: 'language', days: 'language' });
}
