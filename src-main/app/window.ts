import path from 'node:path';
import { app, BrowserWindow, dialog, type Session, screen, type WebContents } from 'electron';
import { log } from '../files/log';
import { textsNow } from './language';
import { APP_ORIGIN } from './resources';
import { boundsToOpen, type PlaceFile } from './window-place';

const USUAL = { width: 1280, height: 820 };

/** Opens the one window where it was last. It is shown once it has something to show. */
export function openWindow(session: Session, place: PlaceFile, show: boolean): BrowserWindow {
  const { bounds, maximized } = place.read();
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
  window.once('ready-to-show', () => {
    if (!show) return;
    if (maximized) window.maximize();
    window.show();
    place.follow(window);
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
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
  const { say } = textsNow();
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
