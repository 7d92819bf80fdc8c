import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { signed } from './certificates';
import { type DovecotOptions, makeOwned, ownerOfMail, writeDovecotFiles } from './dovecot-config';
import { freePorts } from './free-port';
import { toolPath } from './run-tool';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

export type { DovecotOptions } from './dovecot-config';

/** The folders of each account; those with a mark say it with special-use flags (RFC 6154). */
export type DovecotFolder = 'INBOX' | 'Spam' | 'Trash' | 'Archive' | 'Notes';

export interface Dovecot {
  /** TLS from the first byte. */
  tlsPort: number;
  /** Plain, with STARTTLS on offer. */
  port: number;
  /** What the first user logs in with. */
  user: string;
  password: string;
  /** Puts a message into a folder as a delivery agent does, unread. Line breaks may be \n. */
  deliver(message: string, folder?: DovecotFolder, user?: string): void;
  /** The Maildir file names of a folder: the flags stand behind `:2,`; what lies in `new` is named `new/…`. */
  files(folder?: DovecotFolder, user?: string): string[];
  /** Every command and answer of the sessions so far, as Dovecot's rawlog wrote them, which begin after the login. */
  sessions(user?: string): string;
  /** What dovecot logged. */
  log(): string;
  /** Ends this dovecot and removes its files; may be called twice. */
  stop(): Promise<void>;
}

const portAttempts = 5;
const startLimitMs = 20_000;

/**
 * Starts a Dovecot of its own on 127.0.0.1 with accounts in Maildirs, and resolves once it greets. Needs Debian's
 * package dovecot-imapd, version 2.3; throws with Dovecot's own words if it does not come up.
 */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const { users = { 'grace@example.net': randomBytes(12).toString('base64url') } } = options;
  const tls = options.tls ?? (await signed());
  const [user = '', password = ''] = Object.entries(users)[0] ?? [];
  for (let attempt = 1; ; attempt += 1) {
    const ports = await freePorts(2);
    const folder = makeTemporaryFolder('dovecot');
    writeDovecotFiles(folder, ports, users, tls, options);
    try {
      const child = await startProcess(folder, ports);
      const [port = 0, tlsPort = 0] = ports;
      const home = (name = user) => join(folder, 'mail', name);
      return {
        tlsPort,
        port,
        user,
        password,
        deliver: (message, to = 'INBOX', name) => deliver(boxOf(home(name), to), message),
        files: (of = 'INBOX', name) => filesOf(boxOf(home(name), of)),
        sessions: (name) => sessionsOf(join(home(name), 'dovecot.rawlog')),
        log: () => logOf(folder),
        stop: async () => {
          await end(child);
          removeTemporaryFolder(folder);
        },
      };
    } catch (error) {
      removeTemporaryFolder(folder);
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (!taken || attempt === portAttempts) throw error;
    }
  }
}

const logOf = (folder: string): string => {
  const file = join(folder, 'dovecot.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

async function startProcess(folder: string, ports: number[]): Promise<ChildProcess> {
  // setpriv makes the kernel end Dovecot with us, even if the test run is killed; -F keeps it in the foreground.
  const dovecot = ['dovecot', '-F', '-c', join(folder, 'dovecot.conf')];
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', ...dovecot], {
    env: { ...process.env, PATH: toolPath },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let ended = false;
  const failure = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      ended = true;
      reject(new Error(`dovecot did not start:\n${said}${logOf(folder)}`));
    });
  });
  // From here on its end is nobody's error.
  failure.catch(() => {});
  const until = Date.now() + startLimitMs;
  const late = () => {
    if (Date.now() > until) throw new Error(`dovecot did not answer:\n${said}${logOf(folder)}`);
    return ended;
  };
  try {
    await Promise.race([greets(ports[0] ?? 0, late), failure]);
  } catch (error) {
    await end(child);
    throw error;
  }
  return child;
}

/** The greeting with what it can do; one that says it waits for the process that authenticates comes before. */
const READY = /^\* OK \[/m;

/**
 * Resolves when the plain port greets. A login process that is ended before it can greet takes seconds to go. The port for
 * TLS belongs to the same process and is open by then.
 */
async function greets(port: number, done: () => boolean): Promise<void> {
  while (!done()) {
    const socket = connect(port, '127.0.0.1');
    const greeted = await new Promise<boolean>((resolve) => {
      socket.once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
      let said = '';
      socket.on('data', (greeting: Buffer) => {
        said += greeting.toString('latin1');
        if (READY.test(said)) resolve(true);
      });
    });
    socket.destroy();
    if (greeted) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
  await closed;
  clearTimeout(impatient);
}

/** Dovecot's layout Maildir++: folders beside `cur` with a dot before their names. */
const boxOf = (home: string, folder: DovecotFolder): string =>
  folder === 'INBOX' ? join(home, 'Maildir') : join(home, 'Maildir', `.${folder}`);

let delivered = 0;

/** Written to `tmp` and renamed into `new`, so that nobody sees half of it (maildir(5)). */
function deliver(box: string, message: string): void {
  for (const part of ['', 'tmp', 'new', 'cur']) makeOwned(join(box, part));
  delivered += 1;
  const name = `${Math.floor(Date.now() / 1000)}.P${process.pid}Q${delivered}.${hostname()}`;
  writeFileSync(join(box, 'tmp', name), message.replace(/\r?\n/g, '\n'), { mode: 0o600 });
  chownSync(join(box, 'tmp', name), ...ownerOfMail());
  renameSync(join(box, 'tmp', name), join(box, 'new', name));
}

function filesOf(box: string): string[] {
  const list = (part: string) => (existsSync(join(box, part)) ? readdirSync(join(box, part)) : []);
  return [...list('new').map((name) => `new/${name}`), ...list('cur')].sort();
}

function sessionsOf(folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.map((file) => readFileSync(join(folder, file), 'latin1')).join('\n');
}
