import path from 'node:path';
import type { z } from '../../src-shared/base/zod';
import { type HistoryBegun, type HistoryEntry, type HistoryLink, HistoryRecord } from '../../src-shared/model/history';
import type { AppError } from '../base/app-error';
import { asFileFailure, inTurn } from '../files/atomic-write';
import { followChain, type HistoryCheck } from './history-chain';
import { readEnd } from './history-end';
import { CHUNK_BYTES, hashOf, linesInTurns, parseLine } from './history-lines';
import { lineFile } from './line-file';
import { lookAtHistory } from './look-through';
import { joined, newestWrites, pendingEntry } from './newest-writes';
import { openWritesIn } from './open-writes';

export interface History {
  /**
   * Adds a line; resolves once it would survive a power cut. How a write ended is known here as soon as this is called. Throws
   * ZodError for what is no record, above all one that carries a secret's value, and AppError `file.unwritable`. After either,
   * the history is as it was.
   */
  append(record: HistoryRecord): Promise<void>;
  /** Newest first, by line number. Of a long history: the newest 5000, and, once it was looked through, every pending one. */
  list(which?: { serverId?: string; limit?: number }): HistoryEntry[];
  /** One write of those that `list` gives; undefined for any other. */
  get(id: string): HistoryEntry | undefined;
  /** Whether `list` gives every write there ever was. */
  isWhole(): boolean;
  /** Whether a write was begun by this run of the app. */
  isOwn(id: string): boolean;
  /**
   * Whether a write that was begun here has not ended: until then, reading its server does not show how it will. One whose end
   * could not be recorded has ended.
   */
  isRunning(id: string): boolean;
  /** Has in memory what `list` reads otherwise, without keeping anything else waiting. What cannot be read is not there. */
  ready(): Promise<void>;
  /**
   * Finds the pending writes older than what is in memory, and follows the chain from the first line to the last, in short turns.
   * Neither is done again for a file that is exactly as the app left it after it last did so. Gives the same however often it is
   * asked. Throws AppError `file.unwritable`.
   */
  lookThrough(): Promise<HistoryCheck>;
  /**
   * Reads the whole file and follows its hash chain. Lines count from 1. A line that was changed is named itself (of
   * several in a row, one of the first two); where lines are missing or moved, the first out of place is. No chain shows
   * last lines that were changed or removed while the app was not running, nor hashes that were all computed again. Throws
   * AppError `file.unwritable`.
   */
  verify(): Promise<HistoryCheck>;
  /** Every write there ever was, newest first, read from the file. Throws AppError `file.unwritable`. */
  all(): Promise<HistoryEntry[]>;
  /** Gives the file back once what was appended is there, and keeps what the next start need not look through again. */
  close(): Promise<void>;
  /** Why its file cannot be used, if so: nothing is known of earlier writes then, and `append` refuses every new one. */
  readonly trouble?: AppError;
}

/**
 * Opens the history of writes: JSON lines, one per `begun` or `ended`, each with the SHA-256 of the line before it. Of a long one
 * only the end is read at first. A last line that a crash left torn is moved to `<file>.torn-<time>`, and the chain goes on
 * without it. Lines damaged in another way stay; `verify` names them. A file that is not there is made by the first `append`.
 * Throws AppError `file.unwritable` if the file cannot be read or repaired.
 */
export function openHistory(file: string): Promise<History> {
  const target = path.resolve(file);
  return inTurn(target, () => asFailures(target, () => load(target)));
}

async function asFailures<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asFileFailure(error, file);
  }
}

async function load(file: string): Promise<History> {
  const end = await readEnd(file);
  const target = lineFile(file, end.mark);
  const newest = newestWrites(end.back);
  const open = openWritesIn(file);
  const isShort = Number(end.mark?.size ?? 0) <= CHUNK_BYTES;
  if (isShort) await newest.read();
  const own = new Set<string>();
  const running = new Set<string>();
  let { tail } = end;
  let appending = false;
  const look = lookAtHistory({
    file,
    end,
    target,
    newest,
    open,
    isOwn: (id) => own.has(id),
    tail: () => tail,
    appending: () => appending,
  });

  async function add(record: z.output<typeof HistoryRecord>, time: string): Promise<HistoryLink> {
    const link: HistoryLink = { seq: tail.seq + 1, time, prev: tail.hash };
    const line = Buffer.from(JSON.stringify({ ...link, ...record }));
    appending = true;
    try {
      open.added(record, { offset: await target.add(line), length: line.length });
    } finally {
      appending = false;
    }
    tail = { seq: link.seq, hash: hashOf(line), line: tail.line === undefined ? undefined : tail.line + 1 };
    return link;
  }

  function begin(link: HistoryLink, record: HistoryBegun): void {
    newest.begin(link, record);
    own.add(record.id);
    running.add(record.id);
  }

  return {
    list: ({ serverId, limit } = {}) =>
      newest
        .list()
        .filter((entry) => serverId === undefined || entry.serverId === serverId)
        .slice(0, limit),
    get: newest.get,
    isWhole: newest.isWhole,
    isOwn: (id) => own.has(id),
    isRunning: (id) => running.has(id),
    async append(record) {
      const checked = HistoryRecord.parse(record);
      const time = new Date().toISOString();
      const takeBack = checked.kind === 'ended' ? newest.end(time, checked) : undefined;
      const isEnd = checked.kind === 'ended';
      if (isEnd) running.delete(checked.id);
      await inTurn(file, async () => {
        try {
          const link = await asFailures(file, () => add(checked, time));
          if (checked.kind === 'begun') begin(link, checked);
          else if (!takeBack) newest.end(time, checked); // its beginning was still on its way
        } catch (error) {
          takeBack?.();
          throw error;
        } finally {
          if (isEnd) running.delete(checked.id);
        }
      });
    },
    ready: newest.read,
    lookThrough: () => asFailures(file, look.through),
    verify: () => asFailures(file, () => followChain(file, tail, () => appending)),
    async all() {
      await inTurn(file, async () => {}); // what was appended before
      return asFailures(file, () => readAll(file));
    },
    close: () =>
      inTurn(file, () =>
        asFailures(file, async () => {
          newest.close();
          target.close();
          await look.close();
        }),
      ),
  };
}

async function readAll(file: string): Promise<HistoryEntry[]> {
  const entries = new Map<string, HistoryEntry>();
  for await (const lines of linesInTurns(file)) {
    for (const { bytes, whole } of lines) {
      const { link, record } = whole ? parseLine(bytes) : {};
      if (!link || !record) continue;
      const { id } = record;
      const entry = record.kind === 'begun' ? pendingEntry(link, record) : entries.get(id);
      if (entry) entries.set(id, record.kind === 'ended' ? joined(entry, { time: link.time, record }) : entry);
    }
  }
  return [...entries.values()].reverse();
}
