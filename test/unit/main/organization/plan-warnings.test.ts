import { describe, expect, test } from 'vitest';
import { planWarnings } from '../../../../src-main/organization/plan-warnings';
import type { Changes } from '../../../../src-shared/model/organization';
import type { SecretChange } from '../../../../src-shared/model/server';
import { say } from '../../../support/english';
import { snapshotOf } from '../gluu-ldap/snapshot-of';

const warnings = (
  stored: object | undefined,
  values: Changes['values'],
  smtpPassword: SecretChange = { kind: 'keep' },
) =>
  planWarnings(snapshotOf(stored ? { appliance: { oxSmtpConfiguration: [JSON.stringify(stored)] } } : {}), {
    values,
    secrets: { smtpPassword },
  }).map((warning) => say(warning));
const complete = {
  host: 'h',
  'from-email-address': 'a@example.org',
  'requires-authentication': true,
  'user-name': 'u',
};

describe('a warning before Update', () => {
  test('is not given for settings that work', () => {
    expect(warnings(complete, { smtpHost: 'other' })).toEqual([]);
    expect(warnings(undefined, { maxLogSize: 300 })).toEqual([]);
  });

  test.each<[string, object, Changes['values']]>([
    ['localhost:25', { ...complete, 'requires-authentication': false }, { smtpHost: 'other' }],
    ['localhost:25', complete, { smtpAuthentication: false }],
    ['SMTP User Name is empty', complete, { smtpUserName: null }],
    ['Without From Email Address', complete, { smtpFromEmail: '' }],
    ['Without From Email Address', { ...complete, 'from-email-address': null }, { smtpPort: 25 }],
  ])('names %s', (named, stored, values) => {
    expect(warnings(stored, values)).toEqual([expect.stringContaining(named)]);
  });

  test('is not given about what the user did not touch', () => {
    expect(warnings({ ...complete, 'user-name': null }, { maxLogSize: 300 })).toEqual([]);
  });

  test('is not given for a password with letters outside ASCII: saved once it works up to 4.2.2', () => {
    expect(warnings(complete, {}, { kind: 'replace', value: 'pässwörd' })).toEqual([]);
  });
});
