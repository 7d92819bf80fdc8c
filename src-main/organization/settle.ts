import { setTimeout as pause } from 'node:timers/promises';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import { readSnapshot, type Snapshot } from '../gluu-ldap/snapshot';
import type { History } from '../history/history-log';
import type { Reach, Reached } from '../reach/reach';
import { unwatchedWork } from '../work/work';
import { howItEnded } from './history-of-change';

export type Verdict =
  | { kind: 'saved'; snapshot: Snapshot; check: 'assertion' | 'weaker' }
  | { kind: 'notSaved'; snapshot: Snapshot }
  /** Some entries were written and the others were not: `savedDns` are the written ones. */
  | { kind: 'partly'; snapshot: Snapshot; savedDns: string[] }
  /** Read, and it is neither the old nor the new state. */
  | { kind: 'neither' }
  /** Read, and it is the old state, but the write may still be on its way. */
  | { kind: 'notYet' }
  | { kind: 'unreachable' };

/** Finds out how writes ended whose end nobody saw: the answer was lost, the network went, the app was killed. */
export interface Settle {
  /**
   * Reads the server and settles one write. Never throws for what the server does. With `mayStillCome`, finding the old
   * state settles nothing: a slow server may be at it yet.
   */
  byReading(serverId: ServerId, historyId: string, mayStillCome?: boolean): Promise<Verdict>;
  /** Settles every open write of a server from what was just read. Never throws for a history that cannot be written. */
  withSnapshot(serverId: ServerId, snapshot: Snapshot): Promise<void>;
  /** Goes on trying for a quarter of an hour. */
  inBackground(serverId: ServerId, historyId: string): void;
}

/** Whether a write was of Organization Configuration alone. */
const isWithin = ({ entries }: HistoryEntry, snapshot: Snapshot): boolean =>
  entries.every(({ dn }) => [...snapshot.entries.values()].some((image) => image.dn === dn));

const BACKGROUND_PAUSE_MS = 15_000;
const BACKGROUND_TRIES = 60;

/** Settles writes of entries that no snapshot holds, such as those of test users. */
export type SettleOthers = (reached: Reached, serverId: ServerId) => Promise<unknown>;

/** Finds out by reading how writes ended whose end nobody saw. */
export function createSettle(reach: Reach, history: History, settleOthers: SettleOthers = async () => {}): Settle {
  const isOpen = ({ id, outcome }: HistoryEntry) =>
    (outcome === 'pending' || outcome === 'unknown') && !history.isRunning(id);

  async function judge(entry: HistoryEntry, snapshot: Snapshot, mayStillCome: boolean): Promise<Verdict> {
    const images = [...snapshot.entries.values()];
    if (!isWithin(entry, snapshot)) return { kind: 'neither' }; // a snapshot says nothing of other entries
    const ended = howItEnded(
      entry,
      (dn, attribute) => images.find((image) => image.dn === dn)?.values.get(attribute) ?? [],
    );
    if (ended.kind === 'notSaved' && mayStillCome) return { kind: 'notYet' };
    const check = snapshot.tree.guard.assertion ? 'assertion' : 'weaker';
    if (ended.kind === 'unknown' || ended.kind === 'partly') {
      if (entry.outcome === 'pending') await history.append({ kind: 'ended', id: entry.id, outcome: 'unknown' });
      return ended.kind === 'partly' ? { ...ended, snapshot } : { kind: 'neither' };
    }
    const outcome = ended.kind;
    await history.append({ kind: 'ended', id: entry.id, outcome, check, verifiedAt: new Date().toISOString() });
    return outcome === 'saved' ? { kind: 'saved', snapshot, check } : { kind: 'notSaved', snapshot };
  }

  async function byReading(serverId: ServerId, historyId: string, mayStillCome = false): Promise<Verdict> {
    try {
      const snapshot = await reach(serverId, unwatchedWork(), async (reached) => {
        await settleOthers(reached, serverId);
        return readSnapshot(reached.session, reached.tree);
      });
      const entry = history.get(historyId);
      if (!entry || history.isRunning(historyId)) return { kind: 'neither' };
      if (isOpen(entry)) return await judge(entry, snapshot, mayStillCome);
      // Another reading of the same server was faster.
      const check = entry.check ?? 'weaker';
      return entry.outcome === 'saved' ? { kind: 'saved', snapshot, check } : { kind: 'notSaved', snapshot };
    } catch (error) {
      if (error instanceof AppError) return { kind: 'unreachable' };
      throw error;
    }
  }

  return {
    byReading,
    async withSnapshot(serverId, snapshot) {
      try {
        for (const entry of history.list({ serverId }).filter(isOpen)) await judge(entry, snapshot, false);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        log.warn(`The history did not take how a write ended: ${error.about.detail ?? error.code}`);
      }
    },
    inBackground(serverId, historyId) {
      const keepTrying = async () => {
        for (let attempt = 0; attempt < BACKGROUND_TRIES; attempt += 1) {
          await pause(BACKGROUND_PAUSE_MS, undefined, { ref: false });
          const { kind } = await byReading(serverId, historyId);
          if (kind !== 'unreachable') return;
        }
      };
      keepTrying().catch(log.bug);
    },
  };
}
