import type { Answered, Bridge, CallName, Input, Output, Running } from '../../src-shared/contract/contract';
import type { AppEvent } from '../../src-shared/contract/events';
import type { Result } from '../../src-shared/model/failure';
import type { Progress } from '../../src-shared/model/work';

declare global {
  interface Window {
    gluu: Bridge;
  }
}

type OnProgress = (progress: Progress) => void;

/** The only place that touches window.gluu. */
const bridge = (): Bridge => window.gluu;
const listeners = new Map<string, OnProgress>();

/** Hears the stages of running calls. Called once, before the first. */
export const listenToProgress = (): void =>
  bridge().onProgress((progress) => listeners.get(progress.callId)?.(progress));

/** Starts a call whose stages are watched and that can be cancelled. */
export function start<N extends CallName>(name: N, input: Input<N>, onProgress?: OnProgress): Running<N> {
  const callId = crypto.randomUUID();
  if (onProgress) listeners.set(callId, onProgress);
  const result = (bridge().call(name, input, callId) as Promise<Answered>).then((answered) => {
    listeners.delete(callId);
    onProgress?.({ callId, steps: answered.steps, cancellable: false });
    return answered.result as Result<Output<N>>;
  });
  return { callId, result, cancel: () => bridge().cancel(callId) };
}

/** Makes a short call. The caller has to look at the result. */
export const invoke = <N extends CallName>(name: N, input: Input<N>): Promise<Result<Output<N>>> =>
  start(name, input).result;

/** Hears what main tells unasked. */
export const onEvent = (listener: (event: AppEvent) => void): void => bridge().onEvent(listener);
