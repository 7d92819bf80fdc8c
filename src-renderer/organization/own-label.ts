import { meaningOf, speaksOwn } from '../../src-shared/gluu/own-labels';
import type { Range } from '../../src-shared/gluu/versions';
import type { Message } from '../../src-shared/texts/message';
import { englishNow, useTexts } from '../ui/texts-store';

/** A label of oxTrust as its own page shows it. */
export interface OwnLabel {
  label: string;
  /** The language it is in, where that is not the window's. */
  labelLang?: 'en';
  /** The same in the reader's words, where it does not say so. */
  beside?: string;
}

/** How a label of oxTrust is shown to a reader of another language. */
export function useOwnLabel(version: Range): (label: Message) => OwnLabel {
  const { say, locale } = useTexts();
  const translated = speaksOwn(locale, version);
  return (own) => {
    const english = englishNow().say(own);
    const label = translated ? say(own) : english;
    const meaning = say(meaningOf(own));
    if (meaning === label) return { label };
    return { label, beside: meaning, ...(label === english ? { labelLang: 'en' } : {}) };
  };
}
