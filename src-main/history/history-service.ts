import type { HistoryPage } from '../../src-shared/contract/gluu-calls';
import { exportFiles } from '../../src-shared/history/export-formats';
import { fits, type HistoryFilter } from '../../src-shared/history/history-filter';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerId } from '../../src-shared/model/server';
import type { CallsOf } from '../work/work';
import { exportHistory } from './export-history';
import type { History } from './history-log';
import { withoutMarks } from './without-marks';

type HistoryCalls = Omit<CallsOf<'history'>, 'history.rollback'>;

interface Needs {
  history: History;
  /** Reads a server and settles one write of open end; whoever settles writes stands above the history. */
  settle: { byReading(serverId: ServerId, historyId: string): Promise<unknown> };
  /** Asks where to in the system's own dialog, and gives whether it was saved. */
  saveText(name: string, text: string): Promise<boolean>;
}

/** The calls about what was written, newest first: find, check, export, and settle a write of open end. */
export function historyService({ history, settle, saveText }: Needs): HistoryCalls {
  const matching = (entries: readonly HistoryEntry[], filter: HistoryFilter): HistoryEntry[] =>
    entries.filter((entry) => fits(entry, filter));

  let reading: Promise<unknown> = Promise.resolve();
  /** Every write. One reading of a long history at a time: each holds all of it. */
  async function everything(): Promise<readonly HistoryEntry[]> {
    await history.ready();
    if (history.isWhole()) return history.list();
    const read = reading.then(history.all);
    reading = read.catch(() => {}); // the caller sees the error
    return read;
  }

  return {
    async 'history.find'({ sought, limit }): Promise<HistoryPage> {
      const all = matching(await everything(), sought);
      return { entries: all.slice(0, limit).map(withoutMarks), total: all.length };
    },
    async 'history.chain'() {
      const chain = await history.verify();
      return chain.ok ? chain : { ok: false, why: chain.why };
    },
    async 'history.export'({ sought, format }) {
      const text = exportHistory(matching(await history.all(), sought), format, new Date());
      return { saved: await saveText(exportFiles[format], text) };
    },
    async 'history.verify'({ serverId, historyId }, work) {
      await work.step('Read the server', () => settle.byReading(serverId, historyId));
      const entry = history.get(historyId);
      return entry?.serverId === serverId ? { outcome: entry.outcome } : {};
    },
  };
}
