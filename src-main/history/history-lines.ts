import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import type { z } from '../../src-shared/base/zod';
import { HistoryLink, HistoryRecord } from '../../src-shared/model/history';
import { openForReading } from '../files/atomic-write';

export const MAX_LINE_BYTES = 8 * 1024 * 1024;
export const NEWLINE = 0x0a;
const CHUNK_BYTES = 64 * 1024;
/** How long reading keeps the process from anything else at a time. */
const MAX_STRETCH_MS = 10;

export interface Line {
  bytes: Buffer;
  /** Where it starts in the file, in bytes. */
  offset: number;
  /** Ended by a newline. Only the last line can lack it. */
  whole: boolean;
}

/** What a line says; without `link` or `record` where it is not a line of a history. */
export function parseLine(bytes: Buffer): {
  link?: HistoryLink | undefined;
  record?: z.output<typeof HistoryRecord> | undefined;
} {
  const parsed = jsonOf(bytes);
  return { link: HistoryLink.safeParse(parsed).data, record: HistoryRecord.safeParse(parsed).data };
}

/** Where a line stands in the chain, as it says; undefined where it is not a line of a history. */
export const linkOf = (bytes: Buffer): HistoryLink | undefined => HistoryLink.safeParse(jsonOf(bytes)).data;

/** Undefined for what is no JSON, or too long. */
function jsonOf(bytes: Buffer): unknown {
  if (bytes.length > MAX_LINE_BYTES) return undefined;
  try {
    return JSON.parse(bytes.toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** The lines of a file, none if it is not there. Throws Node's system errors. */
export function* linesOf(file: string): Generator<Line> {
  const opened = openForReading(file);
  if (!opened) return;
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let pieces: Buffer[] = [];
    let offset = 0;
    for (let read = readSync(opened.descriptor, chunk); read > 0; read = readSync(opened.descriptor, chunk)) {
      let from = 0;
      for (let to = chunk.indexOf(NEWLINE); to >= 0 && to < read; to = chunk.indexOf(NEWLINE, from)) {
        const bytes = Buffer.concat([...pieces, chunk.subarray(from, to)]);
        yield { bytes, offset, whole: true };
        pieces = [];
        offset += bytes.length + 1;
        from = to + 1;
      }
      pieces.push(Buffer.from(chunk.subarray(from, read)));
    }
    const rest = Buffer.concat(pieces);
    if (rest.length > 0) yield { bytes: rest, offset, whole: false };
  } finally {
    closeSync(opened.descriptor);
  }
}

/** The lines, and between them everything else in this process has its turn. Throws as `linesOf`. */
export async function* linesInTurns(file: string): AsyncGenerator<Line> {
  let since = performance.now();
  for (const line of linesOf(file)) {
    yield line;
    if (performance.now() - since < MAX_STRETCH_MS) continue;
    await setImmediate();
    since = performance.now();
  }
}

/** The SHA-256 of a line without its newline, in hex. */
export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
