import { setTimeout as pause } from 'node:timers/promises';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../app-error';
import { readSnapshot, type Snapshot } from '../gluu/snapshot';
import type { History } from '../history/history-log';
import { unwatchedWork } from '../ipc/work';
import { log } from '../log';
import type { Reach } from '../servers/reach';
import { howItEnded } from './history-of-change';

export type Verdict =
  | { kind: 'saved'; snapshot: Snapshot; check: 'assertion' | 'weaker' }
  | { kind: 'notSaved'; snapshot: Snapshot }
  /** Read, and it is neither the old nor the new state. */
  | { kind: 'neither' }
  | { kind: 'unreachable' };

/** Finds out how writes ended whose end nobody saw: the answer was lost, the network went, the app was killed. */
export interface Settle {
  /** Reads the server and settles one write. Never throws for what the server does. */
  byReading(serverId: ServerId, historyId: string): Promise<Verdict>;
  /** Settles every open write of a server from what was just read. */
  withSnapshot(serverId: ServerId, snapshot: Snapshot): Promise<void>;
  /** Goes on trying for a quarter of an hour. */
  inBackground(serverId: ServerId, historyId: string): void;
}

const BACKGROUND_PAUSE_MS = 15_000;
const BACKGROUND_TRIES = 60;

export function createSettle(reach: Reach, history: History, onSettled: (serverId: ServerId) => void): Settle {
  const open = (serverId: ServerId) =>
    history.list({ serverId }).filter(({ outcome }) => outcome === 'pending' || outcome === 'unknown');

  async function judge(serverId: ServerId, historyId: string, snapshot: Snapshot): Promise<Verdict> {
    const entry = open(serverId).find(({ id }) => id === historyId);
    if (!entry) return { kind: 'neither' };
    const images = Object.values(snapshot.entries);
    const outcome = howItEnded(
      entry,
      (dn, attribute) => images.find((image) => image.dn === dn)?.values.get(attribute) ?? [],
    );
    const check = snapshot.tree.guard.assertion ? 'assertion' : 'weaker';
    if (outcome === 'unknown') {
      if (entry.outcome === 'pending') await history.append({ kind: 'ended', id: historyId, outcome });
      return { kind: 'neither' };
    }
    await history.append({ kind: 'ended', id: historyId, outcome, check, verifiedAt: new Date().toISOString() });
    onSettled(serverId);
    return outcome === 'saved' ? { kind: 'saved', snapshot, check } : { kind: 'notSaved', snapshot };
  }

  async function byReading(serverId: ServerId, historyId: string): Promise<Verdict> {
    try {
      const snapshot = await reach(serverId, unwatchedWork(), ({ session, tree }) => readSnapshot(session, tree));
      return await judge(serverId, historyId, snapshot);
    } catch (error) {
      if (error instanceof AppError) return { kind: 'unreachable' };
      throw error;
    }
  }

  return {
    byReading,
    async withSnapshot(serverId, snapshot) {
      for (const { id } of open(serverId)) await judge(serverId, id, snapshot);
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
