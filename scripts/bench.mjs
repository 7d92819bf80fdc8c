// Measures the app against what there is without it (`npm run bench`): an empty Electron window, OpenLDAP's tools, swaks.
// Prints ratios of medians, measured in turn, with the goals beside them; it judges nothing. Exit code 0: all was measured,
// 1: something failed, 2: an argument is not known, 3: this machine lacks something.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { wishes } from './bench/arguments.mjs';
import { lineOf, resultOf, rows } from './bench/rows.mjs';
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

/** The parts in the order they are measured. `quick`: all of these together need less than two minutes. */
const parts = {
  size: { quick: true, load: async () => (await import('./bench/size.mjs')).measureSize },
  start: { quick: true, load: async () => (await import('./bench/starts.mjs')).measureStarts },
  history: { quick: false, load: async () => (await import('./bench/starts.mjs')).measureHistory },
  calls: { quick: true, load: async () => (await import('./bench/calls.mjs')).measureCalls },
  turns: { quick: true, load: async () => (await import('./bench/calls.mjs')).measureTurns },
  mail: { quick: false, load: async () => (await import('./bench/mail.mjs')).measureMail },
  people: { quick: false, load: async () => (await import('./bench/people.mjs')).measurePeople },
  fleet: { quick: false, load: async () => (await import('./bench/fleet.mjs')).measureFleet },
  window: { quick: false, load: async () => (await import('./bench/window.mjs')).measureWindow },
};

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

/** Measures what is wanted, and gives the exit code. What one part could not measure does not keep the others from it. */
async function measure({ wanted, file, quick }) {
  const { version, official } = installedRuntime();
  say(`Electron ${version}${official ? '' : ' (fallback)'}, ${os.cpus().length} cores; medians, a, b, a, b.`);
  say('Under 1 the app is the faster or the smaller one. Behind the ratio stands the goal, where there is one.');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-console-bench-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  // Whatever was started listens for the end of this process; a signal alone would leave it running.
  process.once('SIGINT', () => process.exit(INTERRUPTED)).once('SIGTERM', () => process.exit(INTERRUPTED));
  process.once('exit', remove);
  const results = [];
  const keep = () => file && fs.writeFileSync(file, `${JSON.stringify({ rows: results }, null, 2)}\n`);
  const report = (id, measured) => {
    say(lineOf(rows[id], measured));
    results.push(resultOf(rows[id], measured));
    keep();
  };
  let failures = 0;
  try {
    keep(); // a file that cannot be written is better known now
    const backends = await bundledBackends(folder);
    for (const part of wanted) failures += await measurePart(part, { root, folder, backends, quick, report });
  } catch (error) {
    say(`failed: ${error.message}`);
    return 1;
  }
  return failures > 0 ? 1 : 0;
}

/** Gives 1 if it failed. */
async function measurePart(part, bench) {
  try {
    const run = await parts[part].load();
    await run(bench);
    return 0;
  } catch (error) {
    say(`${part} failed: ${error.message}`);
    return 1;
  }
}

async function bench() {
  const asked = wishes(process.argv.slice(2), parts);
  if (asked.complaint !== undefined) {
    say(asked.complaint);
    return UNKNOWN_ARGUMENT;
  }
  const obstacle = await prepare();
  if (obstacle) return obstacle;
  if (hasDisplay()) return measure(asked);
  // What it starts there has another current folder; of two files the last one counts.
  const file = asked.file ? ['--json', path.resolve(asked.file)] : [];
  return runShown(process.execPath, [script, ...process.argv.slice(2), ...file]);
}

// Not left to Node, which now and then never finishes tearing down the bundler's own code.
process.exit(await bench());
