import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { SshRoute } from '../../src-shared/model/route';
import { freePorts } from './free-port';
import { procFile } from './proc-file';
import { runTool, toolPath } from './run-tool';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

export interface SshdOptions {
  /** AllowTcpForwarding; on by default. */
  allowForwarding?: boolean;
  /** PermitOpen, e.g. `['localhost:1636']`; anything by default. */
  permitOpen?: string[];
  /** Types of host keys; `['ed25519']` by default. */
  hostKeys?: ('ed25519' | 'rsa' | 'ecdsa')[];
  /** Whether the SFTP subsystem is there; it is by default. */
  sftp?: boolean;
  /** Further lines of sshd_config(5); the first of each keyword wins, so they come before the rest. */
  config?: string[];
  /** Public keys that may log in beside that of `keyFile`. */
  authorized?: string[];
  /** What its users see at these places of the host instead of what is there, e.g. `{ '/opt': folder }`. Needs unshare(1). */
  mounts?: Record<string, string>;
  /** Environment of sshd and of what its users run. */
  path?: string;
}

export interface Sshd {
  port: number;
  /** The fingerprint of the first host key as OpenSSH prints it, `SHA256:…`. */
  hostKeySha256: string;
  /** The line for known_hosts of the first host key. */
  knownHostsLine: string;
  /** Who may log in with `keyFile`: the user the tests run as. */
  user: string;
  /** A private key without passphrase (ed25519). */
  keyFile: string;
  /** A home folder with an empty `.ssh`, for `createSshRoutes({ home })`. */
  home: string;
  /** Its sshd_config(5). */
  configFile: string;
  /** The route to it with the key file. */
  route: SshRoute;
  /** Writes the host key into `home`'s known_hosts, as after *Accept*. */
  trust(): void;
  /** What sshd has written so far (LogLevel VERBOSE). */
  log(): string;
  /** Ends sshd as after a change of its host keys, and starts it on the same port with new ones. */
  changeHostKeys(): Promise<void>;
  /** Ends sshd and every connection, and removes its files. */
  stop(): Promise<void>;
}

const PORT_ATTEMPTS = 5;
const START_LIMIT_MS = 15_000;

/**
 * Starts Debian's sshd on 127.0.0.1 with its own configuration and keys; nothing of /etc/ssh is used. It lets the user
 * of the tests in by key. Needs root (sshd separates privileges) and the package openssh-server; throws with sshd's words.
 */
export async function startSshd(options: SshdOptions = {}): Promise<Sshd> {
  // sshd refuses to start without it; on Debian its service makes it.
  mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const folder = makeTemporaryFolder('sshd');
  const home = join(folder, 'home');
  mkdirSync(join(home, '.ssh'), { recursive: true, mode: 0o700 });
  const kinds = options.hostKeys ?? ['ed25519'];
  const keyFile = await makeKey(join(folder, 'user-key'), ['-t', 'ed25519']);
  const authorized = [readFileSync(`${keyFile}.pub`, 'utf8'), ...(options.authorized ?? [])];
  writeFileSync(join(folder, 'authorized_keys'), authorized.join('\n'), { mode: 0o600 });
  const makeHostKeys = async () => {
    for (const kind of kinds) await makeKey(join(folder, `host-${kind}`), kindArguments(kind));
  };
  await makeHostKeys();
  const log: string[] = [];
  const start = (port: number) => startProcess(folder, port, kinds, options, log);
  let { child, port } = await startOnFreePort(start);
  const publicKey = () =>
    readFileSync(join(folder, `host-${kinds[0]}.pub`), 'utf8')
      .split(' ')
      .slice(0, 2)
      .join(' ');
  const fingerprint = async () =>
    (await runTool('ssh-keygen', ['-lf', join(folder, `host-${kinds[0]}.pub`)])).split(' ')[1];
  const user = userInfo().username;
  const sshd: Sshd = {
    port,
    hostKeySha256: (await fingerprint()) ?? '',
    knownHostsLine: `[127.0.0.1]:${port} ${publicKey()}`,
    user,
    keyFile,
    home,
    configFile: configIn(folder),
    route: { kind: 'ssh', host: '127.0.0.1', port, user, login: 'key', keyFile, jumps: [] },
    trust: () => {
      const file = join(home, '.ssh', 'known_hosts');
      writeFileSync(file, `${sshd.knownHostsLine}\n`, { flag: 'a', mode: 0o600 });
    },
    log: () => log.join(''),
    changeHostKeys: async () => {
      await end(child);
      await makeHostKeys();
      child = await start(port);
      sshd.hostKeySha256 = (await fingerprint()) ?? '';
      sshd.knownHostsLine = `[127.0.0.1]:${port} ${publicKey()}`;
    },
    stop: async () => {
      await end(child);
      removeTemporaryFolder(folder);
    },
  };
  return sshd;
}

