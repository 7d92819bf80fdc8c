import path from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { hasToClose } from './app/has-to-close';
import { installLastResort } from './app/last-resort';
import { closeChromiumNetwork, lockedSession, lockWebContents } from './app/lock-down';
import { isTaken, reasonNotToUse } from './app/own-folder';
import { guardQuit } from './app/quit-guard';
import { declareAppScheme, serveAppScheme } from './app/resources';
import { runSmokeTest } from './app/smoke-test';
import { reasonNotToStart } from './app/start-guards';
import { openWindow } from './app/window';
import { reviveWindow } from './app/window-crash';
import { type Composed, composeApp } from './compose';
import { log } from './log';

const folder = app.commandLine.getSwitchValue('user-data-dir');
if (folder) app.setPath('userData', folder);
const refusal = reasonNotToStart() ?? reasonNotToUse(app.getPath('userData'));
const OPEN_ALREADY = 'Gluu Console is open already; its window was brought to the front.';
if (refusal || !app.requestSingleInstanceLock()) {
  process.stderr.write(`${refusal ?? OPEN_ALREADY}\n`);
  app.exit(refusal ? 2 : 0);
} else {
  start().catch((error: unknown) => {
    log.bug(error);
    process.stderr.write('Gluu Console could not start; the reason is in its log.\n');
    app.exit(1);
  });
}

/** As long as a write to a server may still take when the app ends because of a bug. */
const LAST_WRITE_MS = 10_000;

async function start(): Promise<void> {
  let composed: Composed | undefined;
  installLastResort({
    note: log.bug,
    tell: hasToClose,
    settled: async () => composed?.writes.settled(LAST_WRITE_MS),
    exit: (code) => app.exit(code),
  });
  closeChromiumNetwork();
  declareAppScheme();
  // As root (development and tests only) Chromium's sandbox cannot start, and demanding it would end every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lockWebContents(contents));
  await app.whenReady();
  if (isTaken(app.getPath('userData'))) {
    process.stderr.write(`${OPEN_ALREADY}\n`);
    app.exit(0);
    return;
  }

  let window: BrowserWindow | undefined;
  composed = await composeApp(() => window?.webContents);
  if (app.commandLine.hasSwitch('demo')) await composed.demo.start();
  const smoke = app.commandLine.hasSwitch('smoke-test');
  const session = lockedSession();
  serveAppScheme(session, path.join(app.getAppPath(), 'out/renderer'));
  window = openWindow(session, !smoke);
  reviveWindow(window, {
    meant: composed.isLocked,
    onLost: composed.tellCrash,
    onHopeless: () => void hasToClose().finally(() => app.quit()),
  });
  guardQuit(composed.writes);
  app.on('second-instance', () => focus(window));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', composed.dispose);
  if (smoke) await runSmokeTest(window, composed.ownProcesses);
}

function focus(window: BrowserWindow | undefined): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
