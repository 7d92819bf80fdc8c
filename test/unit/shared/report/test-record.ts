import type { TestRecord } from '../../../../src-shared/model/test-history';
import { verbatim } from '../../../../src-shared/texts/message';

/** A probe that failed at its login, with these changes. */
export const testRecord = (changes: Partial<TestRecord> = {}): TestRecord => ({
  id: '33333333-3333-4333-8333-333333333333',
  when: '2026-01-02T03:04:05.678Z',
  settings: {
    host: 'mail.example.org',
    port: 587,
    encryption: 'startTls',
    requiresSsl: true,
    requiresAuthentication: true,
    userName: 'gluu@example.org',
    from: 'gluu@example.org',
    recipient: 'admin@example.net',
  },
  stopPoint: 'recipient',
  stages: [
    { name: 'Name', state: 'done', text: verbatim('192.0.2.7'), ms: 3 },
    { name: 'Connect', state: 'done', text: verbatim('mail.example.org:587 (192.0.2.7)'), ms: 12 },
    { name: 'Login', state: 'failed', text: verbatim('535 5.7.8 refused'), ms: 40 },
    { name: 'Sender', state: 'skipped' },
  ],
  outcome: {
    kind: 'failed',
    code: 'smtp.failed',
    stage: 'Login',
    detail: '535 5.7.8 Error: gluu@example.org is not known',
    diagnosis: 'S44',
  },
  verdictRules: ['V51'],
  totalMs: 61,
  ...changes,
});
