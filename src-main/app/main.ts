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

const end = (code: number) => () => app.exit(code);

if (refusal)
  unstarted()
    .then(({ cannotStart }) => cannotStart(refusal))
    .finally(end(2))
    .catch(end(2));
else if (!app.requestSingleInstanceLock()) unstarted().then(({ openAlready }) => openAlready(), end(1));
else start({ folder, coreDumps }).catch(async (error: unknown) => (await unstarted()).endUnstarted(error));
