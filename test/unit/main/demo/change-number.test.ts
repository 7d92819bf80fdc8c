import { describe, expect, test } from 'vitest';
import { ChangeNumbers } from '../../../../src-main/demo/change-number';

const noon = Date.UTC(2018, 0, 17, 12);

describe('ChangeNumbers', () => {
  test("has slapd's form", () => {
    expect(new ChangeNumbers(() => noon).next()).toEqual({
      csn: '20180117120000.000000Z#000000#000#000000',
      time: '20180117120000Z',
    });
  });

  test.each([
    ['stands still', () => noon],
    ['runs backwards', clock(noon, -1000)],
    ['runs', clock(noon, 1)],
  ])('never gives the same number twice and always a greater one while the clock %s', (_, now) => {
    const numbers = new ChangeNumbers(now);
    const given = Array.from({ length: 300 }, () => numbers.next().csn);
    expect(new Set(given).size).toBe(given.length);
    expect([...given].sort()).toEqual(given);
  });
});

function clock(start: number, step: number): () => number {
  let at = start;
  return () => (at += step);
}
