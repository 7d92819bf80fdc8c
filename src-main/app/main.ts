import { app } from 'electron';
import { writesUnderWay } from '../work/writes-under-way';
import { cannotStart, endUnstarted, openAlready } from './cannot-start';
import { forbidCoreDumps } from './core-dumps';
import { keepLog } from './keep-log';
import { speakAsSystem } from './language';
import { lockChromiumDown } from './lock-down';
import { ownFolder, reasonNotToUse } from './own-folder';
import { guardQuit } from './quit-guard';
import { createShell } from './shell';
import { runSmokeTest } from './smoke-test';
import { reasonNotToStart } from './start-guards';

const coreDumps = forbidCoreDumps(); // before anything else: what runs later inherits it
const folder = ownFolder();
const refusal = reasonNotToStart() ?? reasonNotToUse(folder);

if (refusal) void cannotStart(refusal).finally(() => app.exit(2));
else if (!app.requestSingleInstanceLock()) openAlready();
else start().catch(endUnstarted);

async function start(): Promise<void> {
  const isSmokeTest = app.commandLine.hasSwitch('smoke-test');
  const writes = writesUnderWay();
  keepLog({ folder, writes, coreDumps });
  lockChromiumDown();
  await app.whenReady();
  await speakAsSystem();
  const shell = createShell({ folder, writes, coreDumps });
  await shell.beginCore();
  if (app.commandLine.hasSwitch('demo')) await shell.core.ask('startDemo', undefined);
  shell.serve();
  const window = shell.openWindow(!isSmokeTest);
  guardQuit({ writes, core: shell.core, settled: shell.settled });
  if (isSmokeTest) await runSmokeTest(window, () => shell.core.ask('ownProcesses', undefined));
}
