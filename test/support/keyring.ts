import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runTool } from './run-tool';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

export interface KeyringOptions {
  /**
   * `unlocked`: with an open login keyring. `noKeyring`: the service runs, but there is no keyring and no way to make one.
   * `noService`: a session bus where nobody offers secrets.
   */
  start?: 'unlocked' | 'noKeyring' | 'noService';
  /** With it, a locked keyring opens gnome-keyring's real prompt on this X display. */
  display?: string;
}

/** A private D-Bus session with its own gnome-keyring. Nothing of the user's session or keyring is touched. */
export interface Keyring {
  /** What a process needs to find this keyring instead of the user's. */
  environment: NodeJS.ProcessEnv;
  lock(): Promise<void>;
  /** As the user would: opens the keyring of the running service. */
  unlock(): Promise<void>;
  /** SIGKILL, as a crash. */
  killService(): Promise<void>;
  /** Starts the service unlocked, on the same keyring or on a new empty one. */
  startService(how?: { empty?: boolean }): Promise<void>;
  /** The process of the open prompt's window; undefined if there is none. */
  promptPid(): Promise<number | undefined>;
  stop(): Promise<void>;
}

const PASSWORD = 'only for tests';
const SECRETS = 'org.freedesktop.secrets';
const PROMPTER = 'org.gnome.keyring.SystemPrompter';
const LOGIN = '/org/freedesktop/secrets/collection/login';
const packages = 'apt-get install --no-install-recommends gnome-keyring dbus-daemon libsecret-1-0 xvfb';
const DEADLINE = 20_000;

/** An environment without any session bus: no address, no socket in the usual place, no display to launch one from. */
export function withoutSessionBus(): NodeJS.ProcessEnv {
  const folder = makeTemporaryFolder('no-bus');
  return privateEnvironment(folder, {});
}

/** Starts the session and resolves once its keyring answers. Throws, naming the Debian packages, if one is missing. */
export async function startKeyring({ start = 'unlocked', display }: KeyringOptions = {}): Promise<Keyring> {
  const folder = makeTemporaryFolder('keyring');
  const socket = join(folder, 'bus');
  const environment = privateEnvironment(folder, { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` });
  const bus = spawnOwn('dbus-daemon', ['--nofork', `--config-file=${writeBusConfig(folder, socket, display)}`], {
    // The bus starts the prompt, so the prompt's display and looks come from here.
    ...environment,
    ...(display === undefined ? {} : { DISPLAY: display }),
    NO_AT_BRIDGE: '1',
    GSETTINGS_BACKEND: 'memory',
  });
  const ask = (...call: string[]) => askBus(environment, call);
  let service: ChildProcess | undefined;

  async function startService({ unlocked }: { unlocked: boolean }): Promise<void> {
    const how = unlocked ? ['--unlock'] : [];
    const own = spawnOwn('gnome-keyring-daemon', ['--foreground', ...how, '--components=secrets'], environment);
    service = own;
    own.stdin?.end(unlocked ? PASSWORD : '');
    await until('gnome-keyring-daemon', own, () => owner(ask, SECRETS));
    // It takes the name before the keyring: only then is it what the caller asked for.
    if (unlocked) await until('the login keyring', own, () => isUnlocked(ask));
  }
  async function killService(): Promise<void> {
    await end(service);
    await until('the end of gnome-keyring-daemon', bus, async () => (await owner(ask, SECRETS)) === undefined);
  }

  try {
    await until('dbus-daemon', bus, () => owner(ask, 'org.freedesktop.DBus'));
    if (start !== 'noService') await startService({ unlocked: start === 'unlocked' });
  } catch (error) {
    await Promise.all([end(service), end(bus)]);
    throw error;
  }
  return {
    environment,
    killService,
    lock: async () => {
      await ask(SECRETS, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service.Lock', `array:objpath:${LOGIN}`);
    },
    unlock: () => unlock(join(folder, 'keyring', 'control')),
    startService: async ({ empty = false } = {}) => {
      if (empty) rmSync(join(folder, '.local'), { recursive: true });
      await startService({ unlocked: true });
    },
    promptPid: () => owner(ask, PROMPTER),
    stop: async () => {
      await end(service);
      // The prompt ends with the bus.
      await end(bus);
      removeTemporaryFolder(folder);
    },
  };
}

function privateEnvironment(folder: string, more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: folder, XDG_RUNTIME_DIR: folder, ...more };
}

/** Offers nothing but, with a display, gnome-keyring's prompt: no service of the machine starts by itself. */
function writeBusConfig(folder: string, socket: string, display: string | undefined): string {
  const services = join(folder, 'services');
  mkdirSync(services);
  const prompter = `/usr/share/dbus-1/services/${PROMPTER}.service`;
  if (display !== undefined) {
    if (!existsSync(prompter)) throw new Error(`gnome-keyring's prompt is missing: ${packages}`);
    cpSync(prompter, join(services, `${PROMPTER}.service`));
  }
  const file = join(folder, 'bus.conf');
  writeFileSync(
    file,
    `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <servicedir>${services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`,
  );
  return file;
}

/** setpriv makes the kernel end the process with us, even if the test run is killed. */
function spawnOwn(program: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], { env, stdio: ['pipe', 'ignore', 'ignore'] });
}

