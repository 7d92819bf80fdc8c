import { expect, it } from 'vitest';
import { summaryOf } from '../../../src-renderer/history/history-words';
import type { HistoryEntry } from '../../../src-shared/model/history';

const change = (field: string, attribute: string, key?: string) => ({
  field,
  attribute,
  ...(key ? { key } : {}),
  before: null,
  after: ['x'],
});
const entryOf = (...changes: ReturnType<typeof change>[]) =>
  ({ entries: [{ dn: 'o=gluu', changes }] }) as unknown as HistoryEntry;

it('counts the settings that the review counted, and no key that came along with them', () => {
  const host = change('SMTP Host', 'oxSmtpConfiguration', 'host');
  const port = change('SMTP Port', 'oxSmtpConfiguration', 'port');
  const email = change('Contact Email', 'oxTrustEmail');
  const extra = change('x-kept', 'oxSmtpConfiguration', 'x-kept');
  expect(summaryOf(entryOf(host, port, email, extra))).toBe('SMTP Host, SMTP Port and 1 more');
  expect(summaryOf(entryOf(host, port, extra))).toBe('SMTP Host, SMTP Port');
  expect(summaryOf(entryOf(extra))).toBe('x-kept');
});
