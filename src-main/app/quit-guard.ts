import { app, powerMonitor } from 'electron';
import { log } from '../files/log';
import type { WritesUnderWay } from '../work/writes-under-way';
import type { Core } from './core';

/** As long as an administrator who wants to leave is kept; a write that takes longer is settled at the next start. */
const PATIENCE_MS = 10_000;

interface Needs {
  writes: WritesUnderWay;
  core: Pick<Core, 'end' | 'isRunning'>;
  /** Resolves once main's own files are written. */
  settled(): Promise<void>;
}

/**
 * Holds the end of the app back while a server is being written to, however it was asked for: Quit, the last window's end,
 * SIGTERM and SIGHUP (which Electron turns into Quit) or the end of the user's session. After 10 s it ends all the same:
 * the history knows the write as begun, and the next reading of that server settles it. With the last window the app ends, and
 * before main does the core: it finishes its last write and its files.
 */
export function guardQuit({ writes, core, settled }: Needs): void {
  let waiting = false;
  const leave = async () => {
    if (waiting) return;
    waiting = true;
    log.info('The app was asked to end while a server was being written to; it waits for the write.');
    if (!(await writes.settled(PATIENCE_MS))) {
      log.warn('The write did not end within 10 s; the history keeps it open, and the next start settles it.');
      app.exit(0); // a second `quit` would be held back again
      return;
    }
    waiting = false;
    app.quit();
  };
  const holdBack = (event: { preventDefault(): void }) => {
    if (!writes.any()) return;
    event.preventDefault();
    leave().catch(log.bug);
  };
  app.on('before-quit', holdBack);
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (!core.isRunning()) return;
    event.preventDefault();
    void Promise.allSettled([core.end(), settled()]).finally(() => app.quit());
  });
  // Electron emits it with an event (api/power-monitor.md), and its types forget that.
  if (process.platform !== 'win32') powerMonitor.on('shutdown', holdBack as unknown as () => void);
}
