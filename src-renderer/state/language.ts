import { isSpoken } from '../../src-shared/texts/catalogues';
import { type Speech, textsFor } from '../../src-shared/texts/speech';
import { speak } from '../ui/texts-store';

let latest: Speech | undefined;

/** Speaks so from now on; what is typed stays. */
export async function speakAs(speech: Speech): Promise<void> {
  latest = speech;
  const texts = await textsFor(speech);
  if (latest !== speech) return; // another language has come meanwhile
  speak(texts);
  document.documentElement.lang = speech.language;
}

/** Speaks the language that main gave the page: a locked one may ask for nothing more. */
export async function speakAsPage(): Promise<void> {
  const { lang } = document.documentElement;
  if (isSpoken(lang)) await speakAs({ language: lang, locale: lang, clock: 'language', days: 'language' });
}
