import { describe, expect, test } from 'vitest';
import { type JsonValue, memberTexts, readJson, setMemberTexts } from '../../../../src-main/gluu-ldap/json-text';
import { inEnglish, say } from '../../../support/english';

const members = (text: string) => {
  const json = readJson(text);
  return json.ok ? [...json.members] : say(json.why);
};
const set = (text: string, changes: Record<string, JsonValue>) =>
  setMemberTexts(text, new Map(Object.entries(changes).map(([key, value]) => [key, JSON.stringify(value)])));

describe('reading', () => {
  test('gives the members of an object', () => {
    expect(members(' {"host":"h","port":25,"list":[1],"none":null} ')).toEqual([
      ['host', 'h'],
      ['port', 25],
      ['list', [1]],
      ['none', null],
    ]);
  });

  test('is linear in the number of keys', () => {
    const text = `{${Array.from({ length: 100_000 }, (_, index) => `"${index}":0`).join(',')}}`;
    const before = process.cpuUsage();
    expect(readJson(text)).toMatchObject({ ok: true });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2500);
    expect(members(text.replace('{', '{"99999":1,'))).toBe('It contains the key “99999” twice.');
  });

  test('takes a key __proto__ for a key and nothing more', () => {
    const json = readJson('{"__proto__":{"host":"evil"},"constructor":1}');
    if (!json.ok) expect.unreachable();
    expect(json.members.get('__proto__')).toEqual({ host: 'evil' });
    expect(json.members.get('host')).toBeUndefined();
    expect(json.members.get('toString')).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'host')).toBe(false);
  });

  test.each([
    ['nothing', '', 'It is not valid JSON from character 1 on.'],
    ['a comma too many', '{"host":"h",}', 'It is not valid JSON from character 13 on.'],
    ['single quotes', "{'host':'h'}", 'It is not valid JSON from character 2 on.'],
    ['a comment', '{"host":"h"/*x*/}', 'It is not valid JSON from character 12 on.'],
    ['a brace too few', '{"host":"h"', 'It is not valid JSON from character 12 on.'],
    ['text behind it', '{"host":"h"} x', 'It is not valid JSON from character 14 on.'],
    ['a text', '"host"', 'It is JSON, but not an object with settings.'],
    ['a list', '[{"host":"h"}]', 'It is JSON, but not an object with settings.'],
    ['null', 'null', 'It is JSON, but not an object with settings.'],
    ['a key twice', '{"host":"a","port":1,"host":"b"}', 'It contains the key “host” twice.'],
    ['a key twice, once disguised', '{"host":"a","\\u0068ost":"b"}', 'It contains the key “host” twice.'],
    ['a hostile key twice', '{"\\u202ex":1,"\\u202ex":2}', 'It contains the key “\\u{202e}x” twice.'],
    ['a flood of brackets', `{"a":${'['.repeat(200_000)}`, 'It is nested more than 64 levels deep.'],
    ['more than a megabyte', `{"a":"${'x'.repeat(1024 * 1024)}"}`, 'It is longer than 1 MB.'],
  ])('refuses %s', (_name, text, why) => {
    expect(inEnglish(readJson(text))).toEqual({ ok: false, why });
  });

  test.each(['{"password":gl0g4Ch2tkU=}', '{"password":"gl0g4Ch2tkU="', '{"password":"gl0g4Ch2tkU="}}'])(
    'never quotes the text when it is broken: %s',
    (text) => {
      expect(JSON.stringify(readJson(text))).not.toMatch(/gl0|tkU/);
    },
  );

  test('is not misled by brackets in texts', () => {
    expect(members(`{"a":"${'[{'.repeat(100)}\\"["}`)).toHaveLength(1);
  });
});

describe('setting members', () => {
  test('leaves every other byte as it is', () => {
    const text =
      ' {\n\t"host" : "old" ,"x-unknown":{"b":[1, 2],"a":1.0},  "big":12345678901234567890,"e":1E400,"u":"\\u00e4"}\n';
    expect(set(text, { host: 'new' })).toBe(text.replace('"old"', '"new"'));
  });

  test('keeps the order of the keys', () => {
    const text = '{"zeta":1,"host":"h","10":1,"alpha":2,"9":2}';
    expect(set(text, { alpha: 3, host: null })).toBe('{"zeta":1,"host":null,"10":1,"alpha":3,"9":2}');
  });

  test.each<[string, string]>([
    ['{}', '{"server_ip":"192.0.2.1","update_at":5}'],
    ['{ }', '{"server_ip":"192.0.2.1","update_at":5 }'],
    ['{"a":1}', '{"a":1,"server_ip":"192.0.2.1","update_at":5}'],
    ['{"a": {"server_ip":"x"} }\n', '{"a": {"server_ip":"x"},"server_ip":"192.0.2.1","update_at":5 }\n'],
    ['{"update_at":1}', '{"update_at":5,"server_ip":"192.0.2.1"}'],
  ])('adds new ones last and without blanks: %s', (text, after) => {
    expect(set(text, { server_ip: '192.0.2.1', update_at: 5 })).toBe(after);
  });

  test('finds a key however it is spelled', () => {
    expect(set('{"\\u0068ost":"a"}', { host: 'b' })).toBe('{"\\u0068ost":"b"}');
  });

  test.each(['', '"', '\\', 'a\nb', '</script>', 'ä€🔑', '\u2028', '\u0000', '}', '","port":1'])(
    'keeps the text JSON with the value %j',
    (value) => {
      const after = set('{"host":"h","port":25}', { host: value, name: value });
      expect(members(after)).toEqual([
        ['host', value],
        ['port', 25],
        ['name', value],
      ]);
    },
  );

  test('can set a key __proto__', () => {
    expect(setMemberTexts('{"a":1}', new Map([['__proto__', '2']]))).toBe('{"a":1,"__proto__":2}');
  });
});

describe('exact texts of members', () => {
  test.each(['{}', '{"a":1}', ' { "a" : 1.0 , "b":"\\u00e4" }', '{"a":1,"b":[1, 2],"c":{"a": null}}'])(
    'put back what was taken, byte for byte: %s',
    (text) => {
      const texts = memberTexts(text);
      const changed = setMemberTexts(text, new Map([...texts.keys(), 'later'].map((key) => [key, '"other"'])));
      expect(setMemberTexts(changed, new Map([...texts, ['later', null]]))).toBe(text);
    },
  );

  test('are those in the text', () => {
    expect([...memberTexts('{"a" : 1.50, "b":"\\u00e4","__proto__":[ 1]}')]).toEqual([
      ['a', '1.50'],
      ['b', '"\\u00e4"'],
      ['__proto__', '[ 1]'],
    ]);
  });
});
