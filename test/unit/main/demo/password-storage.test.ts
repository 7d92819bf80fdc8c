import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { passwordMatches, storePassword } from '../../../../src-main/demo/password-storage';

const bytes = (text: string) => Buffer.from(text);

describe('stored passwords', () => {
  test.each(['secret', 'pässwörd €', ' ', 'a\0b'])('keep %j so that only it matches', (password) => {
    const stored = storePassword(bytes(password));
    expect(stored.toString()).toMatch(/^\{SSHA512\}[A-Za-z0-9+/]+=*$/);
    expect(stored.includes(password)).toBe(false);
    expect(passwordMatches(stored, bytes(password))).toBe(true);
    expect(passwordMatches(stored, bytes(`${password}x`))).toBe(false);
  });

  test('are salted: the same password is never stored the same way', () => {
    expect(storePassword(bytes('secret'))).not.toEqual(storePassword(bytes('secret')));
  });

  test('that name a scheme already are kept as they are', () => {
    const salt = bytes('salt');
    const digest = createHash('sha1').update('secret').update(salt).digest();
    const stored = bytes(`{SSHA}${Buffer.concat([digest, salt]).toString('base64')}`);
    expect(storePassword(stored)).toEqual(stored);
    expect(passwordMatches(stored, bytes('secret'))).toBe(true);
    expect(passwordMatches(stored, bytes('Secret'))).toBe(false);
  });

  test.each(['secret', '{CRYPT}secret', '{SSHA512}', '{SSHA512}c2hvcnQ=', '{__proto__}secret'])(
    'match nothing where the scheme is not known or the value is broken: %s',
    (stored) => {
      expect(passwordMatches(bytes(stored), bytes('secret'))).toBe(false);
    },
  );
});
