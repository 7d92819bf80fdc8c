import { app } from 'electron';
import { asSystem, type Speech, type SystemLanguage, speechFor } from '../../src-shared/texts/speech';
import type { Texts } from '../../src-shared/texts/texts';
import { createSignal } from '../base/signal';

let speech: Speech = { language: 'en', locale: 'en', clock: 'language', days: 'language' };
const changed = createSignal();
let begun = false;
let chosenSince = false;

/** What is spoken outside the window: in boxes, dialogs and menus. Loaded when it is needed first; nothing of it may be kept. */
export const textsNow = async (): Promise<Texts> => (await import('../../src-shared/texts/texts-for')).textsFor(speech);

/** The language that the window begins with. */
export const languageNow = (): Speech['language'] => speech.language;

/** Hears each time that another language is spoken, or times are written otherwise. */
export const onSpeech = changed.on;

const asked = (): string => app.commandLine.getSwitchValue('language');

/** Speaks so from now on. */
export function speakAs(next: Speech): void {
  begun = true;
  // Also the core after the next lock has to know.
  if (next.language !== asked()) chosenSince = true;
  speech = next;
  changed.tell();
}

/** The language of the user's system, and the one that `--language` asks for. */
export const ownLanguage = (): SystemLanguage => ({
  preferred: app.getPreferredSystemLanguages(),
  locale: app.getSystemLocale(),
  ...(asked() ? { asked: asked(), chosenSince } : {}),
});

/** Speaks as was chosen, or as the system does, until the core has read the settings. Not before `ready`. */
export function speakAtFirst(chosen = asSystem): void {
  if (!begun) speakAs(speechFor(chosen, ownLanguage()));
}
