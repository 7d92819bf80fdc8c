import type { Failure } from '../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { ManyChecked } from '../../src-shared/model/server-health';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import { quietWork, type Work } from '../work/work';
import type { BackgroundChecks } from './background-checks';
import { type Found, isReached } from './health-record';
import type { HeldServers } from './held-servers';

/** As many as a large fleet has, so that slow lines are waited for once and not in turns. */
export const MANY_AT_ONCE = 200;
/** One SSH connection has a hundred channels, some of them taken; who waits for one is running out of time to connect. */
export const BEHIND_SSH_AT_ONCE = 75;

interface Needs {
  checks: Pick<BackgroundChecks, 'checking' | 'note' | 'flush'>;
  held: Pick<HeldServers, 'check'>;
  find(id: ServerId): ServerSummary | undefined;
  /** Reaches the server and reads its version; writes nothing. */
  check(serverId: ServerId, work: Work): Promise<Found>;
}

export type CheckMany = (ids: readonly ServerId[], work: Work) => Promise<ManyChecked>;

/** Notes how a check by the user ended, and passes it on. A cancelled one tells nothing. */
export async function noting<T>(
  checks: Pick<BackgroundChecks, 'note'>,
  id: ServerId,
  check: () => Promise<T>,
  found: (value: T) => Found,
): Promise<T> {
  const began = Date.now();
  try {
    const value = await check();
    checks.note(id, began, found(value));
    return value;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'work.cancelled') checks.note(id, began, error.toFailure());
    throw error;
  }
}

/**
 * Checks many servers for the user, a limited number at once, each as one check by the user: asked about where that is, and
 * free again where its answers held the console up. Its stages are the servers. One that is no longer in the list is left out.
 * Throws AppError `work.cancelled`, once what ended by then is told.
 */
export function createCheckMany({ checks, held, find, check }: Needs): CheckMany {
  /** How it ended; undefined where it was cancelled. */
  async function outcomeOf(
    id: ServerId,
    title: string,
    work: Work,
    inside: Work,
  ): Promise<Found | Failure | undefined> {
    const over = checks.checking(id);
    const found = () =>
      noting(
        checks,
        id,
        () => check(id, inside),
        (value) => value,
      );
    try {
      return await work.step(title, () => held.check(id, found));
    } catch (error) {
      if (error instanceof AppError) return error.code === 'work.cancelled' ? undefined : error.toFailure();
      log.bug(error);
      const bug: Failure = { code: 'internal' };
      checks.note(id, Date.now(), bug);
      return bug;
    } finally {
      over();
    }
  }

  return async (ids, work) => {
    const all = titled([...new Set(ids)].map(find).filter((server) => server !== undefined));
    work.plan(all.map(({ title }) => title));
    const unseen = quietWork(work.signal);
    const sum: ManyChecked = { checked: 0, reached: 0 };
    const next = async (those: Titled[]) => {
      for (let one = those.shift(); one && !work.signal.aborted; one = those.shift()) {
        if (!find(one.id)) continue; // removed meanwhile
        const outcome = await outcomeOf(one.id, one.title, work, unseen.child(one.title));
        if (outcome === undefined) continue;
        sum.checked += 1;
        if (isReached(outcome)) sum.reached += 1;
      }
    };
    const inTurn = (those: Titled[], atOnce: number) => Array.from({ length: atOnce }, () => next(those));
    const direct = all.filter(({ route }) => route === 'direct');
    const behindSsh = all.filter(({ route }) => route === 'ssh');
    await Promise.all([...inTurn(direct, MANY_AT_ONCE), ...inTurn(behindSsh, BEHIND_SSH_AT_ONCE)]);
    checks.flush();
    if (work.signal.aborted) throw new AppError('work.cancelled');
    return sum;
  };
}

interface Titled {
  id: ServerId;
  title: string;
  route: ServerSummary['route']['kind'];
}

/** The servers by names of their own: a second one of a name is `name (2)`. */
function titled(servers: readonly ServerSummary[]): Titled[] {
  const times = new Map<string, number>();
  return servers.map(({ id, name, route: { kind: route } }) => {
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return { id, title: before === 0 ? name : `${name} (${before + 1})`, route };
  });
}
