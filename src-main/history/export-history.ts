import { codeOf } from '../../src-shared/history/changed-field';
import type { ExportFormat } from '../../src-shared/history/export-formats';
import { kindOf, type WriteKind } from '../../src-shared/history/write-kind';
import type { HistoryChange, HistoryEntry } from '../../src-shared/model/history';
import { csv } from '../../src-shared/users/csv';
import { historyLdif } from './history-ldif';
import { withoutMarks } from './without-marks';

/** What stands in an export in the place of a secret. */
const LEFT_OUT = 'secret, left out';

/**
 * Writes the history for somebody else to read: whole writes with all that is known of them, and of secrets only that they
 * changed. `entries` newest first, as they are listed. JSON and LDIF are for programs, CSV has one line per setting.
 */
export function exportHistory(entries: readonly HistoryEntry[], format: ExportFormat, at: Date): string {
  switch (format) {
    case 'json':
      return historyJson(entries, at);
    case 'csv':
      return historyCsv(entries);
    case 'ldif':
      return historyLdif([...entries].reverse(), 'asWritten');
    case 'undoLdif':
      return historyLdif(entries, 'toUndo');
  }
}

function historyJson(entries: readonly HistoryEntry[], at: Date): string {
  const writes = entries.map((entry) => {
    const { entries: changed, ...about } = withoutMarks(entry);
    const kind = kindOf(entry);
    return {
      ...about,
      entries: changed.map((each) => ({ ...each, changes: each.changes.map((change) => coded(change, kind)) })),
    };
  });
  return `${JSON.stringify({ format: 'gluu-console-history', version: 1, exportedAt: at.toISOString(), writes }, null, 2)}\n`;
}

const coded = (change: HistoryChange, kind: WriteKind | undefined) => ({
  ...change,
  field: codeOf(change, kind),
  ...(change.secret ? { leftOut: LEFT_OUT } : {}),
});

const heads = [
  'Number',
  'Began',
  'Ended',
  'Server',
  'Environment',
  'Host',
  'OS user',
  'Bind DN',
  'Reason',
  'Rollback of',
  'Outcome',
  'Guard',
  'Verified',
  'Held after refresh',
  'Failure',
  'Entry',
  'Operation',
  'Setting',
  'Attribute',
  'JSON key',
  'Before',
  'After',
];

function historyCsv(entries: readonly HistoryEntry[]): string {
  const rows = entries.flatMap((entry) =>
    entry.entries.flatMap(({ dn, operation, changes }) =>
      (changes.length > 0 ? changes : [undefined]).map((change) => [
        ...aboutWrite(entry),
        dn,
        operation ?? 'modify',
        change ? codeOf(change, kindOf(entry)) : '',
        change?.attribute ?? '',
        change?.key ?? '',
        sideOf(change, 'before'),
        sideOf(change, 'after'),
      ]),
    ),
  );
  return csv([heads, ...rows]);
}

const sideOf = (change: HistoryChange | undefined, side: 'before' | 'after'): string =>
  change?.secret ? (change.unset === side ? '' : LEFT_OUT) : (change?.[side] ?? []).join('\n');

const aboutWrite = (entry: HistoryEntry): string[] => [
  String(entry.seq),
  entry.time,
  entry.endedAt ?? '',
  entry.serverName,
  entry.environment,
  entry.host,
  entry.actor.osUser,
  entry.actor.bindDn,
  entry.reason ?? '',
  entry.rollbackOf ?? '',
  entry.outcome,
  entry.check ?? '',
  entry.verifiedAt ?? '',
  entry.held === undefined ? '' : entry.held ? 'yes' : 'no',
  entry.failure ? [entry.failure.code, entry.failure.detail].filter(Boolean).join(': ') : '',
];
