import { describe, expect, test } from 'vitest';
import type { FieldDefinition } from '../../../../../src-shared/gluu/pages/page';
import { fieldOf } from '../../../../../src-shared/gluu/pages/pages';
import { page31 } from '../../../../../src-shared/gluu/pages/pages-of-appliance';
import { inEnglish, say } from '../../../../support/english';
import { LONG_TEXT_LIMIT, longTexts } from '../../hostile-texts';

const fields: readonly FieldDefinition[] = page31.fields;
const fieldIds = fields.map(({ id }) => id);
const repeated = (texts: string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);
const problemOf = (id: string, value: string | number) => fieldOf(id).problem?.(value);

describe.each(fields.map((field) => [field.id, field] as const))('%s', (id, field) => {
  test('is reported whole: label, help, who reads it, what it begins with', () => {
    for (const text of [field.label, field.help, field.reader, field.initial].map((one) => say(one))) {
      expect(text.trim()).toBe(text);
      expect(text).not.toBe('');
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}!]|\bplease\b|TODO/iu);
    }
    for (const sentence of [field.help, field.reader]) expect(say(sentence)).toMatch(/\.$/);
    expect(id).toMatch(/^[a-z][A-Za-z]+$/);
  });

  test('lies somewhere, or says where it lives instead', () => {
    expect(page31.tabs.map((tab) => tab.id)).toContain(field.tab);
    if (field.attribute === undefined) {
      expect(inEnglish(field)).toMatchObject({ control: 'fact', help: expect.stringContaining('not in LDAP') });
      expect(field).not.toHaveProperty('storage');
    } else {
      expect(field.attribute).toMatch(/^[a-z][A-Za-z]+$/);
      expect(field.storage).toBeDefined();
    }
    expect(field.key !== undefined).toBe(field.storage === 'json');
    expect(field.control === 'choice').toBe(field.storage === 'enabledDisabled');
  });

  test('a typed value is checked, a switch needs no check', () => {
    expect(field.problem !== undefined).toBe(field.control === 'text' || field.control === 'number');
  });

  test('its versions are those of the console', () => {
    for (const version of [field.versions?.least, field.versions?.most]) {
      if (version !== undefined) expect(version).toMatch(/^3\.1\.[2-9]$/);
    }
  });
});

test('no id, label of a tab, or place in LDAP is there twice', () => {
  expect(repeated(fields.map(({ id }) => id))).toEqual([]);
  expect(repeated(fields.map(({ tab, label }) => `${tab} ${say(label)}`))).toEqual([]);
  const places = fields.filter(({ attribute }) => attribute !== undefined);
  expect(repeated(places.map(({ entry, attribute, key }) => `${entry} ${attribute} ${key ?? ''}`))).toEqual([]);
});

test('one attribute is stored in one way', () => {
  for (const { entry, attribute, storage } of fields) {
    const same = fields.filter((other) => other.entry === entry && other.attribute === attribute && attribute);
    expect(new Set(same.map((other) => other.storage)).size).toBe(attribute ? 1 : 0);
    expect(same.every((other) => other.storage === storage)).toBe(true);
  }
});

test('each tab has fields, in the order of oxTrust', () => {
  const order = fields.map(({ tab }) => page31.tabs.findIndex(({ id }) => id === tab));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(new Set(order)).toEqual(new Set(page31.tabs.keys()));
});

test('fieldOf finds each, and nothing else', () => {
  expect(fieldIds.map((id) => fieldOf(id).id)).toEqual(fieldIds);
  for (const id of ['', '__proto__', 'constructor', 'toString', 'smtphost']) {
    expect(() => fieldOf(id)).toThrow(`no field ${id}`);
  }
});

test.each([
  ['maxLogSize', 200, undefined],
  ['maxLogSize', 2_147_483_647, undefined],
  ['maxLogSize', 199, 'Enter a whole number of at least 200.'],
  ['maxLogSize', 200.5, 'Enter a whole number of at least 200.'],
  ['maxLogSize', 2_147_483_648, 'Enter a whole number of at least 200.'],
  ['maxLogSize', Number.NaN, 'Enter a whole number of at least 200.'],
  ['smtpPort', 587, undefined],
  ['smtpPort', 0, 'A port is a number from 1 to 65535.'],
  ['smtpPort', 65536, 'A port is a number from 1 to 65535.'],
  ['smtpHost', '', undefined],
  ['smtpHost', 'mail.example.org', undefined],
  ['smtpHost', 'mail.example.org:25', 'Leave out the port: it has its own field.'],
  ['smtpFromEmail', '', undefined],
  ['smtpFromEmail', 'a@b.example', undefined],
  ['smtpFromEmail', 'A <a@b.example>', 'Enter one address only, without a name, spaces or brackets.'],
  ['contactEmail', 'x', 'A mail address has the form name@example.org.'],
  ['smtpFromName', 'x'.repeat(200), undefined],
  ['smtpFromName', 'x'.repeat(201), 'At most 200 characters.'],
  ['smtpUserName', 'x'.repeat(321), 'At most 320 characters.'],
  ['dnsServers', '192.0.2.1, 192.0.2.2', undefined],
  ['dnsServers', 'x'.repeat(401), 'At most 400 characters.'],
  ['organizationName', 'Gluu Zürich', undefined],
  ['organizationName', ' ', 'The organization needs a name.'],
  ['organizationName', 'x'.repeat(61), 'At most 60 characters.'],
  ['serverIp', '192.0.2.1', undefined],
  ['serverIp', '', undefined],
  ['serverIp', '192.0.2', 'An IPv4 address has four numbers from 0 to 255, without leading zeros.'],
] as const)('%s = %j: %s', (id, value, problem) => {
  expect(inEnglish(problemOf(id, value))).toBe(problem);
});

test.each(longTexts())(
  'a million characters of %s are refused by every field of text',
  (_, text) => {
    for (const { problem } of fields.filter(({ control }) => control === 'text'))
      expect(inEnglish(problem?.(text))).toMatch(/\S/);
  },
  LONG_TEXT_LIMIT,
);
