import { expect, test } from 'vitest';
import { asSystem, speechFor, spokenLanguages, systemLanguage, textsFor } from '../../../src-shared/texts/speech';

const style = { clock: 'language', days: 'language' } as const;

test('only a language whose catalogue is there can be chosen', () => {
  expect(spokenLanguages).toContain('en');
  expect(spokenLanguages).not.toContain('en-XA');
});

test.each([
  [['en-GB'], 'en-GB', 'en', 'en-GB'],
  [['xx', 'en'], 'de-CH', 'en', 'en'],
  [['ja'], 'ja-JP', 'en', 'en'],
  [[], 'C', 'en', 'en'],
] as const)(
  'a system set to %j and %s is spoken to in %s, with times as %s writes them',
  (preferred, tag, language, locale) => {
    expect(systemLanguage({ preferred })).toBe(language);
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
  expect(systemLanguage(system)).toBe('en-XA');
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
