import { vi } from 'vitest';
import { listenToProgress } from '../../../src-renderer/state/ipc';
import type { Answered, Bridge, CallName, Input, Output } from '../../../src-shared/contract/contract';
import type { AppEvent } from '../../../src-shared/contract/events';
import type { Failure } from '../../../src-shared/model/failure';
import type { Progress, Step } from '../../../src-shared/model/work';

/** A call that main has not answered yet. */
export interface HeldCall<N extends CallName> {
  input: Input<N>;
  answer(value: Output<N>): Promise<void>;
  fail(failure: Failure): Promise<void>;
  /** Tells the stages it is at. */
  progress(steps: Step[], cancellable?: boolean): void;
  isCancelled(): boolean;
}

interface Asked {
  name: CallName;
  input: unknown;
  callId: string;
  cancelled: boolean;
  end(answered: Answered): void;
}

/** What has been set off by an answer has run. */
const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Stands in for main behind the window's bridge. It answers at once what it was told to answer, and holds every other call until
 * the test answers it; a call that is cancelled fails as main has it fail. Made once in a file.
 */
export function fakeMain() {
  let asked: Asked[] = [];
  const answers = new Map<CallName, Answered['result']>();
  let tellProgress: (progress: Progress) => void = () => {};
  const hearEvent: ((event: AppEvent) => void)[] = [];
  const failed = (failure: Failure): Answered => ({ result: { ok: false, failure }, steps: [] });
  const bridge: Bridge = {
    call: (name, input, callId) =>
      new Promise<Answered>((end) => {
        const call = { name: name as CallName, input, callId, cancelled: false, end };
        asked.push(call);
        const result = answers.get(call.name);
        if (result) end({ result, steps: [] });
      }),
    cancel: (callId) => {
      const call = asked.find((one) => one.callId === callId);
      if (!call) return;
      call.cancelled = true;
      call.end(failed({ code: 'work.cancelled' }));
    },
    onProgress: (listener) => {
      tellProgress = listener;
    },
    onEvent: (listener) => void hearEvent.push(listener),
  };
  if (typeof window === 'undefined') vi.stubGlobal('window', { gluu: bridge });
  else window.gluu = bridge;
  listenToProgress();

  return {
    /** Answers these calls at once from now on. */
    answers<N extends CallName>(name: N, value: Output<N>): void {
      answers.set(name, { ok: true, value });
    },
    fails(name: CallName, failure: Failure): void {
      answers.set(name, { ok: false, failure });
    },
    /** The inputs of every call of a name, the first first. */
    asked: <N extends CallName>(name: N): Input<N>[] =>
      asked.filter((call) => call.name === name).map(({ input }) => input as Input<N>),
    /** The names of all calls, in their order. */
    names: (): CallName[] => asked.map(({ name }) => name),
    /** The last call of a name; a test that finds none fails here. */
    held<N extends CallName>(name: N): HeldCall<N> {
      const call = asked.findLast((one) => one.name === name);
      if (!call) throw new Error(`the window did not call ${name}`);
      const end = (answered: Answered) => {
        call.end(answered);
        return settled();
      };
      return {
        input: call.input as Input<N>,
        answer: (value) => end({ result: { ok: true, value }, steps: [] }),
        fail: (failure) => end(failed(failure)),
        progress: (steps, cancellable = true) => tellProgress({ callId: call.callId, steps, cancellable }),
        isCancelled: () => call.cancelled,
      };
    },
    tell: (event: AppEvent): void => {
      for (const hear of hearEvent) hear(event);
    },
    /** Forgets what was asked and what it was to answer. */
    reset(): void {
      asked = [];
      answers.clear();
    },
  };
}
