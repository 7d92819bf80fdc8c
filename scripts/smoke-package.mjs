// Checks the packed app in dist/linux-unpacked as it would be shipped: its fuses, its content, and that it starts, as an
// ordinary user and with Chromium's sandbox. One line per check; the last line sums them up.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractFile, listPackage } from '@electron/asar';
import { DEVELOPMENT_MARKER } from './electron-fallback.mjs';
import { installedRuntime } from './electron-runtime.mjs';
import { readFuses } from './fuses.mjs';
import { hasDisplay, startVirtualDisplay } from './virtual-display.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const app = path.join(root, 'dist', 'linux-unpacked');
const EXECUTABLE = 'gluu-console';
const START_LIMIT = 60_000;
const KEYTAR_BINARY = `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`;
const SHIPPED = /^\/(package\.json$|out(\/|$)|node_modules(\/keytar(\/|$)|$))/;
const NOT_SHIPPED = /\.(map|tsx?|env)$|\.(test|spec)\.|\/(test|tests|__tests__|demo-e2e)(\/|$)/;
const RESOURCES = ['app.asar', 'app.asar.unpacked'];
const LANGUAGES = 'de.pak,en-US.pak,fr.pak,ru.pak';
const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const CHROMIUM_WITHOUT_BUS = /ERROR:(dbus\/)?bus\.cc/;
const READY = /^smoke: ready (\S+)$/m;

const counts = { passed: 0, failed: 0 };

/** Prints one check. `problem` is empty if all is well, else what was found. */
function check(what, problem) {
  counts[problem ? 'failed' : 'passed']++;
  console.log(problem ? `failed  ${what}: ${problem}` : `passed  ${what}`);
}

const unless = (condition, problem) => (condition ? '' : problem);

async function checkFuses() {
  for (const { name, on, wanted } of await readFuses(path.join(app, EXECUTABLE))) {
    check(`fuse ${name} is ${wanted ? 'on' : 'off'}`, unless(on === wanted, `it is ${on ? 'on' : 'off'}`));
  }
}

function checkContent() {
  const resources = path.join(app, 'resources');
  const inArchive = listPackage(path.join(resources, 'app.asar'), {});
  const onDisk = fs.readdirSync(app, { recursive: true }).map((name) => `/${name}`);

  const strangers = inArchive.filter((name) => !SHIPPED.test(name));
  check('the archive holds out/, keytar and package.json alone', strangers.join(' '));
  const unwanted = [...inArchive, ...onDisk].filter((name) => NOT_SHIPPED.test(name));
  check('no source maps, sources, tests or .env files', unwanted.join(' '));
  const others = fs.readdirSync(resources).filter((name) => !RESOURCES.includes(name));
  check('resources/ holds the archive alone', others.join(' '));
  checkLicences();
  const languages = fs.readdirSync(path.join(app, 'locales')).sort();
  check('the languages are those of electron-builder.yml', unless(`${languages}` === LANGUAGES, `${languages}`));
  const binaries = onDisk.filter((name) => name.endsWith('.node'));
  const wanted = `/resources/app.asar.unpacked/${KEYTAR_BINARY}`;
  check("keytar's binary for this platform is the only one", unless(`${binaries}` === wanted, `${binaries || 'none'}`));
  const writable = onDisk.filter((name) => fs.lstatSync(path.join(app, name)).mode & 0o002);
  check('no file that everybody may write', writable.filter((name) => !isLink(path.join(app, name))).join(' '));
  const marked = fs.existsSync(path.join(app, DEVELOPMENT_MARKER));
  const development = installedRuntime()?.official === false;
  check(
    'a development runtime is marked as such, and nothing else is',
    unless(marked === development, `${DEVELOPMENT_MARKER} is ${marked ? 'there' : 'missing'}`),
  );
}

/** What the licences of the packages ask for: their texts go with every copy. */
function checkLicences() {
  const own = fs.readFileSync(path.join(root, 'LICENSE'), 'utf8');
  const shipped = (name) => (fs.existsSync(path.join(app, name)) ? fs.readFileSync(path.join(app, name), 'utf8') : '');
  check(
    'the licence of the app lies beside it',
    unless(shipped('LICENSE.txt') === own, 'LICENSE.txt is missing or another'),
  );
  const notices = shipped('THIRD-PARTY-NOTICES.txt');
  const archive = path.join(app, 'resources', 'app.asar');
  const { packages } = JSON.parse(extractFile(archive, 'out/third-party-notices.json').toString());
  const left = packages.filter(
    ({ name, version, text }) => !notices.includes(`\n${name} ${version}\n`) || !notices.includes(text),
  );
  const found = packages.length > 50 ? left.map(({ name }) => name).join(' ') : `only ${packages.length} packages`;
  check('so do the licences of all packages in it', found);
}

