// Compares the app's cipher with a file of test vectors, inside Electron's main process, whose crypto library is another
// than Node's (`npm run -s score:ciphers -- FILE`). The last line is `ciphers: N/M`. Exit code 0: all agree, 1: some do
// not, 2: the file cannot be used, 3: Electron cannot run here. Standard output holds the result and nothing else.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { installedRuntime } from './electron-runtime.mjs';
import { runShown } from './run.mjs';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const UNUSABLE_FILE = 2;
const CANNOT_START = 3;

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Why a parsed file holds no vectors of this form, or undefined. What is wrong with one vector is found when it runs. */
function problemOf(vectors) {
  if (!isObject(vectors)) return 'it holds no JSON object';
  if (!isObject(vectors.salts)) return 'it has no object "salts"';
  if (!Array.isArray(vectors.encrypt) || vectors.encrypt.length === 0)
    return 'it has no list "encrypt" with cases in it';
  if ('decrypt' in vectors && !Array.isArray(vectors.decrypt)) return '"decrypt" is not a list';
  if ('bad_salts' in vectors && !isObject(vectors.bad_salts)) return '"bad_salts" is not an object';
  return undefined;
}

function problemOfFile(file) {
  let text;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    return `it cannot be read (${error.code})`;
  }
  try {
    return problemOf(JSON.parse(text));
  } catch {
    return 'it is not JSON'; // the parser's own words quote the file, over several lines
  }
}

/** npm runs us in the project folder; a relative name is meant from where the user stands. */
function resolveFile(name) {
  const places = [process.env.INIT_CWD, process.cwd()].filter(Boolean).map((folder) => path.resolve(folder, name));
  return places.find((file) => fs.existsSync(file)) ?? places[0];
}

/** Runtime and libraries. A script of ours that has to install something tells so on standard error here. */
function prepare() {
  const quietly = (script, ...args) =>
    spawnSync(process.execPath, [path.join(scripts, script), ...args], { stdio: ['ignore', 2, 2] }).status === 0;
  if (!installedRuntime()) quietly('electron-runtime.mjs');
  return installedRuntime() !== null && quietly('system-libraries.mjs', 'run');
}

/** Bundles the Electron side, with the app's own string-encrypter.ts in it; gives the path of the file to run. */
async function bundle(folder) {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: path.join(scripts, 'score-ciphers', 'main.mjs'),
      outDir: path.join(folder, 'out'),
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'main.cjs', codeSplitting: false } },
    },
  });
  return path.join(folder, 'out', 'main.cjs');
}

async function score(file) {
  if (!prepare()) return CANNOT_START;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-score-ciphers-'));
  try {
    const program = await bundle(folder);
    return await runShown('electron', [`--user-data-dir=${path.join(folder, 'data')}`, program, file]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const [name, ...more] = process.argv.slice(2);
if (!name || more.length > 0) {
  console.error('usage: npm run -s score:ciphers -- FILE');
  process.exitCode = UNUSABLE_FILE;
} else {
  const file = resolveFile(name);
  const problem = problemOfFile(file);
  if (problem) console.error(`score:ciphers: ${file}: ${problem}`);
  process.exitCode = problem ? UNUSABLE_FILE : await score(file);
}
