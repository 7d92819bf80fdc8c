import { create } from 'zustand';
import type { ServerId } from '../../src-shared/model/server';
import type { HealthView, ServerHealth } from '../../src-shared/model/server-health';
import { message } from '../../src-shared/texts/message';
import { useApp } from './app-store';
import { invoke } from './ipc';
import { useServers } from './servers-store';
import { tell } from './task';

/** How every server was found last, what the user opened when, and whether the checks in the background rest. */
export const useHealth = create<HealthView>(() => ({ paused: false, collapsed: [], health: {}, openedAt: {} }));

async function loadHealth(): Promise<void> {
  const result = await invoke('health.view', undefined);
  if (result.ok) useHealth.setState(result.value);
}

export const takeHealth = (changed: Record<ServerId, ServerHealth>): void =>
  useHealth.setState(({ health }) => ({ health: { ...health, ...changed } }));

/** Shown once it is stored, so that it is the same after the app was closed. */
export async function pauseChecks(paused: boolean): Promise<void> {
  const result = await invoke('health.pause', { paused });
  if (result.ok) useHealth.setState({ paused });
  else tell(undefined, message(paused ? 'servers.checks.notPaused' : 'servers.checks.stillPaused'), true);
}

export async function collapse(group: string, isCollapsed: boolean): Promise<void> {
  useHealth.setState(({ collapsed }) => ({
    collapsed: [...collapsed.filter((name) => name !== group), ...(isCollapsed ? [group] : [])],
  }));
  await invoke('health.collapse', { group, collapsed: isCollapsed });
}

/**
 * Follows the list of servers and the view. Whatever reads the list again, e.g. a window that was locked, missed what became of
 * the servers meanwhile; and which server is shown is remembered, whatever showed it.
 */
export function followServers(): void {
  useServers.subscribe(({ servers }, { servers: before }) => {
    if (servers !== before) void loadHealth();
  });
  useApp.subscribe(({ view }, { view: before }) => {
    if (view.kind !== 'server' || (before.kind === 'server' && before.serverId === view.serverId)) return;
    const { serverId } = view;
    useHealth.setState(({ openedAt }) => ({ openedAt: { ...openedAt, [serverId]: new Date().toISOString() } }));
    void invoke('server.opened', { serverId });
  });
}
