import { app } from 'electron';
import { forbidCoreDumps } from './core-dumps';
import { ownFolder, reasonNotToUse } from './own-folder';
import { start } from './start';
import { reasonNotToStart } from './start-guards';

// This file and what it imports is read before the window opens: what is needed later, or only where a start fails, is loaded
// then (test/e2e/start-cost.spec.ts).

const coreDumps = forbidCoreDumps(); // before anything else: what runs later inherits it
const folder = ownFolder();
const refusal = reasonNotToStart() ?? reasonNotToUse(folder);
const unstarted = () => import('./cannot-start');

if (refusal) void unstarted().then(({ cannotStart }) => cannotStart(refusal).finally(() => app.exit(2)));
else if (!app.requestSingleInstanceLock()) void unstarted().then(({ openAlready }) => openAlready());
else start({ folder, coreDumps }).catch(async (error: unknown) => (await unstarted()).endUnstarted(error));
