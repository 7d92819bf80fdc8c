import { describe, expect, test, vi } from 'vitest';
import type { Message } from '../../../src-shared/texts/message';
import { mapFacts, verbatim } from '../../../src-shared/texts/message';
import { type Catalogue, textsIn } from '../../../src-shared/texts/texts';

const catalogue = {
  verbatim: '{text}',
  'unknown.message': '(a message this version does not know: {id})',
  'unknown.value': '(not known)',
  count: '{n, plural, one {# сервер} few {# сервера} many {# серверов} other {# сервера}}',
  number: '{n, number} of them',
  bold: 'Press <b>{key}</b> now',
  outer: 'Because {why}.',
} as unknown as Catalogue;
const language = { clock: 'language', days: 'language' } as const;
const { say, rich, when } = textsIn('ru', catalogue, language);
const of = (id: string, params?: Message['params']) => ({ id, params }) as Message;

describe('say', () => {
  test.each([
    [1, '1 сервер'],
    [2, '2 сервера'],
    [5, '5 серверов'],
    [21, '21 сервер'],
  ])('chooses the plural of %d by the language', (n, words) => {
    expect(say(of('count', { n }))).toBe(words);
  });

  test('puts a message into a message', () => {
    expect(say(of('outer', { why: of('count', { n: 2 }) }))).toBe('Because 2 сервера.');
  });

  test('leaves other sides’ words alone, braces and tags too', () => {
    expect(say(verbatim('{x} <b> 550 5.1.1'))).toBe('{x} <b> 550 5.1.1');
  });

  test('joins a list by the language', () => {
    expect(say(of('outer', { why: { list: ['a', 'b', verbatim('c')], as: 'and' } }))).toBe('Because a, b и c.');
  });

  test('says so where an id or a fact is not known, and never throws', () => {
    expect(say(of('later.version'))).toBe('(a message this version does not know: later.version)');
    expect(say(of('outer'))).toBe('Because (not known).');
    expect(say(of('toString'))).toContain('toString');
  });

  test.each(['count', 'number'])('never counts in %s what is not there', (id) => {
    expect(say(of(id))).toBe(`(a message this version does not know: ${id})`);
    expect(say(of(id, { n: 'many' }))).toBe(`(a message this version does not know: ${id})`);
  });

  test('puts several sentences beside each other', () => {
    expect(say([of('outer', { why: 'a' }), verbatim('550 no.')])).toBe('Because a. 550 no.');
    expect(say([])).toBe('');
  });

  test('ends in a message that holds itself', () => {
    const round: { id: string; params: Record<string, unknown> } = { id: 'outer', params: {} };
    round.params.why = round;
    expect(say(round as unknown as Message)).toContain('…');
  });

  test('leaves the tags away where only words are wanted', () => {
    expect(say(of('bold', { key: 'F1' }))).toBe('Press F1 now');
  });
});

test('rich makes of a tag what its place wants', () => {
  expect(rich(of('bold', { key: 'F1' }), { b: (inside) => ({ strong: inside }) })).toEqual([
    'Press ',
    { strong: ['F1'] },
    ' now',
  ]);
});

test('a sentence looks for its locale among no others, and shares what counts and chooses with those beside it', () => {
  const sought = vi.spyOn(Intl.NumberFormat, 'supportedLocalesOf');
  const chosen = vi.spyOn(Intl.PluralRules.prototype, 'select');
  const more = {
    ...catalogue,
    again: '{n, plural, one {# раз} few {# раза} many {# раз} other {# раза}}',
  } as Catalogue;
  const polish = textsIn('pl', more, language); // spoken by no other test
  expect([1, 2].map((n) => polish.say(of('count', { n })))).toEqual(['1 сервер', '2 сервера']);
  expect([5, 3].map((n) => polish.say(of('again', { n })))).toEqual(['5 раз', '3 раза']);
  expect(sought).not.toHaveBeenCalled();
  expect(chosen).toHaveBeenCalledTimes(4);
  expect(new Set(chosen.mock.contexts).size).toBe(1);
});

describe('moments', () => {
  const at = '2026-11-29T15:04:05';
  test('are written as the language does, or by a 24-hour clock and ISO 8601', () => {
    expect(when({ at, as: 'day' })).toBe('29 нояб. 2026 г.');
    expect(textsIn('en', catalogue, language).when({ at, as: 'minute' })).toMatch(/^3:04\sPM$/);
    const iso = textsIn('en', catalogue, { clock: '24', days: 'iso' });
    expect(iso.when({ at, as: 'minute' })).toBe('15:04');
    expect(iso.when({ at, as: 'moment' })).toBe('2026-11-29 15:04:05');
  });

  test('that are no dates stay as they are', () => {
    expect(when({ at: 'yesterday', as: 'day' })).toBe('yesterday');
  });
});

test('mapFacts changes each text in a message, at any depth', () => {
  const message = of('outer', { why: { list: ['secret', of('outer', { why: 'a secret' })], as: 'and' }, n: 3 });
  expect(JSON.stringify(mapFacts(message, (text) => text.replace('secret', '[hidden]')))).not.toContain('secret');
});
