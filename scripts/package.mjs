// Builds and packs the app (`npm run package`): without arguments as a folder for this computer, else for the targets
// that electron-builder is given, for instance `-- --linux deb`. `-- --e2e` makes the copy that Playwright can drive.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEVELOPMENT_MARKER } from './electron-fallback.mjs';
import { ensureElectronRuntime, installedRuntime } from './electron-runtime.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const CANNOT_PACKAGE = 3;
const BUILD_LIMIT = 300_000;
const PACK_LIMIT = 3_600_000;
// Playwright reaches the main process through Node's inspector, which a release refuses.
const E2E = ['-c.electronFuses.enableNodeCliInspectArguments=true', '-c.directories.output=dist-e2e'];

const say = (line) => console.log(`[package] ${line}`);

function run(program, args, timeout) {
  const options = { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], timeout, killSignal: 'SIGKILL' };
  const { status, error } = spawnSync(process.execPath, [path.join(modules, program), ...args], options);
  if (error) say(`${program}: ${error.message}`);
  return status === 0;
}

/** The runtime is at hand for this computer's platform; any other target lets electron-builder fetch its own. */
function folderArguments(runtime) {
  return ['--dir', `-c.electronDist=${runtime.folder}`, `-c.electronVersion=${runtime.version}`];
}

async function packageApp(args) {
  const e2e = args.includes('--e2e');
  const targets = args.filter((word) => word !== '--e2e' && word !== '--dir');
  if (!(await ensureElectronRuntime()) || !ensureSystemLibraries('package')) return CANNOT_PACKAGE;
  const runtime = installedRuntime();
  if (targets.length > 0 && !runtime.official) {
    say(
      `Electron ${runtime.version} is a development runtime: only a folder for use on this computer can be made of it.`,
    );
    say('Releases need the official runtime: GLUU_ELECTRON=official npm run postinstall');
    return CANNOT_PACKAGE;
  }
  if (!run('electron-vite/bin/electron-vite.js', ['build'], BUILD_LIMIT)) return 1;
  const output = e2e ? 'dist-e2e' : 'dist';
  // What an earlier Electron has left there must not end up beside the new one.
  fs.rmSync(path.join(root, output), { recursive: true, force: true });
  const wanted = targets.length > 0 ? targets : folderArguments(runtime);
  const builder = [...wanted, '--publish', 'never', ...(e2e ? E2E : [])];
  if (!run('electron-builder/cli.js', builder, PACK_LIMIT)) return 1;
  say(`done: ${output}/`);
  if (e2e) say('for tests, not for release: the inspector is on');
  if (!runtime.official)
    say(`development runtime, not for release (${DEVELOPMENT_MARKER} in the app folder says so too)`);
  return 0;
}

process.exitCode = await packageApp(process.argv.slice(2));
