import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

interface Ending<Report> {
  reports: Report[];
  /** What it wrote to standard error. */
  complaints: string;
}

/** Runs a bundled program with its task to the end, `through` another one (strace, a shell) if given. */
export async function runToEnd<Report>(program: string, task: object, through: string[] = []): Promise<Ending<Report>> {
  const { child, ending } = start<Report>(program, task, through);
  const result = await ending;
  if (child.exitCode !== 0) throw new Error(`ended with ${child.exitCode ?? child.signalCode}: ${result.complaints}`);
  return result;
}

/** Starts a bundled program, and kills it (SIGKILL) within `milliseconds` after so many of its reports, at random. */
export async function killSoon<Report>(
  program: string,
  task: object,
  milliseconds: number,
  after = 1,
): Promise<Report[]> {
  const { child, ending } = start<Report>(program, task, []);
  await Promise.race([linesFrom(child, after), ending]);
  await wait(Math.random() * milliseconds);
  child.kill('SIGKILL');
  const { reports, complaints } = await ending;
  if (complaints !== '') throw new Error(complaints);
  return reports;
}

/** Resolves once the process has written so many lines. */
async function linesFrom({ stdout }: ChildProcess, count: number): Promise<void> {
  for (let heard = 0; stdout && heard < count; ) {
    const [text] = await once(stdout, 'data');
    heard += String(text).split('\n').length - 1;
  }
}

/** Why tests that trace or inject cannot run here, or an empty text. */
export function whyNoTracing(): string {
  const probe = spawnSync('strace', ['-f', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (probe.error) return 'strace is not installed';
  return probe.status === 0 ? '' : `strace may not trace: ${probe.stderr.trim().split('\n')[0]}`;
}

function start<Report>(program: string, task: object, through: string[]) {
  const [command = '', ...args] = [...through, process.execPath, program, JSON.stringify(task)];
  // One pool thread does all file work of a child, so that strace can count its calls.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  return { child, ending: ended<Report>(child) };
}

async function ended<Report>(child: ChildProcess): Promise<Ending<Report>> {
  const closed = once(child, 'close');
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const reports: Report[] = [];
  if (child.stdout) {
    for await (const line of createInterface(child.stdout)) reports.push(JSON.parse(line) as Report);
  }
  await closed;
  return { reports, complaints };
}
