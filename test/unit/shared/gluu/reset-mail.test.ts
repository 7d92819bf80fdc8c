import { describe, expect, test } from 'vitest';
import { mailQuirks, markedAsTest, type ResetMailValues, resetMail } from '../../../../src-shared/gluu/reset-mail';
import { type ResetRules, resetRulesOf } from '../../../../src-shared/gluu/reset-versions';
import { inEnglish } from '../../../support/english';

const rulesFor = (version: string): ResetRules => {
  const found = resetRulesOf({ least: version, most: version });
  if (!found) throw new Error(`no rules for ${version}`);
  return found.rules;
};
const values: ResetMailValues = {
  givenName: 'Ada',
  organizationName: 'Meadow',
  link: 'https://id.example.org/identity/resetPassword/abc',
  expirationSeconds: 659,
};
const mail = (version: string, changes: Partial<ResetMailValues> = {}) =>
  resetMail(rulesFor(version), { ...values, ...changes });

const subjectOf = (organization: string) => `Password reset was requested at ${organization} identity server`;
const quirks = (version: string, changes: Partial<ResetMailValues> = {}) =>
  mailQuirks(rulesFor(version), { ...values, ...changes }).map(({ id }) => id.replace('reset.quirk.', ''));

describe('each version’s mail', () => {
  test.each([
    ['2.4', 'Meadow'],
    ['2.4.4', 'Meadow'],
    ['3.0.2', 'Meadow'],
    ['3.1.1', 'Meadow'],
    ['3.1.2', ''],
    ['3.1.9', ''],
    ['4.0', ''],
    ['4.2.3', ''],
    ['4.3.0', ''],
    ['4.5.3', ''],
    ['4.5.4', 'Meadow'],
    ['4.5.5', 'Meadow'],
    ['4.5.15', 'Meadow'],
  ])('%s: the subject names “%s”', (version, organization) => {
    expect(mail(version).subject).toBe(subjectOf(organization));
    expect(quirks(version).includes('subjectBlank')).toBe(organization === '');
  });

  test.each([
    ['2.4.4', 'null', 'Hello null\n'],
    ['3.1.1', 'null', 'Hello null\n'],
    ['3.1.2', '', 'Hello \n'],
    ['4.0', '', '<p>Hello <b><span></span></b>'],
    ['4.5.5', '', '<p>Hello <b><span></span></b>'],
  ])('%s: what is missing is “%s”', (version, organization, hello) => {
    const nobody = mail(version, { givenName: null, organizationName: null });
    expect(nobody.subject).toBe(subjectOf(organization));
    expect(nobody.plain.startsWith(hello)).toBe(true);
  });

  test.each([
    ['2.4.4', 'plain', ['plainLetter', 'wording', 'exclamation', 'linkStays']],
    ['3.0.3', 'plain', ['plainOnly', 'exclamation', 'linkStays']],
    ['3.1.1', 'plain', ['plainOnly', 'exclamation', 'linkUsedUp']],
    ['3.1.3', 'both', ['subjectBlank', 'buttonCode', 'noLineBreaks', 'exclamation', 'linkUsedUp']],
    ['3.1.9', 'both', ['subjectBlank', 'plainIsHtml', 'wording', 'exclamation', 'linkUsedUp']],
    ['4.2.0', 'both', ['subjectBlank', 'plainIsHtml', 'wording', 'exclamation', 'linkUsedUp']],
    ['4.2.1', 'both', ['subjectBlank', 'plainIsHtml', 'wording', 'exclamation', 'anyCase']],
    ['4.5.3', 'both', ['subjectBlank', 'plainIsHtml', 'wording', 'exclamation', 'anyCase']],
    ['4.5.4', 'both', ['plainIsHtml', 'wording', 'exclamation', 'anyCase']],
  ])('%s: has %s parts, and these quirks', (version, parts, expected) => {
    const { plain, html } = mail(version);
    expect(html).toBe(parts === 'both' ? plain : undefined);
    expect(quirks(version)).toEqual(expected);
    for (const id of expected) expect(inEnglish({ id: `reset.quirk.${id}` })).toMatch(/\.$/);
  });
});

