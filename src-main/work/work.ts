import { setMaxListeners } from 'node:events';
import type * as z from '../../src-shared/base/zod';
import type { CallName, Contract, Output } from '../../src-shared/contract/contract';
import type { ShellCallName } from '../../src-shared/contract/wire';
import { type Step, stepWithin } from '../../src-shared/model/work';
import { type Message, mapFacts, message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { atMostEvery } from '../base/at-most-every';
import { redact, withoutKnown } from '../base/redact';
import { untilAborted } from '../base/until-aborted';

/** Runs beside a call: reports its stages and knows when the user cancelled. */
export interface Work {
  signal: AbortSignal;
  /** Names all stages beforehand, so that the window can show what is still to come. */
  plan(names: readonly string[]): void;
  /** Puts stages before all that are named already: the way to a server that only who goes it knows. */
  planFirst(names: readonly string[]): void;
  /** Runs one stage, timed; `note` sets what is shown beside it. An AppError gets the stage's name. */
  step<T>(name: string, run: (note: (text: Message, warned?: boolean) => void) => Promise<T>): Promise<T>;
  skip(name: string, why: Message): void;
  /** From here on the call cannot be cancelled: something is being written. */
  commit(): void;
  /**
   * A piece of work inside this one, such as that for one of several servers, with stages of its own: they are shown with its
   * name before theirs, where it was begun among those of this one. A second piece of one name is shown as `name (2)`.
   */
  child(name: string): Work;
}

/** What main and the core fulfil. A handler returns the value or throws; answer.ts turns both into a Result. */
export type Handlers = {
  [N in CallName]: (input: z.output<Contract[N]['input']>, work: Work) => Promise<Output<N>>;
};

/** The calls whose names begin with one of these words: `CallsOf<'mailbox'>` is what answers every `mailbox.…`. */
export type CallsOf<Word extends string> = Pick<Handlers, Extract<CallName, `${Word}.${string}`>>;

/** What the core fulfils: all but what main answers itself. */
export type CoreHandlers = Omit<Handlers, ShellCallName>;

/** The steps of a piece of work in their order; the steps of the pieces inside it where those were begun. */
type Steps = (Step | Steps)[];
const shown = (steps: Steps): Step[] => steps.flatMap((step) => (Array.isArray(step) ? shown(step) : { ...step }));

/** The Work of a call, as whoever took the call sees it. */
export interface CallWork extends Work {
  /** A copy of all steps, as they are now. */
  steps(): Step[];
  /** The call is answered: nothing more is reported but that it writes. */
  end(): void;
}

/** A list of so many steps takes the window longer than a user needs to see what is next. */
const MANY_STEPS = 50;
const MANY_EVERY_MS = 250;

/**
 * Makes the Work of one call. `send` gets a copy of all steps after a change, the first at once, those that follow at most every
 * `everyMs`, or of many steps every quarter of a second, and at once when it begins to write; `cancel` aborts when the user
 * cancels. A cancelled stage rejects at once with `work.cancelled`, whatever the work beneath still does; a stage that fails gets
 * its name into the AppError.
 */
export function createWork(
  cancel: AbortSignal,
  send: (steps: Step[], cancellable: boolean) => void,
  everyMs = 0,
): CallWork {
  const all: Steps = [];
  const own = untilCommitted(cancel);
  let committed = false;
  let ended = false;
  const report = () => send(shown(all), !committed);
  const pause = () => (all.length < MANY_STEPS ? everyMs : MANY_EVERY_MS);
  const paced = everyMs > 0 ? atMostEvery(pause, report) : undefined;
  const publish = () => {
    if (paced === undefined) report();
    else if (!ended) paced.want();
  };
  const commit = () => {
    own.commit();
    committed = true;
    report();
  };

  function workOn(steps: Steps, signal: AbortSignal, shownAs: (name: string) => string): Work {
    const children = new Map<string, number>();
    const find = (name: string) => steps.find((step): step is Step => 'name' in step && step.name === shownAs(name));
    const waiting = (name: string): Step => ({ name: shownAs(name), state: 'waiting' });

    function stepNamed(name: string): Step {
      const known = find(name);
      if (known) return known;
      const added = waiting(name);
      steps.push(added);
      return added;
    }

    return {
      signal,
      commit,
      plan(names) {
        for (const name of names) stepNamed(name);
        publish();
      },
      planFirst(names) {
        steps.unshift(...names.filter((name) => !find(name)).map(waiting));
        publish();
      },
      skip(name, why) {
        Object.assign(stepNamed(name), { state: 'skipped', text: why });
        publish();
      },
      step: (name, run) => runStep(stepNamed(name), signal, run, publish),
      child(name) {
        const times = (children.get(name) ?? 0) + 1;
        children.set(name, times);
        const title = times === 1 ? name : `${name} (${times})`;
        const inside: Steps = [];
        steps.push(inside);
        return workOn(inside, signalWithin(signal), (step) => shownAs(stepWithin(title, step)));
      },
    };
  }

  return {
    ...workOn(all, own.signal, (name) => name),
    steps: () => shown(all),
    end() {
      ended = true;
      paced?.stop();
    },
  };
}

/** A signal that aborts with `cancel`, until `commit`. */
function untilCommitted(cancel: AbortSignal): { signal: AbortSignal; commit(): void } {
  const inner = new AbortController();
  setMaxListeners(0, inner.signal); // a call may run as many stages at once as it has servers
  const onCancel = () => inner.abort();
  if (cancel.aborted) inner.abort();
  cancel.addEventListener('abort', onCancel, { once: true });
  return { signal: inner.signal, commit: () => cancel.removeEventListener('abort', onCancel) };
}

/** A Work whose stages nobody sees, so that none is listed; in everything else as `createWork` makes it. */
export function quietWork(cancel: AbortSignal): Work {
  const { signal, commit } = untilCommitted(cancel);
  return quietOn(signal, commit);
}

function quietOn(signal: AbortSignal, commit: () => void): Work {
  const unseen = () => {};
  return {
    signal,
    commit,
    plan: unseen,
    planFirst: unseen,
    skip: unseen,
    async step(name, run) {
      try {
        return await untilAborted(signal, () => run(unseen));
      } catch (error) {
        throw inStage(name, error);
      }
    },
    child: () => quietOn(signalWithin(signal), commit),
  };
}

/** Runs a step, and has it say how it goes: `publish` is called after each change. */
async function runStep<T>(
  step: Step,
  signal: AbortSignal,
  run: (note: (text: Message, warned?: boolean) => void) => Promise<T>,
  publish: () => void,
): Promise<T> {
  const began = performance.now();
  step.state = 'running';
  publish();
  let warned = false;
  try {
    const value = await untilAborted(signal, () =>
      run((text, isWarning = false) => {
        step.text = mapFacts(text, (fact) => withoutKnown([fact])[0] ?? '');
        warned ||= isWarning;
        publish();
      }),
    );
    step.state = warned ? 'warned' : 'done';
    return value;
  } catch (error) {
    step.state = 'failed';
    if (error instanceof AppError) {
      if (error.code === 'work.cancelled') Object.assign(step, { state: 'skipped', text: message('note.cancelled') });
      const { detail, reason } = error.about;
      const said = detail === undefined ? reason : verbatim(detail);
      if (said !== undefined) step.text = mapFacts(said, redact);
    }
    throw inStage(step.name, error);
  } finally {
    step.ms = Math.round(performance.now() - began);
    publish();
  }
}

/** The same failure with the stage it happened at, unless it names one. */
const inStage = (stage: string, error: unknown): unknown =>
  error instanceof AppError && !error.about.stage
    ? new AppError(error.code, { ...error.about, stage }, { cause: error })
    : error;

const outer = new WeakMap<AbortSignal, AbortSignal>();

function signalWithin(signal: AbortSignal): AbortSignal {
  const own = AbortSignal.any([signal]);
  outer.set(own, signal);
  return own;
}

/** The signal of a piece of work, and those of the work around it: what is so of that one is so of what is inside it. */
export function signalsAround({ signal }: Pick<Work, 'signal'>): AbortSignal[] {
  const around = outer.get(signal);
  return around ? [signal, ...signalsAround({ signal: around })] : [signal];
}

const unwatched = new WeakSet<AbortSignal>();

/** A Work that nobody watches and no user cancels, for what main does on its own; `end` ends it. */
export function unwatchedWork(end: AbortSignal = new AbortController().signal): Work {
  const work = quietWork(end);
  unwatched.add(work.signal);
  return work;
}

/** Whether main does it on its own, so that no question may be asked for it. */
export const isUnwatched = (work: Pick<Work, 'signal'>): boolean =>
  signalsAround(work).some((signal) => unwatched.has(signal));
