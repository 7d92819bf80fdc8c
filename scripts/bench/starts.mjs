// Starts of the app with what an administrator may have in it, next to an empty Electron window.
import fs from 'node:fs';
import path from 'node:path';
import { alternate, inTurn } from './rounds.mjs';
import { app, emptyWindow } from './started.mjs';

const ROUNDS = 5;
const QUICK_ROUNDS = 3;
const HISTORY_WRITES = 50_000; // two lines each
const at = { port: 1636, bindDn: 'cn=directory manager,o=gluu' };

/** Starts with servers; the memory is that of the app without one. Where it has to be quick, there is no start with a thousand. */
export async function measureStarts({ folder, backends, quick, report }) {
  const folderWith = async (servers) => {
    const made = newFolder(folder, `servers-${servers}`);
    if (servers > 0) await backends.writeManyServers(made, servers, at);
    return made;
  };
  const ways = {
    theirs: emptyWindow(newFolder(folder, 'empty'), true),
    'start-0': app(await folderWith(0), true),
    'start-200': app(await folderWith(200)),
    ...(quick ? {} : { 'start-1000': app(await folderWith(1000)) }),
  };
  const { theirs, ...ours } = await inTurn(quick ? QUICK_ROUNDS : ROUNDS, ways);
  for (const [row, { ms }] of Object.entries(ours)) report(row, { ours: ms, theirs: theirs.ms });
  report('memory', { ours: ours['start-0'].mebibytes, theirs: theirs.mebibytes });
}

/** A start with a long history. */
export async function measureHistory({ folder, backends, report }) {
  const made = newFolder(folder, 'history');
  backends.writeLongHistory(path.join(made, 'history.jsonl'), HISTORY_WRITES);
  report('start-history', (await alternate(ROUNDS, app(made), emptyWindow(newFolder(folder, 'no-history')))).ms);
}

function newFolder(base, name) {
  const folder = path.join(base, name);
  fs.mkdirSync(folder, { mode: 0o700 });
  return folder;
}
