import path from 'node:path';
import { app, type BrowserWindow, clipboard } from 'electron';
import type { AppEvent } from '../../src-shared/contract/contract';
import { installLastResort } from '../base/last-resort';
import type { CoreStart } from '../core/core-protocol';
import { log } from '../files/log';
import { oneDialog } from '../guard/one-dialog';
import { keychainServiceFor } from '../secrets/keychain-service';
import { createAppLock } from '../work/app-lock';
import { LAST_WRITE_MS, writesUnderWay } from '../work/writes-under-way';
import { recycleRenderer, watchIdleness } from './auto-lock';
import { cannotStart, endUnstarted, openAlready } from './cannot-start';
import { createCore } from './core';
import { coreDumpsText, forbidCoreDumps } from './core-dumps';
import { coreServices } from './core-services';
import { fileDialogs } from './file-dialogs';
import { hasToClose } from './has-to-close';
import { keyThreadFile, stallThreadFile } from './helper-processes';
import { closeChromiumNetwork, lockedSession, lockWebContents } from './lock-down';
import { setMenu } from './menu';
import { nativeConfirm } from './native-confirm';
import { reasonNotToUse } from './own-folder';
import { guardQuit } from './quit-guard';
import { declareAppScheme, serveAppScheme } from './resources';
import { serve, tell } from './serve';
import { shellService } from './shell-service';
import { runSmokeTest } from './smoke-test';
import { reasonNotToStart } from './start-guards';
import { watchInput } from './user-input';
import { openWindow, zoomBy } from './window';
import { reviveWindow } from './window-crash';
import { openPlaceFile } from './window-place';

const coreDumps = forbidCoreDumps(); // before anything else: what runs later inherits it
const folder = app.commandLine.getSwitchValue('user-data-dir');
if (folder) app.setPath('userData', path.resolve(folder));
const refusal = reasonNotToStart() ?? reasonNotToUse(app.getPath('userData'));
if (refusal) {
  void cannotStart(refusal).finally(() => app.exit(2));
} else if (!app.requestSingleInstanceLock()) {
  openAlready();
} else {
  start().catch(endUnstarted);
}

/** A core that ends by itself more often than this within a minute is given up. */
const MANY = 3;
const SHORT_MS = 60_000;

async function start(): Promise<void> {
  const writes = writesUnderWay();
  log.keepIn(path.join(app.getPath('userData'), 'gluu-console.log'));
  installLastResort({
    note: log.bug,
    tell: hasToClose,
    settled: () => writes.settled(LAST_WRITE_MS),
    exit: (code) => app.exit(code),
  });
  if (coreDumps && coreDumps !== 'none') log.warn(coreDumpsText[coreDumps]);
  closeChromiumNetwork();
  declareAppScheme();
  // As root (development and tests only) Chromium's sandbox cannot start, and demanding it would end every process.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lockWebContents(contents));
  await app.whenReady();

  let window: BrowserWindow | undefined;
  const contents = () => window?.webContents;
  const tellWindow = (event: AppEvent) => {
    if (window) tell(window.webContents, event);
  };
  const idleness = watchIdleness(() => lock.lock());
  const dialogs = oneDialog({ confirm: nativeConfirm(contents), files: fileDialogs(contents) });
  const input = watchInput();
  const core = createCore({
    start: coreStart(),
    services: coreServices({ ...dialogs, idleness, writes, show: () => focus(window) }),
    onLost: () => revive().catch(giveUp),
  });
  const lock = createAppLock({
    secrets: { drop: () => void core.end().catch(log.bug), open: () => core.begin(true) },
    tell: () => tellWindow({ kind: 'locked' }),
    pageProcess: () => contents()?.getOSProcessId(),
    recycle: () => recycleRenderer(contents()),
  });
  const giveUp = (why: unknown) => {
    log.bug(why);
    void hasToClose().finally(() => app.quit());
  };

  /** The lock may end it while it starts; unlocking starts another one. */
  const beginCore = () =>
    core.begin(false).catch((error: unknown) => {
      if (!lock.isLocked()) throw error;
    });

  let losses: number[] = [];
  let reviving = false;
  /** Starts the core again after it ended by itself. The page is loaded again: what it waited for never comes. */
  async function revive(): Promise<void> {
    if (lock.isLocked()) return; // unlocking starts one
    const now = Date.now();
    losses = [...losses.filter((time) => now - time < SHORT_MS), now];
    if (losses.length > MANY) throw new Error('The core ended by itself again and again.');
    reviving = true;
    await Promise.all([recycleRenderer(contents()), beginCore()]).finally(() => {
      reviving = false;
    });
  }

  await beginCore();
  if (app.commandLine.hasSwitch('demo')) await core.ask('startDemo', undefined);
  const zoom = (step: 'in' | 'out' | 'reset') => window && zoomBy(window.webContents, step);
  serve({
    calls: shellService({ lock, zoom, ...desktop, isAsked: input.take, confirm: dialogs.confirm }),
    lock,
    connect: core.connect,
  });
  setMenu((command) => {
    if (!lock.isLocked()) tellWindow({ kind: 'command', command });
  });
  const smoke = app.commandLine.hasSwitch('smoke-test');
  const session = lockedSession();
  serveAppScheme(session, path.join(app.getAppPath(), 'out/renderer'));
  const place = openPlaceFile(path.join(app.getPath('userData'), 'window.json'));
  window = openWindow(session, place, !smoke);
  input.of(window.webContents);
  reviveWindow(window, {
    meant: () => lock.isLocked() || reviving,
    onLost: () => void core.ask('tellCrash', undefined).catch(log.bug),
    onHopeless: () => void hasToClose().finally(() => app.quit()),
  });
  guardQuit(writes);
  app.on('second-instance', () => focus(window));
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    idleness.stop();
    if (!core.isRunning()) return;
    event.preventDefault();
    void Promise.allSettled([core.end(), place.settled()]).finally(() => app.quit());
  });
  if (smoke) await runSmokeTest(window, () => core.ask('ownProcesses', undefined));
}

function coreStart(): Omit<CoreStart, 'unlocks' | 'kept'> {
  const folder = app.getPath('userData');
  return {
    folder,
    appVersion: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    locale: app.getSystemLocale(),
    keychainService: keychainServiceFor(folder, path.join(app.getPath('appData'), app.getName())),
    stallThreadFile: stallThreadFile(),
    keyThreadFile: keyThreadFile(),
    licencesFile: path.join(app.getAppPath(), 'out/third-party-notices.json'),
    ...(coreDumps ? { coreDumps } : {}),
  };
}

const desktop = {
  copy: (text: string) => clipboard.writeText(text),
};

function focus(window: BrowserWindow | undefined): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
