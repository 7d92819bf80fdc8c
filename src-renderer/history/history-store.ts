import { create } from 'zustand';
import type { HistoryView } from '../../src-shared/contract';
import type { Failure } from '../../src-shared/failure';
import type { ServerId } from '../../src-shared/model/server';
import { invoke } from '../ipc';

interface HistoryStore {
  views: Partial<Record<ServerId, HistoryView>>;
  failure: Failure | undefined;
}

export const useHistory = create<HistoryStore>(() => ({ views: {}, failure: undefined }));

export async function loadHistory(serverId: ServerId): Promise<void> {
  const result = await invoke('history.list', { serverId });
  if (result.ok)
    useHistory.setState(({ views }) => ({ views: { ...views, [serverId]: result.value }, failure: undefined }));
  else useHistory.setState({ failure: result.failure });
}

/** Reads it again if it was shown before. */
export function refreshHistory(serverId: ServerId): void {
  if (useHistory.getState().views[serverId]) void loadHistory(serverId);
}
