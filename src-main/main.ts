import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { closeChromiumNetwork, lockedSession, lockWebContents } from './app/lock-down';
import { declareAppScheme, serveAppScheme } from './app/resources';
import { runSmokeTest } from './app/smoke-test';
import { reasonNotToStart } from './app/start-guards';
import { openWindow } from './app/window';
import { composeApp } from './compose';
import { log } from './log';

const folder = app.commandLine.getSwitchValue('user-data-dir');
if (folder) app.setPath('userData', folder);
const refusal = reasonNotToStart();
if (refusal || !app.requestSingleInstanceLock()) {
  process.stderr.write(`${refusal ?? 'Gluu Console is open already; its window was brought to the front.'}\n`);
  app.exit(refusal ? 2 : 0);
} else {
  start().catch((error: unknown) => {
    log.bug(error);
    process.stderr.write('Gluu Console could not start; the reason is in its log.\n');
    app.exit(1);
  });
}

async function start(): Promise<void> {
  closeChromiumNetwork();
  declareAppScheme();
  // As root (development and tests only) Chromium's sandbox cannot start, and demanding it would end every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lockWebContents(contents));
  await app.whenReady();

  let window: BrowserWindow | undefined;
  const composed = await composeApp(() => window?.webContents);
  if (app.commandLine.hasSwitch('demo')) await composed.demo.start();
  const smoke = app.commandLine.hasSwitch('smoke-test');
  const session = lockedSession();
  serveAppScheme(session, path.join(app.getAppPath(), 'out/renderer'));
  window = openWindow(session, !smoke);
  app.on('second-instance', () => focus(window));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => composed.dispose());
  if (smoke) await runSmokeTest(window);
}

function focus(window: BrowserWindow | undefined): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
