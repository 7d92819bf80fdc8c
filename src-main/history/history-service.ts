import type { HistoryView } from '../../src-shared/contract';
import type { ServerId } from '../../src-shared/model/server';
import type { Handlers } from '../ipc/work';
import type { Settle } from '../organization/settle';
import type { History } from './history-log';

const SHOWN = 500;
type HistoryCalls = Pick<Handlers, Extract<keyof Handlers, `history.${string}`>>;

/** The calls about what was written, newest first, and about settling a write of open end. */
export function historyService(history: History, settle: Settle): HistoryCalls {
  const view = (serverId: ServerId): HistoryView => {
    const chain = history.verify();
    return {
      entries: history.list({ serverId, limit: SHOWN }),
      chain: chain.ok ? chain : { ok: false, why: `Line ${chain.firstBadLine}: ${chain.why}` },
    };
  };
  return {
    'history.list': async ({ serverId }) => view(serverId),
    async 'history.verify'({ serverId, historyId }, work) {
      await work.step('Read the server', () => settle.byReading(serverId, historyId));
      return view(serverId);
    },
  };
}
