import { create } from 'zustand';
import type { FirstView } from '../../src-shared/contract/app-calls';
import type { Failure, Result } from '../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { HealthView, ServerHealth } from '../../src-shared/model/server-health';
import { message } from '../../src-shared/texts/message';
import { useApp } from './app-store';
import type { FirstAnswers } from './first-answers';
import { invoke } from './ipc';
import { laidOver } from './laid-over';
import { setServers, takeList, useServers } from './servers-store';
import { tell } from './task';

/** How every server was found last, what the user opened when, and whether the checks in the background rest. */
export const useHealth = create<HealthView>(() => ({ paused: false, collapsed: [], health: {}, openedAt: {} }));

const early = laidOver<HealthView>();

/** Lays what the user does with the list over what `health.view` told, now and once that is taken. */
function changeView(change: (view: HealthView) => HealthView): void {
  early.note(change);
  useHealth.setState(change);
}

const takeView = (told: Result<HealthView>): void => void (told.ok && useHealth.setState(early.overAnswer(told.value)));

const loadHealth = async (): Promise<void> => takeView(await invoke('health.view', undefined));

/** The list whose health was asked for together with it. */
let withHealth: readonly ServerSummary[] | undefined;

/**
 * Takes the list of servers and their health, each as it is answered: what main tells later is laid over it. Gives why there is
 * no list, if so.
 */
export async function takeServers({ health, servers }: FirstAnswers): Promise<Failure | undefined> {
  const list = servers.then((told) => {
    withHealth = told.ok ? told.value : undefined;
    takeList(told);
    return told.ok ? undefined : told.failure;
  });
  const [failure] = await Promise.all([list, health.then(takeView)]);
  return failure;
}

/** Shows the list as it is known before the core answers. */
export function showKnownServers({ servers, health }: Pick<FirstView, 'servers' | 'health'>): void {
  withHealth = servers;
  setServers(servers);
  useHealth.setState(early.over(health));
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
  changeView((view) => ({
    ...view,
    collapsed: [...view.collapsed.filter((name) => name !== group), ...(isCollapsed ? [group] : [])],
  }));
  await invoke('health.collapse', { group, collapsed: isCollapsed });
}

/**
 * Follows the list of servers and the view. Whatever reads the list again, e.g. a window that was locked, missed what became of
 * the servers meanwhile; and which server is shown is remembered, whatever showed it.
 */
export function followServers(): void {
  useServers.subscribe(({ servers }, { servers: before }) => {
    if (servers !== before && servers !== withHealth) void loadHealth();
  });
  useApp.subscribe(({ view }, { view: before }) => {
    if (view.kind !== 'server' || (before.kind === 'server' && before.serverId === view.serverId)) return;
    const { serverId } = view;
    const openedAt = new Date().toISOString();
    changeView((view) => ({ ...view, openedAt: { ...view.openedAt, [serverId]: openedAt } }));
    void invoke('server.opened', { serverId });
  });
}
