import type * as z from '../../src-shared/base/zod';
import type { CallName, Contract, Output } from '../../src-shared/contract/contract';
import type { ShellCallName } from '../../src-shared/contract/wire';
import type { Step } from '../../src-shared/model/work';
import { AppError } from '../base/app-error';
import { redact, withoutKnown } from '../base/redact';

/** Runs beside a call: reports its stages and knows when the user cancelled. */
export interface Work {
  signal: AbortSignal;
  /** Names all stages beforehand, so that the window can show what is still to come. */
  plan(names: readonly string[]): void;
  /** Puts stages before all that are named already: the way to a server that only who goes it knows. */
  planFirst(names: readonly string[]): void;
  /** Runs one stage, timed; `note` sets what is shown beside it. An AppError gets the stage's name. */
  step<T>(name: string, run: (note: (text: string, warned?: boolean) => void) => Promise<T>): Promise<T>;
  skip(name: string, why: string): void;
  /** From here on the call cannot be cancelled: something is being written. */
  commit(): void;
}

/** What main and the core fulfil. A handler returns the value or throws; answer.ts turns both into a Result. */
export type Handlers = {
  [N in CallName]: (input: z.output<Contract[N]['input']>, work: Work) => Promise<Output<N>>;
};

/** What the core fulfils: all but what main answers itself. */
export type CoreHandlers = Omit<Handlers, ShellCallName>;

/**
 * Makes the Work of one call. `send` gets a copy of all steps after each change; `cancel` aborts when the user cancels.
 * A cancelled stage rejects at once with `work.cancelled`, whatever the work beneath still does; a stage that fails
 * gets its name into the AppError.
 */
export function createWork(cancel: AbortSignal, send: (steps: Step[], cancellable: boolean) => void): Work {
  const steps: Step[] = [];
  const inner = new AbortController();
  const { signal } = inner;
  const onCancel = () => inner.abort();
  let committed = false;
  if (cancel.aborted) inner.abort();
  cancel.addEventListener('abort', onCancel, { once: true });
  const publish = () =>
    send(
      steps.map((step) => ({ ...step })),
      !committed,
    );

  function stepNamed(name: string): Step {
    const known = steps.find((step) => step.name === name);
    if (known) return known;
    const added: Step = { name, state: 'waiting' };
    steps.push(added);
    return added;
  }

  return {
    signal,
    plan(names) {
      for (const name of names) stepNamed(name);
      publish();
    },
    planFirst(names) {
      const missing = names.filter((name) => !steps.some((step) => step.name === name));
      steps.unshift(...missing.map((name): Step => ({ name, state: 'waiting' })));
      publish();
    },
    commit() {
      cancel.removeEventListener('abort', onCancel);
      committed = true;
      publish();
    },
    skip(name, why) {
      Object.assign(stepNamed(name), { state: 'skipped', text: why });
      publish();
    },
    async step(name, run) {
      const step = stepNamed(name);
      const began = performance.now();
      step.state = 'running';
      publish();
      let warned = false;
      try {
        const value = await untilAborted(signal, () =>
          run((text, isWarning = false) => {
            step.text = withoutKnown([text])[0] ?? '';
            warned ||= isWarning;
            publish();
          }),
        );
        step.state = warned ? 'warned' : 'done';
        return value;
      } catch (error) {
        step.state = 'failed';
        if (error instanceof AppError) {
          if (error.code === 'work.cancelled') Object.assign(step, { state: 'skipped', text: 'cancelled' });
          if (error.about.detail !== undefined) step.text = redact(error.about.detail);
          throw error.about.stage ? error : new AppError(error.code, { ...error.about, stage: name }, { cause: error });
        }
        throw error;
      } finally {
        step.ms = Math.round(performance.now() - began);
        publish();
      }
    },
  };
}

/** Runs something until `signal` aborts; then, or if it was aborted before, rejects at once with `work.cancelled`. */
export async function untilAborted<T>(signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  const cancelled = () => new AppError('work.cancelled');
  if (signal.aborted) throw cancelled();
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(cancelled());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The same Work for one of several things done at once: its steps get a name of their own by `nameOf`. */
export const renamed = (work: Work, nameOf: (name: string) => string): Work => ({
  signal: work.signal,
  plan: (names) => work.plan(names.map(nameOf)),
  planFirst: (names) => work.planFirst(names.map(nameOf)),
  step: (name, run) => work.step(nameOf(name), run),
  skip: (name, why) => work.skip(nameOf(name), why),
  commit: () => work.commit(),
});

const unwatched = new WeakSet<AbortSignal>();

/** A Work that nobody watches and no user cancels, for what main does on its own; `end` ends it. */
export function unwatchedWork(end: AbortSignal = new AbortController().signal): Work {
  const work = createWork(end, () => {});
  unwatched.add(work.signal);
  return work;
}

/** Whether main does it on its own, so that no question may be asked for it. */
export const isUnwatched = ({ signal }: Pick<Work, 'signal'>): boolean => unwatched.has(signal);
