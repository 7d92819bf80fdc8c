import { describe, expect, test } from 'vitest';
import { looksLikeMask } from '../../../../src-shared/lint/sender-rules';
import { type Given, saidBy } from './lint-form';

const values = (changed: Given['values']): Given => ({ values: changed ?? {} });

test('L07: another domain in From than in the login', () => {
  const other = values({ smtpUserName: 'gluu@mail.example.net' });
  expect(saidBy('L07', '3.1.2', other)).toMatchObject({
    field: 'smtpFromEmail',
    severity: 'warn',
    remedy: { set: { smtpFromEmail: 'gluu@mail.example.net' } },
  });
  for (const userName of ['gluu', 'relay@EXAMPLE.org', '']) {
    expect(saidBy('L07', '3.1.2', values({ smtpUserName: userName })), userName).toBeUndefined();
  }
  expect(saidBy('L07', '3.1.2', values({ smtpUserName: 'a@example.net', smtpAuthentication: false }))).toBeUndefined();
  expect(saidBy('L07', '3.1.2', values({ smtpUserName: 'a b@example.net' }))?.remedy).toBeUndefined();
});

describe('L08, the sender’s address', () => {
  test.each([
    ['3.1.0', 'no valid sender'],
    ['3.1.1', 'error page'],
    ['3.1.2', 'error page'],
    ['4.5.5', 'error page'],
  ])('missing, in %s', (version, said) => {
    for (const smtpFromEmail of [null, '', '  ']) {
      expect(saidBy('L08', version, values({ smtpFromEmail }))).toMatchObject({
        severity: 'bad',
        sentence: expect.stringContaining(said),
        remedy: { set: { smtpFromEmail: 'gluu@example.org' } },
      });
    }
  });

  test('that is not one', () => {
    expect(saidBy('L08', '3.1.2', values({ smtpFromEmail: 'gluu' }))?.sentence).toContain('name@example.org');
    expect(saidBy('L08', '3.1.2', values({ smtpFromEmail: 'a@b, c@d' }))).toBeDefined();
  });

  test('is no matter when right, or while no host is set', () => {
    expect(saidBy('L08', '3.1.2')).toBeUndefined();
    expect(saidBy('L08', '3.1.2', values({ smtpHost: null, smtpFromEmail: null }))).toBeUndefined();
  });
});

describe('L09, From Name', () => {
  test.each([
    ['3.1.0', 'Gluu "IT", Wien', 'warn'],
    ['3.1.0', 'Zürich', 'warn'],
    ['3.1.1', 'Zürich', undefined],
    ['3.1.2', 'Zürich', 'warn'],
    ['3.1.2', 'Gluu, Inc.', 'info'],
    ['3.1.3', 'Zürich', 'info'],
    ['4.5.5', '"Gluu"', 'info'],
    ['3.1.2', 'Gluu Server 1', undefined],
    ['3.1.0', 'Gluu Server 1', undefined],
    ['3.1.2', '', undefined],
  ])('in %s, %s: %s', (version, smtpFromName, severity) => {
    expect(saidBy('L09', version, values({ smtpFromName }))?.severity).toBe(severity);
  });
});

test('L10: a login without a user name', () => {
  expect(saidBy('L10', '3.1.2', values({ smtpUserName: ' ' }))).toMatchObject({
    field: 'smtpUserName',
    severity: 'bad',
    remedy: { set: { smtpUserName: 'gluu@example.org' } },
  });
  expect(saidBy('L10', '3.1.2', values({ smtpUserName: null, smtpFromEmail: 'x' }))?.remedy).toBeUndefined();
  expect(saidBy('L10', '3.1.2', values({ smtpUserName: null, smtpAuthentication: false }))).toBeUndefined();
  expect(saidBy('L10', '4.5.5')).toBeUndefined();
});

test('L11: a stored password the salt does not open', () => {
  const broken: Given = { storedPassword: 'doesNotDecrypt' };
  expect(saidBy('L11', '3.1.2', broken)).toMatchObject({ field: 'smtpPassword', severity: 'bad' });
  expect(saidBy('L11', '3.1.2', { ...broken, passwordChange: { kind: 'replace', value: 'new' } })).toBeUndefined();
  expect(saidBy('L11', '3.1.2', { ...broken, passwordChange: { kind: 'clear' } })).toBeUndefined();
  expect(saidBy('L11', '3.1.2', { ...broken, values: { smtpAuthentication: false } })).toBeUndefined();
  const others = ['decrypts', 'noSalt', 'wrongSalt', 'doesNotDecryptUnproved', 'decryptsUnproved', 'none'] as const;
  for (const storedPassword of [...others, 'decryptsNonAscii'] as const) {
    expect(saidBy('L11', '3.1.2', { storedPassword }), storedPassword).toBeUndefined();
  }
});

test('L12: a password that is a row of stars', () => {
  const typed = (value: string): Given => ({ passwordChange: { kind: 'replace', value } });
  expect(saidBy('L12', '3.1.2', typed('********'))?.severity).toBe('bad');
  expect(saidBy('L12', '3.1.2', { facts: { storedPasswordIsMask: true } })?.severity).toBe('bad');
  expect(saidBy('L12', '3.1.2', { ...typed('good'), facts: { storedPasswordIsMask: true } })).toBeUndefined();
  expect(saidBy('L12', '3.1.2', { storedPassword: 'none', facts: { storedPasswordIsMask: true } })).toBeUndefined();
  expect(saidBy('L12', '3.1.2', typed('**a**'))).toBeUndefined();
  for (const mask of ['***', '•••••', '●●●●']) expect(looksLikeMask(mask), mask).toBe(true);
  for (const password of ['', '**', 'xxxx', '***x', ' *** ']) expect(looksLikeMask(password), password).toBe(false);
});

describe('L20, letters beyond ASCII in the password', () => {
  const typed: Given = { passwordChange: { kind: 'replace', value: 'pässwörd' } };
  test.each([
    ['3.1.2', undefined],
    ['4.2.2', undefined],
    ['4.2.3', 'bad'],
    ['4.3.0', undefined],
  ])('in %s: %s', (version, severity) => {
    const finding = saidBy('L20', version, typed);
    expect(finding?.severity).toBe(severity);
    expect(finding?.sentence ?? '').not.toContain('pässwörd');
    expect(saidBy('L20', version, { storedPassword: 'decryptsNonAscii' })?.severity).toBe(severity);
  });
  test('do not matter where there are none', () => {
    expect(saidBy('L20', '4.2.3', { passwordChange: { kind: 'replace', value: 'password ~' } })).toBeUndefined();
    expect(saidBy('L20', '4.2.3')).toBeUndefined();
  });
});
