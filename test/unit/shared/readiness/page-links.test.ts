import { describe, expect, test } from 'vitest';
import type { LinkState } from '../../../../src-shared/model/readiness';
import type { PageSeen } from '../../../../src-shared/readiness/readiness-facts';
import { certificate, type Given, linkIn, page } from './healthy-facts';

const failedName = (code: 'net.nameUnknown' | 'net.nameTrouble') =>
  ({ name: { kind: 'failed', failure: { code, at: 'gluu.example.org' } } }) as const;
const noLink: Given = { link: null };

describe('the host of the links', () => {
  test.each<[string, Given, LinkState, string]>([
    ['is this server', {}, 'green', 'gluu.example.org, 192.0.2.7'],
    [
      'is its own address, which is said once',
      { link: { host: '192.0.2.7' }, profileHost: '192.0.2.7' },
      'green',
      '192.0.2.7',
    ],
    ['is not set', noLink, 'red', 'not set'],
    ['is no address', { link: { kind: 'unusable', why: 'noWebAddress' } }, 'red', 'not a web address'],
    [
      'has more than a host',
      { link: { kind: 'unusable', why: 'tooMuch' } },
      'red',
      'so the links in reset mails are broken',
    ],
    ['has a path', { link: { kind: 'unusable', why: 'path' } }, 'notKnown', 'has a path'],
    [
      'is unknown in this DNS',
      { link: failedName('net.nameUnknown') },
      'notKnown',
      'Users on another network may be able to reach it',
    ],
    ['is each user’s own computer', { link: { host: 'localhost' } }, 'red', 'each user’s own computer'],
    [
      'is loopback over SSH',
      { link: { host: '127.0.0.1' }, profileHost: 'localhost', overSsh: true },
      'red',
      'own computer',
    ],
    ['is this computer, as in the demo', { link: { host: '127.0.0.1' }, profileHost: '127.0.0.1' }, 'green', ''],
    ['cannot be looked up', { link: failedName('net.nameTrouble') }, 'notKnown', ''],
    ['is spoken to without encryption', { link: { secure: false } }, 'amber', 'unencrypted'],
    ['is another server', { profileHost: 'old.example.org' }, 'amber', 'old.example.org'],
    ['cannot be compared through a tunnel', { profileHost: 'localhost' }, 'green', ''],
  ])('%s', (_name, given, state, reason) => {
    const link = linkIn('linkHost', given);
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
    const said = link.reason.match(/[\w.-]+/g) ?? [];
    if (state === 'green') expect(new Set(said).size).toBe(said.length);
  });
});

test.each([
  ['3.1.9', 'applianceUrl'],
  ['4.0', 'applicationUrl'],
  ['4.5.5', 'applicationUrl'],
])('%s: names %s where the links have no beginning, and where to set it', (version, key) => {
  const link = linkIn('linkHost', { version, link: null, reset: {} });
  expect(link.reason).toBe(`${key} is not set: the links in reset mails lead nowhere.`);
  expect(link.advice).toContain(`OxTrust Configuration, ${key}.`);
});

describe('its certificate', () => {
  const from = (checkedAt: string, more = {}): Given => ({
    checkedAt,
    link: { certificate: { ...certificate, ...more } },
  });
  test.each<[string, Given, LinkState, string]>([
    ['is good', {}, 'green', 'It expires on Dec 31, 2026'],
    ['has fifteen days', from('2026-12-16T00:00:00.000Z'), 'green', 'in 15 days'],
    ['has fourteen days', from('2026-12-17T00:00:00.000Z'), 'amber', 'in 14 days'],
    ['has one day', from('2026-12-30T00:00:00.000Z'), 'amber', 'in 1 day.'],
    [
      'is over',
      from('2027-01-02T00:00:00.000Z', { distrust: 'CERT_HAS_EXPIRED' }),
      'amber',
      'It expired on Dec 31, 2026',
    ],
    [
      'is of an unknown authority, and for another host',
      { link: { certificate: { ...certificate, distrust: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', otherHost: true } } },
      'amber',
      'an intermediate certificate. It is for ',
    ],
    [
      'is for another host',
      { link: { certificate: { ...certificate, distrust: 'ERR_TLS_CERT_ALTNAME_INVALID' } } },
      'amber',
      'for another host',
    ],
    ['is distrusted for its own reason', { link: { certificate: { ...certificate, distrust: 'X' } } }, 'amber', '(X)'],
    ['does not exist', { link: { secure: false } }, 'amber', 'http'],
    ['was not looked at', noLink, 'notKnown', 'no address'],
  ])('%s', (_name, given, state, reason) => {
    const link = linkIn('linkCertificate', given);
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });

  test('travels with the link, to be shown', () => {
    expect(linkIn('linkCertificate').certificate).toEqual(certificate);
  });
});

describe('the reset page', () => {
  const answer = (status: number, location?: string): Extract<PageSeen, { kind: 'answer' }> => ({
    kind: 'answer',
    status,
    ...(location === undefined ? {} : { location }),
  });
  test.each<[string, PageSeen, LinkState, string]>([
    ['answers', answer(200), 'green', 'responds.'],
    [
      'is an error',
      { ...answer(200), trouble: 'error', title: 'OOPS' },
      'red',
      'shows an error page. Its title is “OOPS”.',
    ],
    ['has no form', { ...answer(200), trouble: 'noForm' }, 'amber', 'without the form'],
    ['is not there', answer(404), 'red', 'responds with status 404'],
    ['fails', answer(503), 'red', 'responds with status 503'],
    ['is empty', answer(204), 'red', 'responds with status 204'],
    ['leads to the login', answer(302, 'https://gluu.example.org/oxauth/authorize?x'), 'red', 'redirects to'],
    ['leads elsewhere', answer(301, 'https://www.example.org/'), 'amber', 'redirects to https://www.example.org/'],
    ['leads elsewhere, on a host called login', answer(302, 'https://login.example.org/'), 'amber', 'redirects to'],
    ['leads to the login, by a path alone', answer(302, '/identity/authcode.htm'), 'red', 'redirects to'],
    ['leads nowhere', answer(302), 'red', 'redirects without saying where'],
    ['is no web page', { kind: 'notHttp', detail: 'HPE_INVALID_CONSTANT' }, 'red', 'HPE_INVALID_CONSTANT'],
    ['refuses', { kind: 'failed', failure: { code: 'net.refused' } }, 'red', 'as seen from this workstation'],
    ['says nothing', { kind: 'failed', failure: { code: 'net.timeout' } }, 'notKnown', 'as seen from this workstation'],
    ['drops', { kind: 'failed', failure: { code: 'net.dropped' } }, 'notKnown', ''],
  ])('%s', (_name, seen, state, reason) => {
    const link = linkIn('reminderPage', { link: { page: seen } });
    expect([link.state, link.reason]).toEqual([state, expect.stringContaining(reason)]);
  });

  test('was not asked where the name was not found', () => {
    const { page: _page, certificate: _certificate, ...seen } = page;
    const link = { kind: 'asked', seen: { ...seen, ...failedName('net.nameUnknown') } } as const;
    expect(linkIn('reminderPage', { link }).state).toBe('notKnown');
    expect(linkIn('linkCertificate', { link }).state).toBe('notKnown');
  });
});
