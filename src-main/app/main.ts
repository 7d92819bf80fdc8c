import { app, Menu } from 'electron';
import { log } from '../files/log';
import { writesUnderWay } from '../work/writes-under-way';
import { coreDumpsText, forbidCoreDumps } from './core-dumps';
import { keepLog } from './keep-log';
import { lockChromiumDown } from './lock-down';
import { ownFolder, reasonNotToUse } from './own-folder';
import { guardQuit } from './quit-guard';
import { createShell } from './shell';
import { reasonNotToStart } from './start-guards';

// This file and what it imports is read before the window opens: what is needed later, or only where a start fails, is loaded
// then (test/unit/house/first-files.test.ts).

const coreDumps = forbidCoreDumps(); // before anything else: what runs later inherits it
const folder = ownFolder();
const refusal = reasonNotToStart() ?? reasonNotToUse(folder);
const unstarted = () => import('./cannot-start');

if (refusal) void unstarted().then(({ cannotStart }) => cannotStart(refusal).finally(() => app.exit(2)));
else if (!app.requestSingleInstanceLock()) void unstarted().then(({ openAlready }) => openAlready());
else start().catch(async (error: unknown) => (await unstarted()).endUnstarted(error));

async function start(): Promise<void> {
  const isSmokeTest = app.commandLine.hasSwitch('smoke-test');
  const writes = writesUnderWay();
  keepLog({ folder, writes });
  lockChromiumDown();
  Menu.setApplicationMenu(null); // Electron makes one of its own otherwise, with developer tools in it
  await app.whenReady();
  const dumps = await coreDumps.settled();
  if (dumps && dumps !== 'none') log.warn(coreDumpsText[dumps]);
  const shell = createShell({ folder, writes, coreDumps: dumps });
  const { window, begun } = await shell.begin({ hidden: isSmokeTest, demo: app.commandLine.hasSwitch('demo') });
  guardQuit({ writes, core: shell.core, settled: shell.settled });
  await begun;
  if (!isSmokeTest) return;
  const { runSmokeTest } = await import('./smoke-test');
  await runSmokeTest(window, () => shell.core.ask('ownProcesses', undefined));
}
