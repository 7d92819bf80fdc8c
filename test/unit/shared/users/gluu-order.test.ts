import { describe, expect, test } from 'vitest';
import { hashOrderIsKnown, inGluuOrder, tiedAtHead } from '../../../../src-shared/users/gluu-order';

const named = (...names: (string | undefined)[]) => names.map((sortName, index) => ({ dn: `inum=${index}`, sortName }));
const sorted = (...names: (string | undefined)[]) => inGluuOrder(named(...names)).map(({ sortName }) => sortName);

describe('Gluu’s order of people', () => {
  test('ignores case, and puts people without a name first', () => {
    expect(sorted('zoe', 'Bob', undefined, 'carl', '')).toEqual([undefined, '', 'Bob', 'carl', 'zoe']);
  });

  test('compares UTF-16 units as Java does, not by any language', () => {
    expect(sorted('ä', 'z', 'a b', 'ab', '\u{1F600}', '\uFB00')).toEqual([
      'a b',
      'ab',
      'z',
      'ä',
      '\u{1F600}',
      '\uFB00',
    ]);
  });

  test('leaves equal names in the order of Java’s hash map', () => {
    expect(inGluuOrder(['b', 'a', 'C'].map((dn) => ({ dn, sortName: 'Twin' }))).map(({ dn }) => dn)).toEqual([
      'C',
      'a',
      'b',
    ]);
    expect(['2.4', '3.0.0', '3.1.9', '4.0', '4.5.5'].map((least) => hashOrderIsKnown({ least }))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('knows who has the same name at the head', () => {
    expect(tiedAtHead([])).toBe(0);
    expect(tiedAtHead(named('a', 'b'))).toBe(1);
    expect(tiedAtHead(named('Twin', 'TWIN', 'u'))).toBe(2);
    expect(tiedAtHead(named(undefined, undefined))).toBe(2);
    expect(tiedAtHead(named(undefined, ''))).toBe(1);
  });
});
