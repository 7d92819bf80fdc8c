import { type LintId, lint } from '../../../../src-shared/lint/lint';
import type { LintInput } from '../../../../src-shared/lint/lint-rule';
import { inEnglish } from '../../../support/english';

export type Given = Partial<Omit<LintInput, 'version' | 'values'>> & { values?: LintInput['values'] };

/** A form that no rule has anything to say about, on a server of this version. */
export const goodForm = (version: string, { values, ...rest }: Given = {}): LintInput => ({
  version: { least: version, most: version },
  storedPassword: 'decrypts',
  connectProtection: 'StartTls',
  facts: {
    profileHost: 'gluu.example.org',
    linkBase: 'https://gluu.example.org',
    resetExpirationSeconds: 600,
    sharedMails: 0,
    storedPasswordIsMask: false,
  },
  ...rest,
  values: {
    smtpHost: 'mail.example.org',
    smtpPort: 587,
    smtpFromName: 'Gluu',
    smtpFromEmail: 'gluu@example.org',
    smtpAuthentication: true,
    smtpUserName: 'gluu@example.org',
    smtpRequiresSsl: true,
    smtpTrustServer: false,
    passwordReset: true,
    ...values,
  },
});

/** What one rule says of the good form with these changes. */
export const saidBy = (id: LintId, version: string, given: Given = {}) =>
  inEnglish(lint(goodForm(version, given))).find((finding) => finding.id === id);
