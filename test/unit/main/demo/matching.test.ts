import { describe, expect, test } from 'vitest';
import type { Filter } from '../../../../src-main/demo/filter';
import { evaluate, normalize, type Subject } from '../../../../src-main/demo/matching';
import { Schema } from '../../../../src-main/demo/schema';

const schema = new Schema({
  attributeTypes: [
    "( 1 NAME ( 'cn' 'commonName' ) EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )",
    "( 2 NAME 'member' EQUALITY distinguishedNameMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.12 )",
    "( 3 NAME 'count' EQUALITY integerMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 )",
    "( 4 NAME 'creationDate' EQUALITY generalizedTimeMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 )",
    "( 5 NAME 'absent' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )",
  ],
  objectClasses: [],
});
const values: Record<string, string[]> = {
  cn: ['Ada  Lovelace', 'Countess'],
  member: ['CN=Someone, O=Gluu'],
  count: ['7'],
  creationdate: ['20180117120000.500Z'],
};
const subject: Subject = {
  dn: 'cn=Countess,ou=People,o=gluu',
  values: (attribute) => (values[schema.keyOf(attribute)] ?? []).map((text) => Buffer.from(text)),
  allValues: () =>
    Object.values(values)
      .flat()
      .map((text) => Buffer.from(text)),
};
const truth = (filter: Filter) => evaluate(filter, subject, schema);
const value = (text: string) => Buffer.from(text);
const equals = (attribute: string, text: string): Filter => ({ kind: 'equality', attribute, value: value(text) });
const substrings = (initial: string, any: string[], final: string): Filter => ({
  kind: 'substrings',
  attribute: 'cn',
  pieces: {
    ...(initial && { initial: value(initial) }),
    any: any.map(value),
    ...(final && { final: value(final) }),
  },
});

const yes = equals('cn', 'countess');
const no = equals('cn', 'nobody');
const undefinedFilter = equals('noSuchAttribute', 'x');

