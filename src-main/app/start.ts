import { app, Menu } from 'electron';
import { log } from '../files/log';
import { writesUnderWay } from '../work/writes-under-way';
import { coreDumpsText, type ForbiddenDumps } from './core-dumps';
import { keepLog } from './keep-log';
import { lockChromiumDown } from './lock-down';
import { guardQuit } from './quit-guard';
import { createShell } from './shell';

interface Needs {
  folder: string;
  coreDumps: ForbiddenDumps;
}

/** Starts the app. Rejects with AppError `folder.*` where it cannot have the folder, and with a bug; a window that is shown by then goes with the app. */
export async function start({ folder, coreDumps }: Needs): Promise<void> {
  const isSmokeTest = app.commandLine.hasSwitch('smoke-test');
  const writes = writesUnderWay();
  keepLog({ folder, writes });
  lockChromiumDown();
  Menu.setApplicationMenu(null); // Electron makes one of its own otherwise, with developer tools in it
  await app.whenReady();
  const dumps = await coreDumps.settled();
  if (dumps && dumps !== 'none') log.warn(coreDumpsText[dumps]);
  let isLeft = false;
  app.once('before-quit', () => {
    isLeft = true;
  });
  const shell = createShell({ folder, writes, coreDumps: dumps });
  const { window, begun } = await shell.begin({ hidden: isSmokeTest, demo: app.commandLine.hasSwitch('demo') });
  guardQuit({ writes, core: shell.core, settled: shell.settled });
  await begun.catch((error: unknown) => {
    if (!isLeft) throw error; // a start that its user broke off did not fail
  });
  if (!isSmokeTest) return;
  const { runSmokeTest } = await import('./smoke-test');
  await runSmokeTest(window, () => shell.core.ask('ownThreads', undefined));
}
