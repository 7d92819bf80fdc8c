import { expect, test } from 'vitest';
import { exactly, LATER } from '../../../../src-shared/gluu/versions';
import { securityIn } from '../../../../src-shared/verdict/form-security';

const both = { requiresSsl: true, connectProtection: 'None', port: 587 } as const;

test.each([
  ['2.4.4', both, 'startTls'],
  ['4.4.0', both, 'startTls'],
  ['4.4.0', { ...both, port: 465 }, 'tls'],
  ['4.4.0', { ...both, requiresSsl: false, connectProtection: 'SslTls' }, 'none'],
  ['4.4.1', both, 'none'],
  ['4.4.1', { ...both, connectProtection: 'StartTls', port: 465 }, 'startTls'],
  ['4.5.5', { ...both, connectProtection: 'SslTls' }, 'tls'],
  ['4.5.5', { ...both, connectProtection: null, connectProtectionStored: 'missing' }, 'none'],
  ['4.5.5', { ...both, connectProtection: 'StartTls', connectProtectionStored: 'otherBuild' }, 'none'],
] as const)('%s, %j: %s', (version, settings, security) => {
  expect(securityIn(exactly(version), settings)).toBe(security);
});

test('a span counts by its newest version, an unknown version by Requires SSL', () => {
  expect(securityIn({ least: '4.4.1', most: LATER }, both)).toBe('none');
  expect(securityIn(exactly('5.0'), both)).toBe('startTls');
});
