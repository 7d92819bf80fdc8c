import { constants } from 'node:fs';
import { type FileHandle, open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from '../../src-shared/base/zod';
import { type HistoryEntry, type HistoryLink, HistoryRecord } from '../../src-shared/model/history';
import { message } from '../../src-shared/texts/message';
import type { AppError } from '../base/app-error';
import {
  asFileFailure,
  ensurePrivateFolder,
  freeNameBeside,
  inTurn,
  lookAt,
  NO_FOLLOW_NO_WAIT,
  syncFolder,
  unwritable,
} from '../files/atomic-write';
import { followChain, type HistoryCheck, type Tail } from './history-chain';
import { hashOf, type Line, linesInTurns, linesOf, MAX_LINE_BYTES, NEWLINE, parseLine } from './history-lines';

const MAX_IN_MEMORY = 5000;

export interface History {
  /**
   * Adds a line; resolves once it would survive a power cut. Throws ZodError for what is no record, above all one that
   * carries a secret's value, and AppError `file.unwritable`. After either, the history is as it was.
   */
  append(record: HistoryRecord): Promise<void>;
  /** Newest first, by line number. Of a long history: the newest 5000, and every pending one. */
  list(which?: { serverId?: string; limit?: number }): HistoryEntry[];
  /** One write of those that `list` gives; undefined for any other. */
  get(id: string): HistoryEntry | undefined;
  /** Whether `list` gives every write there ever was. */
  isWhole(): boolean;
  /**
   * Whether a write that was begun here has not ended: until then, reading its server does not show how it will. One whose end
   * could not be recorded has ended.
   */
  isRunning(id: string): boolean;
  /**
   * Reads the whole file and follows its hash chain. Lines count from 1. A line that was changed is named itself (of
   * several in a row, one of the first two); where lines are missing or moved, the first out of place is. No chain shows
   * last lines that were changed or removed while the app was not running, nor hashes that were all computed again. Throws
   * AppError `file.unwritable`.
   */
  verify(): Promise<HistoryCheck>;
  /** Every write there ever was, newest first, read from the file. Throws AppError `file.unwritable`. */
  all(): Promise<HistoryEntry[]>;
  /** Why its file cannot be used, if so: nothing is known of earlier writes then, and `append` refuses every new one. */
  readonly trouble?: AppError;
}

/**
 * Opens the history of writes: JSON lines, one per `begun` or `ended`, each with the SHA-256 of the line before it.
 * A last line that a crash left torn is moved to `<file>.torn-<time>`, and the chain goes on without it.
 * Lines damaged in another way stay; `verify` names them. A file that is not there is made by the first `append`.
 * Throws AppError `file.unwritable` if the file cannot be read or repaired.
 */
export function openHistory(file: string): Promise<History> {
  const target = path.resolve(file);
  return inTurn(target, async () => {
    try {
      return await load(target);
    } catch (error) {
      throw asFileFailure(error, target);
    }
  });
}

/** Looking for the oldest passes all that are pending, so it is not done for each line of a long file. */
const FORGET_EVERY = 1000;

async function load(file: string): Promise<History> {
  const entries = new Map<string, HistoryEntry>();
  let tail: Tail = { seq: 0, hash: '', lines: 0 };
  let forgotten = 0;
  for (const line of linesOf(file)) {
    if (!line.whole) {
      await putTornLineAside(file, line);
      break;
    }
    const { link, record } = parseLine(line.bytes);
    if (link && record) remember(entries, link, record);
    if (tail.lines % FORGET_EVERY === 0) forgotten += forgetOldest(entries);
    tail = { seq: link?.seq ?? tail.seq + 1, hash: hashOf(line.bytes), lines: tail.lines + 1 };
  }

  forgotten += forgetOldest(entries);

  let appending = false;
  const running = new Set<string>();
  const addLine = lineAdder(file);
  const list: History['list'] = ({ serverId, limit } = {}) =>
    [...entries.values()]
      .filter((entry) => serverId === undefined || entry.serverId === serverId)
      .sort((one, other) => other.seq - one.seq)
      .slice(0, limit);

  return {
    list,
    get: (id) => entries.get(id),
    isWhole: () => forgotten === 0,
    isRunning: (id) => running.has(id),
    async append(record) {
      const checked = HistoryRecord.parse(record);
      await inTurn(file, async () => {
        const link: HistoryLink = { seq: tail.seq + 1, time: new Date().toISOString(), prev: tail.hash };
        const line = Buffer.from(JSON.stringify({ ...link, ...checked }));
        appending = true;
        try {
          await addLine(line);
        } catch (error) {
          throw asFileFailure(error, file);
        } finally {
          appending = false;
        }
        tail = { seq: link.seq, hash: hashOf(line), lines: tail.lines + 1 };
        remember(entries, link, checked);
        if (checked.kind === 'begun') running.add(checked.id);
        forgotten += forgetOldest(entries);
      }).finally(() => checked.kind === 'ended' && running.delete(checked.id));
    },
    async verify() {
      try {
        return await followChain(file, tail, () => appending);
      } catch (error) {
        throw asFileFailure(error, file);
      }
    },
    async all() {
      try {
        return await readAll(file);
      } catch (error) {
        throw asFileFailure(error, file);
      }
    },
  };
}

function remember(entries: Map<string, HistoryEntry>, link: HistoryLink, record: z.output<typeof HistoryRecord>): void {
  const { seq, time } = link;
  if (record.kind === 'begun') {
    const { kind: _, ...begun } = record;
    entries.set(record.id, { ...begun, seq, time, outcome: 'pending' });
    return;
  }
  const entry = entries.get(record.id);
  if (!entry) return; // begun so long ago that it is no longer in memory
  const { check: _c, verifiedAt: _v, failure: _f, held: _h, holding: _w, ...begun } = entry;
  const { kind: _k, ...ended } = record;
  entries.set(record.id, { ...begun, ...ended, endedAt: time });
}

/** Gives how many. */
function forgetOldest(entries: Map<string, HistoryEntry>): number {
  const before = entries.size;
  for (const [id, { outcome }] of entries) {
    if (entries.size <= MAX_IN_MEMORY) break;
    if (outcome !== 'pending') entries.delete(id);
  }
  return before - entries.size;
}

/** Gives the function that adds one line to the file, or leaves the file as it was. It throws Node's system errors. */
function lineAdder(file: string): (line: Buffer) => Promise<void> {
  /** The file's right size, if a line that failed could not be taken back. */
  let cutBackTo: number | undefined;
  return async (line) => {
    if (line.length > MAX_LINE_BYTES) throw unwritable(file, message('failure.reason.tooLarge'));
    ensurePrivateFolder(path.dirname(file));
    const handle = await openForAppending(file);
    try {
      if (cutBackTo !== undefined) await handle.truncate(cutBackTo);
      cutBackTo = undefined;
      const { size } = await handle.stat();
      if (size > 0 && !(await endsWithNewline(handle, size)))
        throw unwritable(file, message('failure.reason.endChanged'));
      try {
        await writeWhole(handle, Buffer.concat([line, Buffer.of(NEWLINE)]), file);
        if (size === 0) await syncFolder(path.dirname(file));
      } catch (error) {
        cutBackTo = size;
        await handle.truncate(size);
        cutBackTo = undefined;
        throw error;
      }
    } finally {
      await handle.close();
    }
  };
}

async function writeWhole(handle: FileHandle, bytes: Buffer, file: string): Promise<void> {
  const { bytesWritten } = await handle.write(bytes); // one call, so that a crash tears at most this line
  if (bytesWritten !== bytes.length)
    throw unwritable(file, message('failure.reason.partWritten', { written: bytesWritten, wanted: bytes.length }));
  await handle.sync();
}

async function openForAppending(file: string): Promise<FileHandle> {
  lookAt(file);
  const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | NO_FOLLOW_NO_WAIT;
  const handle = await open(file, flags, 0o600);
  const { mode } = await handle.stat();
  if ((mode & 0o777) !== 0o600) await handle.chmod(0o600);
  return handle;
}

async function endsWithNewline(handle: FileHandle, size: number): Promise<boolean> {
  const { buffer } = await handle.read({ buffer: Buffer.alloc(1), position: size - 1 });
  return buffer[0] === NEWLINE;
}

/** Keeps the torn text in a file of its own before it is cut off. Throws Node's system errors. */
async function putTornLineAside(file: string, torn: Line): Promise<void> {
  await writeFile(freeNameBeside(file, 'torn'), torn.bytes, { flag: 'wx', mode: 0o600, flush: true });
  const handle = await openForAppending(file);
  try {
    await handle.truncate(torn.offset);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readAll(file: string): Promise<HistoryEntry[]> {
  const entries = new Map<string, HistoryEntry>();
  for await (const { bytes, whole } of linesInTurns(file)) {
    if (!whole) break;
    const { link, record } = parseLine(bytes);
    if (link && record) remember(entries, link, record);
  }
  return [...entries.values()].sort((one, other) => other.seq - one.seq);
}
