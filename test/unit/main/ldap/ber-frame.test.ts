import { describe, expect, it } from 'vitest';
import { elementAt, elementsIn, headOf, resultOf } from '../../../../src-main/ldap/ber-frame';
import { result, searchEntry } from '../../../support/hostile-ldap/message';

const bytes = (...list: number[]) => Uint8Array.from(list);
const bindAnswer = (code: number, message = '') =>
  result({ messageId: 7, operation: 'bind', dn: '', secured: false, bytes: Buffer.alloc(0) }, { code, message });

describe('elementAt', () => {
  it.each<[string, number[], unknown]>([
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

  it('reads in the middle of other bytes', () => {
    expect(elementAt(bytes(9, 9, 0x02, 0x01, 5), 2)).toEqual({ tag: 2, start: 4, end: 5 });
    expect(elementAt(bytes(1, 2), 2)).toBe('more');
  });
});

describe('headOf', () => {
  it('gives id and operation of real messages', () => {
    expect(headOf(bindAnswer(0))).toMatchObject({ id: 7, operation: 0x61 });
    expect(headOf(searchEntry(0x7fffffff, 'o=gluu', []))).toMatchObject({ id: 0x7fffffff, operation: 0x64 });
  });

  it.each<[string, number[]]>([
    ['another tag', [0x31, 5, 2, 1, 1, 0x61, 0]],
    ['no id', [0x30, 0]],
    ['an empty id', [0x30, 4, 2, 0, 0x61, 0]],
    ['an id of five bytes', [0x30, 9, 2, 5, 0, 0, 0, 0, 1, 0x61, 0]],
    ['an id that is a text', [0x30, 5, 4, 1, 1, 0x61, 0]],
    ['an id longer than the message', [0x30, 3, 2, 4, 1, 0x61, 0, 0]],
    ['no operation', [0x30, 3, 2, 1, 1]],
    ['an operation longer than the message', [0x30, 5, 2, 1, 1, 0x61, 1, 0]],
    ['an indefinite operation', [0x30, 5, 2, 1, 1, 0x61, 0x80]],
  ])('gives nothing for %s', (_, given) => {
    expect(headOf(bytes(...given))).toBeUndefined();
  });

  it('and resultOf never throw, whatever the bytes', () => {
    const whole = bindAnswer(49, 'words');
    for (let cut = 0; cut < whole.length; cut += 1) {
      for (const value of [0x00, 0x02, 0x30, 0x7f, 0x80, 0x84, 0xff]) {
        const damaged = Uint8Array.from(whole);
        damaged[cut] = value;
        for (const given of [damaged, damaged.subarray(0, cut)]) {
          const head = headOf(given);
          const found = head && resultOf(given, head.body);
          expect(head?.body.end ?? 0).toBeLessThanOrEqual(given.length);
          expect(found?.code ?? 0).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});

describe('resultOf', () => {
  const resultIn = (message: Uint8Array) => {
    const head = headOf(message);
    return head && resultOf(message, head.body);
  };

  it.each([0, 49, 122, 127, 4096, 16_654])('reads code %i and the words', (code) => {
    expect(resultIn(bindAnswer(code, 'wörds'))).toEqual({ code, diagnostic: 'wörds', referral: [] });
  });

  it.each<[string, number[]]>([
    ['nothing', []],
    ['a code that is an integer', [2, 1, 0, 4, 0, 4, 0]],
    ['an empty code', [10, 0, 4, 0, 4, 0]],
    ['a code longer than the operation', [10, 4, 0]],
    ['no matched DN', [10, 1, 0]],
    ['a matched DN longer than the operation', [10, 1, 0, 4, 9, 4, 0]],
    ['no words', [10, 1, 0, 4, 0]],
    ['words longer than the operation', [10, 1, 0, 4, 0, 4, 1]],
  ])('gives nothing for %s', (_, content) => {
    const operation = [0x61, content.length, ...content];
    const message = bytes(0x30, operation.length + 3, 2, 1, 1, ...operation);
    expect(headOf(message)).toBeDefined();
    expect(resultIn(message)).toBeUndefined();
  });
});

describe('elementsIn', () => {
  const nested = bytes(0x30, 9, 0x31, 5, 4, 1, 0x30, 4, 0, 0x30, 0);

  it('counts elements inside of others, and not what only looks like one inside of a value', () => {
    expect(elementsIn(nested, 100)).toBe(5);
    expect(elementsIn(bytes(), 100)).toBe(0);
  });

  it('counts no further than it is asked to', () => {
    expect(elementsIn(nested, 3)).toBe(3);
    expect(elementsIn(new Uint8Array(8 * 1024 * 1024), 1000)).toBe(1000);
  });

  it.each([[[0x30, 3, 4, 5, 0]], [[0x30, 0x80]], [[0x30]]])('stops where the bytes %j make no sense', (given) => {
    expect(elementsIn(bytes(...given), 100)).toBeLessThan(2);
  });
});
