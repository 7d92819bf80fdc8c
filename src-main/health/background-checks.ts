import type { Failure } from '../../src-shared/model/failure';
import type { KeychainStatus } from '../../src-shared/model/keychain';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { ServerHealth } from '../../src-shared/model/server-health';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import { withDeadline } from '../net/deadline';
import { unwatchedWork, type Work } from '../work/work';
import type { BackgroundFile } from './background-file';
import { CHECKS_AT_ONCE, type CheckTimes, checkTimes, firstDue, pauseAfter, reasonToSkip } from './background-rules';
import { type Found, HELD, healthRecord, isReached } from './health-record';

interface Needs {
  /** All servers, those of the demo fleet too. */
  summaries(): ServerSummary[];
  keychain(): KeychainStatus['kind'];
  /** Reaches the server and reads its version; writes nothing. */
  check(serverId: ServerId, work: Work): Promise<Found>;
  file: BackgroundFile;
  paused: boolean;
  /** Called for each server whose health changed. */
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
  /** Takes over what a check by the user found; `began` is in ms since 1970. */
  note(serverId: ServerId, began: number, outcome: Found | Failure): void;
  /** Whether the user has reached the server, as it is in the list now, since the app was started or unlocked. */
  reachedNow(serverId: ServerId): boolean;
  /** The user shows the server. */
  opened(serverId: ServerId): void;
  dispose(): void;
}

const DAY_MS = 86_400_000;

/** Checks the servers in turn, a few at once, and keeps what was found. Nothing begins before the first `look`. */
export function backgroundChecks(needs: Needs): BackgroundChecks {
  const { file, times = checkTimes, random = Math.random } = needs;
  const record = healthRecord(file, (id, health) => needs.tell({ [id]: health } as Record<ServerId, ServerHealth>));
  const due = new Map<ServerId, number>();
  const running = new Map<ServerId, AbortController>();
  const skipped = new Set<ServerId>();
  let { paused } = needs;
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;

  const find = (id: ServerId) => needs.summaries().find((server) => server.id === id);

  function end(id: ServerId, began: number, outcome: Found | Failure): void {
    due.set(id, Date.now() + pauseAfter(record.ended(id, began, outcome), times, random()));
  }

  async function run(id: ServerId): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    const takeBack = record.checking(id);
    const began = Date.now();
    const outcome = await outcomeOf((work) => needs.check(id, work), times.limitMs, abort.signal);
    running.delete(id);
    if (disposed || !find(id)) return;
    // Ended by a pause, or overtaken by the user's own check: then there is nothing to report.
    if (outcome !== undefined) end(id, began, outcome);
    else if (file.get(id).held !== undefined) end(id, began, HELD);
    else takeBack();
    turn();
  }

  /** Begins what is due and may begin, and sets the clock for the next. */
  function turn(): void {
    clearTimeout(timer);
    if (disposed || paused) return;
    const now = Date.now();
    const servers = needs.summaries();
    for (const server of servers) {
      if (running.size >= CHECKS_AT_ONCE) return; // the end of one of them comes back here
      const time = due.get(server.id);
      if (time === undefined || time > now || running.has(server.id) || skipped.has(server.id)) continue;
      void run(server.id);
    }
    const waiting = servers.filter(({ id }) => !running.has(id) && !skipped.has(id));
    const next = Math.min(...waiting.map(({ id }) => due.get(id) ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(next)) timer = setTimeout(turn, Math.min(Math.max(next - now, 0), DAY_MS));
  }

  function judge(server: ServerSummary): void {
    const { id } = server;
    const why = reasonToSkip(server, needs.keychain(), record.known(server));
    if (!due.has(id)) due.set(id, firstDue(server, file.get(id), times, random));
    if (why === undefined) skipped.delete(id);
    else {
      skipped.add(id);
      running.get(id)?.abort();
    }
    record.judged(id, why);
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
      for (const id of [...due.keys(), ...file.all().map((one) => one.id)].filter((one) => !here.has(one))) {
        due.delete(id);
        skipped.delete(id);
        running.get(id)?.abort();
        file.forget(id);
      }
      for (const server of servers) judge(server);
      turn();
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
    reachedNow: (id) => needs.summaries().some((server) => server.id === id && record.known(server).reachedNow),
    opened(id) {
      if (find(id)) file.set({ ...file.get(id), openedAt: new Date().toISOString() });
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
