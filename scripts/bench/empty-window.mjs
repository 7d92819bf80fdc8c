// What the app is compared with: the same runtime with one window of the same size and nothing but a button in it.
import { app, BrowserWindow } from 'electron';

const PAGE = '<!doctype html><title>Empty</title><main><h1>Empty</h1><button>Nothing</button></main>';

const folder = app.commandLine.getSwitchValue('user-data-dir');
if (folder) app.setPath('userData', folder);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 820, show: false, autoHideMenuBar: true });
  window.once('ready-to-show', () => window.show());
  return window.loadURL(`data:text/html,${encodeURIComponent(PAGE)}`);
});
