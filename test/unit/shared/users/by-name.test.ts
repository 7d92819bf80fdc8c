import { expect, test } from 'vitest';
import { byName, nameOf } from '../../../../src-shared/users/by-name';

const person = (displayName: string, more: { uid?: string } = {}) => ({
  dn: `inum=${displayName}${more.uid ?? ''},ou=people,o=gluu`,
  inum: '@!1',
  uid: '',
  displayName,
  ...more,
});
const names = (people: readonly string[], locale: string) =>
  byName(
    people.map((name) => person(name)),
    locale,
  ).map(nameOf);

test('people stand in the order of the user’s language', () => {
  const people = ['Zoe', 'Ärni', 'anna', 'Öhman', 'Bea', 'Anna'];
  expect(names(people, 'de-CH')).toEqual(['anna', 'Anna', 'Ärni', 'Bea', 'Öhman', 'Zoe']);
  expect(names(people, 'sv-SE')).toEqual(['anna', 'Anna', 'Bea', 'Zoe', 'Ärni', 'Öhman']);
});

test('numbers count as numbers, and who has no name is found by uid', () => {
  expect(names(['user 10', 'user 9'], 'en')).toEqual(['user 9', 'user 10']);
  const people = [person('', { uid: 'zed' }), person('', { uid: 'abe' }), person('Mia')];
  expect(byName(people, 'en').map(nameOf)).toEqual(['abe', 'Mia', 'zed']);
});

test('equal names keep one order', () => {
  const [a, b] = [person('Ada', { uid: 'ada2' }), person('Ada', { uid: 'ada1' })];
  expect(byName([a, b], 'en')).toEqual([b, a]);
  expect(byName([b, a], 'en')).toEqual([b, a]);
});
