import { describe, expect, test } from 'vitest';
import { parseJavaProperties, textOfBytes } from '../../../../src-main/discovery/java-properties';

const read = (text: string) =>
  Object.fromEntries([...parseJavaProperties(text)].map(([key, values]) => [key, values.join('|')]));

describe('a properties file is read as Java reads it', () => {
  test.each<[string, string, Record<string, string>]>([
    ['equals sign', 'a=b', { a: 'b' }],
    ['colon', 'bindDN: cn=directory manager,o=gluu', { bindDN: 'cn=directory manager,o=gluu' }],
    ['blank as separator', 'a b c', { a: 'b c' }],
    ['tab and form feed', 'a\t\f b', { a: 'b' }],
    ['blanks around the sign', '  a  =  b  ', { a: 'b  ' }],
    ['only one sign is the separator', 'a==b', { a: '=b' }],
    ['a sign after blanks', 'a : = b', { a: '= b' }],
    ['key without value', 'a', { a: '' }],
    ['key with sign alone', 'a=', { a: '' }],
    ['value without key', '=b', { '': 'b' }],
    ['comments', '# a=b\n  ! c=d\ne=f', { e: 'f' }],
    ['a number sign inside', 'a=b # c', { a: 'b # c' }],
    ['empty lines', '\n \t\n\r\n a=b\r\n\r\n', { a: 'b' }],
    ['old line ends', 'a=b\rc=d', { a: 'b', c: 'd' }],
    ['escaped signs in the key', 'a\\:b\\=c\\ d=e', { 'a:b=c d': 'e' }],
    ['escaped signs in the value', 'servers=localhost\\:1636', { servers: 'localhost:1636' }],
    ['named escapes', 'a=\\t\\n\\r\\f|', { a: '\t\n\r\f|' }],
    ['a useless backslash', 'a=\\b\\z\\"', { a: 'bz"' }],
    ['a double backslash', 'a=c:\\\\temp', { a: 'c:\\temp' }],
    ['unicode', 'a=\\u00e4\\u20AC', { a: 'ä€' }],
    ['unicode in two halves', 'a=\\ud83d\\ude00', { a: '😀' }],
    ['an escaped backslash before a u', 'a=\\\\u00e4', { a: '\\u00e4' }],
    ['too few digits', 'a=\\u00g1', { a: 'u00g1' }],
    ['an u at the end', 'a=\\u', { a: 'u' }],
    ['a line that goes on', 'a=b,\\\n    c,\\\r\n\td', { a: 'b,c,d' }],
    ['two backslashes do not go on', 'a=b\\\\\nc=d', { a: 'b\\', c: 'd' }],
    ['three do', 'a=b\\\\\\\nc=d', { a: 'b\\c=d' }],
    ['a comment does not go on', '# a\\\nb=c', { b: 'c' }],
    ['what looks like a comment behind a backslash', 'a=b\\\n#c', { a: 'b#c' }],
    ['an empty line behind a backslash ends it', 'a=b\\\n\nc=d', { a: 'b', c: 'd' }],
    ['a backslash at the very end', 'a=b\\', { a: 'b' }],
    ['a key over two lines', 'ab\\\n  cd=e', { abcd: 'e' }],
    ['a byte order mark', '\ufeffa=b', { a: 'b' }],
    ['a key that stands there twice', 'a=b\na=c', { a: 'b|c' }],
    ['nothing', '', {}],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('keeps names that mean something to JavaScript as plain keys', () => {
    const properties = parseJavaProperties('__proto__=a\nconstructor=b\ntoString=c');
    expect([...properties]).toEqual([
      ['__proto__', ['a']],
      ['constructor', ['b']],
      ['toString', ['c']],
    ]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  test.each<[string, string]>([
    ['backslashes', '\\'.repeat(256 * 1024)],
    ['escapes', '\\u'.repeat(128 * 1024)],
    ['lines that go on', 'a\\\n'.repeat(80_000)],
    ['keys', Array.from({ length: 40_000 }, (_, number) => `k${number}`).join('\n')],
    ['the same key', 'a=b\n'.repeat(64 * 1024)],
    ['blanks', ' '.repeat(256 * 1024)],
    ['a single line', 'x'.repeat(256 * 1024)],
    ['zero bytes', '\0'.repeat(256 * 1024)],
  ])('ends soon on 256 KB of %s', (_, text) => {
    const began = performance.now();
    parseJavaProperties(text);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('the encoding', () => {
  test('is UTF-8 where that holds, and Latin-1 otherwise', () => {
    expect(textOfBytes(Buffer.from('a=ä€', 'utf8'))).toBe('a=ä€');
    expect(textOfBytes(Buffer.from('a=\u00e4', 'latin1'))).toBe('a=ä');
    expect(textOfBytes(Buffer.from([0xff, 0xfe, 0x00]))).toBe('\u00ff\u00fe\0');
  });
});
