import { describe, expect, test } from 'vitest';
import type { LinkState } from '../../../../src-shared/model/readiness';
import { type Given, linkIn, settings } from './healthy-facts';

describe('reset enabled', () => {
  test.each<[string, string[], LinkState]>([
    ['3.1.2', ['enabled'], 'green'],
    ['3.1.2', ['true'], 'green'],
    ['3.1.2', ['active'], 'green'],
    ['2.4.3', ['active'], 'red'],
    ['3.1.2', ['disabled'], 'red'],
    ['3.1.2', [], 'red'],
    ['3.1.2', ['Enabled'], 'red'],
    ['3.1.2', ['TRUE'], 'red'],
    ['3.1.2', ['yes'], 'red'],
    ['3.1.2', ['enabled', 'disabled'], 'notKnown'],
    ['3.1.2', ['enabled', 'true'], 'green'],
    ['4.0', ['TRUE'], 'green'],
    ['4.5.5', ['true'], 'green'],
    ['4.5.5', ['True'], 'green'],
    ['4.5.5', ['FALSE'], 'red'],
    ['4.5.5', ['enabled'], 'red'],
    ['4.5.5', [], 'red'],
    ['4.5.5', ['TRUE', 'true'], 'green'],
    ['4.5.5', ['TRUE', 'FALSE'], 'notKnown'],
  ])('%s, %j: %s', (version, resetAllowed, state) => {
    expect(linkIn('resetEnabled', { version, resetAllowed }).state).toBe(state);
  });

  test('says that another spelling is not recognised', () => {
    expect(linkIn('resetEnabled', { resetAllowed: ['Enabled'] }).reason).toContain(
      'does not recognize the stored value',
    );
    const inLdap = (word: string) => linkIn('resetEnabled', { version: '4.2.2', resetAllowed: [word] }).reason;
    expect(inLdap('enabled')).toBe('The stored value is neither TRUE nor FALSE. Gluu treats it as disabled.');
    expect(inLdap('False')).toBe('Disabled.');
  });
});

describe('SMTP complete', () => {
  test.each<[string, string, Given, LinkState, string]>([
    ['3.1.2', 'everything', {}, 'green', 'Complete: mail.example.org:587, with authentication.'],
    ['3.1.2', 'host null', { smtp: { host: null } }, 'red', 'SMTP Host'],
    ['3.1.2', 'host empty, which enabled() takes', { smtp: { host: '' } }, 'red', 'an empty text'],
    ['3.1.2', 'port 0', { smtp: { port: 0 } }, 'red', 'SMTP Port'],
    ['3.0.2', 'port attribute missing', { smtp: { port: null } }, 'red', 'SMTP Port'],
    ['3.0.2', 'port attribute 0, which is not null', { smtp: { port: 0 } }, 'green', ''],
    ['3.1.2', 'no user name', { smtp: { userName: null } }, 'red', 'SMTP User Name'],
    ['3.1.2', 'no password', { smtp: { password: 'none' } }, 'red', 'SMTP Password'],
    [
      '3.1.2',
      'neither, without authentication',
      { smtp: { authentication: false, userName: null, password: 'none' } },
      'green',
      'without authentication',
    ],
    ['3.1.2', 'a password that does not decrypt', { smtp: { password: 'doesNotDecrypt' } }, 'green', ''],
    ['3.1.1', 'a password that does not decrypt', { smtp: { password: 'doesNotDecrypt' } }, 'red', 'SMTP Password'],
    ['3.1.0', 'a password that does not decrypt', { smtp: { password: 'doesNotDecrypt' } }, 'red', 'SMTP Password'],
    ['3.0.3', 'a password that does not decrypt', { smtp: { password: 'usedAsStored' } }, 'green', ''],
    ['4.5.5', 'isValid(): host null', { smtp: { host: null } }, 'red', 'SMTP Host'],
    ['4.5.5', 'isValid(): port 0', { smtp: { port: 0 } }, 'red', 'SMTP Port'],
    ['4.0', 'isValid(): no user name', { smtp: { userName: null } }, 'red', 'SMTP User Name'],
    ['4.0', 'isValid(): no password', { smtp: { password: 'none' } }, 'red', 'SMTP Password'],
    ['4.5.5', 'isValid(): one that does not decrypt', { smtp: { password: 'doesNotDecrypt' } }, 'green', ''],
  ])('%s, %s', (version, _name, given, state, reason) => {
    const link = linkIn('smtpComplete', { version, ...given });
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });

  test.each([
    ['3.0.2', 'attributes'],
    ['3.1.1', 'attributes'],
    ['3.1.2', 'kebabCase'],
    ['3.1.9', 'kebabCase'],
  ])('%s reads %s and nothing else', (version, store) => {
    const absent = { kind: 'absent' } as const;
    const stores = { attributes: absent, camelCase: absent, kebabCase: absent };
    expect(linkIn('smtpComplete', { version, stores }).state).toBe('red');
    const read = { kind: 'read', settings } as const;
    expect(linkIn('smtpComplete', { version, stores: { ...stores, [store]: read } }).state).toBe('green');
  });

  test.each(['3.0.2', '3.1.2'])('%s: a broken JSON text breaks the whole entry', (version) => {
    const stores = { kebabCase: { kind: 'broken', why: 'It is not valid JSON.' } } as const;
    const link = linkIn('smtpComplete', { version, stores });
    expect(link).toMatchObject({ state: 'red', reason: expect.stringContaining('It is not valid JSON.') });
  });
});

