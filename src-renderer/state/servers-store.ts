import { create } from 'zustand';
import type { Result } from '../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { loadApp, showServer, useApp } from './app-store';
import { emitter } from './emitter';
import { invoke } from './ipc';

interface ServersStore {
  servers: ServerSummary[];
  loaded: boolean;
  query: string;
}

export const useServers = create<ServersStore>(() => ({ servers: [], loaded: false, query: '' }));

/** A server has another salt: what was said of its SMTP password was said with the one before. */
export const saltChanged = emitter<[ServerId]>();

/** A server has left the list. */
export const serverRemoved = emitter<[ServerId]>();

/** Takes the list as main sends it. */
export function setServers(servers: ServerSummary[]): void {
  const here = new Set(servers.map(({ id }) => id));
  const gone = useServers.getState().servers.filter(({ id }) => !here.has(id));
  useServers.setState({ servers, loaded: true });
  for (const { id } of gone) serverRemoved.emit(id);
}

export const setQuery = (query: string): void => useServers.setState({ query });

export const useServer = (id: ServerId): ServerSummary | undefined =>
  useServers(({ servers }) => servers.find((server) => server.id === id));

/** The same outside what is drawn; undefined for one that is no longer in the list. */
export const serverOf = (serverId: ServerId): ServerSummary | undefined =>
  useServers.getState().servers.find(({ id }) => id === serverId);

/** What a server is called; empty where it is no longer in the list. */
export const serverName = (serverId: ServerId): string => serverOf(serverId)?.name ?? '';

export const takeList = (told: Result<ServerSummary[]>): void => void (told.ok && setServers(told.value));

export const loadServers = async (): Promise<void> => takeList(await invoke('server.list', undefined));

/** Starts the demo fleet and shows its first server. */
export async function startDemo(call: 'demo.start' | 'demo.restart' = 'demo.start'): Promise<void> {
  const result = await invoke(call, undefined);
  if (!result.ok) return;
  setServers(result.value);
  await loadApp();
  const first = result.value.find(({ demo }) => demo);
  if (first) showServer(first.id, 'overview');
}

export async function stopDemo(): Promise<void> {
  await invoke('demo.stop', undefined);
  await loadServers();
  await loadApp();
  useApp.setState({ view: { kind: 'start' } });
}
