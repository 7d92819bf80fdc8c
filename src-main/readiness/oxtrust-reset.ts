import type { LinkBaseKey } from '../../src-shared/gluu/tree-versions';
import type { NumberSeen, OxtrustSeen } from '../../src-shared/readiness/readiness-facts';
import { booleanOf, intOf } from '../gluu-ldap/jackson';
import { readJson } from '../gluu-ldap/json-text';

/**
 * Reads what concerns password reset out of `oxTrustConfApplication`, with the conversions Jackson makes. `linkBaseKey`: where
 * this version has what links begin with.
 */
export function oxtrustReset(text: string | undefined, linkBaseKey: LinkBaseKey): OxtrustSeen {
  if (text === undefined) return { kind: 'absent' };
  const json = readJson(text);
  if (!json.ok) return { kind: 'broken', why: json.why };
  const { members } = json;
  const hasText = (key: string) => typeof members.get(key) === 'string' && members.get(key) !== '';
  const linkBase = members.get(linkBaseKey);
  return {
    kind: 'read',
    reset: {
      ...(typeof linkBase === 'string' && linkBase !== '' ? { linkBase } : {}),
      expiration: seconds(members.get('passwordResetRequestExpirationTime')),
      recaptcha: {
        siteKey: hasText('recaptchaSiteKey'),
        secretKey: hasText('recaptchaSecretKey'),
        switchedOn: booleanOf(members.get('authenticationRecaptchaEnabled')) === true,
      },
    },
  };
}

function seconds(value: unknown): NumberSeen {
  if (value === undefined) return { kind: 'absent' };
  const number = intOf(value);
  return number === undefined ? { kind: 'unreadable' } : { kind: 'number', value: number };
}
