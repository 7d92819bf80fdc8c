import { app, type BrowserWindow, clipboard } from 'electron';
import type { CoreDumps } from '../../src-shared/model/app';
import { log } from '../files/log';
import { oneDialog } from '../guard/one-dialog';
import { createAppLock } from '../work/app-lock';
import type { WritesUnderWay } from '../work/writes-under-way';
import { watchIdleness } from './auto-lock';
import { type Core, createCore } from './core';
import { reviveCore } from './core-revival';
import { coreServices } from './core-services';
import { coreStart } from './core-start';
import { fileDialogs } from './file-dialogs';
import { onSpeech, textsNow } from './language';
import { setMenu } from './menu';
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
  /** Rejects with AppError `folder.*` where the core cannot have the folder. */
  beginCore(): Promise<void>;
  /** Answers the window's calls and the menu. */
  serve(): void;
  openWindow(show: boolean): BrowserWindow;
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

  return {
    core,
    beginCore: revival.begin,
    serve() {
      const { confirm } = dialogs;
      const copy = (text: string) => clipboard.writeText(text);
      const calls = shellService({ lock, zoom: window.zoom, copy, isAsked: input.take, confirm });
      serve({ calls, lock, connect: core.connect });
      const menu = () =>
        setMenu(textsNow().say, (command) => {
          if (!lock.isLocked()) window.tell({ kind: 'command', command });
        });
      menu();
      onSpeech(menu);
    },
    openWindow: (show) =>
      window.open({
        show,
        input,
        meant: () => lock.isLocked() || revival.isUnderWay(),
        onLost: () => void core.ask('reportCrash', undefined).catch(log.bug),
      }),
    async settled() {
      idleness.stop();
      await window.settled();
    },
  };
}
