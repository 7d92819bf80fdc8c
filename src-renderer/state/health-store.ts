import { create } from 'zustand';
import type { ServerId } from '../../src-shared/model/server';
import type { FleetView, ServerHealth } from '../../src-shared/model/server-health';
import { useApp } from './app-store';
import { invoke } from './ipc';
import { useServers } from './servers-store';
import { tell } from './task';

/** How every server was found last, what the user opened when, and whether the checks in the background rest. */
export const useFleet = create<FleetView>(() => ({ paused: false, collapsed: [], health: {}, openedAt: {} }));

async function loadFleet(): Promise<void> {
  const result = await invoke('fleet.view', undefined);
  if (result.ok) useFleet.setState(result.value);
}

export const takeHealth = (changed: Record<ServerId, ServerHealth>): void =>
  useFleet.setState(({ health }) => ({ health: { ...health, ...changed } }));

/** Shown once it is kept: whoever closes the app then finds it as it was. */
export async function pauseChecks(paused: boolean): Promise<void> {
  const result = await invoke('fleet.pause', { paused });
  if (result.ok) useFleet.setState({ paused });
  else
    tell(
      'Background checks',
      paused ? 'could not be paused' : 'are still paused: the setting could not be saved',
      true,
    );
}

export async function collapse(group: string, isCollapsed: boolean): Promise<void> {
  useFleet.setState(({ collapsed }) => ({
    collapsed: [...collapsed.filter((name) => name !== group), ...(isCollapsed ? [group] : [])],
  }));
  await invoke('fleet.collapse', { group, collapsed: isCollapsed });
}

/** Whatever reads the list again, e.g. a window that was locked, missed what became of the servers meanwhile. */
useServers.subscribe(({ servers }, { servers: before }) => {
  if (servers !== before) void loadFleet();
});

/** Remembers which server is shown, whatever showed it. */
useApp.subscribe(({ view }, { view: before }) => {
  if (view.kind !== 'server' || (before.kind === 'server' && before.serverId === view.serverId)) return;
  const { serverId } = view;
  useFleet.setState(({ openedAt }) => ({ openedAt: { ...openedAt, [serverId]: new Date().toISOString() } }));
  void invoke('server.opened', { serverId });
});
