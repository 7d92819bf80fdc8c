// Builds and opens the app from the sources (`npm start`, `npm run demo`). Where there is no display it says so and
// shows the tour on a virtual one instead. Further arguments are handed on.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { runShown } from './run.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';
import { hasDisplay } from './virtual-display.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const CANNOT_START = 3;

const say = (line) => console.log(`[start] ${line}`);

function build() {
  const program = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'build'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) say(`the build failed:\n${stdout}${stderr}`);
  return status === 0;
}

async function start(args) {
  if (!(await ensureElectronRuntime())) return CANNOT_START;
  if (!ensureSystemLibraries('run')) return CANNOT_START;
  say('building');
  if (!build()) return 1;
  if (hasDisplay()) return runShown('electron', ['.', ...args]);
  say('there is no display (DISPLAY and WAYLAND_DISPLAY are not set): running the tour on a virtual one');
  return runShown(process.execPath, [path.join('scripts', 'tour.mjs'), ...args]);
}

process.exitCode = await start(process.argv.slice(2));