const isLink = (file) => fs.lstatSync(file).isSymbolicLink();

async function checkStart() {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'gluu-smoke-'));
  const display = hasDisplay() && !asRoot ? null : await startVirtualDisplay(asRoot ? { reader: NOBODY } : {});
  try {
    const start = prepareStart(work, { ...process.env, ...display?.env });
    const version = fs.readFileSync(path.join(app, 'version'), 'utf8').trim();

    const plain = await start([]);
    check(
      `starts${start.how} and its window answers`,
      unless(plain.ready === version && plain.code === 0, plain.story),
    );

    const planted = path.join(work, 'planted.cjs');
    fs.writeFileSync(planted, 'process.stderr.write("planted code ran\\n");');
    fs.chmodSync(planted, 0o644);
    // As plain node the program would run the file that is its first argument.
    const hostile = await start([planted, '--inspect=0'], {
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: `--require=${planted}`,
    });
    const quiet = !/planted code ran|Debugger listening/.test(hostile.story);
    check('runs no code for ELECTRON_RUN_AS_NODE, NODE_OPTIONS and --inspect', unless(quiet, hostile.story));

    const debugged = await start(['--remote-debugging-port=0']);
    const refused = debugged.ready === undefined && debugged.code !== null;
    check('refuses to start with --remote-debugging-port', unless(refused, debugged.story));
    for (const word of ['--no-sandbox', '--disable-seccomp-filter-sandbox', '--ignore-certificate-errors']) {
      const { code, ready, story } = await start([word]);
      const said = story.includes(`The switch ${word} is not accepted`);
      check(`refuses to start with ${word}, and says so`, unless(code === 2 && ready === undefined && said, story));
    }
    const open = await start([], { ELECTRON_DISABLE_SANDBOX: '1' });
    const said = open.code === 2 && open.story.includes('ELECTRON_DISABLE_SANDBOX is set');
    check('refuses to start with ELECTRON_DISABLE_SANDBOX, and says so', unless(said, open.story));
  } finally {
    await display?.stop();
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Gives the function that starts the app with arguments and variables; each start has settings of its own. */
function prepareStart(work, env) {
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  // The project may lie where only root can read it.
  const folder = asRoot ? path.join(work, 'app') : app;
  if (asRoot) fs.cpSync(app, folder, { recursive: true, verbatimSymlinks: true });
  if (asRoot) fs.chownSync(work, NOBODY, NOBODY);
  let starts = 0;
  const start = (args, extra = {}) => {
    const home = path.join(work, `home-${starts++}`);
    fs.mkdirSync(home);
    if (asRoot) fs.chownSync(home, NOBODY, NOBODY);
    const words = [...args, '--smoke-test', `--user-data-dir=${path.join(home, 'settings')}`];
    const own = { HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home };
    const variables = { ...env, ...own, ...extra };
    return runToEnd(path.join(folder, EXECUTABLE), words, { ...user, cwd: home, env: variables });
  };
  start.how = `${asRoot ? ' as an ordinary user' : ''} in the sandbox`;
  if (!canUseSandbox(user))
    console.log('note    this machine refuses user namespaces: a release, which needs its sandbox, cannot start here');
  return start;
}

const canUseSandbox = (user) =>
  spawnSync('unshare', ['--user', '--map-root-user', 'true'], { ...user, stdio: 'ignore' }).status === 0;

/** Answers `{ code, ready, story }`: the exit code (null if it had to be ended), the version it reported, its output. */
function runToEnd(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', 'ulimit -c 0; exec "$0" "$@"', program, ...args], {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const limit = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), START_LIMIT);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      const said = output.split('\n').filter((line) => line.trim() && !CHROMIUM_WITHOUT_BUS.test(line));
      const story = `ended with ${signal ?? code}, said: ${said.slice(-12).join(' | ') || 'nothing'}`;
      resolve({ code, ready: READY.exec(output)?.[1], story });
    });
  });
}

if (!fs.existsSync(path.join(app, EXECUTABLE))) {
  check('there is a packed app', 'dist/linux-unpacked is missing; npm run package makes it');
} else {
  await checkFuses();
  checkContent();
  await checkStart();
}
console.log(`${counts.passed} passed, ${counts.failed} failed, 0 skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
