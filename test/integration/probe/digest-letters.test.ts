import { expect, test } from 'vitest';
import { verdictOnOdd } from './verdict-on-odd';

const challenge = 'realm="mail.test",nonce="0123456789",qop="auth"';
const offered = { ehlo: ['250-mail.test', '250 AUTH DIGEST-MD5'] };
const withoutUtf8 = { ...offered, authSteps: { 'DIGEST-MD5': { challenge } } };
const withUtf8 = { ...offered, authSteps: { 'DIGEST-MD5': { challenge: `${challenge},charset=utf-8` } } };

test.each([
  // Without UTF-8 named, the low byte of each letter is hashed, by every release.
  ['4.5.5', 'text', 'sendsInClear', 'V10'],
  ['4.4.0', 'text', 'sendsInClear', 'V10'],
  ['4.2.3', 'text', 'sendsInClear', 'V10'],
  // What the decrypter of old makes of the stored password are the bytes of UTF-8.
  ['3.1.2', 'text', 'fails', 'V52'],
  ['3.1.2', 'notUtf8', 'sendsInClear', 'V10'],
  ['4.5.5', 'notUtf8', 'fails', 'V52'],
] as const)(
  'DIGEST-MD5 without UTF-8, letters outside ASCII, Gluu %s, stored as %s',
  async (version, letters, outcome, ruleId) => {
    const verdict = await verdictOnOdd(withoutUtf8, { version, letters, password: 'pässwörd' });
    expect(verdict).toMatchObject({ outcome, ruleId });
  },
);

test.each([
  ['4.5.5', 'fails'],
  ['4.2.3', 'fails'],
  ['3.1.2', 'cannotKnow'],
] as const)('the same refused: Gluu %s', async (version, outcome) => {
  const about = { password: 'pässwörd', typed: 'pässword', letters: 'text' as const };
  expect(await verdictOnOdd(withoutUtf8, { ...about, version })).toMatchObject({ outcome });
});

test.each([
  ['4.5.5', 'sendsInClear'],
  ['4.2.3', 'fails'],
  ['3.1.2', 'sendsInClear'],
] as const)('DIGEST-MD5 with UTF-8, letters outside ASCII: Gluu %s', async (version, outcome) => {
  expect(await verdictOnOdd(withUtf8, { version, letters: 'text', password: 'pässwörd' })).toMatchObject({ outcome });
});
