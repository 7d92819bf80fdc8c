import { describe, expect, test } from 'vitest';
import { csv } from '../../../../src-shared/users/csv';
import { duplicatesCsv } from '../../../../src-shared/users/duplicates-csv';
import { personOf } from './person-of';

describe('a CSV', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '=HYPERLINK("http://x","y")',
  ])('never begins a cell with a formula: %j', (text) => {
    expect(csv([[text]])).toBe(`\ufeff"'${text.replaceAll('"', '""')}"\r\n`);
  });

  test.each(['ada@example.org', 'a-b', 'a=b', '1', '', 'Zoë, "x"\r\nnext'])('leaves %j as it is', (text) => {
    expect(csv([[text]])).toBe(`\ufeff"${text.replaceAll('"', '""')}"\r\n`);
  });

  test('has a line per listed person of a duplicate mail value', () => {
    const people = [personOf({ displayName: '=1+1' }), personOf({ uid: 'bob', mails: ['a@x', '+b@x'] })];
    const report = { people: 9, withoutMail: 0, withoutMailPeople: [], more: 0 };
    const text = duplicatesCsv({ ...report, duplicates: [{ mail: '@x', count: 2, people, tied: 1, sure: true }] });
    expect(text.split('\r\n').slice(1)).toEqual([
      `"'@x","2","yes","'=1+1","ada","1","active","ada@example.org"`,
      `"'@x","2","no","Ada","bob","1","active","a@x +b@x"`,
      '',
    ]);
    const tied = duplicatesCsv({ ...report, duplicates: [{ mail: 'x', count: 2, people, tied: 2, sure: false }] });
    expect(tied.match(/not known/g)).toHaveLength(2);
  });
});
