import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { load, organizationOf } from '../organization/organization-store';
import { checkServer, useChecks } from '../state/check-store';
import { invoke } from '../state/ipc';
import { loadServers, useServers } from '../state/servers-store';
import { tell } from '../state/task';

/** Why nothing can be changed there, wherever a button would. */
export const READ_ONLY = message('servers.readOnly');

/** Allows or ends writing to a server. For production the core asks first, and takes it back after a time. */
export async function setReadOnly({ id, name }: ServerSummary, readOnly: boolean): Promise<void> {
  const result = await invoke('server.setReadOnly', { serverId: id, readOnly });
  if (!result.ok && result.failure.code !== 'write.notConfirmed') tell(name, message('servers.said.notChanged'), true);
  await loadServers();
}

/** Reads again what was found while nothing could be written: the rights of the account were not asked for then. */
function readAgain(id: ServerId, server: ServerSummary): void {
  if (useChecks.getState().checks[id]?.kind === 'done') void checkServer(server, true);
  if (organizationOf(id).getState().view?.notWritable) void load(id);
}

/** Follows what the core says of each server: says in the status line when writing begins and ends. */
export function listenToWriting(): void {
  useServers.subscribe(({ servers }, { servers: before }) => {
    if (servers === before) return;
    const earlier = new Map(before.map((server) => [server.id, server]));
    for (const server of servers) {
      const was = earlier.get(server.id);
      if (!was || was.readOnly === server.readOnly) continue;
      tell(server.name, message(server.readOnly ? 'servers.said.readOnlyAgain' : 'servers.said.writable'));
      if (!server.readOnly) readAgain(server.id, server);
    }
  });
}
