import { describe, expect, test } from 'vitest';
import { elementAt, headOf, resultOf } from '../../../../src-main/ldap/ber-frame';
import { result, searchEntry } from '../../../support/hostile-ldap/message';

const bytes = (...list: number[]) => Uint8Array.from(list);
const bindAnswer = (code: number, message = '') =>
  result({ messageId: 7, operation: 'bind', dn: '', secured: false, bytes: Buffer.alloc(0) }, { code, message });

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

describe('headOf and resultOf', () => {
  test('give id and operation of real messages', () => {
    expect(headOf(bindAnswer(0))).toMatchObject({ id: 7, operation: 0x61 });
    expect(headOf(searchEntry(0x7fffffff, 'o=gluu', []))).toMatchObject({ id: 0x7fffffff, operation: 0x64 });
  });

  test.each([0, 49, 122, 127, 4096, 16_654])('read code %i and the words', (code) => {
    const message = bindAnswer(code, 'wörds');
    expect(resultOf(message, headOf(message).body)).toEqual({ code, diagnostic: 'wörds', referral: [] });
  });

  test('refuse bytes that nobody checked', () => {
    expect(() => headOf(bytes(0x30, 5, 2, 1, 1, 0x61))).toThrow('unchecked');
  });
});
