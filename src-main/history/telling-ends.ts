import type { ServerId } from '../../src-shared/model/server';
import type { History } from './history-log';

/**
 * The history, whose `changed` hears of each write that ends, and of each whose end is found out later; also where that cannot
 * be recorded, because the server is not what it was all the same.
 */
export const tellingEnds = (history: History, changed: (serverId: ServerId, historyId: string) => void): History => ({
  ...history,
  async append(record) {
    const entry = record.kind === 'ended' ? history.get(record.id) : undefined;
    try {
      await history.append(record);
    } finally {
      if (entry) changed(entry.serverId, entry.id);
    }
  },
});
