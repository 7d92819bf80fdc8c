import { setTimeout as pause } from 'node:timers/promises';
import { kindOf, type WriteKind } from '../../src-shared/history/write-kind';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError, unlessBug } from '../base/app-error';
import { log } from '../files/log';
import type { Snapshot } from '../gluu-ldap/snapshot';
import { hostIn } from '../history/begun-by';
import type { History } from '../history/history-log';
import type { Reach, Reached } from '../reach/reach';
import { unwatchedWork, type Work } from '../work/work';
import { recordEnd } from './record-end';
import type { Found, Judge, Settlers } from './settler';

export type Verdict =
  | ({ kind: 'saved' | 'notSaved' } & Pick<Found, 'check' | 'snapshot'>)
  /** Some entries were written and the others were not: `savedDns` are the written ones. */
  | { kind: 'partly'; savedDns: readonly string[]; snapshot?: Snapshot }
  /** Read, and it is neither the old nor the new state. */
  | { kind: 'neither' }
  /** Read, and it is the old state, but the write may still be on its way. */
  | { kind: 'notYet' }
  | { kind: 'unreachable' };

/** Finds out how writes ended whose end nobody saw: the answer was lost, the network went, the app was killed. */
export interface Settle {
  /**
   * Reads the server and settles one write. Never throws for what the server does. With `mayStillCome`, finding the old state
   * settles nothing: a slow server may be at it yet. `end` gives it up.
   */
  byReading(serverId: ServerId, historyId: string, mayStillCome?: boolean, end?: AbortSignal): Promise<Verdict>;
  /**
   * As the stage `Verify`, reads the server again until it is known how a write ended whose answer was lost, and leaves it to
   * nobody else meanwhile. Gives nothing where that stays open. `notes`: what is shown beside the stage then.
   */
  verify(write: OpenWrite, work: Work, notes: VerifyNotes): Promise<Verdict | undefined>;
  /** Settles the open writes of a kind on a server that is reached. Throws what reading throws. */
  open(reached: Reached, what: WriteKind): Promise<void>;
  /** The same from what was just read of the server that this profile leads to. */
  openBy(profile: ServerProfile, what: WriteKind, judge: Judge): Promise<void>;
  /** Goes on trying for a quarter of an hour. */
  inBackground(serverId: ServerId, historyId: string): void;
  /** Nothing goes on in the background from here on. */
  dispose(): void;
}

/** How long it is waited between two readings, in ms. */
export type SettlePauses = Partial<typeof PAUSES>;

interface OpenWrite {
  serverId: ServerId;
  historyId: string;
  /** What became of the answer. */
  why: AppError;
}

type VerifyNotes = { open: Message } & Partial<Record<'saved' | 'notSaved', Message>>;

interface Needs {
  reach: Reach;
  history: History;
  /** Others for tests. */
  pauses?: SettlePauses | undefined;
}

const PAUSES = {
  /** How long after a write of open end it is read again, in ms. */
  verify: [300, 1500, 4000] as readonly number[],
  /** And how long after that, again and again. */
  background: Array<number>(60).fill(15_000) as readonly number[],
};

/** Whether nobody knows of a write how it ended. */
export const isOpen = (entry: Pick<HistoryEntry, 'outcome'> | undefined): boolean =>
  entry?.outcome === 'pending' || entry?.outcome === 'unknown';

/** A profile that leads elsewhere by now leads to a server that says nothing of the write, though it may hold the same tree. */
export const isAt = (profile: ServerProfile, { host }: Pick<HistoryEntry, 'host'>): boolean => host === hostIn(profile);

