import { describe, expect, test } from 'vitest';
import {
  compareVersions,
  everyVersion,
  exactly,
  holdsFor,
  isVersion,
  joined,
  overlap,
  type Range,
  rowsFor,
  shortSpanText,
  spansWhere,
  type Table,
  versionsWords,
  versionWords,
} from '../../../../src-shared/gluu/versions';
import { versionFamilies } from '../../../../src-shared/verdict/gluu-versions';
import { say } from '../../../support/english';

describe('two versions', () => {
  test.each([
    ['3.1.2', '3.1.2', 0],
    ['3.1', '3.1.0', 0],
    ['3.1.10', '3.1.9', 1],
    ['2.4.4', '3.0', -1],
    ['4.0', '3.1.9', 1],
    ['4.5.5-Final', '4.5.5', 0],
    ['4.5.5-Final', '4.5.4', 1],
    ['4.0.Final', '4.0', 0],
    ['4.0.Final', '3.1.9', 1],
    ['4.0.b12', '4.0.1', -1],
    ['4.0-Final-b12', '4.0.1', -1],
    ['3.1.sp2', '3.1.1', -1],
    ['3.1.7.sp1', '3.1.7', 0],
    ['3.1.7.sp1', '3.1.8', -1],
    ['3.1.3.1', '3.1.3', 0],
    ['2.4.4_sp2', '2.4.4', 0],
    [`3.${'9'.repeat(400)}`, '3.1.9', 1],
  ])('%s beside %s', (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
  });

  test('are told from what is not a version', () => {
    for (const text of ['', 'unknown', 'v3', 'Final', '.1']) expect(isVersion(text)).toBe(false);
    for (const text of ['3', '4.x', '3.1.7.sp1']) expect(isVersion(text)).toBe(true);
  });
});

describe('two ranges', () => {
  const wide = { least: '3.1.6', most: '3.1.9' };
  test.each([
    [wide, exactly('3.1.8'), exactly('3.1.8')],
    [wide, { least: '3.0', most: '3.1.6' }, exactly('3.1.6')],
    [wide, { least: '2.4', most: '4.5.5' }, wide],
    [wide, exactly('3.1.5'), undefined],
    [wide, { least: '4.0', most: '4.5.5' }, undefined],
  ])('%j and %j share %j', (a, b, shared) => {
    expect(overlap(a, b)).toEqual(shared);
    expect(overlap(b, a)).toEqual(shared);
  });
});

describe('the rows of a table', () => {
  const table: Table<Range & { is: string }> = [
    { least: '2.4', most: '2.4.4', is: 'old' },
    { least: '3.0.0', most: '3.1.1', is: 'middle' },
    { least: '3.1.2', most: '3.1.9', is: 'new' },
  ];
  test.each([
    [exactly('2.4.4.sp2'), 'old'],
    [exactly('2.4.7'), 'old'],
    [exactly('3.1.1-Final'), 'middle'],
    [exactly('3.1.9.sp1'), 'new'],
    [{ least: '3.1.0', most: '3.1.2' }, 'middle new'],
    [{ least: '2.4', most: '3.1.9' }, 'old middle new'],
    [exactly('2.3'), ''],
    [exactly('4.0'), ''],
    [{ least: '3.1.6', most: '4.0' }, ''],
    [exactly('unknown'), ''],
    [{ least: '3.1.2', most: '' }, ''],
  ])('that %j may belong to: %s', (range, rows) => {
    expect(rowsFor(table, range).map(({ is }) => is)).toEqual(rows.split(' ').filter(Boolean));
  });
});

describe('a fact of some versions', () => {
  const spans = [{ least: '3.1.1', most: '4.1.3' }];
  test.each([
    ['3.1.0', 'no'],
    ['3.1.1', 'certain'],
    ['4.0', 'certain'],
    ['4.1.3', 'certain'],
    ['4.2.0', 'no'],
  ])('holds for %s: %s', (version, holds) => expect(holdsFor(spans, exactly(version))).toBe(holds));

  test.each([
    ['3.0.0', '3.1.0', 'no'],
    ['3.0.0', '3.1.1', 'possible'],
    ['4.0', '4.5.5', 'possible'],
    ['3.1.6', '3.1.9', 'certain'],
    ['4.2.0', '4.5.5', 'no'],
  ])('holds for a server of %s to %s: %s', (least, most, holds) => {
    expect(holdsFor(spans, { least, most })).toBe(holds);
  });

  test('holds for every version where the span is open', () => {
    expect(holdsFor(everyVersion, { least: '2.4', most: '9.9' })).toBe('certain');
    expect(holdsFor([], exactly('3.1.2'))).toBe('no');
  });
});

test('families beside each other are one span, families apart are two', () => {
  expect(spansWhere(versionFamilies, ({ decryptsTo }) => decryptsTo === 'bytes')).toEqual([
    { least: '2.4', most: '4.2.2' },
  ]);
  expect(spansWhere(versionFamilies, ({ least }) => least === '2.4' || least === '4.2.0')).toEqual([
    { least: '2.4', most: '3.0.3' },
    { least: '4.2.0', most: '4.2.2' },
  ]);
  expect(spansWhere(versionFamilies, () => false)).toEqual([]);
});

test.each([
  [[{}], 'Gluu every version'],
  [[{ most: '3.1.3' }], 'Gluu up to 3.1.3'],
  [[{ least: '4.0' }], 'Gluu 4.0 and later'],
  [
    [
      { least: '3.1.2', most: '3.1.2' },
      { least: '4.0', most: '4.1.3' },
    ],
    'Gluu 3.1.2 and 4.0 to 4.1.3',
  ],
])('%j is called %s', (spans, name) =>
  expect(say('lint.doubted', { sentence: '', versions: versionsWords(spans), own: '' })).toContain(`${name};`),
);

describe('rows with some of their facts', () => {
  const rows = [
    { least: '2.4', most: '2.4.4', a: 1, b: 1 },
    { least: '3.0.0', most: '3.1.1', a: 1, b: 2 },
    { least: '3.1.2', most: '3.1.9', a: 2, b: 2 },
    { least: '4.0', most: '4.0.1', a: 1, b: 2 },
  ];
  test.each([
    [['a'] as const, '2.4 to 3.1.1, 3.1.2 to 3.1.9, 4.0 to 4.0.1'],
    [['b'] as const, '2.4 to 2.4.4, 3.0.0 to 4.0.1'],
    [['a', 'b'] as const, '2.4 to 2.4.4, 3.0.0 to 3.1.1, 3.1.2 to 3.1.9, 4.0 to 4.0.1'],
    [[], '2.4 to 4.0.1'],
  ])('%j: %s', (facts, spans) =>
    expect(
      joined(rows, facts)
        .map((span) => say(versionWords(span)))
        .join(', '),
    ).toBe(spans),
  );
});

test.each([
  [{ least: '3.1.6', most: '3.1.9' }, '3.1.6 to 3.1.9', '3.1.6–3.1.9'],
  [exactly('3.1.2'), '3.1.2', '3.1.2'],
])('%j is reported as what is known of it', (range, long, short) => {
  expect([say(versionWords(range)), shortSpanText(range)]).toEqual([long, short]);
});
