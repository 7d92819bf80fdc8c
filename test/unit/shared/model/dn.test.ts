import { describe, expect, test } from 'vitest';
import {
  canonicalDn,
  canonicalDnInFull,
  dnProblem,
  escapeDnValue,
  leafValue,
  parseDn,
} from '../../../../src-shared/model/dn';
import { inEnglish } from '../../../support/english';
import { Random } from '../../../support/mutation/random';
import { LONG_TEXT_LIMIT, longTexts, unseenCharacters } from '../hostile-texts';

const pairs = (dn: string) => parseDn(dn)?.map((rdn) => rdn.map(({ attribute, value }) => `${attribute}|${value}`));

describe('parseDn', () => {
  test.each([
    ['', []],
    ['cn=directory manager', [['cn|directory manager']]],
    ['inum=@!1111,ou=appliances,o=gluu', [['inum|@!1111'], ['ou|appliances'], ['o|gluu']]],
    ['CN = x , O = gluu ', [['CN|x'], ['O|gluu']]],
    ['cn=a+sn=b,o=c', [['cn|a', 'sn|b'], ['o|c']]],
    ['2.5.4.3=x', [['2.5.4.3|x']]],
    ['cn=a=b', [['cn|a=b']]],
    ['cn=a#b', [['cn|a#b']]],
    // The examples of RFC 4514 section 4.
    ['UID=jsmith,DC=example,DC=net', [['UID|jsmith'], ['DC|example'], ['DC|net']]],
    ['OU=Sales+CN=J.  Smith,DC=example', [['OU|Sales', 'CN|J.  Smith'], ['DC|example']]],
    ['CN=James \\"Jim\\" Smith\\, III,DC=net', [['CN|James "Jim" Smith, III'], ['DC|net']]],
    ['CN=Before\\0dAfter,DC=net', [['CN|Before\rAfter'], ['DC|net']]],
    ['1.3.6.1.4.1.1466.0=#04024869', [['1.3.6.1.4.1.1466.0|Hi']]],
    ['CN=Lu\\C4\\8Di\\C4\\87', [['CN|Lučić']]],
    ['cn=#0c0161,o=b', [['cn|a'], ['o|b']]],
    ['cn=\\ a\\ ', [['cn| a ']]],
    ['cn=\\20', [['cn| ']]],
    ['cn=\\#1', [['cn|#1']]],
    ['cn=\\ff', [['cn|\ufffd']]],
    ['constructor=x', [['constructor|x']]],
  ])('%s', (dn, expected) => {
    expect(pairs(dn)).toEqual(expected);
  });

  test.each([
    ' ',
    ',',
    'cn',
    'cn=',
    'cn=  ',
    '=x',
    'cn=a,',
    ',cn=a',
    'cn=a,,o=b',
    'cn=a+',
    'cn=a;o=b',
    'cn="a"',
    'cn=a<b',
    'cn=a\0b',
    'cn=\\',
    'cn=\\4',
    'cn=\\z',
    'cn=#',
    'cn=#0c',
    'cn=#0c0561',
    'cn=#020101',
    'cn=#0c0161x',
    '01.2=x',
    '1=x',
    'c_n=x',
    '__proto__=x',
    'é=x',
    'oid.2.5.4.3=x',
    'cn=\u202ex,',
  ])('%j is not a DN', (dn) => {
    expect(parseDn(dn)).toBeUndefined();
  });
});

