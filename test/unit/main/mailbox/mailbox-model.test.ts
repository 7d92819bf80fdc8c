import { describe, expect, test } from 'vitest';
import {
  MailboxCheck,
  MailboxSave,
  MailboxTarget,
  MailboxWait,
  MessageToken,
} from '../../../../src-shared/model/mailbox';

const draft = { host: 'imap.example.net', port: 993, mode: 'tls', user: 'grace' };
const wait = { token: 'abcd-1234', since: '2026-11-23T13:00:00.000Z', limitMs: 1000 };

test('takes a whole account, trimmed', () => {
  expect(MailboxTarget.parse({ ...draft, user: ' grace ' })).toEqual(draft);
});

test.each([
  { host: 'https://imap.example.net' },
  { host: '' },
  { port: 0 },
  { port: 99_999 },
  { mode: 'plain' },
  { user: '' },
  { user: 'a\r\nb' },
  { user: 'a\0b' },
  { user: 'x'.repeat(321) },
  { clearTextConsent: true },
  { logger: true },
])('refuses %j', (change) => {
  expect(MailboxTarget.safeParse({ ...draft, ...change }).success).toBe(false);
});

describe('a password', () => {
  const check = (value: string) => MailboxCheck.safeParse({ draft, password: { kind: 'typed', value } });
  const save = (value: string) => MailboxSave.safeParse({ draft, password: { kind: 'replace', value } });

  test.each(['a\0b', 'a\r\nb LOGOUT', '\ud800', 'x'.repeat(1025), ''])('%j cannot be sent', (value) => {
    for (const result of [check(value), save(value)]) {
      expect(result.success).toBe(false);
      if (value.length > 2) expect(JSON.stringify(result.error?.issues)).not.toContain(value);
    }
  });

  test.each(['correct horse', 'ПАРОЛЬ "\\{3}', ' x '])('%j can', (value) => {
    expect(check(value).success).toBe(true);
    expect(save(value).success).toBe(true);
  });
});

test.each(['short', 'with blank here', 'quote"quote', 'line\r\nbreak', 'x'.repeat(65), 'ümlaut-token'])(
  '%j is no token',
  (text) => {
    expect(MessageToken.safeParse(text).success).toBe(false);
  },
);

test.each([{ limitMs: -1 }, { limitMs: 600_001 }, { limitMs: 1.5 }, { since: 'yesterday' }, { folder: 'INBOX' }])(
  'no wait with %j',
  (change) => {
    expect(MailboxWait.safeParse(wait).success).toBe(true);
    expect(MailboxWait.safeParse({ ...wait, ...change }).success).toBe(false);
  },
);
