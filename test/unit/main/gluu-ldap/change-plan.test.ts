import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { planChanges, valuesAfter } from '../../../../src-main/gluu-ldap/change-plan';
import { fieldsOf } from '../../../../src-main/gluu-ldap/snapshot';
import { fieldOf } from '../../../../src-shared/gluu/pages/pages';
import { page31 } from '../../../../src-shared/gluu/pages/pages-of-appliance';
import type { Changes } from '../../../../src-shared/model/organization';
import type { SecretChange } from '../../../../src-shared/model/server';
import { type Message, verbatim } from '../../../../src-shared/texts/message';
import { inEnglish, say } from '../../../support/english';
import { gluuNames } from '../../../support/gluu-names';
import { snapshotOf } from './snapshot-of';

const { applianceDn, organizationDn, oxAuthDn } = gluuNames();
const changes = (values: Changes['values'], smtpPassword: SecretChange = { kind: 'keep' }): Changes => ({
  values,
  secrets: { smtpPassword },
});
const encrypted = (ciphertext: string) =>
  new Map([['smtpPassword', { ciphertext, note: verbatim('as the caller says') }]]);
const cleared = new Map([['smtpPassword', null]]);
const replaced = changes({}, { kind: 'replace', value: 'x' });
const smtp = (text: string) => snapshotOf({ appliance: { oxSmtpConfiguration: [text] } });

describe('rows', () => {
  test('come in the order of the page, with what stands there and what will', () => {
    const snapshot = snapshotOf({
      appliance: { gluuMaxLogSize: ['200'], oxSmtpConfiguration: ['{"host":"old","requires-ssl":"true"}'] },
      organization: { displayName: ['Old\u202e name'] },
    });
    const { rows } = planChanges(
      snapshot,
      changes({
        organizationName: 'New',
        smtpRequiresSsl: false,
        smtpHost: null,
        maxLogSize: 300,
        passwordReset: true,
      }),
      encrypted('CIPHER'),
    );
    expect(inEnglish(rows).map(({ field, before, after, key }) => [field, before, after, key])).toEqual([
      ['passwordReset', '(empty)', 'Enabled', undefined],
      ['maxLogSize', '200', '300', undefined],
      ['smtpHost', 'old', '(empty)', 'host'],
      ['smtpPassword', 'None', expect.stringMatching(/^Typed, fingerprint [0-9a-f]{6}$/), 'password'],
      ['smtpRequiresSsl', 'On', 'Off', 'requires-ssl'],
      ['organizationName', 'Old\\u{202e} name', 'New', undefined],
    ]);
  });

  test('tell secrets apart by a fingerprint, and never show one', () => {
    const snapshot = smtp('{"password":"CIPHER-A"}');
    const [row] = planChanges(snapshot, replaced, encrypted('CIPHER-B')).rows;
    const [again] = planChanges(snapshot, replaced, encrypted('CIPHER-B')).rows;
    expect(row).toEqual(again);
    expect(say(row?.before as Message).slice(-6)).not.toBe(say(row?.after as Message).slice(-6));
    expect(JSON.stringify(row)).not.toContain('CIPHER');
  });
});

describe('what is stored already drops out', () => {
  const snapshot = snapshotOf({
    appliance: {
      gluuScimEnabled: ['disabled'],
      gluuMaxLogSize: ['0200'],
      oxSmtpConfiguration: ['{"host":"h","port":"587","trust-host":1,"password":"CIPHER"}'],
    },
  });
  test.each<Changes['values']>([
    { scim: false },
    { maxLogSize: 200 },
    { contactEmail: '' },
    { contactEmail: null },
    { smtpHost: 'h' },
    { smtpPort: 587 },
    { smtpTrustServer: true },
    { smtpAuthentication: false },
    { smtpFromName: '' },
    {},
  ])('%j', (values) => {
    expect(planChanges(snapshot, changes(values), undefined)).toEqual({ rows: [], entries: [] });
  });

  test('a password that encrypts to the same', () => {
    expect(planChanges(snapshot, replaced, encrypted('CIPHER')).entries).toEqual([]);
    expect(planChanges(smtp('{}'), changes({}, { kind: 'clear' }), cleared).entries).toEqual([]);
  });

  test('a text with hidden characters that stays as it is', () => {
    const hidden = snapshotOf({ organization: { displayName: ['Evil\u202egro'] } });
    expect(planChanges(hidden, changes({ organizationName: 'Evil\u202egro' }), undefined).rows).toEqual([]);
    expect(planChanges(hidden, changes({ organizationName: 'Evilgro' }), undefined).rows).toHaveLength(1);
  });

  test('but not what is stored in an odd way', () => {
    const odd = snapshotOf({ appliance: { passwordResetAllowed: ['true '], gluuMaxLogSize: ['200 MB'] } });
    expect(planChanges(odd, changes({ passwordReset: false, maxLogSize: 200 }), undefined).rows).toHaveLength(2);
  });
});

