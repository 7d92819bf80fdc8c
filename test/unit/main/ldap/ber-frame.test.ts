import { describe, expect, test } from 'vitest';
import { elementAt } from '../../../../src-main/ldap/ber-frame';

const bytes = (...list: number[]) => Uint8Array.from(list);

describe('elementAt', () => {
  test.each<[string, number[], unknown]>([
    ['a short length', [0x04, 0x02, 1, 2], { tag: 4, start: 2, end: 4 }],
    ['no content', [0x05, 0x00], { tag: 5, start: 2, end: 2 }],
    ['the longest short length', [0x04, 0x7f], { tag: 4, start: 2, end: 129 }],
    ['a length of one byte', [0x04, 0x81, 0xff], { tag: 4, start: 3, end: 258 }],
    ['a length with leading zeros', [0x30, 0x84, 0, 0, 0, 5], { tag: 0x30, start: 6, end: 11 }],
    ['the largest length', [0x30, 0x84, 255, 255, 255, 255], { tag: 0x30, start: 6, end: 6 + 0xffffffff }],
    ['nothing', [], 'more'],
    ['a tag alone', [0x30], 'more'],
    ['a length that has not all arrived', [0x30, 0x82, 1], 'more'],
    ['an indefinite length', [0x30, 0x80, 0, 0], 'bad'],
    ['a length of five bytes', [0x30, 0x85, 0, 0, 0, 0, 1], 'bad'],
    ['the reserved length', [0x30, 0xff, 0], 'bad'],
  ])('reads %s', (_, given, wanted) => {
    expect(elementAt(bytes(...given), 0)).toEqual(wanted);
  });

  test('reads in the middle of other bytes', () => {
    expect(elementAt(bytes(9, 9, 0x02, 0x01, 5), 2)).toEqual({ tag: 2, start: 4, end: 5 });
    expect(elementAt(bytes(1, 2), 2)).toBe('more');
  });
});
