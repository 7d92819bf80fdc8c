import type { NumberSeen, OxtrustSeen } from '../../src-shared/readiness/readiness-facts';
import { readJson } from '../gluu-ldap/json-text';

/** Reads what concerns password reset out of `oxTrustConfApplication`, with the conversions Jackson makes. */
export function oxtrustReset(text: string | undefined): OxtrustSeen {
  if (text === undefined) return { kind: 'absent' };
  const json = readJson(text);
  if (!json.ok) return { kind: 'broken', why: json.why };
  const { members } = json;
  const hasText = (key: string) => typeof members.get(key) === 'string' && members.get(key) !== '';
  const switched = members.get('authenticationRecaptchaEnabled');
  const linkBase = members.get('applianceUrl');
  return {
    kind: 'read',
    reset: {
      ...(typeof linkBase === 'string' && linkBase !== '' ? { linkBase } : {}),
      expiration: wholeNumber(members.get('passwordResetRequestExpirationTime')),
      recaptcha: {
        siteKey: hasText('recaptchaSiteKey'),
        secretKey: hasText('recaptchaSecretKey'),
        switchedOn: switched === true || switched === 'true' || (typeof switched === 'number' && switched !== 0),
      },
    },
  };
}

/** An int as Jackson 1.9.13 reads it: null and blank are 0, a text of digits is its number, fractions are cut. */
function wholeNumber(value: unknown): NumberSeen {
  if (value === undefined) return { kind: 'absent' };
  if (value === null || (typeof value === 'string' && value.trim() === '')) return { kind: 'number', value: 0 };
  const readable = typeof value === 'number' || (typeof value === 'string' && /^[+-]?\d+$/.test(value.trim()));
  const number = readable ? Math.trunc(Number(value)) : Number.NaN;
  const int = number | 0; // the 32 bits of Java's int; Jackson throws for more
  return int === number ? { kind: 'number', value: int } : { kind: 'unreadable' };
}
