import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { type ListSection, movedWithin, searchFor, sectionsOf } from '../../src-shared/model/server-list';
import { type Message, message } from '../../src-shared/texts/message';
import { useHealth } from '../state/health-store';
import { invoke } from '../state/ipc';
import { loadServers, setServers, useServers } from '../state/servers-store';
import { tell } from '../state/task';
import { englishNow, textsNow } from '../ui/texts-store';

export async function setFavourite({ id, name }: ServerSummary, favourite: boolean): Promise<void> {
  const result = await invoke('server.favourite', { serverId: id, favourite });
  const done = favourite ? 'servers.said.favourite' : 'servers.said.noFavourite';
  tell(name, message(result.ok ? done : 'servers.said.notChanged'), !result.ok);
  await loadServers();
}

/** Moves a server one place up (-1) or down (1) in its section. */
export async function moveBy(serverId: ServerId, step: -1 | 1): Promise<void> {
  const { servers, query } = useServers.getState();
  const { say } = textsNow();
  const found = searchFor(query, [say, englishNow().say]);
  const section = sectionsOf(servers, found, say, useHealth.getState().health).find((one) =>
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
  const group = section.name;
  const all = section.servers.length;
  if (section.kind === 'demo') return tell(server.name, message('servers.said.staysDemo'));
  if (query.trim() !== '') return tell(server.name, message('servers.said.staysSearch'));
  if (to < 0) return tell(server.name, placeIn('first', group));
  if (to >= all) return tell(server.name, placeIn('last', group));

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
  if (result.ok) tell(server.name, movedTo(to + 1, all, group));
  else {
    tell(server.name, message('servers.said.notMoved'), true);
    await loadServers();
  }
}

const placeIn = (end: 'first' | 'last', group: string): Message =>
  group === '' ? message(`servers.said.${end}InList`) : message(`servers.said.${end}`, { group });

const movedTo = (place: number, all: number, group: string): Message =>
  group === ''
    ? message('servers.said.movedInList', { place, all })
    : message('servers.said.moved', { place, all, group });
