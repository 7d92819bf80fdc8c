import type { KeptWork } from '../../../src-shared/model/app';
import type { ServerId } from '../../../src-shared/model/server';
import { keptDrafts, organizationOf, restoreDrafts } from '../../organization/organization-store';
import { showServer, useApp } from '../../state/app-store';
import { invoke } from '../../state/ipc';

const QUIET_MS = 300;

/** What is typed, without secrets, and shown now. */
export function workNow(): KeptWork {
  const { view } = useApp.getState();
  const drafts = keptDrafts();
  if (view.kind !== 'server') return { drafts };
  const { serverId, tab, organizationTab } = view;
  return { drafts, shown: { serverId, tab, organizationTab } };
}

/** Shows what was shown; else, where only drafts were left behind, the first of them. */
export function restoreWork({ drafts, shown }: KeptWork): void {
  restoreDrafts(drafts);
  const [first] = Object.keys(drafts) as ServerId[]; // the core keeps them by nothing else
  if (shown) showServer(shown.serverId, shown.tab, shown.organizationTab);
  else if (first) showServer(first, 'organization');
}

let keeping = false;

/** Goes on with the work of a window that crashed, and from then on lets main know what this one is at. */
export async function keepWork(): Promise<void> {
  if (keeping) return;
  keeping = true;
  const left = await invoke('app.takeWork', undefined);
  if (left.ok) restoreWork(left.value);
  let timer: number | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void invoke('app.keepWork', workNow()), QUIET_MS);
  };
  organizationOf.onChange(soon);
  useApp.subscribe(({ view }, before) => {
    if (view !== before.view) soon();
  });
}
