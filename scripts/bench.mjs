// Measures the app against what there is without it (`npm run bench`): an empty Electron window, OpenLDAP's tools, swaks.
// Prints ratios of medians, measured in turn; it judges nothing. Exit code 0: all was measured, 1: something failed,
// 2: there is an argument, 3: this machine lacks something.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ensureElectronRuntime, installedRuntime } from './electron-runtime.mjs';
import { ensureFreshBuild } from './fresh-build.mjs';
import { runShown } from './run.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { hasDisplay } from './virtual-display.mjs';

const script = fileURLToPath(import.meta.url);
const root = path.resolve(path.dirname(script), '..');
const UNKNOWN_ARGUMENT = 2;
const CANNOT_START = 3;
const INTERRUPTED = 130;
const START_ROUNDS = 7;
const CALL_ROUNDS = 21;
const PEOPLE = 100_000;
const PEOPLE_ROUNDS = 5;

const say = (line) => console.log(`[bench] ${line}`);

async function prepare() {
  if (process.platform !== 'linux') {
    say('slapd, swaks and /proc are needed: it runs on Linux only');
    return CANNOT_START;
  }
  if (!(await ensureElectronRuntime()) || !ensureSystemLibraries('bench')) return CANNOT_START;
  const complaint = ensureFreshBuild();
  if (complaint) say(`the build failed:\n${complaint}`);
  return complaint ? 1 : 0;
}

/** One line of the result: the ratio first, then what it is made of. */
function tell(what, { ours, theirs, ratio }, unit, other) {
  const size = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
  say(`${what.padEnd(34)} ${ratio.toFixed(2).padStart(6)}   ${size(ours)} against ${size(theirs)} (${other})`);
}

async function measureStarts(folder) {
  const { alternate } = await import('./bench/rounds.mjs');
  const { startable } = await import('./bench/started.mjs');
  const { app, emptyWindow } = startable(folder);
  const { ms, mebibytes } = await alternate(START_ROUNDS, app, emptyWindow);
  tell('start until it can be used', ms, 'ms', 'an empty Electron window');
  tell('memory, all processes, PSS', mebibytes, 'MiB', 'an empty Electron window');
}

async function measureCalls(folder) {
  const { connectedApp } = await import('./bench/app-calls.mjs');
  const { toolsFor } = await import('./bench/tools.mjs');
  const { startSlapd, startScriptedSmtp, selfSigned, gluuNames } = await bundledBackends(folder);
  const slapd = await startSlapd();
  const login = { userName: 'gluu@example.org', password: 'for the benchmark' };
  const mail = { ...(await startScriptedSmtp({ tls: await selfSigned(), login })), login };
  let app;
  try {
    const tools = toolsFor({ slapd, dn: gluuNames().applianceDn, mail, folder });
    app = await connectedApp(root, slapd, mail);
    await compareCalls(app, tools);
  } finally {
    await app?.close();
    await mail.stop();
    await slapd.stop();
  }
}

async function compareCalls(app, tools) {
  const { alternate, timed } = await import('./bench/rounds.mjs');
  const search = () => timed(tools.search);
  let size = 200; // the least that oxTrust takes
  const next = () => {
    size += 1;
    return size;
  };
  const read = await alternate(CALL_ROUNDS, app.read, search);
  const open = await alternate(CALL_ROUNDS, app.open, search);
  const save = await alternate(
    CALL_ROUNDS,
    () => app.save(next()),
    () => timed(() => tools.modify('gluuMaxLogSize', next())),
  );
  const probe = await alternate(CALL_ROUNDS, app.probe, () => timed(tools.probeMail));
  const test = await alternate(CALL_ROUNDS, app.testMail, () => timed(tools.sendMail));
  tell('open a server: check it, read it', open.ms, 'ms', 'ldapsearch');
  tell('read it again', read.ms, 'ms', 'ldapsearch');
  tell('save: plan, write, read back', save.ms, 'ms', 'ldapmodify');
  tell('probe up to the recipient', probe.ms, 'ms', 'swaks --quit-after RCPT');
  tell('probe, then the test mail', test.ms, 'ms', 'swaks');
}

/** A hundred thousand people: a search by uid, and everybody read for shared addresses. */
async function measurePeople(folder) {
  const { connectedApp } = await import('./bench/app-calls.mjs');
  const { toolsFor } = await import('./bench/tools.mjs');
  const { alternate, timed } = await import('./bench/rounds.mjs');
  const { startSlapd, startScriptedSmtp, selfSigned, gluuNames, gluuTree } = await bundledBackends(folder);
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', people: PEOPLE }) });
  const login = { userName: 'gluu@example.org', password: 'for the benchmark' };
  const mail = { ...(await startScriptedSmtp({ tls: await selfSigned(), login })), login };
  let app;
  try {
    const tools = toolsFor({ slapd, dn: gluuNames().applianceDn, mail, folder });
    app = await connectedApp(root, slapd, mail);
    const before = app.memory();
    const search = await alternate(PEOPLE_ROUNDS, app.searchPerson, () => timed(tools.searchPerson));
    const duplicates = await alternate(PEOPLE_ROUNDS, app.duplicates, () => timed(tools.allMails));
    tell(`one of ${PEOPLE} people, by uid`, search.ms, 'ms', 'ldapsearch');
    tell('shared addresses among all', duplicates.ms, 'ms', 'ldapsearch, all mail values');
    const after = app.memory();
    tell('memory after, PSS', { ours: after, theirs: before, ratio: after / before }, 'MiB', 'before');
  } finally {
    await app?.close();
    await mail.stop();
    await slapd.stop();
  }
}

/** Two hundred servers on a line of 50 ms, reached directly and through one SSH host. */
async function measureManyServers(folder) {
  const { measureServers } = await import('./bench/servers.mjs');
  const backends = await bundledBackends(folder);
  await measureServers({ root, folder, backends, tell, say });
}

async function bundledBackends(folder) {
  const outDir = path.join(folder, 'backends');
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: path.join(root, 'scripts', 'bench', 'backends.mjs'),
      outDir,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'backends.mjs', codeSplitting: false } },
    },
  });
  return import(pathToFileURL(path.join(outDir, 'backends.mjs')).href);
}

async function measure() {
  const { version, official } = installedRuntime();
  say(`Electron ${version}${official ? '' : ' (fallback)'}, ${os.cpus().length} cores; ratios of medians, a, b, a, b:`);
  say(`${START_ROUNDS} starts, ${CALL_ROUNDS} of everything else. Under 1 the app is the faster or the smaller one.`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-console-bench-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  // Whatever was started listens for the end of this process; a signal alone would leave it running.
  process.once('SIGINT', () => process.exit(INTERRUPTED)).once('SIGTERM', () => process.exit(INTERRUPTED));
  process.once('exit', remove);
  try {
    await measureStarts(folder);
    await measureCalls(folder);
    await measurePeople(folder);
    await measureManyServers(folder);
    return 0;
  } catch (error) {
    say(`failed: ${error.message}`);
    return 1;
  }
}

async function bench() {
  if (process.argv.length > 2) {
    say('it takes no arguments');
    return UNKNOWN_ARGUMENT;
  }
  const obstacle = await prepare();
  if (obstacle) return obstacle;
  return hasDisplay() ? measure() : runShown(process.execPath, [script]);
}

process.exitCode = await bench();
