import { describe, expect, test } from 'vitest';
import { judgePending } from '../../../../src-shared/gluu/pending-state';
import {
  GUID_ALPHABET,
  inertLink,
  linkBaseProblem,
  linkFormOf,
  resetLink,
} from '../../../../src-shared/gluu/reset-link';
import {
  asCreationDate,
  asGeneralizedTime,
  fromCreationDate,
  fromGeneralizedTime,
  lifetimeOf,
  lifetimeProblem,
} from '../../../../src-shared/gluu/reset-time';
import { type ResetRules, resetRulesOf, resetVersions } from '../../../../src-shared/gluu/reset-versions';
import { compareVersions, exactly, LATER, rowsFor } from '../../../../src-shared/gluu/versions';
import { inEnglish } from '../../../support/english';

const rulesFor = (version: string): ResetRules => {
  const found = resetRulesOf({ least: version, most: version });
  if (!found) throw new Error(`no rules for ${version}`);
  return found.rules;
};

describe('the table of versions', () => {
  test.each([
    [
      '2.4.4',
      {
        mailReads: 'attributes',
        mail: 'plainLetter',
        subject: 'named',
        link: 'path',
        dates: 'javaText',
        removed: 'never',
      },
    ],
    ['2.4', { mail: 'plainLetter', dates: 'javaText', expiry: 'twoHours', several: 'each', cleaned: 'never' }],
    ['3.0.3', { dates: 'generalizedTime', removed: 'never', passwordMustDecrypt: false }],
    ['3.1.0', { removed: 'onSubmit', passwordMustDecrypt: true, comparesAnyCase: false }],
    ['3.1.2', { removed: 'onSubmit', subject: 'blank' }],
    [
      '4.0',
      {
        mailReads: 'kebabCase',
        mail: 'bundleWithTime',
        subject: 'blank',
        link: 'query',
        several: 'newest',
        expiry: 'configured',
        removed: 'onSubmit',
        comparesAnyCase: false,
        cleaned: 'byCreation',
        mayRefuseShared: false,
        unsetPort: 0,
        passwordMustDecrypt: false,
        unknownAddress: 'silent',
        recaptcha: 'keysAndSwitch',
      },
    ],
    ['4.2.0', { removed: 'onSubmit', comparesAnyCase: false }],
    ['4.2.1', { removed: 'onSuccess', comparesAnyCase: true, cleaned: 'byCreation', mayRefuseShared: true }],
    ['4.2.3', { removed: 'onSuccess', cleaned: 'byCreation', subject: 'blank' }],
    ['4.3.0', { cleaned: 'byExpiry', subject: 'blank' }],
    ['4.5.3', { cleaned: 'byExpiry', subject: 'blank' }],
    ['4.5.4', { cleaned: 'byExpiry', subject: 'named' }],
    ['4.5.15', { cleaned: 'byExpiry', subject: 'named', link: 'query' }],
    ['3.0.2', { mailReads: 'attributes', mail: 'fixed', link: 'path', expiry: 'twoHours', several: 'each' }],
    ['3.1.0', { mailReads: 'attributes', mail: 'fixed', link: 'path', expiry: 'twoHours', several: 'each' }],
    ['3.1.1', { mailReads: 'camelCase', mail: 'fixed', link: 'path' }],
    [
      '3.1.2',
      { mailReads: 'kebabCase', mail: 'bundle', link: 'path', expiry: 'twoHours', several: 'each', cleaned: 'never' },
    ],
    ['3.1.3', { mail: 'bundle', link: 'path', expiry: 'twoHours', several: 'each' }],
    ['3.1.5', { mail: 'bundleWithTime', link: 'path', expiry: 'configured', several: 'newest', cleaned: 'byCreation' }],
    ['3.1.6', { link: 'path' }],
    ['3.1.7', { link: 'either' }],
    ['3.1.8', { link: 'query', expiry: 'configured', several: 'newest' }],
    ['3.1.9', { link: 'query' }],
  ])('has the rules of %s', (version, rules) => {
    expect(rulesFor(version)).toMatchObject(rules);
  });

  test.each([
    ['2.3', '2.4.4'],
    ['2.4.4', '3.0.2'],
    ['2.4', LATER],
    ['3.0.0', '3.0.1'],
    ['4.5.5', '5.0'],
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

  test.each([
    ['4.0', '4.5.5'],
    ['3.1.3', '3.1.4'],
    ['4.5.3', LATER],
  ])('says that the mail differs from %s to %s', (least, most) => {
    const doubts = inEnglish(resetRulesOf({ least, most })?.doubts ?? []);
    expect(doubts).toEqual([expect.stringMatching(/^LDAP leaves open which version this server is/)]);
  });

  test.each([
    ['2.4', '2.4.4'],
    ['3.1.8', '4.0'],
    ['4.0', '4.0.1'],
    ['4.3.0', '4.3.2'],
    ['4.5.4', LATER],
  ])('has no doubt from %s to %s', (least, most) => {
    expect(resetRulesOf({ least, most })?.doubts).toEqual([]);
  });

  test('is in order, without overlap', () => {
    const ends = resetVersions.flatMap(({ least, most }) => [least, most]);
    expect(ends).toEqual([...ends].sort(compareVersions));
    for (const [index, { least }] of resetVersions.entries()) {
      const before = resetVersions[index - 1];
      if (before) expect(compareVersions(before.most, least)).toBeLessThan(0);
    }
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
    (url) => expect(inEnglish(linkBaseProblem(url, 'applianceUrl'))).toMatch(/^applianceUrl/),
  );

  test('takes any web address', () => {
    expect(linkBaseProblem('https://id.example.org', 'applianceUrl')).toBeUndefined();
    expect(linkBaseProblem('HTTP://127.0.0.1:8080/x', 'applicationUrl')).toBeUndefined();
  });

  test('needs a guid of characters that a DN takes as they are', () => {
    expect(GUID_ALPHABET).toMatch(/^[!0-9a-z]{37}$/);
  });
});

describe('the time', () => {
  test('is written as oxTrust writes it, and read back', () => {
    const moment = new Date(Date.UTC(2018, 0, 17, 9, 5, 3, 7));
    expect(asGeneralizedTime(moment)).toBe('20180117090503.007Z');
    for (const version of ['3.0.2', '3.1.9', '4.0', '4.5.5']) {
      const rules = rulesFor(version);
      expect(asCreationDate(moment, rules)).toBe('20180117090503.007Z');
      expect(fromCreationDate(asCreationDate(moment, rules), rules)).toBe(moment.getTime());
    }
  });

  test('is the text of a Java date up to 2.4.4, in UTC and whole seconds', () => {
    const rules = rulesFor('2.4.4');
    const moment = new Date(Date.UTC(2016, 1, 3, 9, 5, 3, 7));
    expect(asCreationDate(moment, rules)).toBe('Wed Feb 03 09:05:03 UTC 2016');
    expect(fromCreationDate('Wed Feb 03 09:05:03 UTC 2016', rules)).toBe(Date.UTC(2016, 1, 3, 9, 5, 3));
    // Gluu 2.4.4 cannot read the form of later versions, nor these that one.
    expect(fromCreationDate('20160203090503.007Z', rules)).toBeUndefined();
    expect(fromCreationDate('Wed Feb 03 09:05:03 UTC 2016', rulesFor('3.0.2'))).toBeUndefined();
  });

  test.each([
    ['Wed Feb 03 10:05:03 CET 2016', undefined, '20160203090503Z'],
    ['Wed Feb 3 10:05:03 CET 2016', undefined, '20160203090503Z'],
    ['Wed Aug 03 05:05:03 EDT 2016', undefined, '20160803090503Z'],
    ['Wed Feb 03 14:35:03 GMT+05:30 2016', undefined, '20160203090503Z'],
    ['Wed Feb 03 04:35:03 GMT-04:30 2016', undefined, '20160203090503Z'],
    // Several zones have these names: the directory's own time decides, a moment after the mail was sent.
    ['Wed Feb 03 04:05:03 EST 2016', '20160203090507Z', '20160203090503Z'],
    ['Wed Feb 03 20:05:03 EST 2016', '20160203090507Z', '20160203090503Z'],
    ['Wed Feb 03 14:35:03 IST 2016', '20160203090507Z', '20160203090503Z'],
    // A zone that is known is believed, whatever the directory says.
    ['Wed Feb 03 10:05:03 CET 2016', '20170101000000Z', '20160203090503Z'],
  ])('of Java is read in any zone: %s', (text, addedAt, moment) => {
    expect(fromCreationDate(text, rulesFor('2.4.4'), addedAt)).toBe(fromGeneralizedTime(moment));
  });

  test.each([
    ['Wed Feb 03 04:05:03 EST 2016', undefined],
    ['Wed Feb 03 04:05:03 EST 2016', 'yesterday'],
    ['Wed Feb 03 04:05:03 EST 2016', '20160203091303Z'],
    ['Wed Feb 03 04:05:03 EST 2016', '20160205090503Z'],
    ['Wed Feb 30 04:05:03 UTC 2016', undefined],
    ['Wed Foo 03 04:05:03 UTC 2016', undefined],
    ['Wed Feb 03 24:05:03 UTC 2016', undefined],
    ['Mit Feb 03 04:05:03 UTC 2016', undefined],
    ['Wed Feb 03 04:05:03 constructor 2016', undefined],
    [`Wed Feb 03 04:05:03 ${'U'.repeat(100_000)} 2016`, undefined],
    [`${'Wed Feb 03 04:05:03 UTC '.repeat(1000)}2016`, undefined],
  ])('of Java is not guessed: %s', (text, addedAt) => {
    expect(fromCreationDate(text, rulesFor('2.4.4'), addedAt)).toBeUndefined();
  });

  test.each([
    ['20180117090503Z', Date.UTC(2018, 0, 17, 9, 5, 3)],
    ['201801170905Z', Date.UTC(2018, 0, 17, 9, 5)],
    ['2018011709.5Z', Date.UTC(2018, 0, 17, 9, 30)],
    ['20180117100503.5+0100', Date.UTC(2018, 0, 17, 9, 5, 3, 500)],
    ['20180117040503-0500', Date.UTC(2018, 0, 17, 9, 5, 3)],
  ])('is read in the forms of RFC 4517: %s', (text, time) => {
    expect(fromGeneralizedTime(text)).toBe(time);
  });

  test.each([
    'Wed Jan 17 09:05:03 UTC 2018',
    '',
    '20181317090503Z',
    '20180230090503Z',
    '20180117250503Z',
    '20180117',
    '2018-01-17',
  ])('is not guessed from anything else: %s', (text) => expect(fromGeneralizedTime(text)).toBeUndefined());

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
    creationDate: asGeneralizedTime(new Date(now - minutesAgo * 60_000)),
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

  test.each(['4.0', '4.2.3', '4.5.5'])('only the newest of a person works in %s', (version) => {
    expect(states(version, 600, at(1), at(2), at(9, 'b'), at(10, 'c'))).toEqual([
      'live',
      'superseded',
      'live',
      'expired',
    ]);
    expect(states(version, 86_400, at(119), at(121, 'b'))).toEqual(['live', 'expired']);
  });

  test('are told by Java’s dates in 2.4.4, with the directory’s help where the zone is open', () => {
    const requests = [
      { personInum: 'a', creationDate: 'Wed Jan 17 11:00:00 UTC 2018' },
      { personInum: 'a', creationDate: 'Wed Jan 17 10:00:00 UTC 2018' },
      { personInum: 'b', creationDate: 'Wed Jan 17 06:00:00 EST 2018', addedAt: '20180117110002Z' },
      { personInum: 'b', creationDate: 'Wed Jan 17 06:00:00 EST 2018' },
    ];
    const judged = judgePending(rulesFor('2.4.4'), 600, requests, now);
    expect(judged.map(({ state }) => state)).toEqual(['live', 'expired', 'live', 'undated']);
  });

  test('are not called expired when nobody can read their date', () => {
    const odd = { personInum: 'a', creationDate: 'Wed Jan 17 09:05:03 UTC 2018' };
    expect(judgePending(rulesFor('3.0.2'), undefined, [odd], now)).toEqual([{ state: 'undated' }]);
  });
});
