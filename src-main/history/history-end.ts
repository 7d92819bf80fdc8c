import { closeSync, constants, fsyncSync, ftruncateSync, openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { HistoryLink } from '../../src-shared/model/history';
import { freeNameBeside, lookAt, NO_FOLLOW_NO_WAIT, openForReading } from '../files/atomic-write';
import type { Tail } from './history-chain';
import { CHUNK_BYTES, hashOf, jsonOf, type Line, linesBack, linkIn } from './history-lines';
import { type FileMark, markOf } from './line-file';

/** What is known of a history's file once its last lines were read. */
export interface HistoryEnd {
  tail: Tail;
  /** What the file is; undefined if it does not exist. */
  mark: FileMark | undefined;
  /** All its lines, the last one first. */
  back: Iterator<Line, void>;
}

/**
 * Reads as much of the end of a history's file as the next line has to know. A last line that a crash left torn is moved to
 * `<file>.torn-<time>`. Throws AppError `file.unwritable` and Node's system errors.
 */
export async function readEnd(file: string): Promise<HistoryEnd> {
  const opened = openForReading(file);
  if (!opened) return { tail: { seq: 0, hash: '', line: 0 }, mark: undefined, back: [].values() };
  const { descriptor, size } = opened;
  try {
    const mark = markOf(descriptor);
    const back = linesBack(descriptor, size);
    const { last, torn } = await lastLines(back);
    if (torn) await putTornLineAside(file, torn);
    return { tail: tailOf(last), mark: torn ? markOf(descriptor) : mark, back: closing(descriptor, last, back) };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** The lines from the last one back to the second that says its number, and what a crash left after them. */
async function lastLines(back: Iterator<Line, void>): Promise<{ last: Line[]; torn?: Line }> {
  const last: Line[] = [];
  let torn: Line | undefined;
  let links = 0;
  for (let bytes = 0; links < 2; ) {
    const { done, value } = back.next();
    if (done) break;
    if (!value.whole) torn = value;
    else if (last.push(value) && linkIn(jsonOf(value.bytes))) links += 1;
    bytes += value.bytes.length;
    if (bytes < CHUNK_BYTES) continue;
    bytes = 0;
    await setImmediate();
  }
  return torn ? { last, torn } : { last };
}

/** `last`: from the last one back. A line that says no number has the one after the line before it. */
function tailOf(last: readonly Line[]): Tail {
  const [end, before] = last;
  if (!end) return { seq: 0, hash: '', line: 0 };
  const links = last.map(({ bytes }) => linkIn(jsonOf(bytes)));
  const known = links.findIndex((link) => link !== undefined);
  const seq = known < 0 ? last.length : (links[known]?.seq ?? 0) + known;
  return { seq, hash: hashOf(end.bytes), line: follows(links[0], links[1], before) ? seq : undefined };
}

/** Whether the last line follows the one before it, so that its number can be believed. */
function follows(
  link: HistoryLink | undefined,
  linkBefore: HistoryLink | undefined,
  before: Line | undefined,
): boolean {
  if (!before) return link?.seq === 1 && link.prev === '';
  return link !== undefined && link.seq - 1 === linkBefore?.seq && link.prev === hashOf(before.bytes);
}

/** The same lines from the last one on; the file is given back once they are read, or nobody wants more of them. */
function closing(descriptor: number, last: readonly Line[], before: Iterator<Line, void>): Iterator<Line, void> {
  const known = last.values();
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
    return { done: true, value: undefined } as const;
  };
  return {
    next() {
      const found = known.next();
      const line = found.done && isOpen ? before.next() : found;
      return line.done ? close() : { done: false, value: line.value };
    },
    return: close,
  };
}

/** Keeps the torn text in a file of its own before it is cut off. Throws Node's system errors. */
async function putTornLineAside(file: string, torn: Line): Promise<void> {
  await writeFile(freeNameBeside(file, 'torn'), torn.bytes, { flag: 'wx', mode: 0o600, flush: true });
  lookAt(file);
  const descriptor = openSync(file, constants.O_RDWR | NO_FOLLOW_NO_WAIT);
  try {
    ftruncateSync(descriptor, torn.offset);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
