import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerId } from '../../src-shared/model/server';
import type { History } from './history-log';

interface Hears {
  changed(serverId: ServerId, historyId: string): void;
  /** The file does not say how a write ended, and so the history no longer does. */
  unrecorded(entry: HistoryEntry): void;
}

/**
 * The history, whose `changed` hears of each write that ends, and of each whose end is found out later, as soon as the history
 * says so: the server has changed then, whether the file takes it or not. Where it does not, both hear of it.
 */
export function tellingEnds(history: History, { changed, unrecorded }: Hears): History {
  const told = new Set<string>();
  return {
    ...history,
    async append(record) {
      const entry = record.kind === 'ended' ? history.get(record.id) : undefined;
      const appended = history.append(record);
      if (entry) changed(entry.serverId, entry.id);
      try {
        await appended;
      } catch (error) {
        if (entry) {
          changed(entry.serverId, entry.id);
          if (isOpenAgain(entry) && !told.has(entry.id)) unrecorded(entry);
          told.add(entry.id);
        }
        throw error;
      }
    },
  };
}

const isOpenAgain = ({ outcome }: HistoryEntry): boolean => outcome === 'pending' || outcome === 'unknown';
