import { loadCatalogue } from './catalogues';
import type { Speech } from './speech';
import { type Texts, textsIn } from './texts';

const spoken = new Map<string, Promise<Texts>>();

/** Loads the sentences of a language. They stay: a language that was spoken before is spoken again at once. */
export function textsFor({ language, locale, clock, days }: Speech): Promise<Texts> {
  const key = [language, locale, clock, days].join();
  const known = spoken.get(key);
  if (known) return known;
  const made = loadCatalogue(language).then((catalogue) => textsIn(locale, catalogue, { clock, days }));
  spoken.set(key, made);
  return made;
}
