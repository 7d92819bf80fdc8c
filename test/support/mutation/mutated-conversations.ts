import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { expect } from 'vitest';
import { bundle } from '../bundle';
import type { Assignment, Told } from './in-child';

/** The same conversations at every run; another seed looks elsewhere. */
const DEFAULT_SEED = 20_260;
/** A run that finds this much has told enough. */
const MOST_PROBLEMS = 10;

export interface MutationRun {
  /** The protocol, for the log. */
  name: string;
  /** The child's program: it calls `runInChild`. */
  entry: string;
  count: number;
  /** So long a conversation may go on. */
  silenceMs?: number;
  busyMs?: number;
  grownMb?: number;
}

export interface MutationResult {
  /** How many conversations came to their end. */
  ended: number;
  /** What was found, with how to run just that conversation. Empty is good. */
  problems: string[];
  /** How often each outcome came. */
  outcomes: Map<string, number>;
  /** All of them were wanted, not one or some by the environment. */
  isWhole: boolean;
}

const say = (text: string) => void process.stdout.write(`${text}\n`);

interface State extends MutationResult {
  index: number;
  done: boolean;
}

/**
 * Runs mutated conversations in a process of their own and watches it from here, so that one that holds it for ever, or
 * ends it, is found and named. Prints how many there were, their seed and what came of them. `FUZZ_SEED` chooses another
 * seed, `FUZZ_ONLY` one conversation by its number, `FUZZ_COUNT` how many.
 */
export async function mutatedConversations(run: MutationRun): Promise<MutationResult> {
  const { FUZZ_SEED, FUZZ_ONLY, FUZZ_COUNT } = process.env;
  const seed = Number(FUZZ_SEED ?? DEFAULT_SEED);
  const [first, end] = FUZZ_ONLY ? [Number(FUZZ_ONLY), Number(FUZZ_ONLY) + 1] : [0, Number(FUZZ_COUNT ?? run.count)];
  const isWhole = FUZZ_ONLY === undefined && FUZZ_COUNT === undefined;
  const program = await bundle(run.entry);
  const began = performance.now();
  const state: State = { ended: 0, problems: [], outcomes: new Map(), isWhole, index: first, done: false };
  const limits = { busyMs: run.busyMs ?? 3000, grownMb: run.grownMb ?? 120 };
  say(`${run.name}: ${end - first} conversations, base seed ${seed}`);
  for (let next = first; next < end && !state.done && state.problems.length < MOST_PROBLEMS; next = state.index + 1) {
    await runChild(program, { seed, first: next, end, ...limits }, run, state);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${run.name}: ${state.ended} ended, ${state.problems.length} problems, ${seconds} s\n${table(state)}`);
  return state;
}

async function runChild(program: string, assignment: Assignment, run: MutationRun, state: State): Promise<void> {
  const child = spawn(process.execPath, ['--max-old-space-size=512', program], {
    env: { ...process.env, MUTATION_RUN: JSON.stringify(assignment) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const errors = text(child.stderr);
  const problem = (what: string) => {
    const again = `FUZZ_SEED=${assignment.seed} FUZZ_ONLY=${state.index}`;
    const where = expect.getState().testPath ?? '';
    state.problems.push(`${run.name} conversation ${state.index} ${what}\n  again: ${again} npx vitest run ${where}`);
  };
  const { stop, sign, why } = watch(child, run.silenceMs ?? 10_000);
  state.index = assignment.first;
  for await (const line of createInterface(child.stdout)) {
    const told = JSON.parse(line) as Told;
    sign(told);
    if ('index' in told) state.index = told.index;
    if (told.kind === 'problem') problem(told.what);
    if (told.kind === 'ends') {
      state.ended += 1;
      state.outcomes.set(told.outcome, (state.outcomes.get(told.outcome) ?? 0) + 1);
    }
    if (told.kind === 'done') {
      state.done = true;
      say(`${run.name}: memory grew by ${told.grownMb} MB; the busiest, ${told.busiest}, took ${told.busiestMs} ms`);
    }
    if (state.problems.length >= MOST_PROBLEMS) child.kill('SIGKILL');
  }
  const [status, signal] = await ended;
  stop();
  if (state.done || state.problems.length >= MOST_PROBLEMS) return;
  problem(why() ?? `ended the process with ${status ?? signal}: ${(await errors).slice(-1500)}`);
}

/** Ends the child where a conversation makes no progress, and tells whether its event loop still turned. */
function watch(child: ChildProcess, silenceMs: number) {
  let lastProgress = performance.now();
  let lastSign = lastProgress;
  let reason: string | undefined;
  const timer = setInterval(() => {
    if (performance.now() - lastProgress < silenceMs) return;
    const turns = performance.now() - lastSign < silenceMs / 2;
    reason ??= `did not end within ${silenceMs} ms: ${turns ? 'it still waited' : 'it held the process'}`;
    child.kill('SIGKILL');
  }, 250);
  return {
    stop: () => clearInterval(timer),
    sign: ({ kind }: Told) => {
      lastSign = performance.now();
      if (kind !== 'alive') lastProgress = lastSign;
    },
    why: () => reason,
  };
}

function table({ outcomes }: MutationResult): string {
  const rows = [...outcomes].sort(([, a], [, b]) => b - a);
  return rows.map(([outcome, times]) => `${String(times).padStart(7)} ${outcome}`).join('\n');
}
