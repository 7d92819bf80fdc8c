import type { BrowserWindow } from 'electron';
import { log } from '../files/log';
import { tooOften } from './too-often';
import { isClosing } from './window';

const REVIVE_AFTER_MS = 250;

interface Needs {
  /** Whether the app itself ended the page's process, as locking does: then nothing is lost, and it comes back by itself. */
  meant(): boolean;
  /** Lets the page say what was lost, once it is there again. */
  onLost(): void;
  /** It crashed again and again, and stays closed. */
  onHopeless(): void;
}

/**
 * Brings the page back when its process is gone, whoever ended it. What main is doing goes on meanwhile: the new page reads
 * from main and from the servers how things are. After three crashes within a minute it is given up. A window that was closed
 * before its page went is closed: that page can no longer answer whether it may be left.
 */
export function reviveWindow(window: BrowserWindow, { meant, onLost, onHopeless }: Needs): void {
  const isTooOften = tooOften();
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    if (!meant()) {
      log.warn(`The window's process is gone: ${reason}, exit code ${exitCode}.`);
      if (isTooOften()) {
        onHopeless();
        return;
      }
      onLost();
    }
    // Not within the event, while Electron is still taking the old page down.
    setTimeout(() => {
      if (window.isDestroyed()) return;
      if (isClosing(window)) window.destroy();
      else if (window.webContents.isCrashed()) window.webContents.reload();
    }, REVIVE_AFTER_MS);
  });
}
