import { expect, test } from 'vitest';
import { fits, HistoryFilter, soughtWords } from '../../../../src-shared/history/history-filter';
import type { Words } from '../../../../src-shared/texts/message';
import { texts } from '../../../support/english';
import { historyEntry } from '../../../support/history-entry';

const entry = historyEntry({ time: '2026-11-23T10:00:00.000Z', reason: 'New mail relay' });

test.each<[string, Partial<Omit<HistoryFilter, 'words'>> & { text?: string }, boolean]>([
  ['nothing', {}, true],
  ['a setting', { text: 'smtp host' }, true],
  ['an attribute and a value, in any order', { text: 'NEW.example oxSmtpConfiguration' }, true],
  ['a person', { text: 'ops directory' }, true],
  ['a reason', { text: 'relay' }, true],
  ['words of which one is not there', { text: 'smtp elsewhere' }, false],
  ['the mark of a secret', { text: 'aaaa' }, false],
  ['the beginning of the span', { from: '2026-11-23T10:00:00.000Z' }, true],
  ['before the span', { from: '2026-11-23T10:00:00.001Z' }, false],
  ['the end of the span, which is outside', { until: '2026-11-23T10:00:00.000Z' }, false],
  ['inside the span', { from: '2026-11-22T00:00:00.000Z', until: '2026-11-24T00:00:00.000Z' }, true],
  ['its outcome', { outcome: 'saved' }, true],
  ['another outcome', { outcome: 'open' }, false],
  ['its server', { serverId: entry.serverId }, true],
  ['its environment', { environment: 'production' }, true],
  ['another environment', { environment: 'test' }, false],
  ['one that fits and one that does not', { text: 'relay', environment: 'test' }, false],
])('looking for %s', (_, { text = '', ...filter }, found) => {
  expect(fits(entry, HistoryFilter.parse({ words: soughtWords(text, [texts]), ...filter }))).toBe(found);
});

test.each(['pending', 'unknown'] as const)('what is %s is open', (outcome) => {
  expect(fits(historyEntry({ outcome }), { words: [], outcome: 'open' })).toBe(true);
});

test('a setting is found by the name that the reader knows, in a history of now and in one of before', () => {
  const inGerman = { words: (words: Words) => (texts.words(words) === 'Contact Email' ? 'Kontaktadresse' : 'etwas') };
  const before = historyEntry();
  const [change] = before.entries[0]?.changes ?? [];
  if (!change) expect.unreachable();
  change.field = 'Contact Email';
  for (const each of [entry, before]) {
    expect(fits(each, { words: soughtWords('kontakt', [inGerman]) })).toBe(true);
    expect(fits(each, { words: soughtWords('kontakt', [texts]) })).toBe(false);
    expect(fits(each, { words: soughtWords('Contact', [texts]) })).toBe(true);
    expect(fits(each, { words: soughtWords('Contact', [inGerman, texts]) })).toBe(true);
  }
});
