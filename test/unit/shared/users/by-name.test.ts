import { afterEach, expect, test } from 'vitest';
import { writeTimesAs } from '../../../../src-shared/base/moment';
import { byName, nameOf } from '../../../../src-shared/users/by-name';

const person = (displayName: string, more: { uid?: string; mails?: string[] } = {}) => ({
  dn: `inum=${displayName}${more.uid ?? ''},ou=people,o=gluu`,
  inum: '@!1',
  uid: '',
  mails: [],
  displayName,
  ...more,
});
const names = (people: readonly string[]) => byName(people.map((name) => person(name))).map(nameOf);
afterEach(() => writeTimesAs('en-US'));

test('people stand in the order of the user’s language', () => {
  const people = ['Zoe', 'Ärni', 'anna', 'Öhman', 'Bea', 'Anna'];
  writeTimesAs('de-CH');
  expect(names(people)).toEqual(['anna', 'Anna', 'Ärni', 'Bea', 'Öhman', 'Zoe']);
  writeTimesAs('sv-SE');
  expect(names(people)).toEqual(['anna', 'Anna', 'Bea', 'Zoe', 'Ärni', 'Öhman']);
});

test('numbers count as numbers, and who has no name is found by uid', () => {
  writeTimesAs('C'); // no language at all
  expect(names(['user 10', 'user 9'])).toEqual(['user 9', 'user 10']);
  const people = [person('', { uid: 'zed' }), person('', { uid: 'abe' }), person('Mia')];
  expect(byName(people).map(nameOf)).toEqual(['abe', 'Mia', 'zed']);
});

test('equal names keep one order, and who is exactly what was sought comes first', () => {
  const [a, b] = [person('Ada', { uid: 'ada2' }), person('Ada', { uid: 'ada1', mails: ['Zed@example.org'] })];
  expect(byName([a, b])).toEqual([b, a]);
  expect(byName([b, a])).toEqual([b, a]);
  expect(byName([b, a], 'ADA2')).toEqual([a, b]);
  expect(byName([person('Aba'), a, b], 'zed@example.org').map(({ uid }) => uid)).toEqual(['ada1', '', 'ada2']);
});