describe('password', () => {
  test.each<[Given['smtp'], LinkState, string]>([
    [{}, 'green', 'Decrypts'],
    [{ authentication: false, password: 'none' }, 'green', 'Not needed'],
    [{ password: 'none' }, 'red', 'No password is stored'],
    [{ password: 'doesNotDecrypt' }, 'red', 'so Gluu sends none and the login fails.'],
    [{ password: 'decryptsNonAscii' }, 'amber', 'garbled'],
    [{ password: 'decryptsGarbled' }, 'amber', 'Only Gluu 4.2.3 still reads the right password.'],
    [{ password: 'decryptsDamaged' }, 'amber', 'damaged text'],
    [{ password: 'layered' }, 'red', 'decrypts to a text that decrypts again'],
    [{ password: 'usedAsStored' }, 'amber', 'logs in with the stored text itself'],
    [{ password: 'usedAsStored', passwordIsMask: true }, 'red', 'stars or dots'],
    [{ passwordIsMask: true }, 'red', 'stars or dots'],
    [{ password: 'noSalt' }, 'notKnown', 'salt is not known'],
    [{ password: 'wrongSalt' }, 'notKnown', 'is not known'],
    [{ password: 'doesNotDecryptUnproved' }, 'notKnown', 'one of the two does not belong to this server'],
    [{ password: 'decryptsUnproved' }, 'notKnown', 'Decrypts with the salt kept here.'],
    [{ password: 'decryptsUnproved', passwordIsMask: true }, 'red', 'stars or dots'],
  ])('%j: %s', (smtp = {}, state, reason) => {
    const link = linkIn('smtpPassword', { smtp });
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });

  test('asks for the salt where that is what is missing', () => {
    const { remedy } = linkIn('smtpPassword', { smtp: { password: 'noSalt' } });
    expect(remedy?.target).toEqual({ kind: 'action', action: 'enterSalt' });
  });

  test.each(['decryptsUnproved', 'doesNotDecryptUnproved'] as const)(
    'wants a salt looked at that cannot be proved: %s',
    (password) => {
      const { remedy } = linkIn('smtpPassword', { smtp: { password } });
      expect(remedy).toEqual({ label: 'Look at the salt', target: { kind: 'action', action: 'enterSalt' } });
    },
  );

  test('wants the salt corrected, never the password replaced, where the salt is the wrong one', () => {
    const by = ['idpBindPassword'] as const;
    const link = linkIn('smtpPassword', {
      smtp: { password: 'wrongSalt' },
      salt: { kind: 'contradicted', by: [...by], opened: [] },
    });
    expect(link.remedy).toEqual({ label: 'Correct the salt', target: { kind: 'action', action: 'enterSalt' } });
    expect(link.reason).toContain('belongs to another server or installation');
    expect(link.reason).not.toMatch(/replace/i);
  });

  test('3.1.1 sends with the copy, whatever the attributes hold', () => {
    const copy = { kind: 'read', settings: { ...settings, password: 'doesNotDecrypt' } } as const;
    expect(linkIn('smtpPassword', { version: '3.1.1', stores: { camelCase: copy } }).state).toBe('red');
    expect(linkIn('smtpPassword', { version: '3.1.0', stores: { camelCase: copy } }).state).toBe('green');
  });

  test.each([
    ['absent', { kind: 'absent' } as const, 'no SMTP settings are stored'],
    ['broken', { kind: 'broken', why: 'It is no JSON.' } as const, 'cannot be read'],
  ])('is not said to be unneeded where the settings are %s', (_name, stored, reason) => {
    const stores = { attributes: stored, camelCase: stored, kebabCase: stored };
    for (const version of ['3.1.1', '3.1.2', '3.1.9']) {
      const link = linkIn('smtpPassword', { version, stores });
      expect([link.state, link.reason]).toEqual(['notKnown', expect.stringContaining(reason)]);
    }
  });
});

describe('From address', () => {
  test.each<[Given['smtp'], LinkState]>([
    [{}, 'green'],
    [{ fromEmail: null }, 'red'],
    [{ fromEmail: '' }, 'red'],
    [{ fromEmail: 'nobody' }, 'red'],
    [{ fromEmail: null, host: null }, 'red'],
    [{ fromEmail: 'nobody', host: null }, 'red'],
    [{ fromEmail: 'gluu@other.example' }, 'amber'],
    [{ fromName: 'Müller, Example' }, 'amber'],
  ])('%j: %s', (smtp = {}, state) => {
    expect(linkIn('fromAddress', { smtp }).state).toBe(state);
  });

  test('offers the login as the sender in one click', () => {
    const { remedy } = linkIn('fromAddress', { smtp: { fromEmail: 'gluu@other.example' } });
    expect(remedy).toEqual({
      label: 'Send as gluu@example.org',
      target: { kind: 'field', tab: 'smtp', field: 'smtpFromEmail', set: { smtpFromEmail: 'gluu@example.org' } },
    });
  });
});
