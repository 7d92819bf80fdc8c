import path from 'node:path';
import { app, BrowserWindow, type Session } from 'electron';
import { APP_ORIGIN } from './resources';

/** Opens the one window. It is shown once it has something to show. */
export function openWindow(session: Session, show: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 820,
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
    },
  });
  window.once('ready-to-show', () => show && window.show());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
