import path from 'node:path';
import { app, type BrowserWindow, type WebContents } from 'electron';
import type { AppEvent } from '../../src-shared/contract/events';
import { recycleRenderer } from './auto-lock';
import { hasToClose } from './has-to-close';
import { languageNow } from './language';
import { lockedSession } from './lock-down';
import { serveAppScheme } from './resources';
import { tell } from './serve';
import type { UserInput } from './user-input';
import { openWindow, type ZoomStep, zoomBy } from './window';
import { reviveWindow } from './window-crash';
import { openPlaceFile } from './window-place';

interface Opening {
  show: boolean;
  input: UserInput;
  /** Whether the app itself ended the page's process. */
  meant(): boolean;
  /** The page's process is gone, and nobody asked it to end. */
  onLost(): void;
}

/** The one window, from before it is there until after it is gone: what is asked of it while it is not there does nothing. */
export function createWindowLife(folder: string) {
  const place = openPlaceFile(path.join(folder, 'window.json'));
  let window: BrowserWindow | undefined;
  const opened = (): BrowserWindow | undefined => (window?.isDestroyed() ? undefined : window);
  const contents = (): WebContents | undefined => opened()?.webContents;
  const withContents = (use: (there: WebContents) => void): void => {
    const there = contents();
    if (there) use(there);
  };

  return {
    contents,
    tell: (event: AppEvent) => withContents((there) => tell(there, event)),
    zoom: (step: ZoomStep) => withContents((there) => zoomBy(there, step)),
    recycle: () => recycleRenderer(contents()),
    focus() {
      const shown = opened();
      if (shown?.isMinimized()) shown.restore();
      shown?.focus();
    },
    open({ show, input, meant, onLost }: Opening): BrowserWindow {
      const session = lockedSession();
      serveAppScheme(session, path.join(app.getAppPath(), 'out/renderer'), languageNow);
      window = openWindow(session, place, show);
      input.of(window.webContents);
      const onHopeless = () => void hasToClose().finally(() => app.quit());
      reviveWindow(window, { meant, onLost, onHopeless });
      return window;
    },
    settled: place.settled,
  };
}
