// Runs the tests of the security plan and prints `security: <passed>/<tests>, S1 <p>/<n>, cases <p>/<n>`. Only what ran and
// passed counts: a test passes if all its cases did; a test that is not written yet is a failed one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-security-'));
const report = path.join(folder, 'cases.jsonl');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const STEPS = [
  [bin('vitest'), 'run', '--project', 'security'],
  [bin('electron-vite'), 'build'],
  [process.execPath, 'scripts/run.mjs', 'playwright', 'test', '--project', 'intrusion'],
];

/** The rows of test/security/plan.ts, which are plain enough to be read as text. */
function readPlan() {
  const text = fs.readFileSync(path.join(root, 'test/security/plan.ts'), 'utf8');
  const rows = [...text.matchAll(/^ {2}(T\d+): \{\s*severity: '(S\d)',\s*cases: (\d+),\s*words: '/gm)];
  return new Map(rows.map(([, id, severity, cases]) => [id, { severity, cases: Number(cases) }]));
}

function readCases() {
  const lines = fs.existsSync(report) ? fs.readFileSync(report, 'utf8').trim().split('\n') : [];
  const cases = new Map();
  for (const { id, name, passed } of lines.filter(Boolean).map((line) => JSON.parse(line))) {
    const ofTest = cases.get(id) ?? new Map();
    ofTest.set(name, (ofTest.get(name) ?? true) && passed);
    cases.set(id, ofTest);
  }
  return cases;
}

function score() {
  const plan = readPlan();
  const cases = readCases();
  const sum = { passed: 0, s1: 0, cases: 0 };
  for (const [id, { severity, cases: wanted }] of plan) {
    const ran = cases.get(id) ?? new Map();
    const passed = [...ran.values()].filter(Boolean).length;
    const whole = passed >= wanted && passed === ran.size;
    sum.cases += Math.min(passed, wanted);
    if (whole) sum.passed += 1;
    if (whole && severity === 'S1') sum.s1 += 1;
    if (ran.size > 0 && !whole) console.log(`${id}: ${passed} of ${wanted} cases passed, ${ran.size - passed} failed`);
  }
  const rows = [...plan.values()];
  const allS1 = rows.filter(({ severity }) => severity === 'S1').length;
  const allCases = rows.reduce((total, row) => total + row.cases, 0);
  console.log(`security: ${sum.passed}/${plan.size}, S1 ${sum.s1}/${allS1}, cases ${sum.cases}/${allCases}`);
}

try {
  if (!ensureSystemLibraries('test') || !(await ensureElectronRuntime())) process.exit(1);
  for (const [command, ...args] of STEPS) {
    const env = { ...process.env, GLUU_SECURITY_REPORT: report };
    const { status } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) process.exitCode = 1;
  }
  score();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
