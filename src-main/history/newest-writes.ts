import { setImmediate } from 'node:timers/promises';
import type { z } from '../../src-shared/base/zod';
import type { HistoryEnded, HistoryEntry, HistoryLink, HistoryRecord } from '../../src-shared/model/history';
import { isSystemError } from '../files/atomic-write';
import { CHUNK_BYTES, type Line, parseLine } from './history-lines';

type Begun = Extract<z.output<typeof HistoryRecord>, { kind: 'begun' }>;
type End = Pick<HistoryLink, 'time'> & { record: HistoryEnded };

const MAX_IN_MEMORY = 5000;

/** The newest writes of a history, joined from its lines; those of earlier runs are read from the file's end, a piece at a time. */
export interface NewestWrites {
  /** Reads the rest of them in short turns, as far as the file can be read. */
  read(): Promise<void>;
  /** Newest first, after reading what `read` has not read yet. */
  list(): HistoryEntry[];
  get(id: string): HistoryEntry | undefined;
  /** Whether these are all there ever were. Reads as `list`. */
  isWhole(): boolean;
  /** A write that is begun now. */
  begin(link: HistoryLink, record: Begun): void;
  /** Says how a write ended, and gives what takes that back; undefined where the write is not in memory. */
  end(time: string, record: HistoryEnded): (() => void) | undefined;
  /** Adds writes that are older than all of these. To be called after `read`. */
  addOlder(entries: readonly HistoryEntry[]): void;
  /** Reads no more of the file. */
  close(): void;
}

/** `back`: the lines of the file, the last one first. */
export function newestWrites(back: Iterator<Line, void>): NewestWrites {
  /** Oldest first; of this run alone until the older ones were read. */
  let entries = new Map<string, HistoryEntry>();
  /** By an end that could not be recorded, what is recorded instead of it. */
  const instead = new WeakMap<HistoryEntry, HistoryEntry>();
  const earlier = earlierWrites(back);
  let isRead = false;
  let isWhole = false;

  /** Reads about so many bytes, and gives whether there is more to read. */
  function readSome(most: number): boolean {
    for (let bytes = 0; !isRead && bytes < most; ) {
      const read = earlier.found.size < MAX_IN_MEMORY ? earlier.readLine() : 0;
      if (read > 0) bytes += read;
      else join();
    }
    return !isRead;
  }

  function join(): void {
    isRead = true;
    isWhole = earlier.areAll();
    back.return?.();
    entries = new Map([...[...earlier.found].reverse(), ...entries]);
    earlier.found.clear();
    forgetOldest();
  }

  function readAll(): void {
    if (!isRead) readSome(Number.POSITIVE_INFINITY);
  }

  function forgetOldest(): void {
    for (const [id, { outcome }] of entries) {
      if (entries.size <= MAX_IN_MEMORY) break;
      if (outcome === 'pending') continue;
      entries.delete(id);
      isWhole = false;
    }
  }

  function get(id: string): HistoryEntry | undefined {
    if (!entries.has(id)) readAll();
    return entries.get(id);
  }

  function addOlder(older: readonly HistoryEntry[]): void {
    entries = new Map([...older.map((entry) => [entry.id, entry] as const), ...entries]);
    forgetOldest();
  }

  return {
    async read() {
      while (readSome(CHUNK_BYTES)) await setImmediate();
    },
    list() {
      readAll();
      return [...entries.values()].reverse();
    },
    get,
    isWhole() {
      readAll();
      return isWhole;
    },
    begin(link, record) {
      entries.set(record.id, pendingEntry(link, record));
      if (isRead) forgetOldest();
    },
    end(time, record) {
      const before = get(record.id);
      if (!before) return undefined;
      const ended = joined(before, { time, record });
      entries.set(record.id, ended);
      forgetOldest();
      return () => {
        const recorded = instead.get(before) ?? before;
        instead.set(ended, recorded);
        if (entries.get(record.id) === ended) entries.set(record.id, recorded);
        else if (!entries.has(record.id)) addOlder([recorded]);
      };
    },
    addOlder,
    close() {
      if (!isRead) join();
    },
  };
}

/** The writes of earlier runs of the app, newest first, as far as they were read. */
function earlierWrites(back: Iterator<Line, void>) {
  const found = new Map<string, HistoryEntry>();
  /** How those ended whose beginning was not reached yet: the last end of each counts, which is found first. */
  const ends = new Map<string, End>();
  let areAll = false;

  function nextLine(): Line | undefined {
    try {
      const { done, value } = back.next();
      if (!done) return value;
      areAll = true;
    } catch (error) {
      if (!isSystemError(error)) throw error; // whoever needs all of them reads the file, and hears why it cannot be read
    }
    return undefined;
  }

  return {
    found,
    /** Whether nothing is before the last line that was read. */
    areAll: () => areAll,
    /** Gives how many bytes it has, or 0 if no line is left that can be read. */
    readLine(): number {
      const line = nextLine();
      if (!line) return 0;
      const { link, record } = parseLine(line.bytes);
      if (link && record && !found.has(record.id)) {
        if (record.kind === 'begun') found.set(record.id, joined(pendingEntry(link, record), ends.get(record.id)));
        else if (!ends.has(record.id)) ends.set(record.id, { time: link.time, record });
      }
      return line.bytes.length + 1;
    },
  };
}

/** A write of which only the beginning is known. */
export function pendingEntry({ seq, time }: HistoryLink, { kind: _, ...begun }: Begun): HistoryEntry {
  return { ...begun, seq, time, outcome: 'pending' };
}

/** The same write with its end, if it has one; without what an end before said of it. */
export function joined(entry: HistoryEntry, end: End | undefined): HistoryEntry {
  if (!end) return entry;
  const { check: _c, verifiedAt: _v, failure: _f, held: _h, holding: _w, ...begun } = entry;
  const { kind: _k, ...ended } = end.record;
  return { ...begun, ...ended, endedAt: end.time };
}
