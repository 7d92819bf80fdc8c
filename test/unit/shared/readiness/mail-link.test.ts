import { describe, expect, it, test } from 'vitest';
import type { LinkState } from '../../../../src-shared/model/readiness';
import { type Given, goodMailServer, linkIn } from './healthy-facts';

const noMailServer: Given = { mailServer: null };
const tls12 = { ...goodMailServer, tlsVersions: { '1.0': false, '1.1': false, '1.2': true, '1.3': true } };

describe('the reset mail, by the verdict', () => {
  it.each<[string, Given, LinkState, string]>([
    ['will send', {}, 'green', ''],
    ['a relay that wants TLS 1.2', { mailServer: tls12 }, 'red', 'TLS 1.0'],
    ['no settings', { stores: { kebabCase: { kind: 'absent' } } }, 'red', 'no settings'],
    ['an empty host', { smtp: { host: '' } }, 'red', 'SMTP Host is empty'],
    [
      'port 465 without encryption, not tested',
      { ...noMailServer, smtp: { port: 465, requiresSsl: false } },
      'red',
      '465',
    ],
    ['not tested', noMailServer, 'notKnown', 'not tested yet'],
    ['a web address as host, not tested', { ...noMailServer, smtp: { host: 'https://mail.example.org' } }, 'red', ''],
    ['a provider without TLS 1.0', { ...noMailServer, smtp: { host: 'smtp.office365.com' } }, 'red', 'TLS 1.0'],
  ])('%s', (_name, given, state, reason) => {
    const link = linkIn('resetMail', given);
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });

  it('without a test leads to it', () => {
    expect(linkIn('resetMail', noMailServer).remedy?.target).toEqual({ kind: 'action', action: 'testMail' });
  });

  it.each<[string, Given['smtp']]>([
    ['host', { host: 'other.example.org' }],
    ['port', { port: 2525 }],
    ['encryption', { requiresSsl: false }],
  ])('does not count a test of another %s', (_name, smtp = {}) => {
    const { state, reason } = linkIn('resetMail', { smtp });
    expect([state, reason]).toEqual(['notKnown', 'The mail server was not tested yet.']);
  });

  it('counts one of the same host in other letters', () => {
    expect(linkIn('resetMail', { smtp: { host: 'MAIL.example.org' } }).state).toBe('green');
  });

  test('a password whose salt is not known is the matter of its own link', () => {
    expect(linkIn('resetMail', { smtp: { password: 'noSalt' } }).state).toBe('green');
    expect(linkIn('resetMail', { smtp: { password: 'doesNotDecrypt' } }).state).toBe('red');
  });
});

describe('authentication off, from 3.1.1 to 3.1.9: Gluu sends to its own port 25', () => {
  const off = { authentication: false, userName: null, password: 'none' } as const;

  it('instead of the host that is set, and one click helps', () => {
    const link = linkIn('resetMail', { ...noMailServer, smtp: off });
    expect(link).toMatchObject({
      state: 'red',
      reason: expect.stringContaining('localhost, port 25'),
      remedy: { target: { kind: 'field', field: 'smtpAuthentication', set: { smtpAuthentication: true } } },
    });
  });

  it('which may be what is wanted', () => {
    const link = linkIn('resetMail', {
      ...noMailServer,
      smtp: { ...off, host: 'localhost', port: 25, requiresSsl: false },
    });
    expect(link).toMatchObject({ state: 'amber', reason: expect.stringContaining('as is set') });
  });

  it('not so 3.0.2', () => {
    expect(linkIn('resetMail', { ...noMailServer, version: '3.0.2', smtp: off }).reason).toContain('not tested');
  });
});
