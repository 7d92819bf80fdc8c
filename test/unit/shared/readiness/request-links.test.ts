import { describe, expect, test } from 'vitest';
import type { LinkState } from '../../../../src-shared/model/readiness';
import type { NumberSeen, OxtrustReset } from '../../../../src-shared/readiness/readiness-facts';
import { type Given, linkIn } from './healthy-facts';

describe('reCAPTCHA', () => {
  const captcha = (siteKey: boolean, secretKey: boolean, switchedOn: boolean): OxtrustReset['recaptcha'] => ({
    siteKey,
    secretKey,
    switchedOn,
  });
  test.each<[string, OxtrustReset['recaptcha'], LinkState, RegExp]>([
    ['2.4.2', captcha(true, true, true), 'green', /does not have it/],
    ['3.1.3', captcha(true, true, false), 'green', /^On/],
    ['3.1.4', captcha(true, true, false), 'green', /^Off/],
    ['3.1.4', captcha(true, true, true), 'green', /^On/],
    ['3.1.3', captcha(false, false, true), 'green', /^Off/],
    ['3.1.4', captcha(false, false, true), 'amber', /both keys are empty/],
    ['3.1.3', captcha(true, false, false), 'amber', /recaptchaSiteKey is set/],
    ['3.1.4', captcha(false, true, true), 'amber', /recaptchaSecretKey is set/],
    ['3.1.4', captcha(false, true, false), 'green', /^Off/],
    ['4.0', captcha(true, true, false), 'green', /^Off/],
    ['4.5.5', captcha(true, true, true), 'green', /^On/],
    ['4.5.5', captcha(true, false, true), 'amber', /recaptchaSiteKey is set/],
  ])('%s, %j: %s', (version, recaptcha, state, reason) => {
    const link = linkIn('recaptcha', { version, reset: { recaptcha } });
    expect([link.state, link.reason]).toEqual([state, expect.stringMatching(reason)]);
  });
});

describe('the branch of requests', () => {
  test.each<[Given, LinkState, string]>([
    [{}, 'green', 'Gluu creates it'],
    [{ requests: { kind: 'present', count: 0, more: false } }, 'green', 'No requests.'],
    [{ requests: { kind: 'present', count: 1, more: false } }, 'green', '1 request.'],
    [{ requests: { kind: 'present', count: 500, more: true } }, 'green', 'More than 500 requests.'],
    [{ requests: { kind: 'unread', failure: { code: 'ldap.rights' } } }, 'notKnown', 'could not be read'],
    [{ version: '3.0.1' }, 'red', 'every link is dead'],
    [{ version: '4.2.3', requests: { kind: 'present', count: 3, more: false, unending: 3 } }, 'green', '3 requests.'],
    [{ version: '4.3.0', requests: { kind: 'present', count: 3, more: false, unending: 0 } }, 'green', '3 requests.'],
    [
      { version: '4.3.0', requests: { kind: 'present', count: 3, more: false, unending: 1 } },
      'amber',
      '3 requests. 1 of them never expires for Gluu: it has no exp',
    ],
    [
      { version: '4.5.5', requests: { kind: 'present', count: 3, more: false, unending: 2 } },
      'amber',
      '2 of them never expire for Gluu',
    ],
    [{ version: '3.0.2' }, 'green', 'Gluu creates it'],
  ])('%j: %s', (given, state, reason) => {
    const link = linkIn('requestBranch', given);
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });
});

describe('expiry', () => {
  const seconds = (value: number): NumberSeen => ({ kind: 'number', value });
  test.each<[string, NumberSeen, LinkState, string]>([
    ['3.0.2', { kind: 'absent' }, 'green', '2 hours'],
    ['3.1.3', { kind: 'absent' }, 'green', '2 hours'],
    ['3.1.3', seconds(600), 'green', 'ignores the time'],
    ['3.1.3', seconds(0), 'green', '2 hours'],
    ['3.1.4', { kind: 'absent' }, 'red', 'is missing, as it is after an upgrade'],
    ['3.1.4', seconds(0), 'red', 'is 0'],
    ['3.1.9', seconds(-5), 'red', 'is -5'],
    ['3.1.4', { kind: 'unreadable' }, 'red', 'not a whole number'],
    ['3.1.4', seconds(59), 'amber', 'Links work for 59 seconds. '],
    ['3.1.4', seconds(60), 'green', '1 minute.'],
    ['3.1.4', seconds(600), 'green', '10 minutes.'],
    ['3.1.4', seconds(90), 'green', '1 minute and 30 seconds.'],
    ['3.1.4', seconds(7200), 'green', '120 minutes.'],
    ['3.1.4', seconds(7201), 'amber', 'longer than 2 hours'],
  ])('%s, %j: %s', (version, expiration, state, reason) => {
    const link = linkIn('expiry', { version, reset: { expiration } });
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });

  test.each(['absent', 'broken'] as const)('is not known where the configuration of oxTrust is %s', (kind) => {
    const oxtrust = kind === 'absent' ? { kind } : { kind, why: 'It is not valid JSON.' };
    for (const id of ['expiry', 'recaptcha', 'linkHost'] as const) {
      expect(linkIn(id, { version: '3.1.5', oxtrust }).state, id).toBe('notKnown');
    }
    expect(linkIn('expiry', { version: '3.1.2', oxtrust }).state).toBe('green');
  });
});
