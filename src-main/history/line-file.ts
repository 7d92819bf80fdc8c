import { closeSync, constants, fchmodSync, fstatSync, fsync, ftruncate, open, statSync, write } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { message } from '../../src-shared/texts/message';
import { ensurePrivateFolder, lookAt, NO_FOLLOW_NO_WAIT, syncFolder, unwritable } from '../files/atomic-write';
import { MAX_LINE_BYTES, NEWLINE, readAt } from './history-lines';

const openFile = promisify(open);
const writeTo = promisify(write);
const writeThrough = promisify(fsync);
const cut = promisify(ftruncate);

/** Which file it is and when it was last changed, as the file system says: it differs after any change, but for a moved clock. */
export type FileMark = Readonly<Record<'dev' | 'ino' | 'size' | 'mtimeNs' | 'ctimeNs', string>>;

/** A file to which lines are added, kept open from the first one on. */
export interface LineFile {
  /**
   * Adds one line and gives where it begins, once it would survive a power cut; otherwise the file is as it was. Whatever stands at
   * the file's path is looked at each time. To be called one by one. Throws AppError `file.unwritable` and Node's system errors.
   */
  add(line: Buffer): Promise<number>;
  /** What the file is now, if nobody but this process has touched it since it was opened. Throws as `add`. */
  untouched(): FileMark | undefined;
  /** Gives the file back; a later `add` opens it again. */
  close(): void;
}

/** `found`: what the file was when it was read; undefined where there was none. */
export function lineFile(file: string, found: FileMark | undefined): LineFile {
  const folder = path.dirname(file);
  let descriptor: number | undefined;
  /** The file's right size, if a line that failed could not be taken back. */
  let cutBackTo: number | undefined;
  /** How this process left it. */
  let left = found;
  let touched = false;

  function close(): void {
    if (descriptor !== undefined) closeSync(descriptor);
    descriptor = undefined;
  }

  /** The file that is at the path now: another one may have been put there. */
  async function opened(): Promise<number> {
    const there = lookAt(file);
    if (descriptor !== undefined) {
      const { dev, ino } = fstatSync(descriptor);
      if (there?.ino === ino && there.dev === dev) return descriptor;
      close();
      cutBackTo = undefined;
    }
    const flags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | NO_FOLLOW_NO_WAIT;
    descriptor = await openFile(file, flags, 0o600);
    return descriptor;
  }

  /** Somebody else's line that came right behind ours is not ours. */
  function leave(descriptor: number, size: number): void {
    left = markOf(descriptor);
    touched ||= left.size !== `${size}`;
  }

  async function takeBack(from: number, size: number): Promise<void> {
    cutBackTo = size;
    await cut(from, size);
    cutBackTo = undefined;
    leave(from, size);
  }

  return {
    async add(line) {
      if (line.length > MAX_LINE_BYTES) throw unwritable(file, message('failure.reason.tooLarge'));
      ensurePrivateFolder(folder);
      const to = await opened();
      const { mode, size: before } = fstatSync(to);
      touched ||= cutBackTo === undefined && (left ? !isSame(left, markOf(to)) : before > 0);
      if ((mode & 0o777) !== 0o600) fchmodSync(to, 0o600);
      if (cutBackTo !== undefined) await takeBack(to, cutBackTo);
      const { size } = fstatSync(to);
      if (size > 0 && readAt(to, size - 1, 1)[0] !== NEWLINE)
        throw unwritable(file, message('failure.reason.endChanged'));
      const bytes = Buffer.concat([line, Buffer.of(NEWLINE)]);
      try {
        const { bytesWritten } = await writeTo(to, bytes, 0, bytes.length, null); // one call, so that a crash tears at most this line
        if (bytesWritten !== bytes.length)
          throw unwritable(
            file,
            message('failure.reason.partWritten', { written: bytesWritten, wanted: bytes.length }),
          );
        await writeThrough(to);
        if (size === 0) await syncFolder(folder);
      } catch (error) {
        await takeBack(to, size);
        throw error;
      }
      leave(to, size + bytes.length);
      return size;
    },
    untouched() {
      if (touched || !left || cutBackTo !== undefined || !lookAt(file)) return undefined;
      return isSame(left, markOf(file)) ? left : undefined;
    },
    close,
  };
}

/** What the file system says of an open file, or of the one at a path. Throws Node's system errors. */
export function markOf(file: number | string): FileMark {
  const found = typeof file === 'number' ? fstatSync(file, { bigint: true }) : statSync(file, { bigint: true });
  const { dev, ino, size, mtimeNs, ctimeNs } = found;
  return { dev: `${dev}`, ino: `${ino}`, size: `${size}`, mtimeNs: `${mtimeNs}`, ctimeNs: `${ctimeNs}` };
}

export const isSame = (one: FileMark, other: FileMark): boolean =>
  one.dev === other.dev &&
  one.ino === other.ino &&
  one.size === other.size &&
  one.mtimeNs === other.mtimeNs &&
  one.ctimeNs === other.ctimeNs;
