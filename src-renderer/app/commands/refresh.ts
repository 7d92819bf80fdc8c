import type { ServerTab } from '../../../src-shared/model/app';
import type { ServerSummary } from '../../../src-shared/model/server';
import { openHistory } from '../../history/history-store';
import { load } from '../../organization/organization-store';
import { loadPending, loadRuns, type ResetTab, resetOf } from '../../reset/reset-store';
import { serverInHand, useApp } from '../../state/app-store';
import { checkServer, checkServers, useChecks } from '../../state/check-store';
import { useServers } from '../../state/servers-store';
import { findDuplicates, pickFor, searchPeople, type UsersTab, usersOf } from '../../users/users-store';

type Refresh = (server: ServerSummary) => Promise<void> | void;

/** A separate form, with nothing in it that was read. */
const nothing: Refresh = () => {};

const resetRefreshes: Record<ResetTab, Refresh> = {
  test: nothing,
  pending: ({ id }) => loadPending(id),
  runs: ({ id }) => loadRuns(id),
};

const usersRefreshes: Record<UsersTab, Refresh> = {
  people: ({ id }) => (usersOf(id).getState().found ? searchPeople(id) : undefined),
  pick: ({ id }) => (usersOf(id).getState().pick.kind === 'idle' ? undefined : pickFor(id)),
  duplicates: ({ id }) => (usersOf(id).getState().duplicates.kind === 'idle' ? undefined : findDuplicates(id)),
  test: nothing,
};

const tabs: Record<ServerTab, Refresh> = {
  overview: (server) => checkServer(server),
  organization: ({ id }) => load(id),
  reset: (server) => resetRefreshes[resetOf(server.id).getState().tab](server),
  users: (server) => usersRefreshes[usersOf(server.id).getState().tab](server),
  history: ({ id }) => openHistory(id),
};

/** Then every tab shows that. */
const isUnreached = ({ id }: ServerSummary): boolean => useChecks.getState().checks[id]?.kind === 'failed';

/** Reads again what is shown, where it is shown. What is typed stays as it is. */
export function refresh(): void {
  const { view } = useApp.getState();
  const { servers } = useServers.getState();
  const server = serverInHand(view, servers);
  if (view.kind === 'server' && server) void (isUnreached(server) ? checkServer(server) : tabs[view.tab](server));
  else if (view.kind === 'history') void openHistory('all');
  else if (view.kind === 'start') void checkServers(servers);
}
