import type { HistoryEntry } from '../../src-shared/model/history';

/** A write without the marks of its secrets, which only main needs and nobody else is to try to guess from. */
export const withoutMarks = (entry: HistoryEntry): HistoryEntry => ({
  ...entry,
  entries: entry.entries.map((each) => ({ ...each, changes: each.changes.map(({ mark: _, ...change }) => change) })),
});
