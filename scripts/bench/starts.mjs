// Starts of the app with what an administrator may have in it, next to an empty Electron window.
import fs from 'node:fs';
import path from 'node:path';
import { inTurn } from './rounds.mjs';
import { startable } from './started.mjs';

const ROUNDS = 7;
const QUICK_ROUNDS = 3;
const HISTORY_WRITES = 50_000; // two lines each

/** Measures the starts; the memory is that of the app without a server. */
export async function measureStarts({ folder, backends, quick, report }) {
  const made = await preparedFolders(path.join(folder, 'starts'), backends);
  const { program, emptyWindow } = startable();
  const start = (name, settles = false) => program(made[name], settles);
  const ways = {
    theirs: emptyWindow(made.empty, true),
    'start-0': start('none', true),
    'start-200': start('some'),
    'start-1000': start('many'),
    'start-history': start('history'),
  };
  const found = await inTurn(quick ? QUICK_ROUNDS : ROUNDS, ways);
  const { theirs, ...ours } = found;
  for (const [row, { ms }] of Object.entries(ours)) report(row, { ours: ms, theirs: theirs.ms });
  report('memory', { ours: found['start-0'].mebibytes, theirs: theirs.mebibytes });
}

/** The app's own folders, each written once and started from again and again. */
async function preparedFolders(base, { writeManyServers, writeLongHistory }) {
  const made = Object.fromEntries(
    ['empty', 'none', 'some', 'many', 'history'].map((name) => [name, path.join(base, name)]),
  );
  for (const each of Object.values(made)) fs.mkdirSync(each, { recursive: true, mode: 0o700 });
  const at = { port: 1636, bindDn: 'cn=directory manager,o=gluu' };
  await writeManyServers(made.some, 200, at);
  await writeManyServers(made.many, 1000, at);
  writeLongHistory(path.join(made.history, 'history.jsonl'), HISTORY_WRITES);
  return made;
}
