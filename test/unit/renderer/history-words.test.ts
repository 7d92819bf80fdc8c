import { expect, test } from 'vitest';
import { shown, summaryOf } from '../../../src-renderer/history/history-words';
import type { HistoryChange, HistoryEntry } from '../../../src-shared/model/history';
import { say, texts } from '../../support/english';

const textOf = (change: HistoryChange, side: 'before' | 'after') => shown(change, side).map(texts.words).join(' | ');

const change = (field: string, attribute: string, key?: string) => ({
  field,
  attribute,
  ...(key ? { key } : {}),
  before: null,
  after: ['x'],
});
const entryOf = (...changes: ReturnType<typeof change>[]) =>
  ({ entries: [{ dn: 'o=gluu', changes }] }) as unknown as HistoryEntry;

test('counts the settings that the review counted, and no key that came along with them', () => {
  const host = change('smtpHost', 'oxSmtpConfiguration', 'host');
  const port = change('smtpPort', 'oxSmtpConfiguration', 'port');
  const email = change('contactEmail', 'oxTrustEmail');
  const extra = change('x-kept', 'oxSmtpConfiguration', 'x-kept');
  expect(say(summaryOf(entryOf(host, port, email, extra)))).toBe('SMTP Host, SMTP Port and 1 more');
  expect(say(summaryOf(entryOf(host, port, extra)))).toBe('SMTP Host, SMTP Port');
  expect(say(summaryOf(entryOf(extra)))).toBe('x-kept');
});

test('writes the time of a request as every other time, and leaves anything else alone', () => {
  const created = (text: string) =>
    textOf({ ...change('request.creationDate', 'creationDate'), after: [text] }, 'after');
  expect(created('20180117090503.007Z')).toMatch(/^Jan 17, 2018, /);
  expect(created('Wed Jan 17 09:05:03 UTC 2018')).toBe(created('20180117090503Z'));
  expect(created('Wed Jan 17 09:05:03 EST 2018')).toBe('Wed Jan 17 09:05:03 EST 2018');
});

test('says of a secret in words what became of it, and never shows one that was not there', () => {
  const secret = (unset?: 'before' | 'after') => {
    const written = {
      ...change('smtpPassword', 'oxSmtpConfiguration', 'password'),
      secret: true as const,
      ...(unset ? { unset } : {}),
    } as HistoryChange;
    return [textOf(written, 'before'), textOf(written, 'after')];
  };
  expect([secret('before'), secret(), secret('after')]).toEqual([
    ['None', 'Set'],
    ['Stored', 'Replaced'],
    ['Stored', 'None'],
  ]);
});