describe('evaluate', () => {
  test.each<[string, Filter, boolean | undefined]>([
    ['equality ignores case and runs of spaces', equals('cn', 'ADA LOVELACE'), true],
    ['equality ignores spaces at the ends', equals('cn', ' ada lovelace '), true],
    ['an alias names the same attribute', equals('commonName', 'countess'), true],
    ['a value that is not there', no, false],
    ['an attribute the entry lacks', equals('absent', 'x'), false],
    ['an attribute the schema lacks', undefinedFilter, undefined],
    ['DNs compare as DNs', equals('member', 'cn=someone,o=GLUU'), true],
    ['no DN where one is needed', equals('member', 'nonsense'), undefined],
    ['integers compare as numbers', equals('count', '007'), true],
    ['times compare as times', equals('creationDate', '20180117120000.5Z'), true],
    ['greater or equal by number', { kind: 'greaterOrEqual', attribute: 'count', value: value('5') }, true],
    ['greater or equal, not by text', { kind: 'greaterOrEqual', attribute: 'count', value: value('10') }, false],
    ['less or equal by time', { kind: 'lessOrEqual', attribute: 'creationDate', value: value('201801171201Z') }, true],
    [
      'greater or equal by time',
      { kind: 'greaterOrEqual', attribute: 'creationDate', value: value('201801171201Z') },
      false,
    ],
    ['approximate is equality', { kind: 'approximate', attribute: 'cn', value: value('COUNTESS') }, true],
    ['present', { kind: 'present', attribute: 'cn' }, true],
    ['present, but it is not', { kind: 'present', attribute: 'absent' }, false],
    ['present for an unknown attribute', { kind: 'present', attribute: 'noSuchAttribute' }, undefined],
    ['an unknown kind of filter', { kind: 'unknown' }, undefined],
    ['initial', substrings('ada ', [], ''), true],
    ['final', substrings('', [], 'LACE'), true],
    ['any, in their order', substrings('', ['a', 'love'], ''), true],
    ['any, not in their order', substrings('', ['love', 'ada'], ''), false],
    ['pieces do not overlap', substrings('countess', [], 'tess'), false],
    ['all three', substrings('a', ['d', 'l'], 'e'), true],
  ])('%s', (_, filter, expected) => {
    expect(truth(filter)).toBe(expected);
  });

  test.each<[string, Filter, boolean | undefined]>([
    ['and of none is true (RFC 4526)', { kind: 'and', filters: [] }, true],
    ['or of none is false (RFC 4526)', { kind: 'or', filters: [] }, false],
    ['true and Undefined', { kind: 'and', filters: [yes, undefinedFilter] }, undefined],
    ['false and Undefined', { kind: 'and', filters: [undefinedFilter, no] }, false],
    ['true or Undefined', { kind: 'or', filters: [undefinedFilter, yes] }, true],
    ['false or Undefined', { kind: 'or', filters: [no, undefinedFilter] }, undefined],
    ['not true', { kind: 'not', filter: yes }, false],
    ['not Undefined', { kind: 'not', filter: undefinedFilter }, undefined],
  ])('three-valued: %s', (_, filter, expected) => {
    expect(truth(filter)).toBe(expected);
  });

  test.each<[string, Omit<Extract<Filter, { kind: 'extensible' }>, 'kind'>, boolean | undefined]>([
    [
      'caseExactMatch tells case',
      { rule: 'caseExactMatch', attribute: 'cn', value: value('countess'), dnAttributes: false },
      false,
    ],
    [
      'caseExactMatch finds it',
      { rule: 'caseExactMatch', attribute: 'cn', value: value('Countess'), dnAttributes: false },
      true,
    ],
    [
      'a rule by its number',
      { rule: '2.5.13.5', attribute: 'cn', value: value('Countess'), dnAttributes: false },
      true,
    ],
    ["the attribute's own rule", { attribute: 'cn', value: value('COUNTESS'), dnAttributes: false }, true],
    ['any attribute', { rule: 'caseExactMatch', value: value('7'), dnAttributes: false }, true],
    ['the DN too', { attribute: 'cn', value: value('countess'), dnAttributes: true }, true],
    ['only the DN', { rule: 'caseIgnoreMatch', value: value('people'), dnAttributes: true }, true],
    ['not the DN unless asked', { rule: 'caseIgnoreMatch', value: value('people'), dnAttributes: false }, false],
    ['an unknown rule', { rule: 'noSuchRule', attribute: 'cn', value: value('x'), dnAttributes: false }, undefined],
    [
      'a rule named like an object member',
      { rule: 'constructor', attribute: 'cn', value: value('x'), dnAttributes: false },
      undefined,
    ],
    ['neither rule nor attribute', { value: value('x'), dnAttributes: false }, undefined],
  ])('extensible: %s', (_, filter, expected) => {
    expect(truth({ kind: 'extensible', ...filter })).toBe(expected);
  });

  test('searches hostile patterns in time proportional to their length', () => {
    const pieces = { any: Array.from({ length: 100_000 }, () => value('e')) };
    expect(truth({ kind: 'substrings', attribute: 'cn', pieces })).toBe(false);
  });
});

describe('normalize', () => {
  test.each([
    ['generalizedTimeMatch', 'yesterday'],
    ['generalizedTimeMatch', '20180117120000+0100'],
    ['integerMatch', 'seven'],
    ['integerMatch', '9'.repeat(100_000)],
    ['distinguishedNameMatch', 'nonsense'],
  ] as const)('gives nothing for a value that does not fit: %s', (rule, text) => {
    expect(normalize(rule, value(text))).toBeUndefined();
  });

  test('compares octets as they are', () => {
    expect(normalize('octetStringMatch', Buffer.from([0xff, 0x41]))).not.toBe(
      normalize('octetStringMatch', Buffer.from([0xfe, 0x41])),
    );
  });
});
