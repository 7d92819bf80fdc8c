// Checks that the system libraries and programs which the project needs are there (`run`, `test`, `package`, `bench`).
// Installs them on Debian and Ubuntu when run as root (a container, CI); otherwise prints the one command that does.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasDisplay } from './virtual-display.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What Electron and keytar load; one missing library brings the whole list, libnotify is only looked for at run time. */
const LIBRARY_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libnotify4', 'libsecret-1-0'];
/** Debian 13 and Ubuntu 24.04 renamed these when time_t became 64 bits wide. */
const RENAMED_T64 = ['libgtk-3-0', 'libasound2'];
const PROGRAM_PACKAGES = {
  Xvfb: 'xvfb',
  slapd: 'slapd',
  ldapsearch: 'ldap-utils',
  'gnome-keyring-daemon': 'gnome-keyring',
  'dbus-run-session': 'dbus-daemon',
  openssl: 'openssl',
  swaks: 'swaks',
  dovecot: 'dovecot-imapd',
  '/usr/share/perl5/IO/Socket/SSL.pm': 'libio-socket-ssl-perl', // swaks over TLS
  postfix: 'postfix',
  strace: 'strace',
  faketime: 'faketime',
  sshd: 'openssh-server',
  'ssh-keygen': 'openssh-client',
  sudo: 'sudo',
  saslpasswd2: ['sasl2-bin', 'libsasl2-modules'], // the latter are Postfix's login methods
};
const RUN_PROGRAMS = () => (hasDisplay() ? [] : ['Xvfb']);
const TEST_PROGRAMS = [
  'slapd',
  'ldapsearch',
  'gnome-keyring-daemon',
  'dbus-run-session',
  'openssl',
  'dovecot',
  'sshd',
  'ssh-keygen',
  'sudo',
];
const NEEDS = {
  run: () => ({ libraries: true, programs: RUN_PROGRAMS() }),
  test: () => ({
    libraries: true,
    programs: [...RUN_PROGRAMS(), ...TEST_PROGRAMS, 'postfix', 'saslpasswd2', 'strace', 'faketime'],
  }),
  package: () => ({ libraries: false, programs: [] }),
  bench: () => ({
    libraries: true,
    programs: [...RUN_PROGRAMS(), ...TEST_PROGRAMS, 'swaks', '/usr/share/perl5/IO/Socket/SSL.pm'],
  }),
};

/** What Debian starts at once with these packages; the tests only want the programs. */
const SERVICES = {
  slapd: 'slapd',
  postfix: 'postfix',
  'sasl2-bin': 'saslauthd',
  'dovecot-imapd': 'dovecot',
  'openssh-server': 'ssh',
};
/** Otherwise Postfix is set up as this machine's own mail server, and starts with the machine. */
const POSTFIX_ANSWER = 'postfix postfix/main_mailer_type select No configuration';

const UPDATE_LIMIT = 300_000;
const INSTALL_LIMIT = 1_200_000;
const POLICY_FILE = '/usr/sbin/policy-rc.d';
const POLICY_SAVED = `${POLICY_FILE}.before-gluu-console`;
const POLICY_TEXT = '#!/bin/sh\n# Gluu Console: no service starts while its packages are installed.\nexit 101\n';

const say = (line) => console.log(`[system] ${line}`);

/** The names of `need`, for messages and the command line. */
const needNames = Object.keys(NEEDS);

/**
 * Sees to it that everything for `need` (one of `needNames`) is installed; silent if it is. Answers whether it is now;
 * if not, the reason or the command to run has been printed. Does nothing outside Linux.
 */
export function ensureSystemLibraries(need) {
  if (process.platform !== 'linux') return true;
  const missing = findMissing(NEEDS[need]());
  if (missing.length === 0) return true;
  const packages = packagesFor(missing);
  if (!mayInstall()) {
    say(`missing: ${summary(missing)}; install with: ${installCommand(packages)}`);
    return false;
  }
  say(`installing with apt-get: ${packages.join(' ')}`);
  if (!install(packages)) return false;
  const still = findMissing(NEEDS[need]());
  if (still.length > 0) say(`still missing after the installation: ${still.join(', ')}`);
  return still.length === 0;
}

function findMissing({ libraries, programs }) {
  return [...(libraries ? missingLibraries() : []), ...programs.filter((name) => !isProgram(name))];
}

/** File names of the shared libraries that Electron and keytar's binary ask for and the loader does not find. */
function missingLibraries() {
  const modules = path.join(root, 'node_modules');
  const binaries = [
    path.join(modules, 'electron', 'dist', 'electron'),
    path.join(modules, 'keytar', 'prebuilds', `linux-${process.arch}`, 'keytar.node'),
  ].filter((file) => fs.existsSync(file));
  const { stdout } = spawnSync('ldd', binaries, { encoding: 'utf8', timeout: 20_000 });
  return [...new Set([...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]))];
}