type AskBus = (...call: string[]) => Promise<string>;

const askBus = (environment: NodeJS.ProcessEnv, [to, object, method, ...rest]: string[]): Promise<string> => {
  const address = `--bus=${environment.DBUS_SESSION_BUS_ADDRESS}`;
  const call = [address, '--print-reply=literal', `--dest=${to}`, String(object), String(method), ...rest];
  return runTool('dbus-send', call);
};

/** The process that owns a name on the bus, or undefined. */
async function owner(ask: AskBus, name: string): Promise<number | undefined> {
  try {
    const bus = ['org.freedesktop.DBus', '/org/freedesktop/DBus'] as const;
    const reply = await ask(...bus, 'org.freedesktop.DBus.GetConnectionUnixProcessID', `string:${name}`);
    return Number(reply.trim().split(/\s+/).at(-1));
  } catch (error) {
    if (error instanceof Error && error.message.includes('NameHasNoOwner')) return undefined;
    throw error;
  }
}

async function isUnlocked(ask: AskBus): Promise<boolean> {
  const properties = 'org.freedesktop.DBus.Properties.Get';
  const reply = await ask(SECRETS, LOGIN, properties, 'string:org.freedesktop.Secret.Collection', 'string:Locked');
  return reply.includes('boolean false');
}

/** Asks again until there is an answer; a bus or service that is not up yet counts as none. */
async function until(what: string, child: ChildProcess, ready: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + DEADLINE;
  let problem: unknown;
  child.once('error', (error) => {
    problem = error;
  });
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    try {
      if (await ready()) return;
    } catch (error) {
      problem = error;
    }
    await delay(20);
  }
  throw new Error(`No answer from ${what}. It needs: ${packages}`, { cause: problem });
}

/**
 * gnome-keyring's control socket, as pam_gnome_keyring uses it (daemon/control/gkd-control-server.c of gnome-keyring 42):
 * a byte for the credentials, then length, operation 1 and the password; the answer is length and 0 for done.
 */
async function unlock(control: string): Promise<void> {
  const password = Buffer.from(PASSWORD);
  const packet = Buffer.alloc(1 + 12 + password.length);
  packet.writeUInt32BE(12 + password.length, 1);
  packet.writeUInt32BE(1, 5);
  packet.writeUInt32BE(password.length, 9);
  password.copy(packet, 13);
  const socket = connect(control);
  socket.write(packet);
  const [reply] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  if (reply.readUInt32BE(4) !== 0) throw new Error('gnome-keyring did not unlock');
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}

/** An X server of its own without a window manager; `display` is what goes into DISPLAY. */
export async function startDisplay(): Promise<{ display: string; stop(): Promise<void> }> {
  const args = ['Xvfb', '-displayfd', '1', '-screen', '0', '800x600x24', '-nolisten', 'tcp'];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const said = await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  if (child.exitCode !== null) throw new Error(`Xvfb did not start. It needs: ${packages}`);
  return { display: `:${String(said[0]).trim()}`, stop: () => end(child) };
}
