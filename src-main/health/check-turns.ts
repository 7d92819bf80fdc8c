import type { Failure } from '../../src-shared/model/failure';
import type { KeychainStatus } from '../../src-shared/model/keychain';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import { withDeadline } from '../net/deadline';
import { unwatchedWork, type Work } from '../work/work';
import type { BackgroundFile } from './background-file';
import { CHECKS_AT_ONCE, type CheckTimes, checkTimes, firstDue, pauseAfter, reasonToSkip } from './background-rules';
import { dueQueue } from './due-queue';
import { type Found, HELD, type HealthRecord } from './health-record';

export interface TurnNeeds {
  /** A server of the list; undefined where it is gone. */
  find(id: ServerId): ServerSummary | undefined;
  keychain(): KeychainStatus['kind'];
  /** Reaches the server and reads its version; writes nothing. */
  check(serverId: ServerId, work: Work): Promise<Found>;
  file: BackgroundFile;
  paused: boolean;
  times?: CheckTimes;
  random?(): number;
}

/** Which server is checked in the background when. */
export interface CheckTurns {
  /** All that were judged and not forgotten. */
  known(): Iterable<ServerId>;
  paused(): boolean;
  pause(paused: boolean): void;
  /** Says whether the server may be checked; what may not is ended. */
  judge(server: ServerSummary): void;
  forget(id: ServerId): void;
  /** A check that began at `began` (ms since 1970) ended: the next one comes after its pause. */
  end(id: ServerId, began: number, outcome: Found | Failure): void;
  /** Ends the check that runs without a verdict. */
  overtake(id: ServerId): void;
  /** Begins what is due and may begin, and sets the clock for the next. */
  turn(): void;
  dispose(): void;
}

const DAY_MS = 86_400_000;

/** Gives each server its turn, a few at once; `record` keeps what is found. */
export function checkTurns(needs: TurnNeeds, record: HealthRecord): CheckTurns {
  const { file, find, times = checkTimes, random = Math.random } = needs;
  const due = dueQueue();
  const running = new Map<ServerId, AbortController>();
  const skipped = new Set<ServerId>();
  let { paused } = needs;
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;

  const end = (id: ServerId, began: number, outcome: Found | Failure) =>
    due.set(id, Date.now() + pauseAfter(record.ended(id, began, outcome), times, random()));

  async function run(id: ServerId): Promise<void> {
    const abort = new AbortController();
    due.rest(id);
    running.set(id, abort);
    const takeBack = record.checking(id);
    const began = Date.now();
    const outcome = await outcomeOf((work) => needs.check(id, work), times.limitMs, abort.signal);
    running.delete(id);
    if (disposed) return;
    const server = find(id);
    // Ended by a pause, or overtaken by the user's own check: then there is nothing to report.
    if (server && outcome !== undefined) end(id, began, outcome);
    else if (server && file.get(id).held !== undefined) end(id, began, HELD);
    takeBack();
    if (server) judge(server);
    turn();
  }

  function turn(): void {
    clearTimeout(timer);
    if (disposed || paused) return;
    const now = Date.now();
    for (let next = due.first(); next; next = due.first()) {
      if (running.size >= CHECKS_AT_ONCE) return; // the end of one of them comes back here
      if (next.at > now) {
        timer = setTimeout(turn, Math.min(next.at - now, DAY_MS));
        return;
      }
      void run(next.id);
    }
  }

  function judge(server: ServerSummary): void {
    const { id } = server;
    const why = reasonToSkip(server, needs.keychain(), record.known(server));
    if (!due.has(id)) due.set(id, firstDue(server, file.get(id), times, random));
    if (why === undefined) {
      skipped.delete(id);
      if (!running.has(id)) due.wake(id);
    } else {
      skipped.add(id);
      due.rest(id);
      running.get(id)?.abort();
    }
    record.judged(id, why);
  }

  return {
    known: due.all,
    paused: () => paused,
    judge,
    end,
    turn,
    overtake: (id) => running.get(id)?.abort(),
    pause(next) {
      paused = next;
      if (paused) for (const abort of running.values()) abort.abort();
      turn();
    },
    forget(id) {
      due.delete(id);
      skipped.delete(id);
      running.get(id)?.abort();
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
      for (const abort of running.values()) abort.abort();
    },
  };
}

/** How one check ended; undefined where `signal` ended it. Never throws: a bug is logged, and counts as a failure. */
async function outcomeOf(
  check: (work: Work) => Promise<Found>,
  limitMs: number,
  signal: AbortSignal,
): Promise<Found | Failure | undefined> {
  const late = () =>
    new AppError('net.timeout', { reason: message('failure.reason.noAnswerFor', { seconds: limitMs / 1000 }) });
  try {
    return await withDeadline(limitMs, signal, (limited) => check(unwatchedWork(limited)), late);
  } catch (error) {
    if (signal.aborted) return undefined;
    if (error instanceof AppError) return error.toFailure();
    log.bug(error);
    return { code: 'internal' };
  }
}
