import { describe, expect, test } from 'vitest';
import {
  encryptionOf,
  mailProblems,
  readServerMail,
  senderOf,
  sendingSettings,
} from '../../../../src-main/reset/server-mail';
import { type ResetRules, resetRulesOf } from '../../../../src-shared/gluu/reset-versions';
import { exactly } from '../../../../src-shared/gluu/versions';
import type { ServerId, ServerProfile } from '../../../../src-shared/model/server';
import { salt } from '../../../support/cipher-vectors';
import { inEnglish } from '../../../support/english';
import { ldapEntry } from '../../../support/ldap-entry';
import { someServer } from '../../../support/server-draft';

const rulesFor = (version: string): ResetRules => {
  const found = resetRulesOf({ least: version, most: version });
  if (!found) throw new Error(`no rules for ${version}`);
  return found.rules;
};
const read = (version: string, attributes: Record<string, string>) =>
  readServerMail(rulesFor(version), ldapEntry('inum=x', attributes));
const json = (value: unknown) => ({ oxSmtpConfiguration: JSON.stringify(value) });

describe('the settings of a reset mail', () => {
  test('come from the attributes up to 3.1.0, whatever the JSON says', () => {
    const attributes = {
      gluuSmtpHost: 'mail.example.org',
      gluuSmtpPort: '587',
      gluuSmtpRequiresSsl: 'TRUE',
      gluuSmtpRequiresAuthentication: 'yes',
      ...json({ host: 'other.example.org', port: 25 }),
    };
    expect(read('3.1.0', attributes)).toMatchObject({
      host: 'mail.example.org',
      port: 587,
      requiresSsl: true,
      authentication: false,
    });
  });

  test('come from the JSON in 3.1.1, under its former names', () => {
    const former = { host: 'a.example.org', port: '465', requiresSsl: true, fromEmailAddress: 'x@example.org' };
    expect(read('3.1.1', { gluuSmtpHost: 'b.example.org', ...json(former) })).toMatchObject({
      host: 'a.example.org',
      port: 465,
      requiresSsl: true,
      fromEmail: 'x@example.org',
    });
    expect(read('3.1.2', json(former))).toMatchObject({ requiresSsl: false, fromEmail: null });
  });

  test('that Gluu cannot read are reported', () => {
    expect(() => read('3.1.2', { oxSmtpConfiguration: '{' })).toThrow(
      expect.objectContaining({ code: 'gluu.brokenJson' }),
    );
    expect(() => read('3.1.1', { oxSmtpConfiguration: '{' })).toThrow(
      expect.objectContaining({ code: 'gluu.brokenJson' }),
    );
  });

  test('may be absent', () => {
    expect(read('3.0.2', {})).toBeUndefined();
    expect(read('3.1.5', {})).toBeUndefined();
    expect(inEnglish(mailProblems(undefined))).toEqual(['No SMTP settings are stored.']);
  });

  test('have every gap named', () => {
    expect(inEnglish(mailProblems(read('3.1.2', json({ 'requires-authentication': true }))))).toEqual([
      'SMTP Host is not set.',
      'SMTP Port is not set.',
      'From Email Address is not set.',
      'SMTP User Name is not set.',
      'No SMTP password is stored.',
    ]);
    const odd = mailProblems(
      read('3.1.2', json({ host: 'a b', port: 25, 'from-email-address': 'a\r\nb@example.org' })),
    );
    expect(inEnglish(odd)).toEqual([
      expect.stringMatching(/^SMTP Host: /),
      expect.stringMatching(/^From Email Address: /),
    ]);
  });

  test('name the sender as Java did', () => {
    expect(senderOf(rulesFor('3.0.2'), read('3.0.2', { gluuSmtpHost: 'x' })).name).toBe('null');
    expect(senderOf(rulesFor('2.4.4'), read('2.4.4', { gluuSmtpFromName: 'Meadow' })).name).toBe('Meadow');
    expect(senderOf(rulesFor('3.1.1'), read('3.1.1', json({ fromName: 'Meadow' }))).name).toBe('');
    expect(senderOf(rulesFor('3.1.2'), read('3.1.2', json({}))).name).toBe('');
    expect(senderOf(rulesFor('4.5.5'), read('4.5.5', json({ 'from-name': 'Meadow' }))).name).toBe('Meadow');
    expect(senderOf(rulesFor('3.1.2'), read('3.1.2', json({ 'from-name': 'a\r\nBcc: b' }))).name).toBe('a Bcc: b');
  });
});

describe('what is sent with', () => {
  const profile: ServerProfile = { ...someServer, id: 'one' as ServerId };
  const stored = {
    gluuSmtpHost: 'mail.example.org',
    gluuSmtpPort: '587',
    gluuSmtpRequiresAuthentication: 'true',
    gluuSmtpUserName: 'gluu',
    gluuSmtpPassword: 'plain text',
    gluuSmtpFromEmailAddress: 'gluu@example.org',
  };
  const sending = (version: string) =>
    sendingSettings(rulesFor(version), read(version, stored), {
      profile,
      version: exactly(version),
      to: 'ada@example.org',
      salt: async () => ({ salt, proof: { kind: 'proved', by: ['idpBindPassword'] } }),
    });

  test('is the stored text where that version logs in with it', async () => {
    expect(await sending('2.4.4')).toMatchObject({ login: { userName: 'gluu', password: 'plain text' } });
    await expect(sending('3.1.0')).rejects.toMatchObject({ code: 'smtp.passwordUnreadable' });
  });

  test('is encrypted by the switch of the version', () => {
    const mail = read('4.4.0', json({ host: 'mail.example.org', port: 465, 'requires-ssl': true }));
    if (!mail) return expect.unreachable();
    expect(encryptionOf(mail, exactly('4.4.0'))).toBe('tls');
    expect(encryptionOf(mail, exactly('4.5.5'))).toBe('none');
    const chosen = read('4.5.5', json({ host: 'mail.example.org', port: 465, 'connect-protection': 'StartTls' }));
    if (!chosen) return expect.unreachable();
    expect(encryptionOf(chosen, exactly('4.5.5'))).toBe('startTls');
  });
});
