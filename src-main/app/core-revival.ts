import { app } from 'electron';
import { log } from '../files/log';
import type { AppLock } from '../work/app-lock';
import type { Core } from './core';
import { hasToClose } from './has-to-close';
import { tooOften } from './too-often';

interface Needs {
  core: Pick<Core, 'begin' | 'onLost'>;
  lock: Pick<AppLock, 'isLocked'>;
  /** Has the page loaded again, in a new process: what the old one waited for never comes. */
  recycle(): Promise<void>;
}

/** Starts the core again whenever it ends by itself; the app closes where that does not help. */
export function reviveCore({ core, lock, recycle }: Needs) {
  const isTooOften = tooOften();
  let isUnderWay = false;

  /** The lock may end it while it starts; unlocking starts another one. */
  const begin = () =>
    core.begin(false).catch((error: unknown) => {
      if (!lock.isLocked()) throw error;
    });

  async function revive(): Promise<void> {
    if (lock.isLocked()) return; // unlocking starts one
    if (isTooOften()) throw new Error('The core ended by itself again and again.');
    isUnderWay = true;
    await Promise.all([recycle(), begin()]).finally(() => {
      isUnderWay = false;
    });
  }

  core.onLost(() => {
    revive().catch((why: unknown) => {
      log.bug(why);
      void hasToClose().finally(() => app.quit());
    });
  });
  return { begin, isUnderWay: () => isUnderWay };
}