/** Each write is settled by the settler of its kind. */
export function createSettle({ reach, history, pauses }: Needs, settlers: Settlers): Settle {
  const { verify, background } = { ...PAUSES, ...pauses };
  const disposal = new AbortController();
  const verifying = new Set<string>();
  const openOf = (profile: ServerProfile, what: WriteKind) =>
    history
      .list({ serverId: profile.id })
      .filter((entry) => isOpen(entry) && kindOf(entry) === what && isAt(profile, entry))
      .filter(({ id }) => !history.isRunning(id) && !verifying.has(id));

  function takeAll(writes: readonly HistoryEntry[], judge: Judge): void {
    for (const entry of writes) if (!verifying.has(entry.id)) take(history, entry, judge(entry), false);
  }

  async function open(reached: Reached, what: WriteKind): Promise<void> {
    const settler = settlers[what];
    const hasMore = settler?.hasMore?.(reached.profile.id) ?? false;
    // What a settler finds out beside the history, it finds with the help of writes that may be very old.
    await (hasMore ? history.lookThrough().catch(unlessBug) : history.ready());
    const writes = openOf(reached.profile, what);
    if (!settler || (writes.length === 0 && !hasMore)) return;
    takeAll(writes, await settler.look(reached, writes));
  }

  /** One that is older than what is in memory is found only once the whole history was looked through. */
  async function find(historyId: string): Promise<HistoryEntry | undefined> {
    await history.ready();
    if (!history.get(historyId) && !history.isWhole()) await history.lookThrough().catch(unlessBug);
    return history.get(historyId);
  }

  async function read(
    serverId: ServerId,
    historyId: string,
    mayStillCome: boolean,
    end?: AbortSignal,
  ): Promise<Verdict> {
    const sought = await find(historyId);
    const kind = sought && kindOf(sought);
    const settler = kind && settlers[kind];
    if (!settler || sought.serverId !== serverId || history.isRunning(historyId)) return { kind: 'neither' };
    try {
      const judge = await reach(serverId, unwatchedWork(end), async (reached) =>
        isAt(reached.profile, sought) ? settler.look(reached, [sought]) : undefined,
      );
      return take(history, sought, judge?.(sought), mayStillCome);
    } catch (error) {
      if (error instanceof AppError) return { kind: 'unreachable' };
      throw error;
    }
  }

  const settle: Settle = {
    byReading: (serverId, historyId, mayStillCome = false, end) => read(serverId, historyId, mayStillCome, end),
    async verify({ serverId, historyId, why }, work, notes) {
      verifying.add(historyId);
      try {
        return await work.step('Verify', async (note) => {
          note(message('writes.verify.reading'));
          for (const [index, wait] of verify.entries()) {
            await pause(wait);
            // A server that was too slow to answer may be about to write.
            const mayStillCome = why.code === 'ldap.noReply' && index < verify.length - 1;
            const found = await settle.byReading(serverId, historyId, mayStillCome);
            if (found.kind === 'unreachable' || found.kind === 'notYet') continue;
            const text = found.kind === 'saved' || found.kind === 'notSaved' ? notes[found.kind] : undefined;
            if (text) note(text);
            return found;
          }
          note(notes.open, true);
          return undefined;
        });
      } finally {
        verifying.delete(historyId);
      }
    },
    open,
    async openBy(profile, what, judge) {
      await history.ready();
      takeAll(openOf(profile, what), judge);
    },
    inBackground(serverId, historyId) {
      const { signal } = disposal;
      const keepTrying = async () => {
        for (const wait of background) {
          await pause(wait, undefined, { ref: false, signal });
          const { kind } = await read(serverId, historyId, false, signal);
          if (kind !== 'unreachable') return;
        }
      };
      keepTrying().catch(log.bugUntil(signal));
    },
    dispose: () => disposal.abort(),
  };
  return settle;
}

/** Keeps what was found of a write. */
function take(history: History, { id }: HistoryEntry, found: Found | undefined, mayStillCome: boolean): Verdict {
  const entry = history.get(id);
  if (!entry || !found) return { kind: 'neither' };
  const { outcome, savedDns, snapshot, check } = found;
  const seen = snapshot ? { snapshot } : {};
  // Another reading of the same server may have been faster.
  if (entry.outcome === 'saved' || entry.outcome === 'notSaved') {
    return { kind: entry.outcome, ...seen, check: entry.check ?? 'weaker' };
  }
  if (outcome === 'unknown') {
    if (entry.outcome === 'pending') recordEnd(history, { id, outcome });
    return savedDns ? { kind: 'partly', ...seen, savedDns } : { kind: 'neither' };
  }
  if (outcome === 'notSaved' && mayStillCome) return { kind: 'notYet' };
  const how = check ? { check } : {};
  const why = outcome === 'notSaved' && entry.failure ? { failure: entry.failure } : {};
  recordEnd(history, { id, outcome, ...how, ...why, verifiedAt: new Date().toISOString() });
  return { kind: outcome, ...seen, ...how };
}
