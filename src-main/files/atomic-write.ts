import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { constants as osConstants } from 'node:os';
import path from 'node:path';
import { getSystemErrorMap } from 'node:util';
import { message, type Words } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';

/** Neither follows a link put in a file's place nor waits for the other end of a FIFO. Windows has neither flag. */
export const NO_FOLLOW_NO_WAIT = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Temporary files that this process is still writing. */
const beingWritten = new Set<string>();
const turns = new Map<string, Promise<unknown>>();

/**
 * Replaces the whole text of `file` (UTF-8, mode 0600), or leaves it exactly as it was. A missing folder is made with
 * mode 0700. The former texts stay beside it as `<file>.1` (newest) to `<file>.<backups>`; at every instant `file` or
 * `<file>.1` is complete. Resolves once the new text would survive a power cut. Calls for one file run one by one.
 *
 * Throws AppError `file.unwritable` with the system's words as `detail`; no temporary file is left then.
 */
export function atomicWrite(file: string, text: string, { backups = 3 }: { backups?: number } = {}): Promise<void> {
  const target = path.resolve(file);
  return inTurn(target, async () => {
    try {
      await replace(target, Buffer.from(text), backups);
    } catch (error) {
      throw asFileFailure(error, target);
    }
  });
}

/**
 * Removes the temporary files that a killed process left beside `file`, but none that this process is writing.
 * Throws AppError `file.unwritable` if the folder does not allow it.
 */
export function removeLeftovers(file: string): void {
  const target = path.resolve(file);
  const folder = path.dirname(target);
  if (!existsSync(folder)) return;
  try {
    for (const name of readdirSync(folder)) {
      const leftover = path.join(folder, name);
      if (isTemporaryOf(target, leftover) && !beingWritten.has(leftover)) rmSync(leftover, { force: true });
    }
  } catch (error) {
    throw asFileFailure(error, target);
  }
}

/**
 * Makes `folder` (mode 0700), or takes the rights of group and others from the one that is there. A folder of another
 * user, or a shared one like /tmp (sticky bit), stays as it is. Throws Node's system errors.
 */
export function ensurePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { mode, uid } = statSync(folder);
  if (uid === process.getuid?.() && (mode & 0o077) !== 0 && (mode & 0o1000) === 0) chmodSync(folder, mode & 0o700);
}

/** Runs `work` after all earlier work of the same key has ended, well or badly. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(work, work);
  const done = () => {
    if (turns.get(key) === mine) turns.delete(key);
  };
  turns.set(key, mine);
  mine.then(done, done);
  return mine;
}

/** Resolves once nothing is being written that was begun before. */
export const filesSettled = async (): Promise<void> => void (await Promise.allSettled([...turns.values()]));

/**
 * Opens a regular file for reading and gives its descriptor and size, or undefined if nothing is there.
 * Throws AppError `file.unwritable` for a link, folder, FIFO or device, and Node's system errors.
 */
export function openForReading(file: string): { descriptor: number; size: number } | undefined {
  if (!lookAt(file)) return undefined;
  const descriptor = openSync(file, constants.O_RDONLY | NO_FOLLOW_NO_WAIT);
  return { descriptor, size: fstatSync(descriptor).size };
}

/** Says what is at `file`: a regular file, or nothing. Throws AppError `file.unwritable` for anything else. */
export function lookAt(file: string): Stats | undefined {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (!stats || stats.isFile()) return stats;
  const kind = stats.isSymbolicLink() ? 'symbolicLink' : stats.isDirectory() ? 'folder' : 'notRegular';
  throw unwritable(file, message(`failure.reason.${kind}`, { file: path.basename(file) }));
}

/**
 * An AppError `file.unwritable` about `file`. `why`: the system's words, or a reason of this app. Only the file's name is
 * reported, because a path may name the user.
 */
export function unwritable(file: string, why: Words, options?: ErrorOptions): AppError {
  const said = typeof why === 'string' ? { detail: why } : { reason: why };
  return new AppError('file.unwritable', { ...said, facts: { file: path.basename(file) } }, options);
}

