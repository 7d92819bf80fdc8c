// Makes `require('electron')` work (npm postinstall): the official download where its host answers, else, on Linux x64,
// the development runtime of electron-fallback.mjs. GLUU_ELECTRON=official|fallback|auto chooses.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEVELOPMENT_MARKER, ensureFallbackRuntime, fallbackFits, fallbackFolder } from './electron-fallback.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const electronPackage = path.join(root, 'node_modules', 'electron');
const runtimeFolder = path.join(electronPackage, 'dist');
const pathFile = path.join(electronPackage, 'path.txt');

const PROBE_LIMIT = 2_000;
const DOWNLOAD_LIMIT = 600_000;

const say = (line) => console.log(`[electron] ${line}`);

/** The installed runtime: `{ folder, version, official }`, or null if there is none. */
export function installedRuntime() {
  try {
    if (!fs.existsSync(path.join(runtimeFolder, fs.readFileSync(pathFile, 'utf8')))) return null;
    const version = fs.readFileSync(path.join(runtimeFolder, 'version'), 'utf8').trim().replace(/^v/, '');
    const official = !fs.existsSync(path.join(runtimeFolder, DEVELOPMENT_MARKER));
    const folder = fs.realpathSync(runtimeFolder);
    // One left over from another version of the npm package, or from an older recipe, does not count.
    const current = official ? version === packageVersion() : path.basename(folder) === path.basename(fallbackFolder);
    return current ? { folder, version, official } : null;
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Sees to it that a runtime is installed; silent if it is. `mode`: 'official', 'fallback' or 'auto' (what is there, else
 * the official one, else the fallback). Answers whether there is one now; throws an Error if the fallback cannot be built.
 */
export async function ensureElectronRuntime(mode = process.env.GLUU_ELECTRON || 'auto') {
  if (!['official', 'fallback', 'auto'].includes(mode)) {
    throw new Error(`GLUU_ELECTRON is "${mode}"; it must be official, fallback or auto`);
  }
  const present = installedRuntime();
  if (present && (mode === 'auto' || present.official === (mode === 'official'))) return true;
  if (mode !== 'fallback' && installOfficial(mode)) return true;
  if (mode === 'official') return false;
  if (!fallbackFits) {
    say(`there is no fallback for ${process.platform} ${process.arch}; npm run postinstall tries the download again`);
    return false;
  }
  await ensureFallbackRuntime(say);
  link(fallbackFolder);
  return true;
}

function installOfficial(mode) {
  // Where there is no fallback the download is tried in any case: its own cache may already hold the file.
  const host = downloadHost();
  if (mode === 'auto' && fallbackFits && !answers(host)) {
    say(`${host.hostname} does not answer: no official runtime`);
    return false;
  }
  say(`downloading the official runtime ${packageVersion()} from ${host.hostname}`);
  if (fs.lstatSync(runtimeFolder, { throwIfNoEntry: false })?.isSymbolicLink()) fs.unlinkSync(runtimeFolder);
  const { status, error, stderr } = spawnSync(process.execPath, [path.join(electronPackage, 'install.js')], {
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    timeout: DOWNLOAD_LIMIT,
    killSignal: 'SIGKILL',
  });
  const done = status === 0 && installedRuntime()?.official === true;
  const late = error?.code === 'ETIMEDOUT' && `no end within ${DOWNLOAD_LIMIT / 1000} s`;
  if (!done) say(`the download failed: ${late || error?.message || firstError(stderr)}`);
  return done;
}

/** Where @electron/get downloads from: its variables first, in its order (artifact-utils.js, mirrorVar). */
function downloadHost() {
  const names = ['npm_config_electron_mirror', 'npm_package_config_electron_mirror', 'electron_mirror'];
  const mirror = names.flatMap((name) => [process.env[name], process.env[name.toUpperCase()]]).find(Boolean);
  const proxy = process.env.ELECTRON_GET_USE_PROXY && (process.env.HTTPS_PROXY || process.env.https_proxy);
  return new URL(proxy || mirror || 'https://github.com/');
}

/** Whether `url`'s host takes a TCP connection within the limit. A process of its own: a hanging DNS look-up cannot be called off. */
function answers(url) {
  const connect = `const [host, port] = process.argv.slice(1);
    require('node:net').connect(Number(port), host).on('connect', () => process.exit(0)).on('error', () => process.exit(1));`;
  const port = url.port || (url.protocol === 'http:' ? '80' : '443');
  const options = { timeout: PROBE_LIMIT, killSignal: 'SIGKILL', stdio: 'ignore' };
  return spawnSync(process.execPath, ['-e', connect, url.hostname, port], options).status === 0;
}

/** Points the electron package at the fallback, the way its own installer would leave it. Each step replaces in one go. */
function link(folder) {
  const fresh = `${runtimeFolder}.${process.pid}`;
  fs.symlinkSync(folder, fresh);
  const old = fs.lstatSync(runtimeFolder, { throwIfNoEntry: false });
  if (old && !old.isSymbolicLink()) fs.rmSync(runtimeFolder, { recursive: true, force: true });
  fs.renameSync(fresh, runtimeFolder);
  const freshPath = `${pathFile}.${process.pid}`;
  fs.writeFileSync(freshPath, 'electron');
  fs.renameSync(freshPath, pathFile);
}

const packageVersion = () => JSON.parse(fs.readFileSync(path.join(electronPackage, 'package.json'), 'utf8')).version;

const firstError = (stderr) =>
  stderr.split('\n').find((line) => line.includes('Error')) ?? (stderr.trim() || 'no reason given');

async function main() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) {
    say('the environment names or forbids a runtime: nothing to do');
    return 0;
  }
  if (!fs.existsSync(electronPackage)) {
    say('not installed (production install): nothing to do');
    return 0;
  }
  const mode = process.env.GLUU_ELECTRON || 'auto';
  const done = await ensureElectronRuntime(mode);
  if (done) {
    const { version, official } = installedRuntime();
    say(`runtime ${version} is in place${official ? '' : ' (fallback, for development and tests only)'}`);
  }
  // Without a runtime the rest of the project still installs, checks and builds; `npm start` asks again.
  return done || mode === 'auto' ? 0 : 1;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(`failed: ${error.message}`);
    process.exitCode = 1;
  }
}
