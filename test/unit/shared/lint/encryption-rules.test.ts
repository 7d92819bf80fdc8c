import { describe, expect, test } from 'vitest';
import { type Given, saidBy } from './lint-form';

describe('L02, port 465 without TLS', () => {
  const off: Given = { values: { smtpPort: 465, smtpRequiresSsl: false }, connectProtection: 'None' };
  const on: Given = { values: { smtpPort: 465, smtpRequiresSsl: true }, connectProtection: 'SslTls' };

  test.each(['3.1.1', '3.1.2', '3.1.9', '4.0', '4.4.0'])('hangs in %s, and one switch cures it', (version) => {
    expect(saidBy('L02', version, off)).toMatchObject({
      field: 'smtpPort',
      severity: 'bad',
      remedy: { set: { smtpRequiresSsl: true } },
    });
    expect(saidBy('L02', version, on)).toBeUndefined();
  });

  test('hangs up to 3.1.0 with Requires SSL too', () => {
    expect(saidBy('L02', '3.1.0', on)?.remedy?.set).toEqual({ smtpPort: 587, smtpRequiresSsl: true });
    expect(saidBy('L02', '3.1.1', on)).toBeUndefined();
  });

  test('goes by SMTP Connect Protection from 4.4.1 on', () => {
    const noneDespiteSwitch: Given = { ...off, values: { smtpPort: 465, smtpRequiresSsl: true } };
    expect(saidBy('L02', '4.4.0', noneDespiteSwitch)).toBeUndefined();
    expect(saidBy('L02', '4.4.1', noneDespiteSwitch)?.sentence).toContain('SMTP Connect Protection');
    expect(saidBy('L02', '4.4.1', { ...off, connectProtection: 'StartTls' })).toBeUndefined();
  });

  test('is no matter on other ports', () => {
    expect(saidBy('L02', '3.1.2', { values: { smtpPort: 587, smtpRequiresSsl: false } })).toBeUndefined();
  });
});

test.each([
  ['4.4.0', 587, 'SslTls', false],
  ['4.4.1', 587, 'SslTls', true],
  ['4.5.5', 25, 'SslTls', true],
  ['4.5.5', 465, 'SslTls', false],
  ['4.5.5', 587, 'StartTls', false],
  ['3.1.2', 587, 'SslTls', false],
] as const)('L03: TLS from the start, version %s, port %d, %s: %s', (version, smtpPort, connectProtection, fires) => {
  const finding = saidBy('L03', version, { values: { smtpPort }, connectProtection });
  expect(finding?.severity).toBe(fires ? 'bad' : undefined);
});

describe('L04, no authentication', () => {
  const off = (smtpHost: string, smtpPort: number): Given => ({
    values: { smtpHost, smtpPort, smtpAuthentication: false },
  });

  test.each([
    ['3.1.0', false],
    ['3.1.1', true],
    ['3.1.2', true],
    ['3.1.9', true],
    ['4.1.3', true],
    ['4.2.0', false],
  ])('in %s: %s', (version, fires) => {
    expect(saidBy('L04', version, off('mail.example.org', 25))?.sentence.includes('localhost:25')).toBe(
      fires || undefined,
    );
  });

  test('is cured by one switch', () => {
    expect(saidBy('L04', '3.1.2', off('mail.example.org', 25))?.remedy?.set).toEqual({ smtpAuthentication: true });
  });

  test('is no matter where localhost:25 is meant, or nothing yet', () => {
    expect(saidBy('L04', '3.1.2', off('localhost', 25))).toBeUndefined();
    expect(saidBy('L04', '3.1.2', off('localhost', 587))).toBeDefined();
    expect(saidBy('L04', '3.1.2', off('', 25))).toBeUndefined();
    expect(saidBy('L04', '3.1.2')).toBeUndefined();
  });
});

describe('L05, a readable password', () => {
  const off: Given = { values: { smtpRequiresSsl: false }, connectProtection: 'None' };
  test.each(['2.4', '3.1.2', '4.4.0'])('goes by Requires SSL in %s', (version) => {
    expect(saidBy('L05', version, off)).toMatchObject({ severity: 'warn', remedy: { set: { smtpRequiresSsl: true } } });
    expect(saidBy('L05', version, { ...off, values: { smtpRequiresSsl: true } })).toBeUndefined();
  });
  test('goes by SMTP Connect Protection from 4.4.1 on', () => {
    expect(saidBy('L05', '4.4.1', { connectProtection: 'None' })?.remedy).toBeUndefined();
    expect(saidBy('L05', '4.4.1', { connectProtection: null })).toBeDefined();
    expect(saidBy('L05', '4.4.1', { ...off, connectProtection: 'StartTls' })).toBeUndefined();
  });
  test('is no matter without a login, or inside one machine', () => {
    expect(saidBy('L05', '3.1.2', { values: { smtpRequiresSsl: false, smtpAuthentication: false } })).toBeUndefined();
    expect(saidBy('L05', '3.1.2', { values: { smtpRequiresSsl: false, smtpHost: '127.0.0.1' } })).toBeUndefined();
  });
});

test.each([
  ['3.1.2', true, true],
  ['4.4.0', true, true],
  ['4.4.1', true, false],
  ['3.1.2', false, false],
])('L13: Trust Server in %s, on %s: %s', (version, smtpTrustServer, fires) => {
  const finding = saidBy('L13', version, { values: { smtpTrustServer } });
  expect(finding?.remedy?.set).toEqual(fires ? { smtpTrustServer: false } : undefined);
});

test.each([
  ['4.4.0', true, undefined],
  ['4.4.1', true, 'warn'],
  ['4.5.5', true, 'warn'],
  ['4.5.5', false, undefined],
])('L14: a key store in %s, set %s: %s', (version, keyStore, severity) => {
  expect(saidBy('L14', version, { keyStore })?.severity).toBe(severity);
});
