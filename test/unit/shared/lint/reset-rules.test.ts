import { describe, expect, test } from 'vitest';
import { type Given, saidBy } from './lint-form';

describe('L16, the host in reset links', () => {
  const facts = (linkBase: string, profileHost = 'gluu.example.org'): Given => ({ facts: { linkBase, profileHost } });

  test.each([
    ['3.1.2', 'applianceUrl'],
    ['3.1.9', 'applianceUrl'],
    ['4.0', 'applicationUrl'],
    ['4.5.5', 'applicationUrl'],
  ])('is another than the profile’s, in %s', (version, key) => {
    expect(saidBy('L16', version, facts('https://old.example.org:8443/x'))).toMatchObject({
      field: 'passwordReset',
      severity: 'warn',
      sentence: expect.stringContaining(key),
    });
  });

  test('is told when the text is no web address at all', () => {
    expect(saidBy('L16', '3.1.2', facts('gluu.example.org'))?.sentence).toContain('not a web address');
  });

  test.each([
    ['https://GLUU.example.org.', 'gluu.example.org'],
    ['https://gluu.example.org:443/', 'gluu.example.org'],
    ['https://gluu.example.org', 'localhost'],
    ['https://gluu.example.org', '192.0.2.7'],
    ['https://gluu.example.org', '2001:db8::1'],
  ])('%s suits a server reached as %s', (linkBase, profileHost) => {
    expect(saidBy('L16', '3.1.2', facts(linkBase, profileHost))).toBeUndefined();
  });

  test('is not judged where it is not known', () => {
    expect(saidBy('L16', '3.1.2', { facts: {} })).toBeUndefined();
  });
});

describe('L17, reset enabled while Gluu counts it as not enabled', () => {
  test.each<[string, Given]>([
    ['SMTP Host', { values: { smtpHost: null } }],
    ['SMTP Port', { values: { smtpPort: 0 } }],
    ['SMTP Port', { values: { smtpPort: null } }],
    ['SMTP User Name', { values: { smtpUserName: null } }],
    ['SMTP Password', { storedPassword: 'none' }],
    ['SMTP Password', { passwordChange: { kind: 'clear' } }],
    ['SMTP Host, SMTP Port', { values: { smtpHost: '', smtpPort: null, smtpAuthentication: false } }],
  ])('for want of %s', (name, given) => {
    const finding = saidBy('L17', '3.1.2', given);
    expect(finding).toMatchObject({ field: 'passwordReset', severity: 'bad' });
    expect(finding?.sentence).toMatch(new RegExp(`: ${name}\\.$`));
  });

  test.each([
    ['3.0.2', undefined], // taken as it is stored
    ['3.1.0', 'bad'],
    ['3.1.1', 'bad'],
    ['3.1.2', undefined],
  ])('for a password that does not decrypt, in %s: %s', (version, severity) => {
    expect(saidBy('L17', version, { storedPassword: 'doesNotDecrypt' })?.severity).toBe(severity);
  });

  test('is no matter when nothing is missing, or reset is off', () => {
    expect(saidBy('L17', '3.1.2')).toBeUndefined();
    expect(saidBy('L17', '3.1.2', { values: { smtpHost: null, passwordReset: false } })).toBeUndefined();
    expect(saidBy('L17', '3.1.2', { values: { smtpHost: null, passwordReset: null } })).toBeUndefined();
    const withoutLogin: Given = { values: { smtpAuthentication: false, smtpUserName: null }, storedPassword: 'none' };
    expect(saidBy('L17', '3.1.2', withoutLogin)).toBeUndefined();
    const typed: Given = { storedPassword: 'none', passwordChange: { kind: 'replace', value: 'x' } };
    expect(saidBy('L17', '3.1.2', typed)).toBeUndefined();
  });
});

test.each([
  ['3.1.3', 7201, 'does not read'],
  ['3.1.4', 7201, 'refuses the new password'],
  ['4.5.5', 86400, 'refuses the new password'],
  ['3.1.4', 7200, undefined],
  ['3.1.2', 600, undefined],
])('L18: in %s, links that last %d s', (version, resetExpirationSeconds, said) => {
  const finding = saidBy('L18', version, { facts: { resetExpirationSeconds } });
  if (said === undefined) expect(finding).toBeUndefined();
  else expect(finding?.sentence).toContain(said);
});

test('L19: persons who share a mail', () => {
  expect(saidBy('L19', '3.1.2', { facts: { sharedMails: 1 } })?.sentence).toContain('1 mail address belongs');
  expect(saidBy('L19', '4.5.5', { facts: { sharedMails: 12 } })?.sentence).toContain('12 mail addresses belong');
  expect(saidBy('L19', '3.1.2', { facts: { sharedMails: 0 } })).toBeUndefined();
  expect(saidBy('L19', '3.1.2', { facts: {} })).toBeUndefined();
  expect(saidBy('L19', '3.1.2', { values: { passwordReset: false }, facts: { sharedMails: 2 } })).toBeUndefined();
});
