import { describe, expect, test } from 'vitest';
import { setMemberTexts } from '../../../../src-main/gluu-ldap/json-text';
import { keyStoreOf, memberReader, readSmtpConfiguration } from '../../../../src-main/gluu-ldap/smtp-configuration';
import { page31 } from '../../../../src-shared/gluu/pages/pages-of-appliance';
import { inEnglish } from '../../../support/english';

const read = (text: string) => {
  const stored = readSmtpConfiguration(text);
  return stored.kind === 'json' ? stored.settings : stored;
};
const unset = {
  host: null,
  port: 0,
  password: null,
  'requires-ssl': false,
  'trust-host': false,
  'from-name': null,
  'from-email-address': null,
  'requires-authentication': false,
  'user-name': null,
};

test('tells an attribute that is not there', () => {
  expect(inEnglish(readSmtpConfiguration(undefined))).toEqual({ kind: 'absent' });
});

test('reads what Gluu 3.1.2 writes', () => {
  const text =
    '{"host":"smtp.example.org","port":587,"password":"gl0g4Ch2tkU=","requires-ssl":true,"trust-host":false,' +
    '"from-name":"Gluu","from-email-address":"gluu@example.org","requires-authentication":true,"user-name":"gluu"}';
  expect(read(text)).toEqual({
    host: 'smtp.example.org',
    port: 587,
    password: 'gl0g4Ch2tkU=',
    'requires-ssl': true,
    'trust-host': false,
    'from-name': 'Gluu',
    'from-email-address': 'gluu@example.org',
    'requires-authentication': true,
    'user-name': 'gluu',
  });
});

test.each(['{}', '{"x-unknown":{"host":"x"},"valid":true}', '{"__proto__":{"host":"evil","port":1}}'])(
  'takes what is not there for unset: %s',
  (text) => {
    expect(read(text)).toEqual(unset);
  },
);

describe('a new attribute', () => {
  test('has the nine keys Jackson writes, in oxTrust’s order', () => {
    expect(JSON.stringify(unset)).toBe(page31.newJson.oxSmtpConfiguration);
    expect(read(page31.newJson.oxSmtpConfiguration)).toEqual(unset);
  });

  test('becomes byte for byte what oxTrust writes for the same settings', () => {
    expect(
      setMemberTexts(
        page31.newJson.oxSmtpConfiguration,
        new Map([
          ['host', '"h"'],
          ['port', '25'],
        ]),
      ),
    ).toBe(
      '{"host":"h","port":25,"password":null,"requires-ssl":false,"trust-host":false,"from-name":null,' +
        '"from-email-address":null,"requires-authentication":false,"user-name":null}',
    );
  });
});

