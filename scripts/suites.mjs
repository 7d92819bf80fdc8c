// Runs the project's test suites one after another and sums them up (`npm test`; with names only those: `npm run check`).
// The last line is `N passed, N failed, N skipped`. A suite without counts of its own counts as one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { readPlaywright, readVitest, withSecondRun } from './suite-reports.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SUITE_LIMIT = 1_800_000;
const GRACE = 10_000;
const SUM_LINE = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m;
/** Every failed test of all suites: listed again at the end, which is where people look first in a long log. */
const failures = [];
/** What failed at first and passed when its file was run once more, alone. */
const unsteady = [];
/**
 * Where nobody looks into it, one such file a run is forgiven, for real peers on a busy machine; another one is a failure. The
 * files that are listed, each with what is known of it, do not count.
 */
const secondTry = {
  known: Object.keys(JSON.parse(fs.readFileSync(path.join(root, 'test', 'unsteady.json'), 'utf8'))),
  most: process.env.CI ? 1 : Number.POSITIVE_INFINITY,
};
const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-suites-'));

const bin = (name, ...args) => ({ command: path.join(root, 'node_modules', '.bin', name), args });
const script = (name, ...args) => ({ command: process.execPath, args: [path.join('scripts', name), ...args] });

/** These tests mostly wait for servers and deadlines, so more of their files run at once than there are cores. */
const WAITING = [`--maxWorkers=${2 * os.cpus().length + 1}`];

const only = (projects) => projects.map((name) => `--project=${name}`);

/** Each suite's steps: a command, and how to count it or to read its report. A step runs only if those before it have passed. */
const SUITES = {
  types: [{ ...bin('tsc', '-b'), count: countAsOne }],
  lint: [{ ...bin('biome', 'check', '.'), count: countAsOne }],
  // Programs of the system that tests call are not packages of this project.
  unused: [{ ...bin('knip', '--exclude', 'binaries'), count: countAsOne }],
  // By itself vitest leaves one core alone, and takes twice as long on two.
  unit: [vitest(['unit'], [`--maxWorkers=${os.cpus().length}`])],
  integration: [vitest(['integration'], WAITING)],
  keychain: [vitest(['keychain'])],
  security: [vitest(['security'], WAITING)],
  // These three in one run, so that cores stand idle at one end only.
  servers: [vitest(['integration', 'keychain', 'security'], WAITING)],
  build: [{ ...bin('electron-vite', 'build'), count: countAsOne }],
  e2e: [playwright(['e2e'])],
  intrusion: [playwright(['intrusion'])],
  // These two in one run, for the same reason.
  apps: [playwright(['intrusion', 'e2e'])],
  package: [
    { ...script('package.mjs'), count: countAsOne },
    { ...script('smoke-package.mjs'), count: countFromSumLine },
  ],
};
/** What runs where no suite is named. */
const EVERYTHING = ['types', 'lint', 'unused', 'unit', 'servers', 'build', 'apps', 'package'];
const NEEDS_ELECTRON = ['e2e', 'intrusion', 'apps', 'package'];
const NEEDS_SYSTEM = ['integration', 'keychain', 'security', 'servers', ...NEEDS_ELECTRON];

