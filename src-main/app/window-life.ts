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
import { openWindow, showWindow, type ZoomStep, zoomBy } from './window';
import { reviveWindow } from './window-crash';
import { placeKeeper } from './window-place';

interface Opening {
  /** Resolves once the window may be shown; it is not where this never does. */
  mayShow: Promise<void>;
  input: UserInput;
  /** Whether the app itself ended the page's process. */
  meant(): boolean;
  /** The page's process is gone, and nobody asked it to end. */
  onLost(): void;
}

/** The one window, from before it is there until after it is gone: what is asked of it while it is not there does nothing. */
export function createWindowLife(folder: string) {
  const place = placeKeeper(path.join(folder, 'window.json'));
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
    /** The page is loaded at once. `shown` resolves once a person can see it. */
    async open({ mayShow, input, meant, onLost }: Opening): Promise<{ window: BrowserWindow; shown: Promise<void> }> {
      const at = await place.read();
      const session = lockedSession();
      serveAppScheme(session, path.join(app.getAppPath(), 'out/renderer'), languageNow);
      const made = openWindow(session, at);
      window = made;
      input.of(made.webContents);
      const onHopeless = () => void hasToClose().finally(() => app.quit());
      reviveWindow(made, { meant, onLost, onHopeless });
      return { window: made, shown: showWindow(made, at, { place, mayShow }) };
    },
    settled: place.settled,
  };
}
