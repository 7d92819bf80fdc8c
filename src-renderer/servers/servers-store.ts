import { create } from 'zustand';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { invoke } from '../ipc';
import { loadApp, showServer, useApp } from '../shell/app-store';

interface ServersStore {
  servers: ServerSummary[];
  loaded: boolean;
  query: string;
}

export const useServers = create<ServersStore>(() => ({ servers: [], loaded: false, query: '' }));

export const setServers = (servers: ServerSummary[]): void => useServers.setState({ servers, loaded: true });
export const setQuery = (query: string): void => useServers.setState({ query });

export const useServer = (id: ServerId): ServerSummary | undefined =>
  useServers(({ servers }) => servers.find((server) => server.id === id));

export async function loadServers(): Promise<void> {
  const result = await invoke('server.list', undefined);
  if (result.ok) setServers(result.value);
}

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

/** The servers that match what was typed, in their groups; groups in the order of their names, the demo fleet last. */
export function groupsOf(
  servers: readonly ServerSummary[],
  query: string,
): { name: string; servers: ServerSummary[] }[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = ({ name, host, group, environment, notes }: ServerSummary) => {
    const text = `${name} ${host} ${group} ${environment} ${notes}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const groups = new Map<string, ServerSummary[]>();
  for (const server of servers.filter(matches)) groups.set(server.group, [...(groups.get(server.group) ?? []), server]);
  const isDemo = (members: ServerSummary[]) => members.every(({ demo }) => demo);
  return [...groups]
    .map(([name, members]) => ({ name, servers: members }))
    .sort((a, b) => Number(isDemo(a.servers)) - Number(isDemo(b.servers)) || a.name.localeCompare(b.name));
}
