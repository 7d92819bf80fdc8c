import { describe, expect, test } from 'vitest';
import { judgePending } from '../../../../src-shared/gluu/pending-state';
import {
  GUID_ALPHABET,
  inertLink,
  linkBaseProblem,
  linkFormOf,
  resetLink,
} from '../../../../src-shared/gluu/reset-link';
import { asCreationDate, fromCreationDate, lifetimeOf, lifetimeProblem } from '../../../../src-shared/gluu/reset-time';
import { type ResetRules, resetRulesOf, resetVersions } from '../../../../src-shared/gluu/reset-versions';
import { exactly, rowsFor } from '../../../../src-shared/gluu/versions';
import { inEnglish } from '../../../support/english';

const rulesFor = (version: string): ResetRules => {
  const found = resetRulesOf({ least: version, most: version });
  if (!found) throw new Error(`no rules for ${version}`);
  return found.rules;
};

describe('the table of versions', () => {
  test.each([
    ['3.0.2', { mailReads: 'attributes', mail: 'fixed', link: 'path', expiry: 'twoHours', several: 'each' }],
    ['3.1.0', { mailReads: 'attributes', mail: 'fixed', link: 'path', expiry: 'twoHours', several: 'each' }],
    ['3.1.1', { mailReads: 'camelCase', mail: 'fixed', link: 'path' }],
    [
      '3.1.2',
      { mailReads: 'kebabCase', mail: 'bundle', link: 'path', expiry: 'twoHours', several: 'each', cleaned: false },
    ],
    ['3.1.3', { mail: 'bundle', link: 'path', expiry: 'twoHours', several: 'each' }],
    ['3.1.5', { mail: 'bundleWithTime', link: 'path', expiry: 'configured', several: 'newest', cleaned: true }],
    ['3.1.6', { link: 'path' }],
    ['3.1.7', { link: 'either' }],
    ['3.1.8', { link: 'query', expiry: 'configured', several: 'newest' }],
    ['3.1.9', { link: 'query' }],
  ])('has the rules of %s', (version, rules) => {
    expect(rulesFor(version)).toMatchObject(rules);
  });

  test.each([
    ['2.4', '2.4.4'],
    ['3.0.0', '3.0.1'],
    ['4.0', '4.5.5'],
    ['3.1.8', '4.0'],
  ])('has none for %s to %s', (least, most) => {
    expect(resetRulesOf({ least, most })).toBeUndefined();
  });

  test('takes the newest of a span, and says what that leaves open', () => {
    const span = resetRulesOf({ least: '3.1.6', most: '3.1.9' });
    expect(inEnglish(span)).toMatchObject({
      rules: { link: 'either' },
      doubts: [expect.stringContaining('3.1.7.sp1')],
    });
    const old = resetRulesOf({ least: '3.0.0', most: '3.0.3' });
    expect(inEnglish(old)).toMatchObject({ rules: { least: '3.0.2' }, doubts: [expect.stringContaining('3.0.1')] });
    expect(resetRulesOf({ least: '3.1.2', most: '3.1.2' })?.doubts).toEqual([]);
  });

  test('is in order, without overlap', () => {
    const ends = resetVersions.flatMap(({ least, most }) => [least, most]);
    expect(ends).toEqual([...ends].sort());
  });

  test('has one row for what several parts of the console ask', () => {
    const [row, ...others] = rowsFor(resetVersions, exactly('3.1.4'));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ mailReads: 'kebabCase', unknownAddress: 'silent', expiry: 'configured', link: 'path' });
  });
});

describe('the link', () => {
  test('has the form of its version, and any only where that is open', () => {
    expect(linkFormOf(rulesFor('3.1.2'), 'query')).toBe('path');
    expect(linkFormOf(rulesFor('3.1.8'), 'path')).toBe('query');
    expect(linkFormOf(rulesFor('3.1.7'))).toBe('query');
    expect(linkFormOf(rulesFor('3.1.7'), 'path')).toBe('path');
  });

  test('is put together as oxTrust does it', () => {
    const guid = 'a!0';
    expect(resetLink('https://id.example.org', 'path', guid)).toBe('https://id.example.org/identity/resetPassword/a!0');
    expect(resetLink('https://id.example.org/', 'query', guid)).toBe(
      'https://id.example.org//identity/resetPassword.htm?guid=a!0',
    );
  });

  test('leads nowhere when it is inert', () => {
    for (const form of ['path', 'query'] as const) expect(new URL(inertLink(form)).hostname).toMatch(/\.invalid$/);
  });

  test.each([null, '', ' ', 'id.example.org', 'ldap://x', 'javascript:alert(1)', 'https://'])(
    'names an applianceUrl that leads nowhere: %s',
    (url) => expect(inEnglish(linkBaseProblem(url))).toMatch(/^applianceUrl/),
  );

  test('takes any web address', () => {
    expect(linkBaseProblem('https://id.example.org')).toBeUndefined();
    expect(linkBaseProblem('HTTP://127.0.0.1:8080/x')).toBeUndefined();
  });

  test('needs a guid of characters that a DN takes as they are', () => {
    expect(GUID_ALPHABET).toMatch(/^[!0-9a-z]{37}$/);
  });
});