test('groups by entry, with the exact old values', () => {
  const { entries } = planChanges(
    snapshotOf({ appliance: { gluuMaxLogSize: ['0200'] }, organization: { displayName: ['Old'] } }),
    changes({ organizationName: ' New ', maxLogSize: 300, serverIp: '::1' }),
    undefined,
  );
  expect(entries).toEqual([
    {
      entry: 'appliance',
      dn: applianceDn,
      attributes: [
        { kind: 'values', attribute: 'gluuMaxLogSize', field: fieldOf('maxLogSize'), before: ['0200'], after: ['300'] },
      ],
    },
    {
      entry: 'organization',
      dn: organizationDn,
      attributes: [
        {
          kind: 'values',
          attribute: 'displayName',
          field: fieldOf('organizationName'),
          before: ['Old'],
          after: ['New'],
        },
      ],
    },
    {
      entry: 'oxauth',
      dn: oxAuthDn,
      attributes: [
        {
          kind: 'members',
          attribute: 'oxWebKeysSettings',
          before: [],
          template: '{}',
          members: new Map([
            ['server_ip', { field: fieldOf('serverIp'), before: null, after: '::1' }],
            ['update_at', { field: null, before: null, after: expect.any(Number) }],
          ]),
        },
      ],
    },
  ]);
});

describe('the values of a JSON attribute', () => {
  const merged = (stored: string | undefined, now: string[]) => {
    const snapshot = stored === undefined ? snapshotOf() : smtp(stored);
    const [attribute] =
      planChanges(snapshot, changes({ smtpHost: 'new', smtpPort: 25 }), undefined).entries[0]?.attributes ?? [];
    if (!attribute) expect.unreachable();
    return valuesAfter(attribute, now);
  };

  test('start from Gluu’s own text where there was none', () => {
    expect(merged(undefined, [])).toEqual([
      page31.newJson.oxSmtpConfiguration.replace('"host":null,"port":0', '"host":"new","port":25'),
    ]);
  });

  test('start from what is there now, not from what was loaded', () => {
    expect(merged('{"host":"old"}', ['{"x":1, "host":"old"}'])).toEqual(['{"x":1, "host":"new","port":25}']);
  });

  test('are refused for a text that broke meanwhile', () => {
    expect(() => merged('{"host":"old"}', ['{'])).toThrow(expect.objectContaining({ code: 'gluu.brokenJson' }));
  });
});

describe('refused', () => {
  const problems = (values: Changes['values'], snapshot = snapshotOf(), password: SecretChange = { kind: 'keep' }) => {
    try {
      planChanges(snapshot, changes(values, password), password.kind === 'clear' ? cleared : undefined);
    } catch (error) {
      if (error instanceof AppError) return inEnglish(error.toFailure());
      throw error;
    }
    return undefined;
  };

  test.each(page31.fields.filter(({ control }) => control === 'fact' || control === 'secret').map(({ id }) => id))(
    '%s, which cannot be changed as a value',
    (id) => {
      expect(problems({ [id]: 'x' })).toMatchObject({
        code: 'input.invalid',
        fields: { [id]: 'This cannot be changed from here.' },
      });
    },
  );

  test.each<Changes['values']>([
    { passwordReset: 'enabled' },
    { passwordReset: 1 },
    { smtpRequiresSsl: 'true' },
    { smtpHost: true },
    { organizationName: '' },
    { organizationName: null },
    { maxLogSize: null },
    { maxLogSize: 200.5 },
    { maxLogSize: Number.NaN },
    { maxLogSize: Number.POSITIVE_INFINITY },
    { maxLogSize: '300' },
    { smtpPort: 0 },
    { smtpPort: -25 },
    { smtpFromEmail: 'a@b@c' },
    { smtpHost: 'a b' },
  ])('%j', (values) => {
    const [id = ''] = Object.keys(values);
    const refused = problems(values);
    expect(refused).toMatchObject({ code: 'input.invalid', fields: { [id]: expect.stringMatching(/^.+\.$/) } });
  });

  test('the SMTP password where several texts are stored', () => {
    const several = snapshotOf({ appliance: { oxSmtpConfiguration: ['{}', '{"host":"h"}'] } });
    expect(problems({}, several, { kind: 'clear' })).toMatchObject({
      fields: { smtpPassword: expect.stringMatching(/^2 values are stored in oxSmtpConfiguration/) },
    });
    expect(problems({ scim: true }, several)).toBeUndefined();
  });

  test.each(['{', '[]', '{"host":"a","host":"b"}', '{"port":"x"}'])('SMTP settings stored as %s', (text) => {
    expect(problems({ smtpHost: 'new' }, smtp(text))).toMatchObject({
      code: 'gluu.brokenJson',
      facts: { attribute: 'oxSmtpConfiguration' },
    });
    expect(() => planChanges(smtp(text), replaced, encrypted('CIPHER'))).toThrow(
      expect.objectContaining({ code: 'gluu.brokenJson' }),
    );
  });
});

test.each([
  ['3.1.2', true],
  ['3.1.3', true],
  ['3.1.4', false],
  ['3.1.6', false],
])('the page of %s has a build number: %s', (version, has) => {
  const ids = fieldsOf(snapshotOf({}, version)).map(({ id }) => id);
  expect(ids.includes('buildNumber')).toBe(has);
  expect(ids.includes('buildDate')).toBe(has);
  expect(ids).toContain('smtpHost');
});
