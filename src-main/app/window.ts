import path from 'node:path';
import { app, BrowserWindow, dialog, type Session, screen, type WebContents } from 'electron';
import { log } from '../files/log';
import { textsNow } from './language';
import type { WindowPlace } from './place-file';
import { APP_ORIGIN } from './resources';
import { boundsToOpen, type PlaceKeeper } from './window-place';

const USUAL = { width: 1280, height: 820 };

/** Opens the one window at its place, not yet shown. */
export function openWindow(session: Session, { bounds }: WindowPlace): BrowserWindow {
  const window = new BrowserWindow({
    ...boundsToOpen(bounds, workAreas(), USUAL),
    minWidth: 940,
    minHeight: 600,
    show: false,
    title: 'Gluu Console',
    autoHideMenuBar: true,
    webPreferences: {
      preload: path.join(app.getAppPath(), 'out/preload/preload.cjs'),
      session,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      enableWebSQL: false,
      devTools: !app.isPackaged,
    },
  });
  window.on('close', () => closing.add(window));
  window.webContents.on('will-prevent-unload', () => {
    closing.delete(window);
    leaveIfMeant(window).catch(log.bug);
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/**
 * Shows the window once it has something to show and `mayShow` has resolved, and keeps its place from then on. Resolves once
 * it is there; one that is closed before never is.
 */
export async function showWindow(
  window: BrowserWindow,
  { maximized }: WindowPlace,
  { place, mayShow }: { place: Pick<PlaceKeeper, 'follow'>; mayShow: Promise<void> },
): Promise<void> {
  await new Promise<void>((resolve) => void window.once('ready-to-show', resolve));
  await mayShow;
  if (window.isDestroyed()) return;
  if (maximized) window.maximize();
  window.show();
  place.follow(window);
}

/** The main display's first. */
function workAreas() {
  const main = screen.getPrimaryDisplay();
  return [main, ...screen.getAllDisplays().filter(({ id }) => id !== main.id)].map(({ workArea }) => workArea);
}

const closing = new WeakSet<BrowserWindow>();

/** Whether the window was asked to close, and its page has not said that it wants to stay. */
export const isClosing = (window: BrowserWindow): boolean => closing.has(window);

const STAY = 0;
const asking = new WeakSet<BrowserWindow>();

/** Closes a window with unsaved changes if the user means it. The box blocks nothing: one that held main would hold the lock. */
async function leaveIfMeant(window: BrowserWindow): Promise<void> {
  if (asking.has(window)) return;
  asking.add(window);
  const { say } = await textsNow();
  const asked = dialog.showMessageBox(window, {
    type: 'warning',
    title: 'Gluu Console',
    message: say('box.leave'),
    detail: say('box.leave.detail'),
    buttons: [say('box.leave.stay'), say('box.leave.yes')],
    defaultId: STAY,
    cancelId: STAY,
    noLink: true,
  });
  const { response } = await asked.finally(() => asking.delete(window));
  if (response !== STAY && !window.isDestroyed()) window.destroy();
}

/** Electron's own entries of the menu go half a level at a time, from 50 % to 300 %. */
const ZOOM = { step: 0.5, least: -4, most: 6 };

export type ZoomStep = 'in' | 'out' | 'reset';

/** Does what the menu's entries for zoom do. */
export function zoomBy(contents: WebContents, step: ZoomStep): void {
  const by = { in: ZOOM.step, out: -ZOOM.step, reset: -contents.zoomLevel }[step];
  contents.zoomLevel = Math.min(ZOOM.most, Math.max(ZOOM.least, contents.zoomLevel + by));
}
