import { describe, expect, test } from 'vitest';
import { exactly, LATER } from '../../../../src-shared/gluu/versions';
import type { LintId } from '../../../../src-shared/lint/lint';
import { lint } from '../../../../src-shared/lint/lint';
import type { StoredPassword } from '../../../../src-shared/model/organization';
import { inEnglish } from '../../../support/english';
import { type Given, goodForm, saidBy } from './lint-form';

const said = (id: LintId, version: string, given: Given) => saidBy(id, version, given)?.sentence ?? '';

describe('an upgrade from 4.4.0', () => {
  const left: Given = {
    connectProtection: null,
    stored: { connectProtectionStored: 'missing', requiresSsl: true },
  };
  test.each([
    ['4.4.0', false],
    ['4.4.1', true],
    ['4.5.5', true],
    ['4.5.15', true],
  ])('L21: %s has lost its TLS: %s', (version, fires) => {
    expect(saidBy('L21', version, left)?.severity).toBe(fires ? 'bad' : undefined);
    if (fires) expect(said('L21', version, left)).toContain('the mail is sent unencrypted');
  });

  test('L21: not where Requires SSL was off, nor where the new key is there', () => {
    const stored = { connectProtectionStored: 'missing', requiresSsl: false } as const;
    expect(saidBy('L21', '4.5.5', { stored })).toBeUndefined();
    expect(saidBy('L21', '4.5.5', { stored: { requiresSsl: true } })).toBeUndefined();
  });

  test.each([
    ['4.4.0', undefined],
    ['4.4.1', 'bad'],
    ['4.5.5', 'bad'],
  ])('L23: %s and no key-store: %s', (version, severity) => {
    expect(saidBy('L23', version, { stored: { keyStore: 'null' } })?.severity).toBe(severity);
    expect(saidBy('L23', version, { stored: { keyStore: 'notSet' } })).toBeUndefined();
  });
});

describe('L22: the word of another build', () => {
  const stored = { connectProtectionStored: 'otherBuild' } as const;
  test.each([
    ['4.4.0', /^$/],
    ['4.4.1', /nobody can log in, and no mail is sent/],
    ['4.4.2', /nobody can log in/],
    ['4.5.0', /nobody can log in/],
    ['4.5.1', /takes it as NONE and sends unencrypted/],
    ['4.5.5', /takes it as NONE/],
  ])('%s', (version, sentence) => expect(said('L22', version, { stored })).toMatch(sentence));

  test('says of which versions the graver is true, where the version is open', () => {
    const range = { ...goodForm('4.5.0', { stored }), version: { least: '4.5.0', most: '4.5.2' } };
    const found = inEnglish(lint(range)).find(({ id }) => id === 'L22');
    expect(found?.sentence).toMatch(/nobody can log in.*\(This applies to Gluu 4\.4\.1 to 4\.5\.0; possible versions/);
  });
});

test.each([
  ['4.4.0', undefined],
  ['4.4.1', 'warn'],
  ['4.5.5', 'warn'],
])('L24: %s and a key store password in clear text: %s', (version, severity) => {
  expect(saidBy('L24', version, { stored: { keyStorePassword: 'clear' } })?.severity).toBe(severity);
  expect(saidBy('L24', version, { stored: { keyStorePassword: 'encrypted' } })).toBeUndefined();
});

test('what the form of 4.4.1 and later holds counts, and findings stand beside its own fields', () => {
  const chosen = (smtpConnectProtection: string) => ({ connectProtection: null, values: { smtpConnectProtection } });
  expect(saidBy('L05', '4.5.5', chosen('None'))?.field).toBe('smtpConnectProtection');
  expect(saidBy('L05', '4.5.5', chosen('StartTls'))).toBeUndefined();
  expect(saidBy('L05', '4.4.0', { values: { smtpRequiresSsl: false } })?.field).toBe('smtpRequiresSsl');
  expect(saidBy('L03', '4.5.5', chosen('SslTls'))?.severity).toBe('bad');
  expect(saidBy('L14', '4.5.5', { stored: { keyStore: 'set' } })?.field).toBe('smtpKeyStore');
  expect(saidBy('L14', '4.5.5', { stored: { keyStore: 'set' }, keyStore: false })).toBeUndefined();
});

describe('Contact Email', () => {
  test.each<[string, string | null | undefined, string | undefined, RegExp]>([
    ['3.1.9', 'example@orgname.com', undefined, /^$/],
    ['4.1.3', 'example@orgname.com', undefined, /^$/],
    ['4.2.0', 'example@orgname.com', 'warn', /writes it itself where Contact Email is empty/],
    ['4.2.3', ' Example@OrgName.com', 'warn', /writes it itself/],
    ['4.2.2', null, 'info', /fills an empty Contact Email/],
    ['4.2.2', ' ', 'info', /fills an empty Contact Email/],
    ['4.2.2', 'it@example.org', undefined, /^$/],
    ['4.2.2', undefined, undefined, /^$/],
    ['4.3.0', 'example@orgname.com', 'warn', /own page cannot change a stored address/],
    ['4.3.2', null, undefined, /^$/],
    ['4.4.0', 'example@orgname.com', 'warn', /oxTrust’s page suggests it/],
    ['4.5.15', 'example@orgname.com', 'warn', /oxTrust’s page suggests it/],
    ['4.5.5', null, undefined, /^$/],
  ])('L25: %s, %s: %s', (version, contactEmail, severity, sentence) => {
    const given = contactEmail === undefined ? {} : { values: { contactEmail } };
    expect(saidBy('L25', version, given)?.severity).toBe(severity);
    expect(said('L25', version, given)).toMatch(sentence);
  });

  test.each<[string, number, string]>([
    ['4.3.2', 3, ''],
    ['4.4.0', 1, ''],
    ['4.4.0', 2, '1 more address is stored. Update on oxTrust’s own page removes it.'],
    ['4.5.5', 3, '2 more addresses are stored. Update on oxTrust’s own page removes them.'],
  ])('L26: %s, %d addresses', (version, contactEmails, sentence) => {
    expect(said('L26', version, { facts: { contactEmails } })).toBe(sentence);
  });
});

describe('the stored password', () => {
  test.each<[LintId, StoredPassword, string | undefined]>([
    ['L27', 'layered', 'bad'],
    ['L28', 'usedAsStored', 'warn'],
    ['L27', 'decrypts', undefined],
    ['L28', 'doesNotDecrypt', undefined],
    ['L11', 'usedAsStored', undefined],
    ['L11', 'layered', undefined],
    ['L11', 'doesNotDecrypt', 'bad'],
  ])('%s: %s', (id, storedPassword, severity) => {
    expect(saidBy(id, '3.1.1', { storedPassword })?.severity).toBe(severity);
    expect(saidBy(id, '3.1.1', { storedPassword, values: { smtpAuthentication: false } })).toBeUndefined();
    const passwordChange = { kind: 'replace', value: 'new' } as const;
    expect(saidBy(id, '3.1.1', { storedPassword, passwordChange })).toBeUndefined();
  });
});

test('nothing is said of what is not known', () => {
  for (const version of [exactly('4.4.1'), { least: '4.5.4', most: LATER }]) {
    expect(lint({ ...goodForm('4.5.5'), version, stored: {} })).toEqual([]);
  }
});
