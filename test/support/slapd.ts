import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { selfSigned, type TestCertificate } from './certificates';
import { freePorts } from './free-port';
import { gluuTree } from './gluu-tree';
import type { GluuVersion } from './gluu-version';
import { parseLdif, writeLdif } from './ldif';
import { runTool, toolPath } from './run-tool';
import { readerDn, rootDn, type SlapdSettings, writeSlapdCertificate, writeSlapdConfig } from './slapd-config';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder';

export interface SlapdOptions extends Omit<SlapdSettings, 'version' | 'password'> {
  /** Which release's schema, and which tree if no `ldif` is given; 3.1.2 by default. */
  version?: GluuVersion;
  /** The tree to start with; it must hold `o=gluu`. */
  ldif?: string;
  /** Of the root DN; by default a new one. */
  password?: string;
  /** For ldaps and StartTLS; by default the self-signed one of CN=localhost that a Gluu server shows. */
  tls?: Pick<TestCertificate, 'key' | 'cert'>;
  /** Debug level of slapd(8); 256, one line per operation, is always part of it. */
  logLevel?: number;
}

interface SearchOptions {
  scope?: 'base' | 'one' | 'sub';
  /** Values for ldapsearch's -e, e.g. `!assert=(objectClass=top)`; ! makes a control critical. */
  controls?: string[];
  /** Who asks: the root DN by default. */
  as?: { dn: string; password: string };
}

export interface Slapd {
  url: string;
  ldapsUrl: string;
  port: number;
  ldapsPort: number;
  bindDn: string;
  password: string;
  /** An account that reads everything and writes nothing. */
  reader: { dn: string; password: string };
  /** Ends slapd and removes its files; may be called twice. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash; the data stays for `restart`. */
  kill9(): Promise<void>;
  /** SIGSTOP: connections stay open and are accepted by the kernel, nobody answers. */
  pause(): void;
  resume(): void;
  /** Ends slapd if it runs and starts it on the same ports and data, with another certificate if one is given. */
  restart(changes?: { tls?: Pick<TestCertificate, 'key' | 'cert'> }): Promise<void>;
  /** What slapd has written since the first start: with the default level a line per operation and its result. */
  log(): string;
  /** The DNs of all modify requests so far, repeated ones included, as the log tells them. */
  modifies(): string[];
  /** Entries with their values by attribute name, `dn` included. Throws ToolError with the LDAP result code. */
  search(
    base: string,
    filter: string,
    attributes?: string[],
    options?: SearchOptions,
  ): Promise<Map<string, string[]>[]>;
  /** Runs LDIF change records. Throws ToolError with the LDAP result code of the first that fails. */
  modify(ldif: string, options?: Omit<SearchOptions, 'scope'>): Promise<string>;
  /** Everything under o=gluu with operational attributes, as LDIF. Works while slapd runs, hangs or is dead. */
  dump(): Promise<string>;
}

/** Who logs in, as a profile has it: the root DN, or the account that may only read. */
export const accountOn = ({ bindDn, password, reader }: Slapd, asReader = false) =>
  asReader ? { bindDn: reader.dn, password: reader.password } : { bindDn, password };

const portAttempts = 5;

/**
 * Starts a slapd of its own on 127.0.0.1, loaded with a Gluu tree, and resolves once it answers.
 * Needs Debian's packages slapd and ldap-utils; throws with slapd's own words if it does not come up.
 */
export async function startSlapd(options: SlapdOptions = {}): Promise<Slapd> {
  const folder = makeTemporaryFolder('slapd');
  const { version = '3.1.2', ldif = gluuTree({ version }) } = options;
  const password = options.password ?? randomBytes(18).toString('base64url');
  const reader = { dn: readerDn, password: randomBytes(18).toString('base64url') };
  const config = writeSlapdConfig(folder, { ...options, version, password });
  writeSlapdCertificate(folder, options.tls ?? (await selfSigned()));
  await runTool('slapadd', ['-q', '-b', 'o=gluu', '-f', config], { input: `${ldif}\n${readerEntry(reader)}` });
  const log = logIn(join(folder, 'log'));
  const start = (ports: number[]) => startProcess(config, ports, (options.logLevel ?? 0) | 256, log);
  let { child, ports } = await startOnFreePorts(start);
  const [port = 0, ldapsPort = 0] = ports;
  const url = `ldap://127.0.0.1:${port}`;
  const client = (as = { dn: rootDn, password }, controls: string[] = []) => {
    // A file, not an argument: every user of the machine can read the arguments of a process.
    const file = join(folder, `password-${randomBytes(4).toString('hex')}`);
    writeFileSync(file, as.password, { mode: 0o600 });
    return ['-H', url, '-x', '-D', as.dn, '-y', file, ...controls.flatMap((control) => ['-e', control])];
  };
  return {
    url,
    ldapsUrl: `ldaps://127.0.0.1:${ldapsPort}`,
    port,
    ldapsPort,
    bindDn: rootDn,
    password,
    reader,
    stop: async () => {
      await end(child, 'SIGTERM');
      log.close();
      removeTemporaryFolder(folder);
    },
    kill9: () => end(child, 'SIGKILL'),
    pause: () => signal(child, 'SIGSTOP'),
    resume: () => signal(child, 'SIGCONT'),
    restart: async ({ tls } = {}) => {
      await end(child, 'SIGTERM');
      if (tls !== undefined) writeSlapdCertificate(folder, tls);
      child = await start(ports);
    },
    log: log.read,
    modifies: () => [...log.read().matchAll(/ op=\d+ MOD dn="(.*)"$/gm)].map(([, dn = '']) => dn),
    search: async (base, filter, attributes = [], { scope = 'sub', controls, as } = {}) => {
      const wanted = ['-LLL', '-o', 'ldif-wrap=no', '-b', base, '-s', scope, filter, ...attributes];
      return parseLdif(await runTool('ldapsearch', [...client(as, controls), ...wanted]));
    },
    modify: (changes, { controls, as } = {}) => runTool('ldapmodify', client(as, controls), { input: changes }),
    dump: () => runTool('slapcat', ['-b', 'o=gluu', '-o', 'ldif-wrap=no', '-f', config]),
  };
}

