import { closeSync } from 'node:fs';
import { type HistoryEntry, HistoryRecord } from '../../src-shared/model/history';
import { openForReading } from '../files/atomic-write';
import type { Place } from './history-checkpoint';
import { type Line, parseLine, readAt } from './history-lines';
import { pendingEntry } from './newest-writes';

/** Where the writes that were begun and never ended lie in a history's file, so that none is forgotten, however old it is. */
export interface OpenWrites {
  /** Those that were found by an earlier run of the app. */
  known(places: readonly { id: string; place: Place }[]): void;
  /** A whole line that is in the file, with the JSON it holds. To be called in the order of the file. */
  found(line: Line, json: unknown): void;
  /** A record that was just added. */
  added(record: Pick<HistoryRecord, 'kind' | 'id'>, place: Place): void;
  places(): { id: string; place: Place }[];
  /**
   * Reads those that are not left out, oldest first; undefined for a place that does not hold its write. Throws AppError
   * `file.unwritable` and Node's system errors.
   */
  read(leaveOut: (id: string) => boolean): (HistoryEntry | undefined)[];
}

export function openWritesIn(file: string): OpenWrites {
  const places = new Map<string, Place>();
  /** Their beginnings may be found only later. */
  const ended = new Set<string>();

  return {
    known(found) {
      for (const { id, place } of found) if (!ended.has(id)) places.set(id, place);
    },
    found({ bytes, offset }, json) {
      const { kind, id } = (json ?? {}) as Partial<Record<'kind' | 'id', unknown>>;
      if (typeof id !== 'string' || ended.has(id)) return;
      if (kind === 'begun') places.set(id, { offset, length: bytes.length });
      else if (kind === 'ended' && HistoryRecord.safeParse(json).success) places.delete(id);
    },
    added({ kind, id }, place) {
      if (kind === 'begun') {
        places.set(id, place);
        return;
      }
      places.delete(id);
      ended.add(id);
    },
    places: () => [...places].map(([id, place]) => ({ id, place })),
    read(leaveOut) {
      const wanted = [...places]
        .filter(([id]) => !leaveOut(id))
        .sort(([, one], [, other]) => one.offset - other.offset);
      const opened = wanted.length > 0 ? openForReading(file) : undefined;
      if (!opened) return [];
      try {
        return wanted.map(([id, { offset, length }]) => {
          const { link, record } = parseLine(readAt(opened.descriptor, offset, length));
          return link && record?.kind === 'begun' && record.id === id ? pendingEntry(link, record) : undefined;
        });
      } finally {
        closeSync(opened.descriptor);
      }
    },
  };
}
