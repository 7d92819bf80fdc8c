import type { Failure } from '../../src-shared/model/failure';
import type { KeychainStatus } from '../../src-shared/model/keychain';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { ServerHealth } from '../../src-shared/model/server-health';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { atMostEvery } from '../base/at-most-every';
import { log } from '../files/log';
import { withDeadline } from '../net/deadline';
import { unwatchedWork, type Work } from '../work/work';
import type { BackgroundFile } from './background-file';
import { CHECKS_AT_ONCE, type CheckTimes, checkTimes, firstDue, pauseAfter, reasonToSkip } from './background-rules';
import { dueQueue } from './due-queue';
import { type Found, HELD, healthRecord, isReached } from './health-record';

interface Needs {
  /** All servers, those of the demo fleet too. */
  summaries(): ServerSummary[];
  /** One of them; undefined where it is gone. */
  find(id: ServerId): ServerSummary | undefined;
  keychain(): KeychainStatus['kind'];
  /** Reaches the server and reads its version; writes nothing. */
  check(serverId: ServerId, work: Work): Promise<Found>;
  file: BackgroundFile;
  paused: boolean;
  /** Told the servers whose health changed since it was told last. */
  tell(health: Record<ServerId, ServerHealth>): void;
  times?: CheckTimes;
  random?(): number;
}

export interface BackgroundChecks {
  health(): Record<ServerId, ServerHealth>;
  paused(): boolean;
  /** Paused, nothing begins, and what runs is ended without a verdict. */
  pause(paused: boolean): void;
  /** Looks at the list, its secrets and the keychain again: what is new is checked soon, what is gone is forgotten. */
  look(): void;
  /** A check by the user begins: it is shown until `note`, or until what this gives is called. */
  checking(serverId: ServerId): () => void;
  /** Takes over what a check by the user found; `began` is in ms since 1970. */
  note(serverId: ServerId, began: number, outcome: Found | Failure): void;
  /** Whether the user has reached the server, as it is in the list now, since the app was started or unlocked. */
  reachedNow(serverId: ServerId): boolean;
  /** The user shows the server. */
  opened(serverId: ServerId): void;
  /** Tells at once what is still to be told. */
  flush(): void;
  dispose(): void;
}

const DAY_MS = 86_400_000;

/** What changes within this time is told together, in ms. */
const TELL_EVERY_MS = 50;

/** Checks the servers in turn, a few at once, and keeps what was found. Nothing begins before the first `look`. */
export function backgroundChecks(needs: Needs): BackgroundChecks {
  const { file, find, times = checkTimes, random = Math.random } = needs;
  const untold = new Map<ServerId, ServerHealth>();
  const telling = atMostEvery(TELL_EVERY_MS, () => {
    if (untold.size > 0) needs.tell(Object.fromEntries(untold) as Record<ServerId, ServerHealth>);
    untold.clear();
  });
  const record = healthRecord(file, (id, health) => {
    untold.set(id, health);
    telling.want();
  });
  /** When each server is due. */
  const due = new Map<ServerId, number>();
  /** Those of them that may begin then. */
  const waiting = dueQueue();
  const running = new Map<ServerId, AbortController>();
  const skipped = new Set<ServerId>();
  let { paused } = needs;
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;

  function plan(id: ServerId, at: number): void {
    due.set(id, at);
    if (!skipped.has(id) && !running.has(id)) waiting.set(id, at);
  }
  const end = (id: ServerId, began: number, outcome: Found | Failure) =>
    plan(id, Date.now() + pauseAfter(record.ended(id, began, outcome), times, random()));

  async function run(id: ServerId): Promise<void> {
    const abort = new AbortController();
    waiting.delete(id);
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

  /** Begins what is due and may begin, and sets the clock for the next. */
  function turn(): void {
    clearTimeout(timer);
    if (disposed || paused) return;
    const now = Date.now();
    for (let next = waiting.first(); next; next = waiting.first()) {
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
    const at = due.get(id) ?? firstDue(server, file.get(id), times, random);
    if (why === undefined) skipped.delete(id);
    else {
      skipped.add(id);
      waiting.delete(id);
      running.get(id)?.abort();
    }
    plan(id, at);
    record.judged(id, why);
  }

  function forget(id: ServerId): void {
    due.delete(id);
    waiting.delete(id);
    skipped.delete(id);
    running.get(id)?.abort();
    file.forget(id);
    untold.delete(id);
  }

  return {
    paused: () => paused,
    health: () => Object.fromEntries(needs.summaries().map(({ id }) => [id, file.get(id).health])),
    pause(next) {
      paused = next;
      if (paused) for (const abort of running.values()) abort.abort();
      turn();
    },
    look() {
      const servers = needs.summaries();
      const here = new Set(servers.map(({ id }) => id));
      for (const id of [...due.keys(), ...file.all().map((one) => one.id)]) if (!here.has(id)) forget(id);
      for (const server of servers) judge(server);
      turn();
    },
    checking(id) {
      const takeBack = record.checking(id);
      return () => {
        takeBack();
        const server = find(id);
        if (server) judge(server);
      };
    },
    note(id, began, outcome) {
      const server = find(id);
      if (!server) return;
      running.get(id)?.abort();
      end(id, began, outcome);
      if (isReached(outcome)) record.reached(server);
      judge(server);
      turn();
    },
    reachedNow(id) {
      const server = find(id);
      return server !== undefined && record.known(server).reachedNow;
    },
    opened(id) {
      if (find(id)) file.set({ ...file.get(id), openedAt: new Date().toISOString() });
    },
    flush: telling.flush,
    dispose() {
      disposed = true;
      clearTimeout(timer);
      telling.stop();
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
