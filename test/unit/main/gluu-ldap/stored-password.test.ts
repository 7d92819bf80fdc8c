import { describe, expect, test } from 'vitest';
import { judgePassword, loginMark, openPassword } from '../../../../src-main/gluu-ldap/stored-password';
import { encrypt } from '../../../../src-main/gluu-ldap/string-encrypter';
import { exactly } from '../../../../src-shared/gluu/versions';
import { salt } from '../../../support/cipher-vectors';

type Held = NonNullable<Parameters<typeof judgePassword>[1]>;
const proved: Held = { salt, proof: { kind: 'proved', by: ['idpBindPassword'] } };
const unproved: Held = { salt, proof: { kind: 'unproved', why: { kind: 'noEntry' } } };
const foreign = encrypt('secret', '0123456789abcdef01234567');
const once = encrypt('secret', salt);
const twice = encrypt(once, salt);
const judged = (stored: string, version: string, held = proved) => judgePassword(stored, held, exactly(version));

describe('a password that does not decrypt', () => {
  test.each([
    ['2.4.4', 'usedAsStored'],
    ['3.0.3', 'usedAsStored'],
    ['3.1.0', 'doesNotDecrypt'],
    ['3.1.2', 'doesNotDecrypt'],
    ['4.5.5', 'doesNotDecrypt'],
  ])('%s: %s', (version, expected) => {
    expect(judged(foreign, version).password).toBe(expected);
    expect(judged('plain text', version).password).toBe(expected);
  });

  test('is the password itself up to 3.0.3, and its mark that of what is sent', () => {
    expect(openPassword('plain text', proved, exactly('2.4.4'))).toBe('plain text');
    expect(openPassword(foreign, proved, exactly('3.0.3'))).toBe(foreign);
    expect(judged('plain text', '3.0.3').passwordMark).toBe(loginMark('plain text'));
    expect(judged('*****', '3.0.3').passwordIsMask).toBe(true);
    expect(openPassword(once, proved, exactly('3.0.3'))).toBe('secret');
  });

  test('is refused from 3.1.0 on, and wherever the salt may be the wrong one', () => {
    expect(() => openPassword('plain text', proved, exactly('3.1.0'))).toThrow(
      expect.objectContaining({ code: 'smtp.passwordUnreadable' }),
    );
    expect(() => openPassword('plain text', unproved, exactly('2.4.4'))).toThrow(
      expect.objectContaining({ code: 'smtp.passwordUnopened' }),
    );
    expect(judged('plain text', '2.4.4', unproved).password).toBe('doesNotDecryptUnproved');
    expect(judgePassword('plain text', undefined, exactly('2.4.4')).password).toBe('noSalt');
  });
});

describe('a password that decrypts to what decrypts again', () => {
  test.each(['3.1.0', '3.1.1', '3.1.2', '4.5.5'])('%s: is layered, and opened once, as Gluu does', (version) => {
    expect(judged(twice, version)).toMatchObject({ password: 'layered', passwordMark: loginMark(once) });
    expect(judged(encrypt(twice, salt), version).password).toBe('layered');
    expect(openPassword(twice, proved, exactly(version))).toBe(once);
  });

  test.each(['secret', 'c2VjcmV0IQ==', 'AAAAAAAAAAA=', `${'A'.repeat(5000)}`, foreign])('is not: %s', (plain) =>
    expect(judged(encrypt(plain, salt), '3.1.1').password).toBe('decrypts'),
  );

  test('says nothing with a salt that is not proved', () => {
    expect(judged(twice, '3.1.1', unproved).password).toBe('decryptsUnproved');
  });
});
