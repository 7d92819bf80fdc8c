import { spawn } from 'node:child_process';
import fs from 'node:fs';
import type { CoreDumps } from '../../src-shared/model/app';

const TOOL_LIMIT_MS = 2000;
/** "Max core file size  0  0  bytes" (proc_pid_limits(5)). */
const NO_CORE = /^Max core file size\s+0\s+0\s/m;

/** The dumps of the processes that were there, and of those that come. */
export interface ForbiddenDumps {
  /** Deals with every process that is there by then, and gives the worst of what came of it. */
  settled(): Promise<CoreDumps | undefined>;
}

/**
 * Has no process of the app leave its memory behind in a core dump, now or later: what they start inherits it. Chromium's
 * zygotes, from which windows come, were started before any code of ours and are dealt with each. Node has no call for
 * resource limits, so prlimit of util-linux sets them (prlimit(1)). Where it is missing, and for dumps that go to a program
 * and so ignore the limit, the kernel is told to leave all memory out (core(5), coredump_filter). Only Linux lets an app do it;
 * macOS and Windows write no dumps unless told to, and give undefined.
 *
 * To be called before anything else. Chromium goes on starting meanwhile, which may bring processes that were started too
 * early to inherit it: `settled` deals with those. Nothing that may hold a secret is to be started before it has resolved.
 */
export function forbidCoreDumps(): ForbiddenDumps {
  if (process.platform !== 'linux') return { settled: async () => undefined };
  const first = forbidIn(family());
  return {
    async settled() {
      await first;
      await forbidIn(family().filter((pid) => !hasNoCore(pid)));
      const found = family().map(judge);
      return (['whole', 'empty'] as const).find((each) => found.includes(each)) ?? 'none';
    },
  };
}

/** What the log says where something was left to wish for. */
export const coreDumpsText: Record<Exclude<CoreDumps, 'none'>, string> = {
  empty:
    'The limit of core dumps could not be set, since prlimit of util-linux is missing or was refused: a crash may leave a core dump, with no memory in it.',
  whole:
    'Core dumps could not be forbidden, since prlimit of util-linux is missing or was refused: a crash may leave the memory of this app on the disk, with passwords. Start it with “ulimit -c 0”.',
};

const FILTER = (pid: number) => `/proc/${pid}/coredump_filter`;

/** One shell for all of them: each process that main itself starts holds main up for some milliseconds. */
const EACH = 'for pid; do prlimit --pid "$pid" --core=0:0; done';

async function forbidIn(pids: readonly number[]): Promise<void> {
  for (const pid of pids) tried(() => fs.writeFileSync(FILTER(pid), '0'));
  if (pids.length === 0) return;
  const shell = spawn('/bin/sh', ['-c', EACH, 'sh', ...pids.map(String)], {
    env: { PATH: process.env.PATH }, // an AppImage has libraries of its own in the environment
    stdio: 'ignore',
    timeout: TOOL_LIMIT_MS,
  });
  await new Promise<void>((resolve) => {
    shell.once('error', () => resolve());
    shell.once('exit', () => resolve());
  });
}

/** Also of a process that has ended meanwhile. */
function hasNoCore(pid: number): boolean {
  const limits = read(`/proc/${pid}/limits`);
  return limits === '' || NO_CORE.test(limits);
}

function judge(pid: number): CoreDumps {
  if (hasNoCore(pid)) return 'none';
  return Number.parseInt(read(FILTER(pid)), 16) === 0 ? 'empty' : 'whole';
}

const family = (): number[] => [process.pid, ...processesBelow(process.pid)];

/** Children, their children and so on (proc_pid_stat(5), fields 2 and 4; the name may hold any character). */
function processesBelow(root: number): number[] {
  const parents = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), Number(/\) \S (\d+) [^)]*$/.exec(read(`/proc/${name}/stat`))?.[1])] as const);
  const below = (pid: number): number[] =>
    parents.filter(([, parent]) => parent === pid).flatMap(([child]) => [child, ...below(child)]);
  return below(root);
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'latin1');
  } catch {
    return ''; // it has ended meanwhile
  }
}

function tried(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false; // of a process that cannot be dumped at all, or has ended meanwhile
  }
}
