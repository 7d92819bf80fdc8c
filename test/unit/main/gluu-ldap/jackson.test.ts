import { expect, test } from 'vitest';
import { booleanOf, intOf, stringOf } from '../../../../src-main/gluu-ldap/jackson';

test.each([
  [587, 587],
  ['587', 587],
  [' +25 ', 25],
  [1.9, 1],
  [null, 0],
  [undefined, 0],
  [' ', 0],
  ['many', undefined],
  ['1.9', undefined],
  [2 ** 31, undefined],
  [-(2 ** 31), -(2 ** 31)],
  [Number.NaN, undefined],
  [true, undefined],
  [[], undefined],
])('%j as a whole number is %j', (value, number) => expect(intOf(value)).toBe(number));

test.each([
  [true, true],
  [' true ', true],
  ['', false],
  [null, false],
  [2, true],
  [0, false],
  [1.5, undefined],
  ['yes', undefined],
  ['TRUE', undefined],
  [{}, undefined],
])('%j as a switch is %j', (value, on) => expect(booleanOf(value)).toBe(on));

test.each([
  ['a', 'a'],
  [7, '7'],
  [false, 'false'],
  [undefined, null],
  [[], undefined],
])('%j as a text is %j', (value, text) => expect(stringOf(value)).toBe(text));
