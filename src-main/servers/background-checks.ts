import type { Failure } from '../../src-shared/failure';
import type { KeychainStatus } from '../../src-shared/model/keychain';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { keptFailure, type ServerHealth } from '../../src-shared/model/server-health';
import { AppError } from '../app-error';
import { unwatchedWork, type Work } from '../ipc/work';
import { log } from '../log';
import { withDeadline } from '../net/deadline';
import type { BackgroundFile } from './background-file';
import { CHECKS_AT_ONCE, type CheckTimes, checkTimes, pauseAfter, reasonToSkip } from './background-rules';
import { targetOf } from './known-servers';

/** What a check that succeeded found. */
export interface Found {
  version: string;
  certificateValidTo?: string;
}

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
const HELD: Failure = { code: 'ldap.held' };

/** It answered, let the account log in and told its version; only this console can do nothing with it. */
const isReached = ({ code }: Failure): boolean => code === 'gluu.notSupported';
const unsupported = (failure: Failure) => ({
  version: String(failure.facts?.version ?? ''),
  failure: keptFailure(failure),
});

/** Checks the servers in turn, a few at once, and keeps what was found. Nothing begins before the first `look`. */
export function backgroundChecks(needs: Needs): BackgroundChecks {
  const { file, times = checkTimes, random = Math.random } = needs;
  const due = new Map<ServerId, number>();
  const running = new Map<ServerId, AbortController>();
  /** Since the start, by server: why it was left out. */
  const skipped = new Map<ServerId, string>();
  /** The places that the user has reached since the start. */
  const reached = new Set<string>();
  let { paused } = needs;
  let timer: NodeJS.Timeout | undefined;
  let disposed = false;

  const placeOf = (server: ServerSummary) => JSON.stringify(targetOf(server));
  const find = (id: ServerId) => needs.summaries().find((server) => server.id === id);

  function change(id: ServerId, health: ServerHealth, more: { failures?: number; connectedTo?: string } = {}): void {
    file.set({ ...file.get(id), ...more, health });
    needs.tell({ [id]: health } as Record<ServerId, ServerHealth>);
  }

  function end(id: ServerId, began: number, told: Found | Failure): void {
    const { health: before, failures: earlier, held } = file.get(id);
    // Whatever a check found that ran at that moment: shown as well, it would not be known that it is not asked.
    const outcome = held === undefined ? told : HELD;
    const { failure: _f, why: _w, certificateValidTo: _c, ...kept } = before;
    const at = new Date().toISOString();
    const failed = 'code' in outcome && !isReached(outcome);
    const failures = failed ? earlier + 1 : 0;
    due.set(id, Date.now() + pauseAfter(failures, times, random()));
    if (failed) {
      const { certificateValidTo } = before;
      const old = certificateValidTo === undefined ? {} : { certificateValidTo };
      change(id, { ...kept, ...old, state: 'failed', at, failure: keptFailure(outcome) }, { failures });
    } else {
      const found = 'code' in outcome ? unsupported(outcome) : outcome;
      change(id, { ...kept, ...found, state: 'ok', at, seenAt: at, ms: Date.now() - began }, { failures });
    }
  }

  async function run(server: ServerSummary): Promise<void> {
    const { id } = server;
    const abort = new AbortController();
    running.set(id, abort);
    const { health: before } = file.get(id);
    const { why: _, ...shown } = before;
    change(id, { ...shown, state: 'checking' });
    const began = Date.now();
    const outcome = await attempt(id, abort.signal);
    running.delete(id);
    if (disposed || !find(id)) return;
    // Ended by a pause, or overtaken by the user's own check: then there is nothing to tell.
    if (outcome !== undefined) end(id, began, outcome);
    else if (file.get(id).held !== undefined) end(id, began, HELD);
    else if (file.get(id).health.state === 'checking') change(id, before);
    turn();
  }

  async function attempt(id: ServerId, signal: AbortSignal): Promise<Found | Failure | undefined> {
    const late = () => new AppError('net.timeout', { detail: `no answer within ${times.limitMs / 1000} s` });
    try {
      return await withDeadline(times.limitMs, signal, (limited) => needs.check(id, unwatchedWork(limited)), late);
    } catch (error) {
      if (signal.aborted) return undefined;
      if (error instanceof AppError) return { code: error.code, ...error.about };
      log.bug(error);
      return { code: 'internal' };
    }
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
      void run(server);
    }
    const waiting = servers.filter(({ id }) => !running.has(id) && !skipped.has(id));
    const next = Math.min(...waiting.map(({ id }) => due.get(id) ?? Number.POSITIVE_INFINITY));
    if (Number.isFinite(next)) timer = setTimeout(turn, Math.min(Math.max(next - now, 0), DAY_MS));
  }

  function dueOf(server: ServerSummary): number {
    const soon = Date.now() + Math.round(random() * (server.demo ? times.firstMs / 10 : times.firstMs));
    const { health, failures } = file.get(server.id);
    const last = health.at === undefined ? Number.NaN : Date.parse(health.at);
    return Number.isNaN(last) ? soon : Math.max(soon, last + pauseAfter(failures, times, random()));
  }

  function judge(server: ServerSummary): void {
    const { id } = server;
    const { connectedTo, health, held } = file.get(id);
    const place = placeOf(server);
    const known = { wasConnected: connectedTo === place, reachedNow: reached.has(place), isHeld: held !== undefined };
    const why = reasonToSkip(server, needs.keychain(), known);
    if (!due.has(id)) due.set(id, dueOf(server));
    if (why === undefined) skipped.delete(id);
    else {
      skipped.set(id, why);
      running.get(id)?.abort();
    }
    if (health.why === why || health.state === 'checking') return;
    const { why: _, ...rest } = health;
    const never = health.state === 'unknown' || health.state === 'skipped';
    const state = never ? (why === undefined ? 'unknown' : 'skipped') : health.state;
    change(id, { ...rest, state, ...(why === undefined ? {} : { why }) });
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
      if (!('code' in outcome) || isReached(outcome)) {
        file.set({ ...file.get(id), connectedTo: placeOf(server) });
        reached.add(placeOf(server));
      }
      judge(server);
      turn();
    },
    reachedNow(id) {
      const server = find(id);
      return server !== undefined && reached.has(placeOf(server));
    },
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
