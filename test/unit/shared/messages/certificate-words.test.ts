import { describe, expect, test } from 'vitest';
import { shownName, whyNotTrusted } from '../../../../src-shared/messages/certificate-words';
import type { CertificateFacts } from '../../../../src-shared/model/certificate';
import { inEnglish } from '../../../support/english';

const certificate: CertificateFacts = {
  subject: 'CN=ldap.example.org',
  issuer: 'CN=Example CA',
  names: ['DNS:ldap.example.org'],
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-12-31T00:00:00.000Z',
  sha256: 'AA',
  selfSigned: false,
};
const why = (more: Partial<CertificateFacts>, today = '2026-06-01') =>
  inEnglish(whyNotTrusted({ ...certificate, ...more }, 'gluu.example.org', new Date(`${today}T12:00:00Z`)));

describe('why a certificate is not trusted', () => {
  test('names every cause, not only the one the library met first', () => {
    expect(why({ distrust: 'DEPTH_ZERO_SELF_SIGNED_CERT', otherHost: true }, '2027-02-03')).toEqual([
      'It is self-signed: only the server itself vouches for it.',
      'It expired on Dec 31, 2026; by this computer’s clock, today is Feb 3, 2027.',
      'It is for DNS:ldap.example.org, not for gluu.example.org.',
    ]);
  });

  test('names a purpose that hides behind another cause, and once where it is the cause', () => {
    expect(why({ distrust: 'CERT_HAS_EXPIRED', notForServers: true }, '2027-02-03')).toEqual([
      'It was not issued for servers (key usage or extended key usage).',
      expect.stringMatching(/^It expired on Dec 31, 2026/),
    ]);
    expect(why({ distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', notForServers: true })).toHaveLength(2);
    expect(why({ distrust: 'INVALID_PURPOSE', notForServers: true })).toHaveLength(1);
  });

  test.each<[string, Partial<CertificateFacts>]>([
    ['names', { names: Array.from({ length: 4000 }, (_, index) => `DNS:${index}.example.org`) }],
    ['names that are not listed', { names: Array(100).fill('DNS:a.example.org'), moreNames: 100_000 }],
    ['a name', { names: [`DNS:${'x'.repeat(100_000)}.example.org`] }],
    ['a subject without a name', { names: [], subject: `CN=${'x'.repeat(100_000)}` }],
  ])('stays a short sentence with too long %s', (_, more) => {
    const told = why({ otherHost: true, ...more }).join(' ');
    expect(told.length).toBeLessThan(800);
    expect(told).toMatch(/^It is for .+, not for gluu\.example\.org\.$/);
    if ((more.names?.length ?? 0) > 5) expect(told).toMatch(/ and [\d,]+ more, not for/);
  });

  test('tells both ends of a name that is too long', () => {
    expect(shownName(`DNS:login.bank.example.${'x'.repeat(300)}.evil.test`)).toMatch(/^DNS:login.+….+\.evil\.test$/);
    expect(shownName('CN=short')).toBe('CN=short');
  });

  test('knows a self-signed one by itself, which Electron gives the code of an unknown authority', () => {
    const distrust = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
    expect(why({ distrust, selfSigned: true })).toEqual(['It is self-signed: only the server itself vouches for it.']);
    expect(why({ distrust })).toEqual([expect.stringContaining('an intermediate certificate')]);
  });

  test.each<[string, Partial<CertificateFacts>, string, string[]]>([
    ['an end', { distrust: 'CERT_HAS_EXPIRED' }, '2027-02-03', [expect.stringMatching(/^It expired on Dec 31, 2026/)]],
    [
      'the end of one behind it',
      { distrust: 'CERT_HAS_EXPIRED' },
      '2026-06-01',
      ['Another certificate in its chain has expired.'],
    ],
    [
      'a beginning',
      { distrust: 'CERT_NOT_YET_VALID' },
      '2025-12-31',
      [expect.stringMatching(/^It is valid from Jan 1, 2026/)],
    ],
    [
      'a name',
      { distrust: 'ERR_TLS_CERT_ALTNAME_INVALID', otherHost: true },
      '2026-06-01',
      [expect.stringMatching(/^It is for /)],
    ],
    ['a purpose', { distrust: 'INVALID_PURPOSE' }, '2026-06-01', [expect.stringContaining('extended key usage')]],
    [
      'a rule',
      { distrust: 'UNSPECIFIED' },
      '2026-06-01',
      [expect.stringMatching(/^It breaks a rule: .*critical extension/)],
    ],
    ['a path length', { distrust: 'PATH_LENGTH_EXCEEDED' }, '2026-06-01', [expect.stringContaining('path length')]],
    [
      'a code that is not known',
      { distrust: 'NEW_CODE' },
      '2026-06-01',
      ['This computer does not trust it (NEW_CODE).'],
    ],
    ['nothing', {}, '2026-06-01', ['This computer does not trust it.']],
  ])('%s', (_name, more, today, causes) => {
    expect(why(more, today)).toEqual(causes);
  });
});
