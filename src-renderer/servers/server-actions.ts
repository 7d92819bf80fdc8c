import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { type ListSection, movedWithin, sectionsOf } from '../../src-shared/model/server-list';
import { useHealth } from '../state/health-store';
import { invoke } from '../state/ipc';
import { loadServers, setServers, useServers } from '../state/servers-store';
import { tell } from '../state/task';

export async function setFavourite({ id, name }: ServerSummary, favourite: boolean): Promise<void> {
  const result = await invoke('server.favourite', { serverId: id, favourite });
  tell(
    name,
    result.ok ? (favourite ? 'is a favourite now' : 'was removed from favourites') : 'could not be changed',
    !result.ok,
  );
  await loadServers();
}

/** Moves a server one place up (-1) or down (1) in its section. */
export async function moveBy(serverId: ServerId, step: -1 | 1): Promise<void> {
  const { servers, query } = useServers.getState();
  const section = sectionsOf(servers, query, useHealth.getState().health).find((one) =>
    one.servers.some(({ id }) => id === serverId),
  );
  const at = section?.servers.findIndex(({ id }) => id === serverId) ?? -1;
  if (section) await moveTo(section, serverId, at + step);
}

/** Moves a server to an index of its section, shown at once. */
export async function moveTo(section: ListSection, serverId: ServerId, to: number): Promise<void> {
  const { servers, query } = useServers.getState();
  const server = section.servers.find(({ id }) => id === serverId);
  if (!server) return;
  const where = section.name === '' ? 'the list' : section.name;
  if (section.kind === 'demo') return tell(server.name, 'keeps its place: the demo fleet is created afresh each time');
  if (query.trim() !== '') return tell(server.name, 'keeps its place while servers are searched for');
  if (to < 0) return tell(server.name, `is the first in ${where} already`);
  if (to >= section.servers.length) return tell(server.name, `is the last in ${where} already`);

  const own = servers.filter(({ demo }) => !demo);
  const ids = movedWithin(
    own.map(({ id }) => id),
    section.servers.map(({ id }) => id),
    serverId,
    to,
  );
  const place = new Map(ids.map((id, index) => [id, index]));
  setServers([
    ...own.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)),
    ...servers.filter(({ demo }) => demo),
  ]);
  const result = await invoke('server.order', { serverIds: ids });
  if (result.ok) tell(server.name, `moved to ${to + 1} of ${section.servers.length} in ${where}`);
  else {
    tell(server.name, 'could not be moved', true);
    await loadServers();
  }
}
