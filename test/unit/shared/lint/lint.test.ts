import { describe, expect, test } from 'vitest';
import { pages } from '../../../../src-shared/gluu/pages/pages';
import { concerns, lint, lintIds, lintRules, notLinted } from '../../../../src-shared/lint/lint';
import type { LintRule } from '../../../../src-shared/lint/lint-rule';
import { MAIL_PROVIDERS_AS_OF, mailProviders } from '../../../../src-shared/lint/mail-providers';
import { inEnglish } from '../../../support/english';
import { goodForm } from './lint-form';

const versions = [
  '2.4',
  '3.0.2',
  '3.1.0',
  '3.1.1',
  '3.1.2',
  '3.1.9',
  '4.0',
  '4.1.3',
  '4.2.0',
  '4.3.0',
  '4.4.1',
  '4.5.5',
  '4.5.15',
];

test('every rule from L01 to L28 is one entry of the table, with all it needs', () => {
  const wanted = Array.from({ length: 28 }, (_, index) => `L${String(index + 1).padStart(2, '0')}`);
  expect(lintIds).toEqual(wanted);
  const onPages = pages.flatMap(({ fields }) => fields.map((each) => each.id));
  for (const [id, rule] of Object.entries<LintRule>(lintRules)) {
    for (const field of [rule.field, ...rule.reads]) expect(onPages, id).toContain(field);
    expect(rule.source, id).toMatch(/\w{4}/);
    expect(rule.cases.length, id).toBeGreaterThan(0);
  }
});

test.each(versions)('a good form has nothing to be said of in %s', (version) => {
  expect(lint(goodForm(version))).toEqual([]);
});

test.each(versions)('an empty form in %s is no error', (version) => {
  const empty = { version: { least: version, most: version }, values: {}, storedPassword: 'none' } as const;
  expect(lint(empty)).toEqual([]);
});

test('the worst comes first', () => {
  const values = { smtpHost: 'localhost', smtpPort: 465, smtpRequiresSsl: false, smtpFromName: 'a,b' };
  const severities = lint(goodForm('3.1.2', { values })).map(({ severity }) => severity);
  expect(severities).toEqual(['bad', 'info', 'info']);
});

describe('where LDAP leaves the version open', () => {
  const input = {
    ...goodForm('4.0', { values: { smtpAuthentication: false } }),
    version: { least: '4.0', most: '4.5.5' },
  };

  test('a rule of some of the versions says of which', () => {
    const finding = inEnglish(lint(input)).find(({ id }) => id === 'L04');
    expect(finding?.sentence).toContain(
      '(This applies to Gluu 3.1.1 to 4.1.3; possible versions of this server: 4.0 to 4.5.5.)',
    );
  });

  test('a rule of all of them says it without a doubt', () => {
    const finding = inEnglish(lint({ ...input, version: { least: '4.0', most: '4.1.3' } })).find(
      ({ id }) => id === 'L04',
    );
    expect(finding?.sentence).not.toContain('applies to');
  });
});

test('no value can make a finding throw or carry the password', () => {
  const hostile = [
    '\u0000',
    '\u202e',
    'a'.repeat(100_000),
    '`|<b>',
    '://',
    '[',
    '@@@',
    '[::',
    'x:1:2',
    'http://'.repeat(9999),
  ];
  for (const text of hostile) {
    const found = lint({
      version: { least: '2.4', most: '4.5.5' },
      values: { smtpHost: text, smtpFromName: text, smtpFromEmail: text, smtpUserName: text, smtpAuthentication: true },
      storedPassword: 'none',
      passwordChange: { kind: 'replace', value: `${text}geheim ü` },
      facts: { linkBase: text, profileHost: text },
    });
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain('geheim');
  }
});

test('what could not be asked is reported, not passed', () => {
  const ids = (input: Parameters<typeof notLinted>[0]) => notLinted(input).map(({ id }) => id);
  expect(ids(goodForm('3.1.2'))).toEqual([]);
  expect(ids(goodForm('3.1.2', { facts: {} }))).toEqual(['L12', 'L16', 'L18', 'L19']);
  expect(ids(goodForm('3.1.2', { storedPassword: 'noSalt' }))).toEqual(['L11', 'L20']);
  const tunnel = {
    profileHost: 'localhost',
    linkBase: 'https://x.example.org',
    resetExpirationSeconds: 1,
    sharedMails: 0,
  };
  expect(ids(goodForm('3.1.2', { facts: { ...tunnel, storedPasswordIsMask: false } }))).toEqual(['L16']);
});

test('a finding knows the fields it hangs on', () => {
  const [finding] = lint(goodForm('3.1.2', { values: { smtpAuthentication: false } }));
  expect(finding?.id).toBe('L04');
  expect(finding && concerns(finding, ['smtpPort'])).toBe(true);
  expect(finding && concerns(finding, ['maxLogSize', 'smtpFromName'])).toBe(false);
});

test('the list of providers is dated, and each fact in it has a day and a source', () => {
  expect(MAIL_PROVIDERS_AS_OF).toMatch(/^\d{4}-\d\d-\d\d$/);
  for (const { name, hosts, refusesTls10, password } of mailProviders) {
    expect(hosts, name).toEqual(hosts.map((host) => host.toLowerCase()));
    for (const fact of [refusesTls10, password]) {
      if (!fact) continue;
      expect(fact.since, name).toMatch(/^\d{4}(-\d\d){1,2}$/);
      expect(fact.since <= MAIL_PROVIDERS_AS_OF, name).toBe(true);
      expect(fact.source, name).toContain('.com');
    }
  }
});