describe('canonicalDn', () => {
  test.each([
    ['CN=Directory Manager , O=Gluu', 'cn=directory manager,o=gluu'],
    ['cn=directory   manager,o=gluu', 'cn=directory manager,o=gluu'],
    ['cn=directory\\20manager,o=gluu', 'cn=directory manager,o=gluu'],
    ['sn=b+cn=a', 'cn=a+sn=b'],
    ['cn=a\\2cb', 'cn=a\\,b'],
    ['cn=ＡＢ', 'cn=ab'],
    ['cn=e\u0301', 'cn=\u00e9'],
    ['cn=#0c0141', 'cn=a'],
  ])('%s', (one, other) => {
    expect(canonicalDn(one)).toBe(other);
    expect(canonicalDn(other)).toBe(other);
  });

  test('a separator inside a value does not make it equal to two names', () => {
    expect(canonicalDn('cn=a\\,o\\=b')).not.toBe(canonicalDn('cn=a,o=b'));
    expect(canonicalDn('cn=a\\+sn\\=b')).not.toBe(canonicalDn('cn=a+sn=b'));
    expect(canonicalDn('cn=x\\00')).not.toBe(canonicalDn('cn=x'));
  });

  test('a name in the usual spelling comes to the same as one that is read in full', () => {
    const random = new Random(20260);
    // What names are made of, and around each of them what would give it another meaning.
    const parts = [
      ...' ,=+#\\"<>;\0\n\t!@.:-_~{|}[]^0aZkK\u212a\u017f\u00e9\uff21'.split(''),
      'cn=',
      'O=',
      ', ',
      '2.5.4.3=',
      '\\20',
    ];
    const usual = ['inum=@!1111!0002', 'ou=People', 'O=gluu', 'cn=Directory Manager', 'uid=a.b@Example.org'];
    let inUsualSpelling = 0;
    for (let count = 0; count < 20_000; count += 1) {
      const names = Array.from({ length: 1 + random.below(4) }, () => random.pick(usual));
      const dn = names.join(',').split('');
      for (let changes = random.below(4); changes > 0; changes -= 1) {
        dn.splice(random.below(dn.length + 1), random.below(2), random.pick(parts));
      }
      const text = dn.join('');
      const inFull = canonicalDnInFull(text);
      expect(canonicalDn(text), JSON.stringify(text)).toBe(inFull);
      inUsualSpelling += inFull === text.toLowerCase() ? 1 : 0;
    }
    expect(inUsualSpelling).toBeGreaterThan(5_000);
    expect(inUsualSpelling).toBeLessThan(15_000);
  });

  test('a longer one than directories have is none, however it is written', () => {
    const repeated = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
    for (const part of ['a=b,', 'a=\\41,', 'a=b b b b b,', 'ou=x+cn=y,']) {
      expect(canonicalDn(`${repeated(part, 8 * 1024 * 1024)}o=gluu`)).toBeUndefined();
    }
    const name = `cn=${'x'.repeat(8000)},o=gluu`;
    expect(canonicalDn(name)).toBe(name);
    expect(parseDn(`cn=\\41${'x'.repeat(8000)},o=gluu`)).toHaveLength(2);
  });

  test('what is no DN has no spelling', () => {
    expect(canonicalDn('gluu')).toBeUndefined();
  });
});

describe('escapeDnValue', () => {
  const values = [
    '@!1111!0002',
    ' x ',
    ' ',
    '  ',
    '#x',
    'a#',
    'a,b+c="d"<e>;f\\g',
    'a\0b',
    'a\r\nb\tc\u007f',
    '\u0085',
    'é人🔑',
    '\\2c',
    '__proto__',
    '\u202eabc',
    ...'\u0000\u0001\u001f !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  ];
  test.each(values)('%j comes back, and adds no name', (value) => {
    expect(parseDn(`inum=${escapeDnValue(value)},o=gluu`)).toEqual([
      [{ attribute: 'inum', value }],
      [{ attribute: 'o', value: 'gluu' }],
    ]);
  });

  test('no control character is left as it is', () => {
    const all = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('');
    expect(escapeDnValue(all)).not.toMatch(/\p{Cc}/u);
  });
});

test('leafValue gives the value of the first name', () => {
  expect(leafValue('inum=@!11\\,1,ou=appliances,o=gluu')).toBe('@!11,1');
  expect(leafValue('')).toBeUndefined();
  expect(leafValue('gluu')).toBeUndefined();
});

describe('dnProblem', () => {
  test.each(['cn=directory manager', 'cn=directory manager,o=gluu', 'uid=jörg,ou=people,o=gluu'])('takes %s', (dn) => {
    expect(dnProblem(dn)).toBeUndefined();
  });
  test('says what is wrong', () => {
    expect(inEnglish(dnProblem(''))).toMatch(/^Enter the DN/);
    expect(inEnglish(dnProblem('admin'))).toMatch(/^This is not a DN\./);
    expect(inEnglish(dnProblem('cn=directory manager,'))).toMatch(/^This is not a DN\./);
  });
  test.each(unseenCharacters)('refuses %s', (_, char) => {
    expect(inEnglish(dnProblem(`cn=directory${char} manager`))).toMatch(/invisible character/);
  });
});

test.each(longTexts())(
  'a million characters of %s keep nobody waiting',
  (_, text) => {
    for (const dn of [text, `a=${text}`, `a=#${text}`, `a=\\${text}`]) {
      const canonical = canonicalDn(dn);
      expect(canonical === undefined).toBe(parseDn(dn) === undefined);
    }
    expect(escapeDnValue(text).length).toBeGreaterThanOrEqual(text.length);
  },
  LONG_TEXT_LIMIT,
);
