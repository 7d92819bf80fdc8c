import { powerMonitor, type WebContents } from 'electron';
import type { AutoLock } from '../../src-shared/model/app';
import { log } from '../files/log';

const LOOK_EVERY_MS = 5000;

export interface IdlenessWatch {
  /** Hears that the user's idle time is over, or that the screen went. */
  onIdle(listener: () => void): void;
  /** Hears that the computer is about to sleep, whatever the user chose. */
  onSleep(listener: () => void): void;
  apply(autoLock: AutoLock): void;
  stop(): void;
}

/** Tells of the end of the idle time the user chose, and of the screen's if they chose that. Watches nothing before `apply`. */
export function watchIdleness(): IdlenessWatch {
  let lock = () => {};
  let sleeps = () => {};
  let chosen: AutoLock = { afterMinutes: 0, withScreen: false };
  let timer: NodeJS.Timeout | undefined;
  const withScreen = () => chosen.withScreen && lock();
  const suspended = () => {
    sleeps();
    withScreen();
  };
  powerMonitor.on('lock-screen', withScreen);
  powerMonitor.on('suspend', suspended);
  const look = () => {
    if (chosen.afterMinutes > 0 && powerMonitor.getSystemIdleTime() >= chosen.afterMinutes * 60) lock();
  };
  return {
    onIdle(listener) {
      lock = listener;
    },
    onSleep(listener) {
      sleeps = listener;
    },
    apply(autoLock) {
      chosen = autoLock;
      clearInterval(timer);
      timer = chosen.afterMinutes > 0 ? setInterval(look, LOOK_EVERY_MS) : undefined;
    },
    stop() {
      clearInterval(timer);
      powerMonitor.off('lock-screen', withScreen);
      powerMonitor.off('suspend', suspended);
    },
  };
}

/** On Linux the first way asks the process itself to end: one that does not hear it is ended by the system. */
const END_LIMIT_MS = 500;

/**
 * Ends the process of a window and resolves once it is gone, so that nothing that was shown stays in memory; whoever watches
 * for a page that is gone (reviveWindow) brings it back in a new process.
 */
export async function recycleRenderer(contents: WebContents | undefined): Promise<void> {
  if (!contents || contents.isDestroyed() || contents.isCrashed()) return;
  const systemProcess = contents.getOSProcessId();
  const gone = new Promise<void>((resolve) => {
    contents.once('render-process-gone', () => resolve());
    contents.once('destroyed', () => resolve());
  });
  const late = setTimeout(() => kill(systemProcess), END_LIMIT_MS);
  contents.forcefullyCrashRenderer();
  await gone;
  clearTimeout(late);
}

function kill(systemProcess: number): void {
  try {
    process.kill(systemProcess, 'SIGKILL');
  } catch (error) {
    log.warn(`The window's process could not be ended: ${String(error)}`);
  }
}