const readerEntry = ({ dn, password }: { dn: string; password: string }): string =>
  writeLdif([
    { dn, attributes: { objectClass: ['top', 'person'], cn: 'reader', sn: 'reader', userPassword: password } },
  ]);

async function startOnFreePorts(
  start: (ports: number[]) => Promise<ChildProcess>,
): Promise<{ child: ChildProcess; ports: number[] }> {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await freePorts(2);
    try {
      return { child: await start(ports), ports };
    } catch (error) {
      // Somebody was faster with one of the two ports. (98 is EADDRINUSE on Linux.)
      const taken = error instanceof Error && /errno=98/.test(error.message);
      if (!taken || attempt === portAttempts) throw error;
    }
  }
}

/**
 * What slapd says, of all its runs, in a file: a pipe would have a reader woken up for each line, which on few processors takes
 * longer than most answers do. After `close` it can still be read.
 */
function logIn(file: string) {
  let closed: string | undefined;
  const read = () => closed ?? (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    file,
    read,
    close() {
      closed = read();
    },
  };
}

async function startProcess(
  config: string,
  ports: number[],
  level: number,
  log: ReturnType<typeof logIn>,
): Promise<ChildProcess> {
  const [port, ldapsPort] = ports;
  const listeners = `ldap://127.0.0.1:${port}/ ldaps://127.0.0.1:${ldapsPort}/`;
  const before = log.read().length;
  const said = () => log.read().slice(before);
  // setpriv makes the kernel end slapd with us, even if the test run is killed; -d keeps it in the foreground.
  const slapd = ['slapd', '-d', String(level), '-f', config, '-h', listeners];
  const output = openSync(log.file, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...slapd], {
    env: { ...process.env, PATH: toolPath },
    stdio: ['ignore', 'ignore', output],
  });
  closeSync(output); // slapd has its own
  let ended = false;
  const failure = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      ended = true;
      reject(new Error(`slapd did not start:\n${said()}`));
    });
  });
  const ready = Promise.all(ports.map((each) => answers(each, { said, ended: () => ended })));
  await Promise.race([ready, failure]);
  // From here on its end is nobody's error.
  failure.catch(() => {});
  return child;
}

/**
 * Resolves once slapd itself has logged a connection of ours to that port. slapd listens only after it has said
 * `slapd starting`, and a connection alone could be to somebody else who was faster with the port.
 */
async function answers(port: number, slapd: { said: () => string; ended: () => boolean }): Promise<void> {
  const moment = () => new Promise((resolve) => setTimeout(resolve, 5));
  for (; !slapd.ended(); await moment()) {
    const socket = await knock(port);
    if (socket === undefined) continue;
    const seen = () => slapd.said().includes(`ACCEPT from IP=127.0.0.1:${socket.localPort} `);
    while (!seen() && !socket.destroyed && !slapd.ended()) await moment();
    const done = seen();
    socket.destroy();
    if (done) return;
  }
}

/** An open connection to that port, or undefined if nobody listens there. */
function knock(port: number): Promise<Socket | undefined> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('error', () => resolve(undefined)).once('connect', () => resolve(socket));
  });
}

async function end(child: ChildProcess, how: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill(how);
  // A stopped process takes SIGTERM only once it runs again.
  child.kill('SIGCONT');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
  await closed;
  clearTimeout(impatient);
}

function signal(child: ChildProcess, name: 'SIGSTOP' | 'SIGCONT'): void {
  if (!child.kill(name)) throw new Error('slapd does not run');
}
