import { expect, test } from 'vitest';
import { passwordFound } from '../../../src-renderer/mail/password-found';
import type { StoredPassword } from '../../../src-shared/model/organization';
import type { SaltState } from '../../../src-shared/model/salt';
import type { SecretChange } from '../../../src-shared/model/server';
import type { PasswordFound } from '../../../src-shared/model/smtp-settings';

const proved: SaltState = { kind: 'proved', by: ['idpBindPassword'] };
const unproved: SaltState = { kind: 'unproved', why: { kind: 'noEntry' } };
const contradicted: SaltState = { kind: 'contradicted', by: ['idpBindPassword'], opened: [] };
const typed: SecretChange = { kind: 'replace', value: 'new secret' };
const keep: SecretChange = { kind: 'keep' };

test.each<[string, SaltState, StoredPassword, SecretChange, PasswordFound['password']]>([
  ['stored, with a proved salt', proved, 'decrypts', keep, 'readable'],
  ['stored with another salt', proved, 'doesNotDecrypt', keep, 'unreadable'],
  ['stored, with a salt that cannot be proved', unproved, 'decryptsUnproved', keep, 'notKnown'],
  ['stored, with a wrong salt', contradicted, 'wrongSalt', keep, 'notKnown'],
  ['typed, with a proved salt', proved, 'doesNotDecrypt', typed, 'readable'],
  ['typed, with a salt that cannot be proved', unproved, 'decryptsUnproved', typed, 'notKnown'],
  ['typed, with a wrong salt', contradicted, 'wrongSalt', typed, 'notKnown'],
  ['typed, without a salt', { kind: 'none' }, 'none', typed, 'notKnown'],
  ['nothing typed yet', unproved, 'decryptsUnproved', { kind: 'replace', value: '' }, 'none'],
  ['cleared', unproved, 'decryptsUnproved', { kind: 'clear' }, 'none'],
])('what Gluu finds of a password that is %s', (_name, salt, stored, change, found) => {
  expect(passwordFound({ secrets: { smtpPassword: { state: stored } }, salt }, change)).toBe(found);
});
