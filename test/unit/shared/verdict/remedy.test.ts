import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../../src-shared/verdict/verdict';
import type { VerdictInput } from '../../../../src-shared/verdict/verdict-input';
import { inEnglish } from '../../../support/english';
import { input, modernTls, openRelay, submission, submissions } from './vectors';

const requiresSsl = { field: 'smtpRequiresSsl', value: true };
const authentication = { field: 'smtpAuthentication', value: true };

describe('a switch is offered when it brings a better outcome', () => {
  test.each<[string, VerdictInput, object[], string | undefined]>([
    [
      'encryption, where the server insists',
      input('3.1.2', { settings: { requiresSsl: false } }),
      [requiresSsl],
      'Switch Requires SSL on',
    ],
    [
      'encryption, where plain meets TLS',
      input('3.1.2', { settings: { requiresSsl: false }, seen: submissions }),
      [requiresSsl],
      'Switch Requires SSL on',
    ],
    [
      'encryption, for a password in clear',
      input('3.1.2', {
        settings: { requiresSsl: false },
        seen: { ...submission, loginInClear: 'usable', needsTls: false },
      }),
      [requiresSsl],
      'Switch Requires SSL on',
    ],
    [
      'login, where the host is ignored',
      input('3.1.2', { settings: { authentication: false } }),
      [authentication],
      'Switch Requires Authentication on',
    ],
    [
      'login, before anything is known',
      input('3.1.2', { settings: { authentication: false }, seen: {}, jvm: {} }),
      [authentication],
      'Switch Requires Authentication on',
    ],
    [
      'both, where one alone fails',
      input('3.1.2', { settings: { authentication: false, requiresSsl: false } }),
      [authentication, requiresSsl],
      'Switch Requires Authentication and Requires SSL on',
    ],
    [
      'login, where the relay wants it',
      input('4.5.5', { settings: { authentication: false } }),
      [authentication],
      'Switch Requires Authentication on',
    ],
  ])('%s', (_what, given, changes, label) => {
    const { remedy } = verdictOf(given);
    expect(remedy?.changes).toEqual(changes);
    expect(inEnglish(remedy?.label)).toBe(label);
  });
});

describe('no switch is offered', () => {
  test.each<[string, VerdictInput]>([
    [
      'where TLS 1.0 is refused: encryption is never taken away',
      input('3.1.2', { seen: { ...submission, tls: modernTls, needsTls: false, loginInClear: 'usable' } }),
    ],
    [
      'where Requires SSL only moves the failure',
      input('3.1.2', { settings: { requiresSsl: false }, seen: { ...submission, tls: modernTls } }),
    ],
    [
      'where MailUtils cannot speak to a TLS port',
      input('3.0.2', { settings: { requiresSsl: false }, seen: submissions }),
    ],
    ['where nothing listens', input('3.1.2', { seen: { reach: 'refused' } })],
    [
      'where the password cannot be decrypted: a login that is on is not filled in',
      input('3.1.4', { settings: { requiresSsl: false, password: 'unreadable' } }),
    ],
    ['where the user name is missing', input('3.1.5', { settings: { requiresSsl: false, userName: null } })],
    ['where the form has no such field in this console', input('4.5.5', { settings: { connectProtection: 'None' } })],
  ])('%s', (_what, given) => {
    const { remedy } = verdictOf(given);
    expect(inEnglish(remedy?.text)).toMatch(/\S\.$/);
    expect(remedy?.changes).toEqual([]);
    expect(remedy?.label).toBeUndefined();
  });

  test('a mail that is sent encrypted needs no remedy', () => {
    expect(verdictOf(input('3.1.2')).remedy).toBeUndefined();
  });
});

test('no remedy switches on what is on', () => {
  const both = [true, false];
  for (const version of ['3.0.2', '3.1.2', '3.1.5', '4.2.3', '4.5.5'])
    for (const requiresSsl of both)
      for (const authentication of both)
        for (const password of ['none', 'readable', 'unreadable', 'notKnown'] as const)
          for (const userName of [null, 'gluu@example.org'])
            for (const seen of [submission, submissions, openRelay, {}]) {
              const settings = { requiresSsl, authentication, password, userName };
              const changes = verdictOf(input(version, { settings, seen })).remedy?.changes ?? [];
              const fields = changes.map(({ field }) => field);
              if (requiresSsl) expect(fields).not.toContain('smtpRequiresSsl');
              if (authentication) expect(fields).not.toContain('smtpAuthentication');
            }
});

test('a login that is switched on says which fields are still empty', () => {
  const settings = { authentication: false, userName: null, password: 'none' } as const;
  expect(verdictOf(input('3.1.2', { settings })).remedy?.alsoNeeded).toEqual(['smtpUserName', 'smtpPassword']);
  expect(verdictOf(input('3.1.2', { settings: { authentication: false } })).remedy?.alsoNeeded).toEqual([]);
});

test('the text of a remedy follows the form of the version and names the host', () => {
  const off = { requiresSsl: false, connectProtection: 'None' } as const;
  const text = (version: string, given: Parameters<typeof input>[1]) =>
    inEnglish(verdictOf(input(version, given))).remedy?.text;
  expect(text('3.1.2', { settings: off })).toBe('Switch Requires SSL on.');
  expect(text('4.5.5', { settings: off })).toContain('SMTP Connect Protection');
  expect(text('3.0.2', { settings: off })).toContain('STARTTLS');
  expect(text('3.1.2', { seen: { ...submission, tls: modernTls } })).toContain('mail.example.org');
  expect(text('3.1.2', { seen: openRelay })).toContain('465 or 587');
});
