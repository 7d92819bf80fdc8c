import { describe, expect, test } from 'vitest';
import type { MailServerSeen } from '../../../../src-shared/model/probe';
import type { LinkState } from '../../../../src-shared/model/readiness';
import { type Given, goodMailServer, linkIn } from './healthy-facts';

const noMailServer: Given = { mailServer: null };
const tls12 = { ...goodMailServer, tlsVersions: { '1.0': false, '1.1': false, '1.2': true, '1.3': true } };

const withoutLogin: MailServerSeen = { ...goodMailServer, loggedIn: false };
const refusal = { kind: 'refused', reply: { code: 550, text: 'no' } } as const;
const refusedAtData: MailServerSeen = {
  ...goodMailServer,
  stages: [...goodMailServer.stages, { step: 'Data', ms: 1, encrypted: true, ending: refusal }],
};

describe('the reset mail, by the verdict', () => {
  test.each<[string, Given, LinkState, string]>([
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
    ['not tested', noMailServer, 'notKnown', 'has not been tested yet'],
    ['a web address as host, not tested', { ...noMailServer, smtp: { host: 'https://mail.example.org' } }, 'red', ''],
    ['a provider without TLS 1.0', { ...noMailServer, smtp: { host: 'smtp.office365.com' } }, 'red', 'TLS 1.0'],
  ])('%s', (_name, given, state, reason) => {
    const link = linkIn('resetMail', given);
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });

  test('without a test leads to it', () => {
    expect(linkIn('resetMail', noMailServer).remedy?.target).toEqual({ kind: 'action', action: 'testMail' });
  });

  test.each<[string, Given['smtp']]>([
    ['host', { host: 'other.example.org' }],
    ['port', { port: 2525 }],
    ['encryption', { requiresSsl: false }],
  ])('does not count a test of another %s', (_name, smtp = {}) => {
    const { state, reason } = linkIn('resetMail', { smtp });
    expect([state, reason]).toEqual(['notKnown', 'The mail server has not been tested yet.']);
  });

  test('counts one of the same host in other letters', () => {
    expect(linkIn('resetMail', { smtp: { host: 'MAIL.example.org' } }).state).toBe('green');
  });

  test.each<[string, Given]>([
    ['Login', { smtp: { userName: 'other@example.org' } }],
    ['Login', { mailTested: { loginMark: 'another' } }],
    ['Login', { smtp: { password: 'noSalt' } }],
    ['Login', { mailServer: withoutLogin, mailTested: { loginMark: null } }],
    ['Sender', { smtp: { fromEmail: 'other@example.org' } }],
  ])('does not count what a test showed from %s on with other values', (stage, given) => {
    const { state, reason } = linkIn('resetMail', given);
    expect([state, reason]).toEqual([
      'notKnown',
      expect.stringContaining(`From the stage “${stage}” on, the last mail test used other values. Not known: Whether`),
    ]);
  });

  test('still counts what came before: a server without TLS 1.0 refuses any login', () => {
    expect(linkIn('resetMail', { mailServer: tls12, mailTested: { loginMark: 'another' } }).state).toBe('red');
  });

  test('counts a refusal of the text only for the same text', () => {
    expect(linkIn('resetMail', { mailServer: refusedAtData }).state).toBe('red');
    expect(linkIn('resetMail', { mailServer: refusedAtData, mailTested: { fromName: 'Other' } }).state).toBe('green');
  });

  test('counts a refusal of the login only for the login that was refused', () => {
    const refused: MailServerSeen = { ...goodMailServer, login: { answer: 'refused' }, loggedIn: false };
    expect(linkIn('resetMail', { mailServer: refused }).state).toBe('red');
    expect(linkIn('resetMail', { mailServer: refused, mailTested: { loginMark: 'another' } }).state).toBe('notKnown');
  });

  test('counts one with another recipient: a reset mail has another one each time', () => {
    const asked = { ...goodMailServer.asked, to: 'somebody@example.org' };
    expect(linkIn('resetMail', { mailServer: { ...goodMailServer, asked } }).state).toBe('green');
  });

  test('a password that does not decrypt fails whatever was tested', () => {
    expect(linkIn('resetMail', { smtp: { password: 'doesNotDecrypt' } }).state).toBe('red');
  });
});

describe('authentication off, from 3.1.1 to 3.1.9: Gluu sends to its own port 25', () => {
  const off = { authentication: false, userName: null, password: 'none' } as const;

  test('instead of the host that is set, and one click helps', () => {
    const link = linkIn('resetMail', { ...noMailServer, smtp: off });
    expect(link).toMatchObject({
      state: 'red',
      reason: expect.stringContaining('localhost, port 25'),
      remedy: { target: { kind: 'field', field: 'smtpAuthentication', set: { smtpAuthentication: true } } },
    });
  });

  test('which may be what is wanted', () => {
    const link = linkIn('resetMail', {
      ...noMailServer,
      smtp: { ...off, host: 'localhost', port: 25, requiresSsl: false },
    });
    expect(link).toMatchObject({ state: 'amber', reason: expect.stringContaining('as the settings say') });
  });

  test('not so 3.0.2', () => {
    expect(linkIn('resetMail', { ...noMailServer, version: '3.0.2', smtp: off }).reason).toContain('not been tested');
  });
});

describe('what an upgrade to 4.4.1 or later leaves behind', () => {
  const upgraded = { connectProtection: null, connectProtectionStored: 'missing', requiresSsl: true } as const;

  test('no key-store: nothing is sent, whatever was tested', () => {
    const link = linkIn('resetMail', { version: '4.5.5', smtp: { connectProtection: 'StartTls', keyStore: 'null' } });
    expect(link.state).toBe('red');
    expect(link.reason).toContain('sends no mail at all, neither test nor reset');
    expect(link.advice).toContain('KeyStore File Path');
  });

  test('no connect-protection: says before any test why nothing will be encrypted', () => {
    const smtp = { ...upgraded, keyStore: 'notSet' } as const;
    const link = linkIn('resetMail', { version: '4.5.5', smtp, mailServer: null });
    expect([link.state, link.reason]).toEqual(['red', expect.stringContaining('Requires SSL is stored as on')]);
    expect(linkIn('resetMail', { version: '4.4.0', smtp, mailServer: null }).state).toBe('notKnown');
  });

  test('a test with encryption says nothing of mail without', () => {
    const smtp = { connectProtection: 'None', keyStore: 'notSet' } as const;
    expect(linkIn('resetMail', { version: '4.5.5', smtp }).state).toBe('notKnown');
    expect(linkIn('resetMail', { version: '4.4.0', smtp }).state).toBe('green');
    expect(linkIn('resetMail', { version: '4.5.5', smtp: { ...smtp, connectProtection: 'StartTls' } }).state).toBe(
      'green',
    );
  });

  test('the word of another build stops everything up to 4.5.0', () => {
    const smtp = { connectProtection: 'StartTls', connectProtectionStored: 'otherBuild', keyStore: 'notSet' } as const;
    expect(linkIn('resetMail', { version: '4.4.1', smtp }).reason).toContain('nobody can log in');
  });
});
