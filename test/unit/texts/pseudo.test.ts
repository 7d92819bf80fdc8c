import { expect, test } from 'vitest';
import { english } from '../../../src-shared/texts/en/english';
import { CLOSING, markedCatalogue, OPENING, pseudoCatalogue } from '../../../src-shared/texts/pseudo';
import { type Catalogue, textsIn } from '../../../src-shared/texts/texts';
import { askedBy } from '../../support/icu';

const pseudoOf = (text: string) => pseudoCatalogue({ x: text } as unknown as Catalogue)['x' as keyof Catalogue];

test.each([
  ['Check again', /^\[Ćĥéćķ áǧáíń ~+\]$/],
  ['On {name}, {at}', /^\[Óń \{name\}, \{at\} ~+\]$/],
  [
    '{n, plural, =0 {none} one {# server} other {# servers}} of {all, number}',
    /^\[\{n, plural, =0 \{ńóńé\} one \{# šéřṽéř\} other \{# šéřṽéřš\}\} óƒ \{all, number\} ~+\]$/,
  ],
  ['{a, select, yes {x {b} y} other {}}z', /^\[\{a, select, yes \{ẋ \{b\} ý\} other \{\}\}ž ~+\]$/],
  ["a '{'literal'}' brace, <b>bold</b>", /^\[á '\{'łíťéřáł'\}' ƀřáćé, <b>ƀółď<\/b> ~+\]$/],
])('%s is longer and has accents; what a program reads stays', (text, made) => {
  expect(pseudoOf(text).replaceAll('ĺ', 'ł')).toMatch(made);
});

test.each([
  ['Check again', 'Check again'],
  ['{n, plural, one {# server} other {# servers}}', '# servers'],
  ['<b>{name}</b> is gone', ' is gone'],
])('%s is longer by as much as is shown of it', (text, shown) => {
  const tildes = pseudoOf(text).replaceAll(/[^~]/g, '');
  expect(tildes).toHaveLength(Math.ceil(shown.length * 0.4));
});

test('it is longer by words that a line can break between', () => {
  expect(pseudoOf('x'.repeat(100))).toMatch(/ (~{14} ){2}~{12}\]$/);
});

test.each([
  ['accents', pseudoCatalogue],
  ['marks', markedCatalogue],
])('every sentence can be read with %s, and asks for what English asks for', (_, change) => {
  const pseudo = change(english);
  const { say } = textsIn('en', pseudo, { clock: 'language', days: 'language' });
  for (const [id, text] of Object.entries(english)) {
    const made = pseudo[id as keyof Catalogue];
    expect({ ...askedBy(made, 'en'), id }).toEqual({ ...askedBy(text, 'en'), id });
  }
  expect(say('verbatim', { text: 'a name' })).toBe('a name');
});

test('marks stand around a sentence and around each one in it, and not around what is not ours', () => {
  const catalogue = { ...english, 'word.on': 'On {place}', 'word.off': 'Off' };
  const { say, rich } = textsIn('en', markedCatalogue(catalogue), { clock: 'language', days: 'language' });
  const seen = (text: string) => text.replaceAll(CLOSING, ']').replaceAll(OPENING, '[');
  expect(seen(say({ id: 'word.on', params: { place: { id: 'word.off' } } }))).toBe('[On [Off]]');
  expect(seen(say({ id: 'word.on', params: { place: { id: 'verbatim', params: { text: 'gluu' } } } }))).toBe(
    '[On gluu]',
  );
  expect(rich({ id: 'word.off' }, {}).map(String).map(seen)).toEqual(['[Off]']);
});
