import type { WriteKind } from '../../src-shared/history/write-kind';
import type { HistoryEnded, HistoryEntry } from '../../src-shared/model/history';
import type { ServerId } from '../../src-shared/model/server';
import type { Snapshot } from '../gluu-ldap/snapshot';
import type { Reached } from '../reach/reach';

/** What a server's present state tells of a write whose end nobody saw. `unknown`: it is neither the old nor the new state. */
export interface Found extends Pick<HistoryEnded, 'outcome' | 'check'> {
  /** The entries that hold all their changes while the others hold none of theirs. */
  savedDns?: readonly string[];
  /** What the write was judged by, where that was Organization Configuration. */
  snapshot?: Snapshot;
}

/** Gives what was found of a write; undefined where what was read says nothing of it. */
export type Judge = (entry: HistoryEntry) => Found | undefined;

/** How to find out by reading how writes of one kind ended: each kind brings its own. */
export interface Settler {
  /** Whether there is something to find out on a server beside the open writes of its history. */
  hasMore?(serverId: ServerId): boolean;
  /** Reads what the server holds of these writes now. Throws what reading throws. */
  look(reached: Reached, open: readonly HistoryEntry[]): Promise<Judge>;
}

/** Some kinds of write have no settler in tests. */
export type Settlers = Partial<Record<WriteKind, Settler>>;
