import { app } from 'electron';
import { english } from '../../src-shared/texts/en/english';
import { asSystem, type Speech, type SystemLanguage, speechFor, textsFor } from '../../src-shared/texts/speech';
import { type Texts, textsIn } from '../../src-shared/texts/texts';
import { createSignal } from '../base/signal';

let speech: Speech = { language: 'en', locale: 'en', clock: 'language', days: 'language' };
let texts: Texts = textsIn(speech.locale, english, speech);
const changed = createSignal();
let begun = false;
let chosenSince = false;

/** What is spoken outside the window: in boxes, dialogs and menus. Nothing of it may be kept. */
export const textsNow = (): Texts => texts;

/** The language that the window begins with. */
export const languageNow = (): Speech['language'] => speech.language;

/** Hears each time that another language is spoken, or times are written otherwise. */
export const onSpeech = changed.on;

const asked = (): string => app.commandLine.getSwitchValue('language');

/** Speaks so from now on. */
export async function speakAs(next: Speech): Promise<void> {
  begun = true;
  // Also the core after the next lock has to know.
  if (next.language !== asked()) chosenSince = true;
  speech = next; // the window may begin before the sentences are there
  const loaded = await textsFor(next);
  if (speech !== next) return; // another choice has come meanwhile
  texts = loaded;
  changed.tell();
}

/** The language of the user's system, and the one that `--language` asks for. */
export const ownLanguage = (): SystemLanguage => ({
  preferred: app.getPreferredSystemLanguages(),
  locale: app.getSystemLocale(),
  ...(asked() ? { asked: asked(), chosenSince } : {}),
});

/** Speaks as the system does, until the settings are read. Not before `ready`. */
export async function speakAsSystem(): Promise<void> {
  if (!begun) await speakAs(speechFor(asSystem, ownLanguage()));
}
