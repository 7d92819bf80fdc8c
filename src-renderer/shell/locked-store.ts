import { create } from 'zustand';
import type { Failure } from '../../src-shared/failure';
import type { LockedWork } from '../../src-shared/model/app';
import { ServerId } from '../../src-shared/model/server';
import { invoke } from '../ipc';
import { keptDrafts, restoreDrafts } from '../organization/organization-store';
import { loadServers } from '../servers/servers-store';
import { loadApp, showServer, useApp } from './app-store';

interface LockStore {
  locked: boolean;
  unlocking: boolean;
  failure: Failure | undefined;
}

export const useLock = create<LockStore>(() => ({ locked: false, unlocking: false, failure: undefined }));

/** Locks the console, as main does by itself when nobody is there. */
export const lockNow = (): void => void invoke('app.lock', undefined);

/** Main has locked: every screen goes, then main is given what was typed and not saved, without secrets. */
export async function takeLock(): Promise<void> {
  const work: LockedWork = { drafts: keptDrafts(), ...shownServer() };
  useLock.setState({ locked: true, failure: undefined });
  useApp.setState({ front: { kind: 'none' } });
  await new Promise((resolve) => setTimeout(resolve, 0)); // React has drawn the lock screen by then
  await invoke('app.blanked', work);
}

/** What the window begins with; where main is locked, the lock screen. */
export async function begin(): Promise<void> {
  const failure = await loadApp();
  if (failure?.code === 'app.locked') useLock.setState({ locked: true });
  else await loadServers();
}

export async function unlock(): Promise<void> {
  useLock.setState({ unlocking: true, failure: undefined });
  const result = await invoke('app.unlock', undefined);
  useLock.setState({ unlocking: false });
  if (!result.ok) {
    useLock.setState({ failure: result.failure });
    return;
  }
  await begin();
  goOn(result.value);
  useLock.setState({ locked: false });
}

function shownServer(): Pick<LockedWork, 'shown'> {
  const { view } = useApp.getState();
  if (view.kind !== 'server') return {};
  const { serverId, tab, organizationTab } = view;
  return { shown: { serverId, tab, organizationTab } };
}

/** Shows what was shown; else, where only drafts were left behind, the first of them. */
function goOn({ drafts, shown }: LockedWork): void {
  restoreDrafts(drafts);
  const first = ServerId.safeParse(Object.keys(drafts)[0]);
  if (shown) showServer(shown.serverId, shown.tab, shown.organizationTab);
  else if (first.success) showServer(first.data, 'organization');
}
