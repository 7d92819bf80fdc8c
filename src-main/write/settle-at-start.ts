import { setTimeout as pause } from 'node:timers/promises';
import { kindOf, type WriteKind } from '../../src-shared/history/write-kind';
import type { Notice } from '../../src-shared/model/app';
import type { HistoryEntry } from '../../src-shared/model/history';
import type { ServerId } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import type { History } from '../history/history-log';
import { isOpen, type Settle } from './settle';

/** When a server that was not reached is asked again, in ms after the attempt before. */
const PAUSES = [0, 15_000, 60_000];
const AT_ONCE = 4;

/** Reset requests have their own recovery, and a kind that only a later version knows is left to that version. */
const settledHere: readonly (WriteKind | undefined)[] = ['organization', 'testUser'];

/**
 * The writes of which no end is known and that are settled at the start: those of earlier runs of the app, for its own are open
 * too while they run. Of a long history all are known once it was looked through.
 */
export const openWrites = (history: Pick<History, 'list' | 'isOwn'>): HistoryEntry[] =>
  history.list().filter((entry) => isOpen(entry) && settledHere.includes(kindOf(entry)) && !history.isOwn(entry.id));

interface Needs {
  /** What `openWrites` found. */
  open: readonly HistoryEntry[];
  history: Pick<History, 'get'>;
  settle: Pick<Settle, 'byReading'>;
  /** Whether the server is in the list. */
  isKnown(serverId: ServerId): boolean;
  /** Whether it can be read right now without anybody being asked for anything. */
  mayRead(serverId: ServerId): boolean;
  tell(notice: Notice): void;
  /** Ends it; by default nothing does. */
  signal?: AbortSignal;
  /** Shorter ones for tests. */
  pauses?: readonly number[];
}

/**
 * Finds out how the writes ended that an earlier run of the app left open, by reading their servers: three times within
 * a minute and a half at most, four servers at once, and never so that anybody is asked. What cannot be sentences stays open, to
 * be settled when the server is read. Reports once per server. Never throws for what a server does; rejects once `signal` ends it.
 */
export async function settleAtStart({
  open,
  history,
  settle,
  isKnown,
  mayRead,
  tell,
  signal = new AbortController().signal,
  pauses = PAUSES,
}: Needs): Promise<void> {
  const left = new Map<ServerId, HistoryEntry[]>();
  for (const entry of open) {
    if (isKnown(entry.serverId)) left.set(entry.serverId, [...(left.get(entry.serverId) ?? []), entry]);
  }
  const servers = [...left];
  const takeNext = async (): Promise<void> => {
    for (let next = servers.shift(); next; next = servers.shift()) await settleServer(...next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeNext));

  async function settleServer(serverId: ServerId, writes: readonly HistoryEntry[]): Promise<void> {
    for (const wait of pauses) {
      await pause(wait, undefined, { ref: false, signal });
      if (!isKnown(serverId)) return;
      if (!mayRead(serverId)) continue;
      let reached = true;
      for (const { id } of writes) {
        if (reached && isOpen(now(id)))
          reached = (await settle.byReading(serverId, id, false, signal)).kind !== 'unreachable';
      }
      if (reached) break;
    }
    signal.throwIfAborted();
    tell(noticeOf(writes.map(({ id }) => now(id)).filter((entry) => entry !== undefined)));
  }

  function now(historyId: string): HistoryEntry | undefined {
    return history.get(historyId);
  }
}

function noticeOf(entries: readonly HistoryEntry[]): Notice {
  const [first] = entries;
  const open = entries.filter(isOpen).length;
  const endings = entries.map(({ time, outcome }) =>
    message('writes.interrupted.ending', { at: { at: time, as: 'moment' }, outcome }),
  );
  return {
    id: `settled-${first?.id}`,
    tone: open > 0 ? 'warn' : 'info',
    title: message('writes.interrupted.title', { n: entries.length, server: first?.serverName ?? '' }),
    text: [...endings, message(open > 0 ? 'writes.interrupted.open' : 'writes.interrupted.settled')],
  };
}
