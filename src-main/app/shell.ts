import path from 'node:path';
import { app, type BrowserWindow, clipboard, nativeTheme } from 'electron';
import type { CoreDumps } from '../../src-shared/model/app';
import { takeFirstView } from '../files/first-view-file';
import { log } from '../files/log';
import { looksAtAGlance } from '../files/settings-glance';
import { oneDialog } from '../guard/one-dialog';
import { createAppLock } from '../work/app-lock';
import type { WritesUnderWay } from '../work/writes-under-way';
import { watchIdleness } from './auto-lock';
import { type Core, createCore } from './core';
import { reviveCore } from './core-revival';
import { coreServices } from './core-services';
import { coreStart } from './core-start';
import { fileDialogs } from './file-dialogs';
import { onSpeech, speakAtFirst, textsNow } from './language';
import { nativeConfirm } from './native-confirm';
import { serve } from './serve';
import { shellService } from './shell-service';
import { watchInput } from './user-input';
import { createWindowLife } from './window-life';

interface Needs {
  folder: string;
  writes: WritesUnderWay;
  coreDumps: CoreDumps | undefined;
}

/** Everything that main has beside the core: the window, the lock, the menu, boxes and dialogs. */
export interface Shell {
  core: Core;
  /**
   * Opens the window, and begins the core. Where it is known what the window shows first, the core begins once that is drawn and
   * the page asks for it; otherwise it begins at once, and the window is shown once it is there. With `hidden` the window is never
   * shown. Calls wait for the core. Gives the window, and what resolves once the core has begun: it rejects with AppError
   * `folder.*` where that cannot have the folder.
   */
  begin(options: { hidden: boolean; demo: boolean }): Promise<{ window: BrowserWindow; begun: Promise<void> }>;
  /** Watches nothing from then on, and resolves once its files are written. */
  settled(): Promise<void>;
}

export function createShell({ folder, writes, coreDumps }: Needs): Shell {
  const window = createWindowLife(folder);
  const input = watchInput();
  const idleness = watchIdleness();
  const dialogs = oneDialog({ confirm: nativeConfirm(window.contents), files: fileDialogs(window.contents) });
  const core = createCore({
    start: () => coreStart(folder, coreDumps),
    services: coreServices({ ...dialogs, idleness, writes, show: window.focus }),
  });
  const lock = createAppLock({
    secrets: { drop: () => void core.end().catch(log.bug), open: () => core.begin(true) },
    tell: () => window.tell({ kind: 'locked' }),
    pageProcess: () => window.contents()?.getOSProcessId(),
    recycle: window.recycle,
  });
  idleness.onIdle(lock.lock);
  idleness.onSleep(() => {
    if (core.isRunning()) void core.ask('sleeps', undefined).catch((error: unknown) => log.warn(String(error)));
  });
  const revival = reviveCore({ core, lock, recycle: window.recycle });
  app.on('second-instance', window.focus);

  let lastMenu = 0;
  /** Loads the sentences; two languages may be chosen while they load. */
  async function setMenu(): Promise<void> {
    lastMenu += 1;
    const own = lastMenu;
    const [{ setMenu }, { say }] = await Promise.all([import('./menu'), textsNow()]);
    if (own !== lastMenu) return;
    setMenu(say, (command) => {
      if (!lock.isLocked()) window.tell({ kind: 'command', command });
    });
  }
  async function showMenu(): Promise<void> {
    onSpeech(() => void setMenu().catch(log.bug));
    await Promise.all([setMenu(), log.open()]);
  }

  return {
    core,
    async begin({ hidden, demo }) {
      const looks = looksAtAGlance(path.join(folder, 'settings.json'));
      speakAtFirst(looks?.texts);
      if (looks) nativeTheme.themeSource = looks.theme;
      const facts = coreStart(folder, coreDumps);
      const firstView = looks && !demo && !hidden ? takeFirstView(folder, facts) : Promise.resolve(undefined);
      let beginCore = () => {};
      const asked = new Promise<void>((resolve) => {
        beginCore = resolve;
      });
      const begun = asked.then(revival.begin).then(() => (demo ? core.ask('startDemo', undefined) : undefined));
      // Of a view that cannot be used the page finds as much, and begins without it.
      firstView.then((view) => (view ? idleness.apply(view.app.autoLock) : beginCore())).catch(beginCore);
      // A start that is refused answers no page: the app ends.
      const whenBegun = begun.catch(() => new Promise<never>(() => {}));
      // The first frame has the theme and the language of the settings: where only the core can read them, it is waited for.
      if (!looks) await begun;
      const { confirm } = dialogs;
      const copy = (text: string) => clipboard.writeText(text);
      serve({
        calls: shellService({ lock, zoom: window.zoom, copy, isAsked: input.take, confirm, firstView }),
        lock,
        connect(contents) {
          beginCore();
          return whenBegun.then(() => core.connect(contents));
        },
      });
      const opened = await window.open({
        mayShow: hidden ? new Promise<never>(() => {}) : firstView.then((view) => (view ? undefined : whenBegun)),
        input,
        meant: () => lock.isLocked() || revival.isUnderWay(),
        // The page that comes instead begins the core, if it had not begun.
        onLost: () => void whenBegun.then(() => core.ask('reportCrash', undefined)).catch(log.bug),
      });
      // Not before the core has begun: what is shown first is drawn meanwhile.
      void Promise.all([opened.shown, whenBegun]).then(showMenu).catch(log.bug);
      return { window: opened.window, begun };
    },
    async settled() {
      idleness.stop();
      await window.settled();
    },
  };
}
