import { describe, expect, test } from 'vitest';
import {
  decodeField,
  decodeMember,
  encodeField,
  encodeMember,
  showValue,
} from '../../../../src-main/gluu-ldap/field-codec';
import { fieldOf, type KnownField } from '../../../../src-shared/gluu/pages/pages';
import type { FieldValue } from '../../../../src-shared/model/organization';
import { inEnglish } from '../../../support/english';

const decode = (id: KnownField, ...values: string[]) => inEnglish(decodeField(fieldOf(id), values));

test('an emptied key store is an empty text, since a Gluu from 4.4.1 on sends no mail where it is null', () => {
  const keyStore = fieldOf('smtpKeyStore');
  expect([encodeMember(keyStore, ' '), encodeMember(keyStore, null), encodeMember(fieldOf('smtpHost'), '')]).toEqual([
    '',
    '',
    null,
  ]);
});

describe('reading a stored attribute', () => {
  test.each<[KnownField, string[], FieldValue]>([
    ['passwordReset', [], null],
    ['passwordReset', ['enabled'], true],
    ['passwordReset', ['true'], true],
    ['passwordReset', ['active'], true],
    ['passwordReset', ['disabled'], false],
    ['passwordReset', ['false'], false],
    ['passwordReset', ['inactive'], false],
    ['maxLogSize', ['200'], 200],
    ['maxLogSize', [' 0300 '], 300],
    ['maxLogSize', [], null],
    ['dnsServers', ['192.0.2.1,192.0.2.2'], '192.0.2.1,192.0.2.2'],
    ['organizationName', ['Ünïcode Ltd 🔑'], 'Ünïcode Ltd 🔑'],
    ['organizationName', [' blanks '], ' blanks '],
  ])('%s %j is %j', (id, values, value) => {
    expect(decode(id, ...values)).toEqual({ value });
  });

  test.each(['Enabled', 'ENABLED', 'TRUE', 'yes', 'enabled ', '', '1'])(
    'a switch stored as %j counts as nothing, and says so',
    (stored) => {
      const { value, oddities } = decode('passwordReset', stored);
      expect(value).toBeNull();
      expect(oddities?.[0]).toContain(
        `Gluu does not recognize the stored value “${stored.trim()}”: the setting counts as disabled`,
      );
    },
  );

  test.each(['2e2', '-200', '200 MB', '0x200', '99999999999', '', '٢٠٠'])(
    'a number stored as %j is not a number',
    (stored) => {
      expect(decode('maxLogSize', stored)).toEqual({
        value: null,
        oddities: [`The stored value “${stored}” is not a number.`],
      });
    },
  );

  test('says that there are several values', () => {
    expect(decode('passwordReset', 'disabled', 'enabled')).toEqual({
      value: false,
      oddities: [
        '2 values are stored in passwordResetAllowed where there should be one; Gluu reads the first it gets.',
      ],
    });
    expect(decode('contactEmail', 'a@example.org', 'b@example.org', 'c@example.org').oddities?.[0]).toMatch(
      /^3 values/,
    );
    expect(decode('scim', 'Enabled', 'disabled').oddities?.join(' ')).toMatch(
      /^2 values .* the stored value “Enabled”/,
    );
  });

  test.each([
    ['Evil\u202egro', 'Evil\\u{202e}gro'],
    ['a\u0000b', 'a\\u{0}b'],
    ['a\nb', 'a\\u{a}b'],
    ['zero\u200bwidth', 'zero\\u{200b}width'],
  ])('makes visible what %j hides, and keeps the value', (stored, shown) => {
    expect(decode('organizationName', stored)).toEqual({
      value: stored,
      oddities: [`It contains invisible characters: “${shown}”.`],
    });
  });

  test('shows what can only be looked at without anything hidden', () => {
    expect(decode('managerGroup', 'inum=\u202ex,o=gluu')).toEqual({ value: 'inum=\\u{202e}x,o=gluu' });
    expect(decode('organizationLogo', '<a>\n</a>')).toEqual({ value: '<a> </a>' });
  });

  test('quotes no more than a thousand characters', () => {
    expect(decode('organizationName', `\u202e${'x'.repeat(50_000)}`).oddities?.[0]?.length).toBeLessThan(1100);
    expect(decode('maxLogSize', 'x'.repeat(50_000)).oddities?.[0]?.length).toBeLessThan(1100);
  });
});

describe('writing an attribute', () => {
  test.each<[KnownField, FieldValue, string[]]>([
    ['passwordReset', true, ['enabled']],
    ['passwordReset', false, ['disabled']],
    ['passwordReset', null, ['disabled']],
    ['maxLogSize', 300, ['300']],
    ['organizationName', ' Example ', ['Example']],
    ['contactEmail', '', []],
    ['contactEmail', '  ', []],
    ['contactEmail', null, []],
  ])('%s %j becomes %j', (id, value, values) => {
    expect(encodeField(fieldOf(id), value)).toEqual(values);
  });

  test.each<[KnownField, FieldValue]>([
    ['passwordReset', true],
    ['passwordReset', false],
    ['maxLogSize', 2_147_483_647],
    ['dnsServers', 'пример'],
  ])('%s %j comes back as it went', (id, value) => {
    expect(decodeField(fieldOf(id), encodeField(fieldOf(id), value))).toEqual({ value });
  });
});

describe('a member of a JSON attribute', () => {
  test.each<[KnownField, unknown, FieldValue]>([
    ['smtpHost', 'h', 'h'],
    ['smtpHost', null, null],
    ['smtpHost', undefined, null],
    ['smtpPort', 587, 587],
    ['smtpPort', 0, null],
    ['smtpRequiresSsl', true, true],
    ['smtpRequiresSsl', undefined, false],
    ['serverIp', 5, '5'],
  ])('%s %j is %j', (id, member, value) => {
    expect(decodeMember(fieldOf(id), member)).toBe(value);
  });

  test.each<[KnownField, FieldValue, unknown]>([
    ['smtpHost', ' h ', 'h'],
    ['smtpHost', '', null],
    ['smtpHost', null, null],
    ['smtpPort', 587, 587],
    ['smtpPort', null, 0],
    ['smtpRequiresSsl', true, true],
    ['smtpRequiresSsl', null, false],
  ])('%s %j becomes %j', (id, value, member) => {
    expect(encodeMember(fieldOf(id), value)).toBe(member);
  });
});

test.each<[KnownField, FieldValue | undefined, string]>([
  ['passwordReset', true, 'Enabled'],
  ['passwordReset', false, 'Disabled'],
  ['passwordReset', null, '(empty)'],
  ['smtpRequiresSsl', true, 'On'],
  ['smtpRequiresSsl', null, 'Off'],
  ['smtpHost', '', '(empty)'],
  ['smtpHost', undefined, '(empty)'],
  ['smtpPort', 25, '25'],
  ['organizationName', 'Evil\u202egro\n', 'Evil\\u{202e}gro'],
])('shows %s %j as %s', (id, value, shown) => {
  expect(inEnglish(showValue(fieldOf(id), value))).toBe(shown);
});
