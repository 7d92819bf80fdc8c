import { describe, expect, test } from 'vitest';
import { isLoopback } from '../../../../src-shared/model/host';
import { type Given, saidBy } from './lint-form';

const host = (smtpHost: string): Given => ({ values: { smtpHost } });

describe('L01, not a host', () => {
  test.each([
    ['https://mail.example.org/', { smtpHost: 'mail.example.org' }],
    ['smtp://user@mail.example.org:587', { smtpHost: 'mail.example.org', smtpPort: 587 }],
    ['mail.example.org:465', { smtpHost: 'mail.example.org', smtpPort: 465 }],
    ['mail. example.org', { smtpHost: 'mail.example.org' }],
    ['[2001:db8::1]:25', { smtpHost: '2001:db8::1', smtpPort: 25 }],
    ['mail.example.org:99999', { smtpHost: 'mail.example.org' }],
  ])('%s gives a host in one click', (typed, set) => {
    expect(saidBy('L01', '3.1.2', host(typed))).toMatchObject({ field: 'smtpHost', severity: 'bad', remedy: { set } });
  });

  test.each(['gluu@example.org', '-mail', 'mail example', '!!'])('%s is reported, and nothing is guessed', (typed) => {
    const finding = saidBy('L01', '3.1.2', host(typed));
    expect(finding?.sentence).not.toBe('');
    expect(finding?.remedy).toBeUndefined();
  });

  test.each(['', 'mail.example.org', 'mail', '192.0.2.7', '2001:db8::1', 'bücher.example'])('%s is let be', (typed) => {
    expect(saidBy('L01', '3.1.2', host(typed))).toBeUndefined();
  });
});

describe('L06, a provider', () => {
  test.each([
    ['3.1.2', 'bad', 'TLS 1.0'],
    ['4.2.3', 'bad', 'TLS 1.0'],
    ['4.3.0', 'warn', 'SMTP AUTH'],
    ['4.5.5', 'warn', 'SMTP AUTH'],
  ])('that refuses TLS 1.0, in %s', (version, severity, said) => {
    const finding = saidBy('L06', version, host('SMTP.office365.com.'));
    expect(finding).toMatchObject({ severity, sentence: expect.stringContaining(said) });
  });

  test('that refuses a password, only with a login', () => {
    expect(saidBy('L06', '3.1.2', host('smtp.gmail.com'))).toMatchObject({ severity: 'warn' });
    expect(saidBy('L06', '3.1.2', host('smtp-mail.outlook.com'))).toMatchObject({ severity: 'bad' });
    const withoutLogin: Given = { values: { smtpHost: 'smtp.gmail.com', smtpAuthentication: false } };
    expect(saidBy('L06', '4.5.5', withoutLogin)).toBeUndefined();
  });

  test('is not seen in names that only look alike', () => {
    expect(saidBy('L06', '3.1.2', host('mysmtp.office365.com.example'))).toBeUndefined();
    expect(saidBy('L06', '3.1.2', host('xsmtp.gmail.com'))).toBeUndefined();
    expect(saidBy('L06', '3.1.2')).toBeUndefined();
  });

  test('comes from another list where one is given', () => {
    const providers = [{ name: 'Ours', hosts: ['example.org'], refusesTls10: { since: '2020', source: 'us' } }];
    expect(saidBy('L06', '3.1.2', { providers })?.sentence).toContain('Ours');
    expect(saidBy('L06', '3.1.2', { ...host('smtp.office365.com'), providers })).toBeUndefined();
  });
});

test('L15: localhost is another machine for each', () => {
  for (const name of ['localhost', 'LOCALHOST.', 'mail.localhost', '127.0.0.1', '127.1.2.3', '::1']) {
    expect(saidBy('L15', '3.1.2', host(name)), name).toMatchObject({ severity: 'info', field: 'smtpHost' });
    expect(isLoopback(name)).toBe(true);
  }
  for (const name of ['', 'mail.example.org', 'localhost.example.org', '128.0.0.1', '::2']) {
    expect(saidBy('L15', '3.1.2', host(name)), name).toBeUndefined();
  }
});