describe('2.4', () => {
  test('is a plain letter with the link on a line of its own, and the organization twice and as the signature', () => {
    const { plain } = mail('2.4.4', { organizationName: 'Meadow' });
    expect(plain).toMatch(/^Hello Ada\n\n/);
    expect(plain).toContain(`:\n${values.link} \n`);
    expect(plain.split('Meadow').length - 1).toBe(3);
    expect(plain.endsWith('\nMeadow Identity Server Support')).toBe(true);
    expect(plain).not.toMatch(/[<>]|minute/);
  });
});

describe('from 3.1.4 on', () => {
  test.each(['3.1.4', '4.0', '4.5.5'])('%s: is markup in both parts, with the link and whole minutes', (version) => {
    const { plain, html } = mail(version, { givenName: '<i>Ada' });
    expect(html).toBe(plain);
    expect(html).toMatch(/^<p>Hello <b><span><i>Ada<\/span>/);
    expect(html).toContain(`<a href='${values.link}'>`);
    expect(html).toContain('<span>10 minute(s)</span>');
    expect(quirks(version, { givenName: '<i>', expirationSeconds: 59 })).toEqual(
      expect.arrayContaining(['markup', 'zeroMinutes']),
    );
  });
});

describe('up to 3.1.1', () => {
  test('names the organization, and is plain text with the button’s code in it', () => {
    expect(mail('3.0.2').subject).toBe('Password reset was requested at Meadow identity server');
    expect(mail('3.0.2').plain).toMatch(/^Hello Ada\n\nWe received [^\n]+\nIf you did not [^\n]+ \n\n<a href='https:/);
    expect(mail('3.1.1')).not.toHaveProperty('html');
  });

  test('writes null for what is missing, as Java does', () => {
    const nobody = mail('3.0.2', { givenName: null, organizationName: null });
    expect(nobody.plain).toMatch(/^Hello null\n/);
    expect(nobody.subject).toContain('at null identity');
  });
});

describe('from 3.1.2 on', () => {
  test('leaves the organization’s name blank', () => {
    for (const version of ['3.1.2', '3.1.3', '3.1.5', '3.1.8']) {
      expect(mail(version).subject).toBe('Password reset was requested at  identity server');
    }
  });

  test('has the same text in both parts, with the link', () => {
    const { plain, html } = mail('3.1.2');
    expect(html).toBe(plain);
    expect(html).toContain(`<a href='${values.link}'> <button>Reset Password</button></a>`);
    expect(plain).not.toContain('minute');
  });

  test('writes nothing for a missing name', () => {
    expect(mail('3.1.2', { givenName: null }).plain).toMatch(/^Hello \n/);
  });

  test('tells the whole minutes from 3.1.4 on', () => {
    expect(mail('3.1.5').plain).toContain('10 minute(s)');
    expect(mail('3.1.8', { expirationSeconds: 59 }).html).toContain('0 minute(s)');
  });

  test('escapes nothing, and says so', () => {
    const givenName = '<img src=x onerror=alert(1)>"&';
    expect(mail('3.1.2', { givenName }).html).toContain(`Hello ${givenName}\n`);
    expect(inEnglish(mailQuirks(rulesFor('3.1.2'), { ...values, givenName })).join()).toContain('unescaped');
    expect(inEnglish(mailQuirks(rulesFor('3.1.2'), values)).join()).not.toContain('unescaped');
    // There is no HTML part that could show it.
    expect(inEnglish(mailQuirks(rulesFor('3.0.2'), { ...values, givenName })).join()).not.toContain('unescaped');
  });
});

describe('the mark of a rehearsal', () => {
  test('stands in the subject and on top of each part', () => {
    const marked = markedAsTest(mail('3.1.2'), '7Q4K00AA');
    expect(marked.subject).toMatch(/^\[TEST 7Q4K00AA\] Password reset/);
    expect(marked.plain).toMatch(/^TEST\. Sent by Gluu Console/);
    expect(marked.html).toMatch(/^<p><strong>TEST\. Sent by Gluu Console/);
    expect(markedAsTest(mail('3.0.2'), '7Q4K00AA')).not.toHaveProperty('html');
  });
});
