import type { Answered } from '../../src-shared/contract/contract';
import type { FailureCode } from '../../src-shared/model/failure';
import type { Progress, Step } from '../../src-shared/model/work';
import { type Message, message } from '../../src-shared/texts/message';
import { log } from '../files/log';
import { createWork, type Handlers } from '../work/work';
import type { WritesUnderWay } from '../work/writes-under-way';
import { answer } from './answer';

const CALL_ID = /^[0-9a-f-]{36}$/;
/** More calls than this at once is not a person clicking. */
const MAX_RUNNING = 200;
/** Twenty-five pictures a second: nobody sees more. How the stages ended is told with the answer. */
const PROGRESS_EVERY_MS = 40;

interface Needs {
  handlers(): Partial<Handlers>;
  /** Whether a call by this name, from a page in that process, is refused now, because the console is locked. */
  refuses(name: unknown, page?: number): boolean;
  writes: WritesUnderWay;
}

/** Takes the window's calls, whatever way they come, and knows those that run. */
export interface TakenCalls {
  /** `page`: the system's number of the page's process, where the way here does not belong to one page alone. */
  take(
    name: unknown,
    input: unknown,
    callId: unknown,
    tell: (progress: Progress) => void,
    page?: number,
  ): Promise<Answered>;
  cancel(callId: unknown): void;
  cancelAll(): void;
}

/** Answers calls by name, each once and a limited number at a time. A bug is logged and answered as `internal`; it never throws. */
export function takeCalls({ handlers, refuses, writes }: Needs): TakenCalls {
  const running = new Map<string, AbortController>();
  return {
    async take(name, input, callId, tell, page) {
      if (typeof callId !== 'string' || !CALL_ID.test(callId) || running.has(callId) || running.size >= MAX_RUNNING) {
        return refused('input.invalid', message('failure.reason.callNotTaken'));
      }
      if (refuses(name, page)) return refused('app.locked');
      const abort = new AbortController();
      running.set(callId, abort);
      const report = (steps: Step[], cancellable: boolean) => {
        if (!cancellable) writes.begun(callId);
        if (!refuses(name, page)) tell({ callId, steps, cancellable });
      };
      const work = createWork(abort.signal, report, PROGRESS_EVERY_MS);
      try {
        const result = await answer(handlers(), name, input, work, log.bug);
        // It was locked meanwhile: what a call found may not reach the page that is to end.
        if (result.ok && refuses(name, page)) return refused('app.locked');
        return { result, steps: work.steps() };
      } finally {
        work.end();
        running.delete(callId);
        writes.ended(callId);
      }
    },
    cancel(callId) {
      if (typeof callId === 'string') running.get(callId)?.abort();
    },
    cancelAll() {
      for (const abort of running.values()) abort.abort();
    },
  };
}

/** The answer to a call that is not carried out. */
export const refused = (code: FailureCode, reason?: Message): Answered => ({
  result: { ok: false, failure: { code, ...(reason === undefined ? {} : { reason }) } },
  steps: [],
});
