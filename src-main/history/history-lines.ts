import { createHash } from 'node:crypto';
import { closeSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import type { z } from '../../src-shared/base/zod';
import { HistoryLink, HistoryRecord } from '../../src-shared/model/history';
import { openForReading } from '../files/atomic-write';

export const MAX_LINE_BYTES = 8 * 1024 * 1024;
export const NEWLINE = 0x0a;
/** As much is read at a time: what it holds is looked at in a millisecond or two. */
export const CHUNK_BYTES = 64 * 1024;

const readFrom = promisify(read);

export interface Line {
  bytes: Buffer;
  /** Where it starts in the file, in bytes. */
  offset: number;
  /** Ended by a newline. Only the last line can lack it. */
  whole: boolean;
}

/** A line that says how a write began or ended, and where it stands; either is absent where it is no such line. */
export interface Parsed {
  link?: HistoryLink | undefined;
  record?: z.output<typeof HistoryRecord> | undefined;
}

/** What a line says; without `link` or `record` where it is not a line of a history. */
export function parseLine(bytes: Buffer): Parsed {
  const parsed = jsonOf(bytes);
  return { link: linkIn(parsed), record: HistoryRecord.safeParse(parsed).data };
}

/** Where a line stands in the chain, as it says; undefined where it is not a line of a history. */
export const linkIn = (json: unknown): HistoryLink | undefined => HistoryLink.safeParse(json).data;

/** Undefined for what is no JSON, or too long. */
export function jsonOf(bytes: Buffer): unknown {
  if (bytes.length > MAX_LINE_BYTES) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The lines of a file in their order, those of one chunk together; none if it is not there. Between two chunks everything else in
 * this process has its turn. Throws Node's system errors.
 */
export async function* linesInTurns(file: string): AsyncGenerator<Line[]> {
  const opened = openForReading(file);
  if (!opened) return;
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let pieces: Buffer[] = [];
    let offset = 0;
    for (;;) {
      const { bytesRead } = await readFrom(opened.descriptor, chunk, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) break;
      const lines: Line[] = [];
      let from = 0;
      for (let to = chunk.indexOf(NEWLINE); to >= 0 && to < bytesRead; to = chunk.indexOf(NEWLINE, from)) {
        const bytes = Buffer.concat([...pieces, chunk.subarray(from, to)]);
        lines.push({ bytes, offset, whole: true });
        pieces = [];
        offset += bytes.length + 1;
        from = to + 1;
      }
      pieces.push(Buffer.from(chunk.subarray(from, bytesRead)));
      if (lines.length > 0) yield lines;
    }
    const rest = Buffer.concat(pieces);
    if (rest.length > 0) yield [{ bytes: rest, offset, whole: false }];
  } finally {
    closeSync(opened.descriptor);
  }
}

/** The lines that end before `end`, the last one first, read as they are asked for. Throws Node's system errors. */
export function* linesBack(descriptor: number, end: number): Generator<Line, void> {
  /** The pieces of the line whose beginning was not reached yet. */
  let pieces: Buffer[] = [];
  let whole = false;
  for (let to = end; to > 0; ) {
    const start = Math.max(0, to - CHUNK_BYTES);
    const chunk = readAt(descriptor, start, to - start);
    let until = chunk.length;
    for (let at = lastNewline(chunk, until); at >= 0; at = lastNewline(chunk, until)) {
      const bytes = Buffer.concat([chunk.subarray(at + 1, until), ...pieces.reverse()]);
      if (whole || bytes.length > 0) yield { bytes, offset: start + at + 1, whole };
      pieces = [];
      whole = true;
      until = at;
    }
    pieces.push(chunk.subarray(0, until));
    to = start;
  }
  const bytes = Buffer.concat(pieces.reverse());
  if (whole || bytes.length > 0) yield { bytes, offset: 0, whole };
}

const lastNewline = (bytes: Buffer, until: number): number =>
  until === 0 ? -1 : bytes.lastIndexOf(NEWLINE, until - 1);

/** That many bytes, or fewer where the file ends. Throws Node's system errors. */
export function readAt(descriptor: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  for (let count = -1; filled < length && count !== 0; filled += count)
    count = readSync(descriptor, bytes, filled, length - filled, start + filled);
  return bytes.subarray(0, filled);
}

/** The SHA-256 of a line without its newline, in hex. */
export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