function vitest(projects, more = []) {
  const report = path.join(reports, `${projects.join('-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { command, args } = bin('vitest', 'run', ...only(projects), ...reporters);
  const again = (files) => [...args, '--maxWorkers=1', ...files];
  return { command, args: [...args, ...more], again, report, read: () => readVitest(report, root) };
}

function playwright(projects) {
  const report = path.join(reports, `${projects.join('-')}.json`);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const { command, args } = script('run.mjs', 'playwright', 'test', ...only(projects), '--reporter=list,json');
  const again = (files) => [...args, '--workers=1', ...files];
  return { command, args, again, report, env, read: () => readPlaywright(report, root) };
}

function countAsOne({ ok }) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function countFromSumLine({ output }) {
  const [, passed, failed, skipped] = (SUM_LINE.exec(output) ?? []).map(Number);
  return passed === undefined ? null : { passed, failed, skipped };
}

/** Runs one step with its output on ours. Answers `{ ok, output }`; a step that outlives its limit is ended. */
async function execute({ command, args, env }) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that the limit and a signal reach everything that the step has started.
    detached: true,
  });
  const toGroup = (signal) => process.kill(-child.pid, signal);
  const interrupt = (signal) => {
    interrupted = true;
    toGroup(signal);
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  const limits = [
    setTimeout(() => {
      console.log(`[test] no end within ${SUITE_LIMIT / 60_000} minutes: ending it`);
      toGroup('SIGTERM');
    }, SUITE_LIMIT),
    setTimeout(() => toGroup('SIGKILL'), SUITE_LIMIT + GRACE),
  ];
  let output = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  try {
    const closed = once(child.stdout, 'close');
    const [code] = await once(child, 'exit');
    // A daemon that a test has left behind may hold the pipe open; that is no reason to wait for it.
    await Promise.race([closed, sleep(GRACE, undefined, { ref: false })]);
    child.stdout.destroy();
    return { ok: code === 0, output };
  } finally {
    for (const limit of limits) clearTimeout(limit);
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

let interrupted = false;

/**
 * A machine that stands still for a moment can fail a test that talks to real servers, so a few files that failed are run
 * once more, alone. What passes then is listed with its first failure; more files are no accident.
 */
const MOST_AGAIN = 4;

async function runTests({ again, ...step }) {
  let { ok } = await execute(step);
  if (!fs.existsSync(step.report)) return { ok, files: [] };
  let files = step.read();
  const failed = files.filter((file) => file.failed > 0);
  if (failed.length > 0 && failed.length <= MOST_AGAIN && !interrupted) {
    console.log(`\n[test] once more, alone: ${failed.map(({ file }) => file).join(', ')}`);
    fs.rmSync(step.report);
    ({ ok } = await execute({ ...step, args: again(failed.map(({ file }) => file)) }));
    if (fs.existsSync(step.report)) {
      const judged = withSecondRun(files, step.read(), secondTry);
      files = judged.files;
      unsteady.push(...judged.unsteady);
      secondTry.most -= judged.unknown;
    }
  }
  failures.push(...files.flatMap((file) => file.failures));
  return { ok, files };
}

/** Counts one step. No report, no test, or a failure outside of any test count as one failure each. */
async function runStep(step) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const { ok, files } = step.read
    ? await runTests(step)
    : await execute(step).then((result) => ({ ...result, files: [step.count(result)] }));
  for (const key of Object.keys(counts)) for (const file of files) counts[key] += file?.[key] ?? 0;
  const nothingRan = counts.passed + counts.failed + counts.skipped === 0;
  if (counts.failed === 0 && (nothingRan || !ok)) {
    console.log(`[test] ${nothingRan ? 'nothing ran' : 'it failed outside of its tests'}: counted as one failure`);
    counts.failed = 1;
  }
  return counts;
}

async function runSuite(name) {
  console.log(`\n[test] ${name}`);
  const started = Date.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const step of SUITES[name]) {
    const counts = await runStep(step);
    for (const key of Object.keys(total)) total[key] += counts[key];
    if (counts.failed > 0) break;
  }
  return { name, ...total, seconds: (Date.now() - started) / 1000 };
}

async function prepare(names) {
  if (names.some((name) => NEEDS_SYSTEM.includes(name)) && !ensureSystemLibraries('test')) return false;
  return !names.some((name) => NEEDS_ELECTRON.includes(name)) || ensureElectronRuntime();
}

async function runSuites(names) {
  const results = [];
  if (await prepare(names)) {
    for (const name of names) if (!interrupted) results.push(await runSuite(name));
  }
  for (const failure of unsteady) console.log(`\n[test] passed at the second try only: ${failure}`);
  for (const failure of failures) console.log(`\n[test] failed: ${failure}`);
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    const numbers = [passed, failed, skipped].map((number) => String(number).padStart(5)).join('');
    console.log(`${name.padEnd(12)}${numbers}  ${seconds.toFixed(1).padStart(6)} s`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed') === 0 && sum('passed') > 0 && !interrupted;
}

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(SUITES, name));
if (unknown.length > 0) {
  console.log(`[test] there is no suite ${unknown.join(', ')}; there are: ${Object.keys(SUITES).join(', ')}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = (await runSuites(chosen.length > 0 ? chosen : EVERYTHING)) ? 0 : 1;
  } finally {
    fs.rmSync(reports, { recursive: true, force: true });
  }
}
