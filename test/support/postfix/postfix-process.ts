import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { procFile } from '../proc-file';
import { toolPath } from '../run-tool';
import { daemonFolder } from './postfix-config';

export interface PostfixProcess {
  /** Ends it with all processes it has started; may be called twice. */
  stop(): Promise<void>;
}

const START_MS = 20_000;

/**
 * Starts the Postfix whose settings lie in `folder`, and resolves once it listens. Throws with Postfix's own words if it
 * does not come up.
 */
export async function startProcess(folder: string): Promise<PostfixProcess> {
  const before = logIn(folder).length;
  // -d keeps it in the foreground. `detached`: master signals its whole process group, so it needs one of its own.
  const child = spawn(join(daemonFolder, 'master'), ['-c', folder, '-d'], {
    // As postfix(1) sets it: or what master says before it has read its own settings would go to a syslogd.
    env: { PATH: toolPath, LC_ALL: 'C', POSTLOG_SERVICE: 'public/postlog', POSTLOG_HOSTNAME: 'localhost' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const guard = child.pid === undefined ? undefined : guardOf(child.pid);
  const stop = async () => {
    await end(child);
    guard?.kill();
  };
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const failed = once(child, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  // master listens on all ports before it says so.
  const started = () => logIn(folder).slice(before).includes('daemon started');
  const settled = await Promise.race([comesTrue(() => started() || hasEnded(), START_MS), failed]);
  if (settled && started()) return { stop };
  await stop();
  throw new Error(`Postfix did not start:\n${said}${logIn(folder).slice(before)}`);
}

/**
 * Ends the process group when we end in whatever way: then the shell's input ends. (The kernel's own means, setpriv's
 * --pdeathsig, is forgotten as soon as a process changes its user, as master does for a moment.)
 */
function guardOf(leader: number): ChildProcess {
  const script = 'read -r nothing; kill -s KILL -- "-$0"';
  const guard = spawn('sh', ['-c', script, String(leader)], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  // Or the open pipe would keep us alive.
  if (guard.stdin instanceof Socket) guard.stdin.unref();
  return guard;
}

/** Ends master by SIGTERM, on which it ends the processes it has started, and waits for all of them. */
async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), 5000);
    await exited;
    clearTimeout(impatient);
  }
  // Without master they end by themselves, each once it is idle.
  if (!(await comesTrue(() => !groupLives(pid), 5000))) process.kill(-pid, 'SIGKILL');
}

/** Whether a process of the group still runs. One that has ended may stay in the table for long: in a container nobody asks for it. */
function groupLives(leader: number): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    const [state, , group] = statOf(name);
    return group === String(leader) && state !== 'Z' && state !== 'X';
  });
}

/** State, parent, process group and more of a process (proc(5)); nothing if it has just gone. */
function statOf(pid: string): string[] {
  return procFile(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ');
}

/** Asks every few milliseconds; false if it did not come true in that time. */
export async function comesTrue(question: () => boolean, limitMs: number): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (!question()) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

/** What the Postfix in `folder` has written to its log so far. */
export function logIn(folder: string): string {
  const file = join(folder, 'mail.log');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