const kindArguments = (kind: string): string[] => ['-t', kind, ...(kind === 'rsa' ? ['-b', '2048'] : [])];

/** Makes a key pair with ssh-keygen, over an older one; `arguments_` are its options. Gives the private key's file. */
export async function makeKey(file: string, options: string[], passphrase = ''): Promise<string> {
  const input = existsSync(file) ? 'y\n' : '';
  await runTool('ssh-keygen', ['-q', '-f', file, '-N', passphrase, '-C', 'test', ...options], { input });
  return file;
}

const configIn = (folder: string): string => join(folder, 'sshd_config');

function configOf(folder: string, port: number, kinds: readonly string[], options: SshdOptions): string {
  const { allowForwarding = true, permitOpen, sftp = true, config = [], path } = options;
  return [
    ...config,
    'ListenAddress 127.0.0.1',
    `Port ${port}`,
    ...kinds.map((kind) => `HostKey ${join(folder, `host-${kind}`)}`),
    'PidFile none',
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    // The folders above are /tmp and one of root's: sshd would not take a key file from there.
    'StrictModes no',
    'UsePAM no',
    'PermitRootLogin yes',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    `AllowTcpForwarding ${allowForwarding ? 'yes' : 'no'}`,
    ...(permitOpen ? [`PermitOpen ${permitOpen.join(' ')}`] : []),
    ...(sftp ? ['Subsystem sftp internal-sftp'] : []),
    // Without it bash would run the tester's own .bashrc for each command (bash(1), INVOCATION).
    `SetEnv HOME=${join(folder, 'home')}${path === undefined ? '' : ` PATH=${path}`}`,
    // Connections of many tests at once are no attack.
    'MaxStartups 100:30:200',
    'LogLevel VERBOSE',
    '',
  ].join('\n');
}

async function startOnFreePort(start: (port: number) => Promise<ChildProcess>) {
  for (let attempt = 1; ; attempt += 1) {
    const [port = 0] = await freePorts(1);
    try {
      return { child: await start(port), port };
    } catch (error) {
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (!taken || attempt === PORT_ATTEMPTS) throw error;
    }
  }
}

/** A command that runs the one after it with these places mounted, in a mount namespace of its own. */
function mounted(mounts: Record<string, string>): string[] {
  const binds = Object.entries(mounts).map(([place, folder]) => `mount --bind '${folder}' '${place}' && `);
  return binds.length === 0 ? [] : ['unshare', '--mount', 'sh', '-c', `${binds.join('')}exec "$@"`, 'sh'];
}

/** Whether this process may mount, as `mounts` needs: root of a container often may not. */
export const canMount = (): boolean =>
  spawnSync('unshare', ['--mount', 'mount', '--bind', '/tmp', '/opt'], { stdio: 'ignore' }).status === 0;

async function startProcess(
  folder: string,
  port: number,
  kinds: readonly string[],
  options: SshdOptions,
  log: string[],
): Promise<ChildProcess> {
  const file = configIn(folder);
  writeFileSync(file, configOf(folder, port, kinds, options), { mode: 0o600 });
  // setpriv makes the kernel end sshd with us; it runs itself again for each connection, so it needs its full path.
  const sshd = ['/usr/sbin/sshd', '-D', '-e', '-f', file];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...mounted(options.mounts ?? {}), ...sshd], {
    env: { PATH: toolPath },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  let ended = false;
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log.push(text);
    said += text;
  });
  child.once('close', () => {
    ended = true;
  });
  child.once('error', (error) => {
    ended = true;
    said += error.message;
  });
  const until = Date.now() + START_LIMIT_MS;
  while (!said.includes('Server listening on 127.0.0.1')) {
    if (ended || Date.now() > until) {
      await end(child);
      throw new Error(`sshd did not start:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await greets(port);
  return child;
}

/** Resolves once sshd introduces itself. */
async function greets(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'data');
  socket.destroy();
}

/** Ends sshd and the processes of its connections, which leave its group for sessions of their own. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'exit');
  for (const each of [child.pid, ...descendants(child.pid)]) {
    try {
      process.kill(each, 'SIGKILL');
    } catch (error) {
      // It ended by itself meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  await closed;
}

function descendants(pid: number): number[] {
  const children = procFile(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}
