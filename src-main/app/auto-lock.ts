import { powerMonitor, type WebContents } from 'electron';
import type { AutoLock } from '../../src-shared/model/app';

const LOOK_EVERY_MS = 5000;

export interface IdlenessWatch {
  apply(autoLock: AutoLock): void;
  stop(): void;
}

/** Calls `lock` after the idle time the user chose, and with the screen if they chose that. Watches nothing before `apply`. */
export function watchIdleness(lock: () => void): IdlenessWatch {
  let chosen: AutoLock = { afterMinutes: 0, withScreen: false };
  let timer: NodeJS.Timeout | undefined;
  const withScreen = () => chosen.withScreen && lock();
  powerMonitor.on('lock-screen', withScreen);
  powerMonitor.on('suspend', withScreen);
  const look = () => {
    if (chosen.afterMinutes > 0 && powerMonitor.getSystemIdleTime() >= chosen.afterMinutes * 60) lock();
  };
  return {
    apply(autoLock) {
      chosen = autoLock;
      clearInterval(timer);
      timer = chosen.afterMinutes > 0 ? setInterval(look, LOOK_EVERY_MS) : undefined;
    },
    stop() {
      clearInterval(timer);
      powerMonitor.off('lock-screen', withScreen);
      powerMonitor.off('suspend', withScreen);
    },
  };
}

/** Ends the process of a window and loads its page into a new one: nothing that was shown stays in memory. */
export function recycleRenderer(contents: WebContents | undefined): void {
  if (!contents || contents.isDestroyed()) return;
  contents.forcefullyCrashRenderer();
  contents.reload();
}