/** Turns a system error into `file.unwritable`, e.g. `ENOSPC: no space left on device`; gives anything else back as it is. */
export function asFileFailure(error: unknown, file: string): unknown {
  if (!isSystemError(error)) return error;
  // Node has no words for a full quota (its code reads "Unknown system error -122").
  const quota = Math.abs(error.errno) === osConstants.errno.EDQUOT && ['EDQUOT', 'disk quota exceeded'];
  const [code, words] = quota || getSystemErrorMap().get(error.errno) || [`error ${error.errno}`, 'unknown'];
  return unwritable(file, `${code}: ${words}`, { cause: error });
}

/** Whether the operating system has refused something. */
export const isSystemError = (error: unknown): error is Error & { errno: number } =>
  error instanceof Error && 'errno' in error && typeof error.errno === 'number';

/** A name beside `file` that is not taken, to keep a damaged file under, e.g. `servers.json.corrupt-2026-11-23T09-08-00-123Z`. */
export function freeNameBeside(file: string, why: 'corrupt' | 'torn'): string {
  const name = `${file}.${why}-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  let free = name;
  for (let count = 2; lstatSync(free, { throwIfNoEntry: false }); count++) free = `${name}-${count}`;
  return free;
}

/** Writes a folder's entries through to the disk, so that a rename in it survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file systems journal the rename themselves.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // fsync(2): EINVAL says that this file system knows no such thing for a folder.
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
  } finally {
    await handle.close();
  }
}

async function replace(target: string, bytes: Buffer, backups: number): Promise<void> {
  const folder = path.dirname(target);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  lookAt(target);
  removeLeftovers(target);
  const temporaries: string[] = [];
  try {
    const next = await writeBeside(target, bytes, temporaries);
    const former = await keepFormer(target, backups, temporaries);
    await rename(next, target);
    try {
      await syncFolder(folder);
    } catch (error) {
      // "Not saved" must be true of what is read next, too.
      if (former === undefined) await rm(target);
      else await rename(former, target);
      throw error;
    }
  } finally {
    for (const temporary of temporaries) {
      await rm(temporary, { force: true });
      beingWritten.delete(temporary);
    }
  }
}

/** Writes a complete, synced temporary file and gives its path; it is in `temporaries` from the moment it may exist. */
async function writeBeside(target: string, bytes: Buffer, temporaries: string[]): Promise<string> {
  const temporary = `${target}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  temporaries.push(temporary);
  beingWritten.add(temporary);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.chmod(0o600); // the umask may have taken some of it
    await handle.writeFile(bytes);
    await handle.sync();
    const { size } = await handle.stat();
    if (size !== bytes.length)
      throw unwritable(target, message('failure.reason.partWritten', { written: size, wanted: bytes.length }));
  } finally {
    await handle.close();
  }
  return temporary;
}

const isTemporaryOf = (target: string, file: string): boolean =>
  file.startsWith(`${target}.`) && /^\d+-[0-9a-f]{12}\.tmp$/.test(file.slice(target.length + 1));

/** Makes a synced copy of the present file, `.1` if backups are wanted, and gives its path; undefined if there is no file. */
async function keepFormer(target: string, backups: number, temporaries: string[]): Promise<string | undefined> {
  const former = readPresent(target);
  if (!former) return undefined;
  const newest = `${target}.1`;
  // A write that was killed before its rename left this backup; turning again would push a good one out.
  if (backups > 0 && readPresent(newest)?.equals(former)) return newest;
  const copy = await writeBeside(target, former, temporaries);
  if (backups === 0) return copy;
  let free = 1;
  while (free < backups && existsSync(`${target}.${free}`)) free++;
  for (let number = free; number > 1; number--) await rename(`${target}.${number - 1}`, `${target}.${number}`);
  await rename(copy, newest);
  return newest;
}

function readPresent(file: string): Buffer | undefined {
  const opened = openForReading(file);
  if (!opened) return undefined;
  try {
    return readFileSync(opened.descriptor);
  } finally {
    closeSync(opened.descriptor);
  }
}
