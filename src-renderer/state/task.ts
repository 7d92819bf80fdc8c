import { create } from 'zustand';
import type { CallName, Input, Output } from '../../src-shared/contract/contract';
import type { Failure } from '../../src-shared/model/failure';
import type { Step } from '../../src-shared/model/work';
import { message, type Words } from '../../src-shared/texts/message';
import { start } from './ipc';

/** A long call as a screen holds it: at rest, running with its stages, or ended. */
export type Task<T> =
  | { kind: 'idle' }
  | { kind: 'running'; steps: Step[]; startedAt: number; cancellable: boolean; cancel(): void }
  | { kind: 'failed'; steps: Step[]; failure: Failure; endedAt: number }
  | { kind: 'done'; steps: Step[]; value: T; endedAt: number };

export interface RunningWork {
  callId: string;
  /** What runs, as a label before a colon, e.g. `Checking`. */
  label: Words;
  serverName: string;
  steps: Step[];
  startedAt: number;
  cancellable: boolean;
  cancel(): void;
}

interface WorkState {
  running: RunningWork[];
  /** What ended last, for the status line. */
  last: { serverName: string | undefined; failed: boolean; text: Words; cancelled?: boolean } | undefined;
}

/** Everything that runs right now, for the status line. */
export const useWork = create<WorkState>(() => ({ running: [], last: undefined }));

/** Takes a server that is gone out of the status line. */
export const forgetEnded = (serverName: string): void =>
  useWork.setState(({ last }) => (last?.serverName === serverName ? { last: undefined } : {}));

/** Says how something short ended in the status line, which is read aloud: a sentence of its own, also where a server's name stands before it. */
export const tell = (serverName: string | undefined, text: Words, failed = false): void =>
  useWork.setState({ last: { serverName, failed, text } });

/** Ended because the user wanted it so, with or without an account of what was done by then: that is no failure. */
export const isCancelled = (task: Task<unknown>): boolean => failureOf(task)?.code === 'work.cancelled';

function failureOf(task: Task<unknown>): Failure | undefined {
  if (task.kind === 'failed') return task.failure;
  return task.kind === 'done' ? (task.value as { failure?: Failure } | undefined)?.failure : undefined;
}

/** The other side's own words, or the reason, in the failure that ended it. */
export const wordsOf = (task: Task<unknown>): Words | undefined =>
  task.kind === 'failed' ? (task.failure.detail ?? task.failure.reason) : undefined;

interface Naming<T> {
  label: Words;
  serverName: string;
  /** How the end is reported in the status line; a call that failed is reported as failed. */
  endText(value: T | undefined, failure?: Failure): Words;
  /** Whether an answered call ended badly all the same. */
  endedBadly?(value: T): boolean;
}

/**
 * Runs a long call: `set` gets every state of the task, and the status line shows it meanwhile. Gives the task as it ended.
 */
export async function runTask<N extends CallName>(
  name: N,
  input: Input<N>,
  { label, serverName, endText, endedBadly }: Naming<Output<N>>,
  set: (task: Task<Output<N>>) => void,
): Promise<Task<Output<N>>> {
  const startedAt = Date.now();
  let steps: Step[] = [];
  const call = start(name, input, (progress) => {
    steps = progress.steps;
    set({ kind: 'running', steps, startedAt, cancellable: progress.cancellable, cancel: call.cancel });
    useWork.setState(({ running }) => ({
      running: running.map((work) =>
        work.callId === call.callId ? { ...work, steps, cancellable: progress.cancellable } : work,
      ),
    }));
  });
  const work = { callId: call.callId, label, serverName, steps, startedAt, cancellable: true, cancel: call.cancel };
  useWork.setState(({ running }) => ({ running: [...running, work] }));
  set({ kind: 'running', steps, startedAt, cancellable: true, cancel: call.cancel });

  const result = await call.result;
  const endedAt = Date.now();
  const ended: Task<Output<N>> = result.ok
    ? { kind: 'done', steps, value: result.value, endedAt }
    : { kind: 'failed', steps, failure: result.failure, endedAt };
  const end = isCancelled(ended)
    ? { failed: false, text: result.ok ? endText(result.value) : message('task.cancelled', { label }), cancelled: true }
    : {
        failed: !result.ok || (endedBadly?.(result.value) ?? false),
        text: result.ok ? endText(result.value) : endText(undefined, result.failure),
      };
  useWork.setState(({ running }) => ({
    running: running.filter(({ callId }) => callId !== call.callId),
    last: { serverName, ...end },
  }));
  set(ended);
  return ended;
}

const overtake = new Map<string, () => void>();

/** What was asked before for the same place of a screen is cancelled, and its answer is not shown. */
export function forgetAsked(place: string): void {
  overtake.get(place)?.();
  overtake.delete(place);
}

/**
 * As `runTask`, for what can be asked again before it is answered: `place` names where its answer is shown, and the last question
 * for a place is the one that is answered there. Gives `idle` for one that was overtaken.
 */
export async function runLatest<N extends CallName>(
  place: string,
  name: N,
  input: Input<N>,
  naming: Naming<Output<N>>,
  set: (task: Task<Output<N>>) => void,
): Promise<Task<Output<N>>> {
  forgetAsked(place);
  let isLatest = true;
  let cancel = () => {};
  overtake.set(place, () => {
    isLatest = false;
    cancel();
  });
  const ended = await runTask(name, input, naming, (task) => {
    if (task.kind === 'running') cancel = task.cancel;
    if (isLatest) set(task);
  });
  if (!isLatest) return { kind: 'idle' };
  overtake.delete(place);
  return ended;
}
