import type { Language } from '../texts/languages';
import { type Message, type MessageId, message } from '../texts/message';
import { holdsFor, type Range, type Span } from './versions';

/**
 * The versions whose oxTrust has Organization Configuration in a language. It speaks English where it has none; French up to 3.1.2
 * shows English labels with `#&` before them. Source: oxtrust_en, _fr and _ru.properties, `organizationForm.*`, of oxTrust
 * version_3.1.0 to version_4.5.5; there is no oxtrust_de.properties.
 */
const translated: Record<Language, Span | undefined> = {
  en: {},
  de: undefined,
  fr: { least: '3.1.3' },
  ru: { least: '3.1.0' },
};

/** Whether the oxTrust of a version speaks a language of this console. What is not certain counts as English. */
export function speaksOwn(language: string, version: Range): boolean {
  const span = Object.entries(translated).find(([one]) => language.startsWith(one))?.[1];
  return span !== undefined && holdsFor([span], version) === 'certain';
}

type Label = Extract<MessageId, `label.${string}`>;
const isLabel = (id: MessageId): id is Label => id.startsWith('label.');

/** What a label of oxTrust means, in the reader's words; another name means itself. */
export function meaningOf(label: Message): Message {
  if (!isLabel(label.id)) return label;
  return message(`meaning.${label.id.slice('label.'.length)}` as Extract<MessageId, `meaning.${string}`>);
}
