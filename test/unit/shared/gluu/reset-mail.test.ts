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
