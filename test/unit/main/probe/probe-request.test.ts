import { describe, expect, test } from 'vitest';
import {
  ehloNameFor,
  envelopeAddress,
  newServerSeen,
  type ProbeRequest,
} from '../../../../src-main/probe/probe-request';

describe('the name given in EHLO', () => {
  test.each([
    ['console.example.org', '192.0.2.1', 'console.example.org'],
    ['laptop', '192.0.2.1', '[192.0.2.1]'],
    ['laptop', '::ffff:192.0.2.1', '[192.0.2.1]'],
    ['laptop', '2001:db8::1', '[IPv6:2001:db8::1]'],
    ['laptop', 'fe80::1%eth0', '[IPv6:fe80::1]'],
    ['192.0.2.9', '192.0.2.1', '[192.0.2.1]'],
    ['läptop.example.org', '192.0.2.1', '[192.0.2.1]'],
    ['two words.example', '192.0.2.1', '[192.0.2.1]'],
    ['laptop', undefined, '[127.0.0.1]'],
  ])('%s at %s', (own, local, name) => {
    expect(ehloNameFor(local, own)).toBe(name);
  });
});

describe('an address in the envelope', () => {
  test.each([
    ['ada@example.org', 'ada@example.org', false],
    ['ada@exämple.org', 'ada@xn--exmple-cua.org', false],
    ['"a@b"@exämple.org', '"a@b"@xn--exmple-cua.org', false],
    ['ädä@exämple.org', 'ädä@exämple.org', true],
    ['ada@[192.0.2.1]', 'ada@[192.0.2.1]', false],
  ])('%s', (typed, address, international) => {
    expect(envelopeAddress(typed)).toEqual({ address, international });
  });
});

describe('what was asked for', () => {
  const request: ProbeRequest = {
    host: 'mail.example.org',
    port: 587,
    security: 'startTls',
    until: 'recipient',
    login: { userName: 'ada', password: 'the password' },
    clearTextConsent: false,
    from: 'gluu@example.org',
    to: 'grace@example.org',
  };
  test('never holds the password', () => {
    expect(JSON.stringify(newServerSeen(request))).not.toContain('the password');
  });
  test('holds only what that stop point needs', () => {
    expect(newServerSeen(request).asked).toMatchObject({
      userName: 'ada',
      to: 'grace@example.org',
      serverName: 'mail.example.org',
    });
    expect(Object.keys(newServerSeen({ ...request, until: 'login' }).asked)).not.toContain('to');
    expect(Object.keys(newServerSeen({ ...request, until: 'connect' }).asked)).not.toContain('userName');
    expect(Object.keys(newServerSeen({ ...request, security: 'none' }).asked)).not.toContain('serverName');
  });
});
