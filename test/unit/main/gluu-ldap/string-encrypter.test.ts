import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import {
  asNewGluuReads,
  asOldGluuReads,
  decrypt,
  encrypt,
  lettersIn,
} from '../../../../src-main/gluu-ldap/string-encrypter';
import { saltProblem } from '../../../../src-shared/model/server';
import { otherSalt, salt, vectors } from '../../../support/cipher-vectors';
import { inEnglish } from '../../../support/english';

/** Made in the same way: nothing, three bytes that are no UTF-8, and eight bytes without padding (-nopad). */
const ofNothing = 'HNl2PW/hzDk=';
const ofNoText = 'FRWPRrp0v6U=';
const withoutPadding = 'xZcesyDl+2Y=';

describe('encrypting as Gluu does', () => {
  test.each(vectors)('with %s: %s', (key, plain, stored) => {
    expect(encrypt(plain, key)).toBe(stored);
    expect(decrypt(stored, key)).toBe(plain);
  });

  test('takes the first 24 characters of a longer salt', () => {
    expect(encrypt('secret', `${salt}and more`)).toBe('gl0g4Ch2tkU=');
    expect(decrypt('gl0g4Ch2tkU=', `${salt}!`)).toBe('secret');
  });

  test.each(['', ' ', '\t \n', '\u0000'])('refuses a password that Java’s trim() makes empty: %j', (plain) => {
    expect(() => encrypt(plain, salt)).toThrow(expect.objectContaining({ code: 'input.invalid' }));
  });

  test('takes what only looks empty, as Java does', () => {
    expect(decrypt(encrypt('\u00a0', salt), salt)).toBe('\u00a0');
  });
});

describe('a salt', () => {
  test.each(['', '0123456789abcdef', 'abcdefghijklMNOPQRST012', `  ${salt.slice(2)}  `])('too short: %j', (short) => {
    expect(inEnglish(saltProblem(short))).toBe('A salt has at least 24 characters.');
    for (const attempt of [() => encrypt('secret', short), () => decrypt('gl0g4Ch2tkU=', short)]) {
      expect(attempt).toThrow(AppError);
      expect(attempt).toThrow(expect.objectContaining({ code: 'gluu.noSalt' }));
    }
  });

  test('long enough', () => {
    expect(saltProblem(salt)).toBeUndefined();
  });

  test('is not told by the error', () => {
    try {
      encrypt('secret', 'tooShortSalt');
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify([error, String(error)])).not.toContain('tooShortSalt');
    }
  });
});

describe('decrypting', () => {
  test.each(vectors)('with the wrong salt gives nothing: %s, %s', (key, _plain, stored) => {
    expect(decrypt(stored, key === salt ? otherSalt : salt)).toBeUndefined();
  });

  test.each([
    ['an empty text', ''],
    ['one Base64 character', 'x'],
    ['no Base64', '(secret)'],
    ['a password in clear', 'Passw0rd!'],
    ['half a block', 'gl0g4A=='],
    ['a block without padding', withoutPadding],
    ['bytes that are no text', ofNoText],
    ['a block that was cut off', 'xZcesyDl+2Yc2XY9'],
    ['a text of a megabyte', 'A'.repeat(1_000_000)],
    ['control characters', '\u0000\u202e'],
  ])('says that it cannot: %s', (_name, stored) => {
    expect(decrypt(stored, salt)).toBeUndefined();
  });

  test('gives an empty text where one was encrypted', () => {
    expect(decrypt(ofNothing, salt)).toBe('');
  });

  test.each([
    'xZcesyDl+2Yc2XY9b+HMOQ',
    'xZcesyDl-2Yc2XY9b-HMOQ==',
    'xZcesyDl+2Yc\r\n2XY9b+HMOQ==\n',
    ' xZcesyDl+2Yc2XY9b+HMOQ== ',
  ])('reads Base64 as leniently as Gluu: %j', (stored) => {
    expect(decrypt(stored, salt)).toBe('12345678');
  });
});

describe('bytes that are no text', () => {
  /** Malformed parts are as long as java.lang.String takes them (OpenJDK StringCoding, String.decodeUTF8). */
  test.each([
    ['Latin-1', [0x70, 0xe4, 0x73], 'p\ufffds'],
    ['a surrogate', [0xed, 0xa0, 0x80, 0x41], '\ufffdA'],
    ['half a surrogate', [0xed, 0xa0, 0x41], '\ufffdA'],
    ['a surrogate that is cut off', [0x41, 0xed, 0xb0], 'A\ufffd'],
    ['a pair of them', [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80], '\ufffd\ufffd'],
    ['an overlong form', [0xe0, 0x80, 0x80], '\ufffd\ufffd\ufffd'],
    ['a sign that is cut off', [0xf0, 0x9f, 0x94], '\ufffd'],
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x41], '\ufeffA'],
    ['whole text', [...Buffer.from('pässwörd€🔑')], 'pässwörd€🔑'],
  ])('%s are to Gluu 4.2.3 and later what they are to Java', (_name, bytes, text) => {
    expect(asNewGluuReads(Buffer.from(bytes))).toBe(text);
  });

  test('are characters one by one before', () => {
    expect(asOldGluuReads(Buffer.from([0x70, 0xe4]))).toBe('p\uffe4');
  });

  test('are distinguished from letters outside ASCII, and from garbled ones', () => {
    const read = (text: string, encoding: BufferEncoding = 'utf8') => lettersIn(Buffer.from(text, encoding));
    expect([read('secret'), read('ä'), read(asOldGluuReads('ä')), read('ä', 'latin1')]).toEqual([
      undefined,
      'text',
      'garbled',
      'notUtf8',
    ]);
  });
});

test('tells what Gluu before 4.2.3 makes of a password', () => {
  expect(asOldGluuReads('secret')).toBe('secret');
  expect(asOldGluuReads('ä')).toBe('\uffc3\uffa4');
});
