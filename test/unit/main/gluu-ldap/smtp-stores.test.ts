import { describe, expect, test } from 'vitest';
import { readStoredSmtp } from '../../../../src-main/gluu-ldap/smtp-stores';
import { mailProblems, readServerMail } from '../../../../src-main/reset/server-mail';
import { resetRulesOf } from '../../../../src-shared/gluu/reset-versions';
import { exactly } from '../../../../src-shared/gluu/versions';
import { inEnglish } from '../../../support/english';
import { ldapEntry } from '../../../support/ldap-entry';

const entry = (attributes: Record<string, string>) => ldapEntry('inum=x', attributes);
const mailOf = (version: string, attributes: Record<string, string>) => {
  const found = resetRulesOf(exactly(version));
  if (!found) throw new Error(`no rules for ${version}`);
  return readServerMail(found.rules, entry(attributes));
};

const settings = {
  host: 'mail.example.org',
  port: 587,
  fromName: 'Gluu',
  fromEmail: 'gluu@example.org',
  authentication: true,
  userName: 'gluu',
  requiresSsl: true,
  storedPassword: 'abc=',
};
const { storedPassword: password, authentication, ...same } = settings;
const former = { requiresAuthentication: authentication, fromEmailAddress: same.fromEmail };
const stored = entry({
  gluuSmtpHost: 'mail.example.org',
  gluuSmtpPort: '587',
  gluuSmtpFromName: 'Gluu',
  gluuSmtpFromEmailAddress: 'gluu@example.org',
  gluuSmtpRequiresAuthentication: 'true',
  gluuSmtpUserName: 'gluu',
  gluuSmtpPassword: 'abc=',
  gluuSmtpRequiresSsl: 'TRUE',
  oxSmtpConfiguration: JSON.stringify({ ...same, ...former, password }),
});
const kebab = {
  host: same.host,
  port: '587',
  password,
  'requires-ssl': true,
  'from-name': 'Gluu',
  'from-email-address': same.fromEmail,
  'requires-authentication': true,
  'user-name': 'gluu',
  'trust-host': true,
};

describe('the same settings are read', () => {
  test.each(['attributes', 'camelCase'] as const)('from %s', (store) => {
    expect(readStoredSmtp(store, stored)).toMatchObject({
      kind: 'read',
      settings: { ...settings, trustServer: false },
    });
  });

  test('from the keys of 3.1.2 and later', () => {
    const found = readStoredSmtp('kebabCase', entry({ oxSmtpConfiguration: JSON.stringify(kebab) }));
    expect(found).toMatchObject({ kind: 'read', settings: { ...settings, trustServer: true } });
  });
});

test('3.1.1 reads nothing of the later keys, whichever come last', () => {
  const both = { oxSmtpConfiguration: JSON.stringify({ ...former, userName: 'former', ...kebab }) };
  expect(mailOf('3.1.1', both)).toMatchObject({ userName: 'former', requiresSsl: false });
});

test('attributes without a host are settings with a gap, not none', () => {
  const attributes = { gluuSmtpPort: '25', gluuSmtpFromEmailAddress: 'gluu@example.org' };
  expect(inEnglish(mailProblems(mailOf('3.0.2', attributes)))).toEqual(['SMTP Host is not set.']);
});

test('a port that is not set differs from one that is not a number', () => {
  const port = (attributes: Record<string, string>) => {
    const found = readStoredSmtp('attributes', entry({ gluuSmtpHost: 'x', ...attributes }));
    return found.kind === 'read' ? found.settings.port : undefined;
  };
  expect([port({}), port({ gluuSmtpPort: 'many' }), port({ gluuSmtpPort: ' 25 ' })]).toEqual([null, 0, 25]);
});

test.each(['camelCase', 'kebabCase'] as const)('a text that is no JSON object is broken in %s', (store) => {
  expect(readStoredSmtp(store, entry({ oxSmtpConfiguration: '[' }))).toMatchObject({ kind: 'broken' });
  expect(readStoredSmtp(store, entry({}))).toEqual({ kind: 'absent' });
});
