import { expect, test } from 'vitest';
import { asSystem, speechFor } from '../../../src-shared/texts/speech';
import { textsFor } from '../../../src-shared/texts/texts-for';

const style = { clock: 'language', days: 'language' } as const;

test.each([
  [['en-GB'], 'en-GB', 'en', 'en-GB'],
  [['xx', 'en'], 'de-CH', 'en', 'en'],
  [['ja'], 'ja-JP', 'en', 'en'],
  [['ja', 'ru-RU', 'de'], 'ru_RU', 'ru', 'ru'],
  [['de-AT'], 'de-AT', 'de', 'de-AT'],
  [['fr-CA', 'en'], 'en-CA', 'fr', 'fr'],
  [[], 'C', 'en', 'en'],
] as const)(
  'a system set to %j and %s is spoken to in %s, with times as %s writes them',
  (preferred, tag, language, locale) => {
    expect(speechFor(asSystem, { preferred, locale: tag })).toEqual({ language, locale, ...style });
  },
);

test('what is chosen comes before the system, and what a command line asks for before both', () => {
  const system = { preferred: ['ja'], locale: 'en-AU' };
  expect(speechFor({ ...asSystem, language: 'en' }, system)).toEqual({ language: 'en', locale: 'en-AU', ...style });
  expect(speechFor(asSystem, { ...system, asked: 'en-XA' }).language).toBe('en-XA');
  expect(speechFor(asSystem, { ...system, asked: 'toString' }).language).toBe('en');
  expect(speechFor(asSystem, { ...system, asked: 'xx' }).language).toBe('en');
});

test('what a command line asks for holds until another language is chosen, and is what is left to the system', () => {
  const system = { preferred: ['en'], locale: 'en', asked: 'en-XA' };
  const english = { ...asSystem, language: 'en' } as const;
  expect(speechFor(english, system).language).toBe('en-XA');
  expect(speechFor(english, { ...system, chosenSince: true }).language).toBe('en');
  expect(speechFor(asSystem, { ...system, chosenSince: true }).language).toBe('en-XA');
});

test('the sentences of a language are loaded with the way its times are written', async () => {
  const { say, when } = await textsFor({ language: 'en', locale: 'en', clock: '24', days: 'iso' });
  expect(say('word.close')).toBe('Close');
  expect(when({ at: '2026-11-29T15:04:05', as: 'moment' })).toBe('2026-11-29 15:04:05');
  const pseudo = await textsFor({ language: 'en-XA', locale: 'en', ...style });
  expect(pseudo.say('word.close')).toMatch(/^\[Ćĺóšé ~+\]$/);
});

test.each([
  ['de', 'Schließen', '29.11.2026, 15:04:05'],
  ['fr', 'Fermer', '29 nov. 2026, 15:04:05'],
  ['ru', 'Закрыть', '29 нояб. 2026 г., 15:04:05'],
] as const)('%s is spoken', async (language, close, moment) => {
  const { say, when } = await textsFor({ language, locale: language, ...style });
  expect(say('word.close')).toBe(close);
  expect(when({ at: '2026-11-29T15:04:05', as: 'moment' })).toBe(moment);
});
