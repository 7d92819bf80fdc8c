import { describe, expect, it, test } from 'vitest';
import { everyVersion, holdsFor, nameOf, versionsWhere } from '../../../../src-shared/lint/version-span';

const is = (version: string) => ({ least: version, most: version });

describe('a fact of some versions', () => {
  const spans = [{ since: '3.1.1', until: '4.1.3' }];
  it.each([
    ['3.1.0', 'no'],
    ['3.1.1', 'certain'],
    ['4.0', 'certain'],
    ['4.1.3', 'certain'],
    ['4.2.0', 'no'],
  ])('holds for %s: %s', (version, holds) => expect(holdsFor(spans, is(version))).toBe(holds));

  it.each([
    ['3.0.0', '3.1.0', 'no'],
    ['3.0.0', '3.1.1', 'possible'],
    ['4.0', '4.5.5', 'possible'],
    ['3.1.6', '3.1.9', 'certain'],
    ['4.2.0', '4.5.5', 'no'],
  ])('holds for a server of %s to %s: %s', (least, most, holds) => {
    expect(holdsFor(spans, { least, most })).toBe(holds);
  });

  it('holds for every version where the span is open', () => {
    expect(holdsFor(everyVersion, { least: '2.4', most: '9.9' })).toBe('certain');
    expect(holdsFor([], is('3.1.2'))).toBe('no');
  });
});

test('families beside each other are one span, families apart are two', () => {
  expect(versionsWhere(({ decryptsTo }) => decryptsTo === 'bytes')).toEqual([{ since: '2.4', until: '4.2.2' }]);
  expect(versionsWhere(({ least }) => least === '2.4' || least === '4.2.0')).toEqual([
    { since: '2.4', until: '3.0.3' },
    { since: '4.2.0', until: '4.2.2' },
  ]);
  expect(versionsWhere(() => false)).toEqual([]);
});

test.each([
  [[{}], 'Gluu every version'],
  [[{ until: '3.1.3' }], 'Gluu up to 3.1.3'],
  [[{ since: '4.0' }], 'Gluu 4.0 and later'],
  [
    [
      { since: '3.1.2', until: '3.1.2' },
      { since: '4.0', until: '4.1.3' },
    ],
    'Gluu 3.1.2 and 4.0 to 4.1.3',
  ],
])('%j is called %s', (spans, name) => expect(nameOf(spans)).toBe(name));
