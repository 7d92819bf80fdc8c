import { closeSync } from 'node:fs';
import * as z from '../../src-shared/base/zod';
import { atomicWrite, openForReading } from '../files/atomic-write';
import type { Tail } from './history-chain';
import { readAt } from './history-lines';
import { type FileMark, isSame } from './line-file';

/** Where a line lies in the file, in bytes. */
const Place = z.object({ offset: z.int().min(0), length: z.int().min(1) });
export type Place = z.output<typeof Place>;

/** More open writes than that are looked for in the file itself. */
const MAX_OPEN = 1000;
const MAX_BYTES = 256 * 1024;

/**
 * What was found of a history the last time its whole chain was followed, and held, and what this app has added since. It stands
 * for the very file whose mark it has, and for nothing else. Whoever can set a file's times can make one that is untrue.
 */
const Checkpoint = z.object({
  schemaVersion: z.literal(1),
  mark: z.object({ dev: z.string(), ino: z.string(), size: z.string(), mtimeNs: z.string(), ctimeNs: z.string() }),
  lines: z.int().min(1),
  /** SHA-256 of the last line, in hex. */
  hash: z.string(),
  /** The writes that were begun and never ended. */
  open: z.array(z.object({ id: z.uuid(), place: Place })).max(MAX_OPEN),
});
export type Checkpoint = z.output<typeof Checkpoint>;

const besides = (file: string): string => `${file}.checked`;

/** The checkpoint that stands for a history's file as it is; undefined without one, and then its chain has to be followed. */
export function readCheckpoint(file: string, mark: FileMark, { hash, line }: Tail): Checkpoint | undefined {
  const found = stored(besides(file));
  return found && isSame(found.mark, mark) && found.hash === hash && found.lines === line ? found : undefined;
}

function stored(file: string): Checkpoint | undefined {
  try {
    const opened = openForReading(file);
    if (!opened) return undefined;
    try {
      if (opened.size > MAX_BYTES) return undefined;
      return Checkpoint.safeParse(JSON.parse(readAt(opened.descriptor, 0, opened.size).toString())).data;
    } finally {
      closeSync(opened.descriptor);
    }
  } catch {
    return undefined;
  }
}

/** Throws AppError `file.unwritable`; then the one before may be there still, and stands for a file that is no longer so. */
export async function keepCheckpoint(file: string, found: Omit<Checkpoint, 'schemaVersion'>): Promise<void> {
  if (found.open.length > MAX_OPEN) return;
  await atomicWrite(besides(file), JSON.stringify({ schemaVersion: 1, ...found }), { backups: 0 });
}
