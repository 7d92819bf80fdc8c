import { expect, test } from 'vitest';
import { counted, countedPeople } from '../../../src-shared/base/counted';
import { english } from '../../../src-shared/texts/en/english';
import { localeFor } from '../../../src-shared/texts/languages';
import { textsIn } from '../../../src-shared/texts/texts';

const moment = '2026-03-04T15:06:07Z';
const inLocale = (locale: string) => textsIn(locale, english, { clock: 'language', days: 'language' }).when;

test.each<[string, string, string, string]>([
  ['en-US', 'Mar 4, 2026', '3:06:07 PM', '3:06 PM'],
  ['de-DE', '04.03.2026', '15:06:07', '15:06'],
  ['fr-FR', '4 mars 2026', '15:06:07', '15:06'],
])('a time is written as a system of %s does', (locale, day, time, minute) => {
  const when = inLocale(locale);
  const local = new Date(2026, 2, 4, 15, 6, 7).toISOString();
  const plain = (text: string) => text.replaceAll('\u202f', ' ');
  expect((['day', 'time', 'minute'] as const).map((as) => plain(when({ at: local, as })))).toEqual([day, time, minute]);
  expect(plain(when({ at: local, as: 'moment' }))).toContain(time);
  expect(plain(when({ at: local, as: 'moment' }))).toContain(day);
});

test('a system without a known name of its language, and a text that is no time, break nothing', () => {
  for (const tag of ['', 'C', 'POSIX', 'de_CH@euro', 'xx-unknown-1234567890']) {
    expect(inLocale(localeFor('de', tag))({ at: moment, as: 'moment' })).toContain('2026');
  }
  expect(inLocale('en')({ at: 'never', as: 'day' })).toBe('never');
});

test('a number agrees with its thing', () => {
  expect([0, 1, 2, 100_000].map((number) => counted(number, 'request'))).toEqual([
    '0 requests',
    '1 request',
    '2 requests',
    '100,000 requests',
  ]);
  expect(counted(1, 'field has', 'fields have')).toBe('1 field has');
  expect([1, 3].map(countedPeople)).toEqual(['1 person', '3 people']);
});