// slapd lies in /usr/sbin, which is not on every user's path. What is no program is named by its file.
const isProgram = (name) =>
  path.isAbsolute(name)
    ? fs.existsSync(name)
    : [...(process.env.PATH ?? '').split(':'), '/usr/bin', '/usr/sbin'].some((folder) =>
        fs.existsSync(path.join(folder, name)),
      );

/** A machine without any of Electron's libraries lacks about thirty: three say enough. */
function summary(missing) {
  const libraries = missing.filter((name) => !Object.hasOwn(PROGRAM_PACKAGES, name));
  const programs = missing.filter((name) => Object.hasOwn(PROGRAM_PACKAGES, name));
  const more = libraries.length > 3 ? [`${libraries.length - 3} more libraries`] : [];
  return [...programs, ...libraries.slice(0, 3), ...more].join(', ');
}

function packagesFor(missing) {
  const packages = missing.flatMap((name) => PROGRAM_PACKAGES[name] ?? LIBRARY_PACKAGES);
  const t64 = usesT64Names();
  return [...new Set(packages)].map((name) => (t64 && RENAMED_T64.includes(name) ? `${name}t64` : name));
}

function usesT64Names() {
  const file = '/etc/os-release';
  if (!fs.existsSync(file)) return false;
  const release = fs.readFileSync(file, 'utf8');
  const value = (key) => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(release)?.[1] ?? '';
  const since = { debian: 13, ubuntu: 24.04 }[value('ID')];
  return since !== undefined && Number(value('VERSION_ID')) >= since;
}

const mayInstall = () =>
  process.getuid() === 0 && fs.existsSync('/usr/bin/apt-get') && process.env.GLUU_CONSOLE_NO_APT !== '1';

function installCommand(packages) {
  const install = `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!fs.existsSync('/usr/bin/apt-get')) return `the packages of your system that match: ${install}`;
  const answer = packages.includes('postfix') ? [`echo '${POSTFIX_ANSWER}' | sudo debconf-set-selections`] : [];
  const services = fs.existsSync('/run/systemd/system') ? packages.flatMap((name) => SERVICES[name] ?? []) : [];
  const disable = services.length > 0 ? [`sudo systemctl disable --now ${services.join(' ')}`] : [];
  return [...answer, install, ...disable].join(' && ');
}

function install(packages) {
  // A third-party source that does not answer fails the update, but not the installation: only the latter decides.
  const update = aptGet(['update'], UPDATE_LIMIT);
  if (packages.includes('postfix')) answerForPostfix();
  const result = withoutServiceStarts(() =>
    aptGet(['install', '-y', '--no-install-recommends', ...packages], INSTALL_LIMIT),
  );
  if (result.ok) return true;
  say(`apt-get did not install them: ${result.reason}`);
  for (const line of [...update.output, ...result.output].slice(-40)) say(`  ${line}`);
  return false;
}

/** Where it cannot be noted, the installation still asks nothing and starts nothing: it only leaves settings behind. */
function answerForPostfix() {
  const { status, error } = spawnSync('debconf-set-selections', { input: `${POSTFIX_ANSWER}\n`, timeout: 20_000 });
  if (status !== 0) say(`debconf-set-selections: ${error?.message ?? `exit code ${status}`}`);
}

function aptGet(args, timeout) {
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const { status, signal, error, stdout, stderr } = spawnSync('apt-get', [...options, ...args], {
    encoding: 'utf8',
    timeout,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const late = error?.code === 'ETIMEDOUT' && `no end within ${timeout / 1000} s`;
  const reason = late || error?.message || signal || `exit code ${status}`;
  return { ok: status === 0, reason, output: `${stdout}${stderr}`.trim().split('\n') };
}

/** Runs `work` while services may not be started (invoke-rc.d(8), policy-rc.d): slapd's package would start a daemon. */
function withoutServiceStarts(work) {
  const current = fs.existsSync(POLICY_FILE) ? fs.readFileSync(POLICY_FILE, 'utf8') : null;
  // Our own text there is what an earlier run that was killed has left behind.
  if (current !== null && current !== POLICY_TEXT) fs.renameSync(POLICY_FILE, POLICY_SAVED);
  fs.writeFileSync(POLICY_FILE, POLICY_TEXT, { mode: 0o755 });
  // With a listener a signal waits until the file is back, instead of ending the process at once.
  const wait = () => {};
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, wait);
  try {
    return work();
  } finally {
    fs.rmSync(POLICY_FILE, { force: true });
    if (fs.existsSync(POLICY_SAVED)) fs.renameSync(POLICY_SAVED, POLICY_FILE);
    for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, wait);
  }
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const need = process.argv[2];
  if (!needNames.includes(need)) {
    say(`usage: node scripts/system-libraries.mjs ${needNames.join('|')}`);
    process.exitCode = 2;
  } else if (!ensureSystemLibraries(need)) {
    process.exitCode = 3;
  }
}