/** As Jackson 1.9.13 converts, in StdDeserializer._parseIntPrimitive, _parseBooleanPrimitive and StringDeserializer. */
describe('Jackson’s conversions', () => {
  test.each<[string, number]>([
    ['587', 587],
    ['"587"', 587],
    ['" 587 "', 587],
    ['"-1"', -1],
    ['587.9', 587],
    ['-587.9', -587],
    ['1e2', 100],
    ['""', 0],
    ['"  "', 0],
    ['null', 0],
    ['2147483647', 2147483647],
    ['-2147483648', -2147483648],
  ])('port %s is %d', (json, port) => {
    expect(read(`{"port":${json}}`)).toMatchObject({ port });
  });

  test.each([
    'true',
    '[]',
    '{}',
    '"x"',
    '"0x24b"',
    '"5e2"',
    '"587.9"',
    '2147483648',
    '"99999999999"',
    '1e400',
    '"Infinity"',
  ])('port %s cannot be read', (json) => {
    const raw = `{"host":"h","port":${json}}`;
    expect(inEnglish(readSmtpConfiguration(raw))).toEqual({
      kind: 'broken',
      why: expect.stringMatching(/^“port” (is|has) an? .* Gluu cannot read as a whole number\.$/),
      raw,
    });
  });

  test.each<[string, boolean]>([
    ['true', true],
    ['false', false],
    ['"true"', true],
    ['" true "', true],
    ['"false"', false],
    ['""', false],
    ['null', false],
    ['1', true],
    ['-7', true],
    ['0', false],
  ])('a switch %s is %s', (json, on) => {
    expect(read(`{"requires-ssl":${json}}`)).toMatchObject({ 'requires-ssl': on });
  });

  test.each(['"yes"', '"TRUE"', '"enabled"', '0.5', '[]', '{}'])('a switch %s cannot be read', (json) => {
    expect(inEnglish(read(`{"trust-host":${json}}`))).toMatchObject({
      kind: 'broken',
      why: expect.stringMatching(/^“trust-host” (is|has) an? .* Gluu cannot read as true or false\.$/),
    });
  });

  test.each<[string, string | null]>([
    ['"h"', 'h'],
    ['5', '5'],
    ['true', 'true'],
    ['""', ''],
    ['null', null],
  ])('a text %s is %j', (json, host) => {
    expect(read(`{"host":${json}}`)).toMatchObject({ host });
  });

  test.each(['[]', '{}', '["h"]'])('a text %s cannot be read', (json) => {
    expect(read(`{"host":${json}}`)).toMatchObject({ kind: 'broken' });
  });
});

test.each(['', 'null', '[]', '{"host":"a","host":"b"}', '{"host":"h",}'])('a broken text stays as it is: %s', (raw) => {
  expect(inEnglish(readSmtpConfiguration(raw))).toMatchObject({
    kind: 'broken',
    raw,
    why: expect.stringMatching(/^.+\.$/),
  });
});

test('never tells a password of a broken text', () => {
  expect(inEnglish(readSmtpConfiguration('{"password":["gl0g4Ch2tkU="]}'))).toMatchObject({
    why: '“password” is a list, which Gluu cannot read as text.',
  });
});

describe('a member', () => {
  const member = (attribute: string, text: string | undefined, key: string) => {
    const reader = memberReader(attribute, text);
    return reader.ok ? reader.member(key) : reader;
  };

  test.each([
    ['{"port":"587","requires-ssl":"true"}', 587, true],
    ['{"port":587,"requires-ssl":1}', 587, true],
    ['{}', 0, false],
    [undefined, 0, false],
  ])('of the SMTP settings is what Gluu reads in %s', (text, port, ssl) => {
    expect(member('oxSmtpConfiguration', text, 'port')).toBe(port);
    expect(member('oxSmtpConfiguration', text, 'requires-ssl')).toBe(ssl);
    expect(member('oxSmtpConfiguration', text, 'host')).toBeNull();
  });

  test('of another attribute is what stands there', () => {
    expect(member('oxWebKeysSettings', '{"server_ip":5,"__proto__":7}', 'server_ip')).toBe(5);
    expect(member('oxWebKeysSettings', '{"server_ip":5}', 'update_at')).toBeNull();
    expect(member('oxWebKeysSettings', undefined, 'server_ip')).toBeNull();
  });

  test('of a broken text is the reason', () => {
    expect(member('oxSmtpConfiguration', '{"trust-host":"yes"}', 'host')).toMatchObject({ ok: false });
    expect(member('oxWebKeysSettings', '{', 'server_ip')).toMatchObject({ ok: false });
  });
});

test.each([
  ['{"host":"h"}', 'null'],
  ['{"key-store":null}', 'null'],
  ['{"key-store":""}', 'notSet'],
  ['{"key-store":"/etc/certs/k.bcfks","key-store-password":"x"}', 'notSet'],
  ['{"key-store":"/etc/certs/k.bcfks","key-store-password":"x","key-store-alias":"a"}', 'set'],
  ['{', undefined],
])('the key store of %s is %s', (text, keyStore) => {
  expect(keyStoreOf(readSmtpConfiguration(text))).toBe(keyStore);
});
