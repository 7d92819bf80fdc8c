// Builds the app into out/ if that is older than what it is made from.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = [
  'src-main',
  'src-preload',
  'src-renderer',
  'src-shared',
  'electron.vite.config.ts',
  'package-lock.json',
  'LICENSE',
  'scripts/third-party-notices.mjs',
];
const RESULTS = [
  'out/main/main.cjs',
  'out/main/keychain-process.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'out/third-party-notices.json',
];

/** Sees to it that out/ is as new as the sources. Gives undefined, or what the build said if it failed. */
export function ensureFreshBuild() {
  if (isFresh()) return undefined;
  const program = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}

function isFresh() {
  const built = RESULTS.map((name) => timeOf(path.join(root, name)) ?? 0);
  const changed = SOURCES.map((name) => newestIn(path.join(root, name)));
  return Math.min(...built) > Math.max(...changed);
}

const timeOf = (file) => fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;

/** When the file, or the newest thing in the folder, was changed last; a folder's own time tells of removed files. */
function newestIn(place) {
  if (!fs.statSync(place).isDirectory()) return timeOf(place);
  const inside = fs.readdirSync(place, { recursive: true }).map((name) => path.join(place, name));
  return Math.max(...[place, ...inside].map((name) => timeOf(name) ?? 0));
}