describe('the time', () => {
  test('is written as oxTrust writes it, and read back', () => {
    const moment = new Date(Date.UTC(2018, 0, 17, 9, 5, 3, 7));
    expect(asCreationDate(moment)).toBe('20180117090503.007Z');
    expect(fromCreationDate(asCreationDate(moment))).toBe(moment.getTime());
  });

  test.each([
    ['20180117090503Z', Date.UTC(2018, 0, 17, 9, 5, 3)],
    ['201801170905Z', Date.UTC(2018, 0, 17, 9, 5)],
    ['2018011709.5Z', Date.UTC(2018, 0, 17, 9, 30)],
    ['20180117100503.5+0100', Date.UTC(2018, 0, 17, 9, 5, 3, 500)],
    ['20180117040503-0500', Date.UTC(2018, 0, 17, 9, 5, 3)],
  ])('is read in the forms of RFC 4517: %s', (text, time) => {
    expect(fromCreationDate(text)).toBe(time);
  });

  test.each([
    'Wed Jan 17 09:05:03 UTC 2018',
    '',
    '20181317090503Z',
    '20180230090503Z',
    '20180117250503Z',
    '20180117',
    '2018-01-17',
  ])('is not guessed from anything else: %s', (text) => expect(fromCreationDate(text)).toBeUndefined());

  test('ends by the rule of the version', () => {
    expect(lifetimeOf(rulesFor('3.1.2'), 60)).toBe(7200);
    expect(lifetimeOf(rulesFor('3.1.5'), 600)).toBe(600);
    expect(lifetimeOf(rulesFor('3.1.5'), 86400)).toBe(7200);
    expect(lifetimeOf(rulesFor('3.1.5'), undefined)).toBe(0);
    expect(lifetimeOf(rulesFor('3.1.5'), -5)).toBe(0);
  });

  test('names what is wrong with the seconds', () => {
    expect(lifetimeProblem(rulesFor('3.1.2'), undefined)).toBeUndefined();
    expect(lifetimeProblem(rulesFor('3.1.5'), 600)).toBeUndefined();
    expect(inEnglish(lifetimeProblem(rulesFor('3.1.5'), undefined))).toContain('not set');
    expect(inEnglish(lifetimeProblem(rulesFor('3.1.5'), 0))).toContain('every link expires as soon as it is created');
    expect(inEnglish(lifetimeProblem(rulesFor('3.1.5'), 7201))).toContain('after 2 hours');
  });
});

describe('pending requests', () => {
  const now = Date.UTC(2018, 0, 17, 12);
  const at = (minutesAgo: number, personInum = 'a') => ({
    personInum,
    creationDate: asCreationDate(new Date(now - minutesAgo * 60_000)),
  });
  const states = (version: string, seconds: number | undefined, ...requests: ReturnType<typeof at>[]) =>
    judgePending(rulesFor(version), seconds, requests, now).map(({ state }) => state);

  test('each works until two hours are over, up to 3.1.3', () => {
    expect(states('3.1.2', 600, at(0), at(119), at(120), at(300))).toEqual(['live', 'live', 'expired', 'expired']);
  });

  test('only the newest of a person works from 3.1.4 on, for the seconds configured', () => {
    expect(states('3.1.5', 600, at(1), at(2), at(9, 'b'), at(10, 'c'))).toEqual([
      'live',
      'superseded',
      'live',
      'expired',
    ]);
  });

  test('takes inums as LDAP does, without regard to case', () => {
    expect(states('3.1.5', 600, at(1, 'X'), at(2, 'x'))).toEqual(['live', 'superseded']);
  });

  test('are dead at once where the seconds are missing', () => {
    expect(states('3.1.5', undefined, at(0))).toEqual(['expired']);
  });

  test('are not called expired when nobody can read their date', () => {
    const odd = { personInum: 'a', creationDate: 'Wed Jan 17 09:05:03 UTC 2018' };
    expect(judgePending(rulesFor('3.0.2'), undefined, [odd], now)).toEqual([{ state: 'undated' }]);
  });
});
