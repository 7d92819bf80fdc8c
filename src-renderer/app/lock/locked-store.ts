import { create } from 'zustand';
import type { Failure } from '../../../src-shared/model/failure';
import { showKnownApp, takeApp, useApp } from '../../state/app-store';
import { firstAnswers, firstView } from '../../state/first-answers';
import { showKnownServers, takeServers } from '../../state/health-store';
import { invoke } from '../../state/ipc';
import { onScreen } from '../../ui/on-screen';
import { keepWork, restoreWork, workNow } from './kept-work';

interface LockStore {
  /** What the window begins with has been answered: from then on it is drawn, all at once. */
  begun: boolean;
  locked: boolean;
  unlocking: boolean;
  failure: Failure | undefined;
}

export const useLock = create<LockStore>(() => ({ begun: false, locked: false, unlocking: false, failure: undefined }));

/** Locks the console, as main does when nobody is there. */
export const lockNow = (): void => void invoke('app.lock', undefined);

/** Main has locked: every screen goes, then main is given what was typed and not saved, without secrets. */
export async function takeLock(): Promise<void> {
  const work = workNow();
  useLock.setState({ locked: true, failure: undefined });
  useApp.setState({ front: { kind: 'none' } });
  await new Promise((resolve) => setTimeout(resolve, 0)); // React has drawn the lock screen by then
  await invoke('app.blanked', work);
}

/** What the window begins with; where main is locked, the lock screen. Without its answers nothing is shown as if it were known. */
export async function begin(): Promise<void> {
  useLock.setState({ failure: undefined });
  const first = firstAnswers();
  const failures = await Promise.all([first.app.then(takeApp), takeServers(first)]);
  const failure = failures.find((one) => one !== undefined);
  if (failure?.code === 'app.locked') useLock.setState({ locked: true });
  else if (failure) useLock.setState({ begun: false, failure });
  else {
    useLock.setState({ begun: true });
    await keepWork();
  }
}

/** Has the window show what is known before the core is there. To be called before it is drawn; rejects where that is unusable. */
export async function showFirst(): Promise<void> {
  const known = await firstView();
  if (!known) return;
  showKnownServers(known);
  await showKnownApp(known.app);
  useLock.setState({ begun: true });
}

/** Begins, once what is known already is on the screen: the core takes the processor that draws it. */
export async function beginDrawn(): Promise<void> {
  if (useLock.getState().begun) await onScreen();
  await begin();
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
  restoreWork(result.value);
  useLock.setState({ locked: false });
}
