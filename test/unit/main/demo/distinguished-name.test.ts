import { describe, expect, test } from 'vitest';
import {
  formatRdn,
  isWithin,
  normalizeDn,
  parentOf,
  parseDn,
  tryNormalizeDn,
} from '../../../../src-main/demo/distinguished-name';
import { LdapRefusal, ResultCode } from '../../../../src-main/demo/ldap-codes';

describe('normalizeDn', () => {
  test.each([
    ['case of types and values', 'CN=Directory Manager,O=Gluu', 'cn=directory manager,o=gluu'],
    ['spaces around separators', ' cn = a , o = b ', 'cn=a,o=b'],
    ['runs of spaces in values', 'cn=a   b,o=c', 'cn=a b,o=c'],
    ['an escaped and a hex-escaped character', String.raw`cn=a\,b`, String.raw`cn=a\2cb`],
    ['UTF-8 in hex pairs', String.raw`cn=Zo\C3\AB`, 'cn=zoë'],
    ['the parts of a multi-valued RDN', 'uid=1+cn=x,o=c', 'cn=x+uid=1,o=c'],
    ['composed and decomposed letters', 'cn=Zo\u00eb', 'cn=Zoe\u0308'],
    ["Gluu's inums, which need no escape", 'inum=@!AB12.34CD!0001!5E6F,O=GLUU', 'inum=@!ab12.34cd!0001!5e6f,o=gluu'],
    ['a value in hex BER', 'cn=#04024869 , o=b', 'cn=#04024869,o=b'],
  ])('takes as equal: %s', (_, left, right) => {
    expect(normalizeDn(left)).toBe(normalizeDn(right));
  });

  test.each([
    ['another value', 'cn=a,o=c', 'cn=b,o=c'],
    ['another order of RDNs', 'cn=a,o=c', 'o=c,cn=a'],
    ['an escaped comma and a separating one', String.raw`cn=a\,o=b`, 'cn=a,o=b'],
    ['an escaped plus and a joining one', String.raw`cn=a\+o=b`, 'cn=a+o=b'],
    ['an escaped backslash and nothing', String.raw`cn=a\\2c`, String.raw`cn=a\2c`],
  ])('takes as different: %s', (_, left, right) => {
    expect(normalizeDn(left)).not.toBe(normalizeDn(right));
  });

  test.each([
    'nonsense',
    'cn=a,,o=b',
    ',cn=a',
    'cn=a,',
    '=a',
    '1x=a',
    'c n=a',
    'cn=a;o=b',
    'cn="a"',
    'cn=<a>',
    'cn=a\0b',
    String.raw`cn=a\zz`,
    'cn=a\\',
    'cn=#0',
    'cn=#zz',
    'cn=#04024869x',
  ])('refuses %j with invalidDnSyntax', (text) => {
    expect(() => normalizeDn(text)).toThrow(expect.objectContaining({ code: ResultCode.invalidDnSyntax }));
    expect(() => normalizeDn(text)).toThrow(LdapRefusal);
    expect(tryNormalizeDn(text)).toBeUndefined();
  });

  test('gives the root for an empty text', () => {
    expect(normalizeDn('')).toBe('');
  });

  test('takes 8192 characters and no more', () => {
    const fits = `cn=${'x'.repeat(8189)}`;
    expect(normalizeDn(fits)).toBe(fits);
    expect(tryNormalizeDn(`${fits}x`)).toBeUndefined();
  });
});

describe('parentOf and isWithin', () => {
  test('follow separators, not escaped commas', () => {
    const key = normalizeDn(String.raw`cn=a\,b,ou=x,o=c`);
    expect(parentOf(key)).toBe('ou=x,o=c');
    expect(parentOf('o=c')).toBe('');
    expect(isWithin(key, 'o=c')).toBe(true);
    expect(isWithin('o=c', 'o=c')).toBe(true);
    expect(isWithin('xo=c', 'o=c')).toBe(false);
    expect(isWithin(normalizeDn(String.raw`cn=a\,o=c`), 'o=c')).toBe(false);
  });
});

describe('formatRdn', () => {
  test.each([' lead', 'trail ', '#hash', 'a,b+c"d\\e<f>g;h=i', 'nul\0', 'Zoë', '@!12.34!0001'])(
    'writes %j so that it reads back',
    (value) => {
      const [rdn] = parseDn(formatRdn([{ type: 'cn', value }]));
      // Spaces at the ends do not count under any rule used here.
      expect(rdn).toEqual([{ type: 'cn', value: value.trim() }]);
    },
  );
});
