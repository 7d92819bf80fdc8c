import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { untilAborted } from '../base/until-aborted';
import { withDeadline } from '../net/deadline';
import { noFiles } from './no-files';
import { readAsRoot } from './read-as-root';
import type { RemoteEntry, RemoteFiles } from './remote-files';
import { dropped } from './ssh-failure';
import type { SshLink } from './ssh-link';
import type { FileEntryWithStats, SFTPWrapper } from './ssh2';

/** SSH_FX_* (draft-ietf-secsh-filexfer-02 section 7), which every server in use speaks. */
const END_OF_FILE = 1;
const NO_SUCH_FILE = 2;
const DENIED = 3;
const MAX_ENTRIES = 10_000;
/** NAME_MAX of Linux. */
const MAX_NAME = 255;
const PIECE = 32 * 1024;
/** S_IFMT and what it may be (stat(2)). */
const KIND_MASK = 0o170000;
const kinds = new Map<number, RemoteEntry['kind']>([
  [0o100000, 'file'],
  [0o040000, 'folder'],
  [0o120000, 'link'],
]);

type Callback<T> = (error: (Error & { code?: number }) | null | undefined, value: T) => void;
const call = <T>(start: (done: Callback<T>) => unknown): Promise<T> =>
  new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));

/**
 * Opens SFTP inside an SSH connection. `release` is called once, at `close`. Throws what `noFiles` gives, and AppError
 * `net.timeout`, `work.cancelled`.
 */
export async function openFiles(
  link: SshLink,
  signal: AbortSignal,
  limitMs: number,
  release: () => void,
): Promise<RemoteFiles> {
  const late = () => new AppError('net.timeout', { at: link.at });
  const begin = (inTime: AbortSignal) =>
    link.client.openFiles().catch(async (error: unknown) => {
      throw await noFiles(error, link, inTime);
    });
  try {
    return sftpFiles(link, await withDeadline(limitMs, signal, begin, late), limitMs, release);
  } catch (error) {
    release();
    throw error;
  }
}

function sftpFiles(link: SshLink, sftp: SFTPWrapper, limitMs: number, release: () => void): RemoteFiles {
  let isOver = false;
  const over = new Promise<never>((_, reject) => {
    sftp.once('close', () => {
      isOver = true;
      reject(dropped({}, link.at, link.host));
    });
  });
  over.catch(() => {});
  sftp.on('error', () => {});

  async function within<T>(path: string, signal: AbortSignal, work: (inTime: AbortSignal) => Promise<T>): Promise<T> {
    checkPath(path);
    if (isOver) throw dropped({}, link.at, link.host);
    const late = () => new AppError('net.timeout', { at: `${link.via}:${path}` });
    const inTime = (until: AbortSignal) => untilAborted(until, () => Promise.race([work(until), over]));
    try {
      return await withDeadline(limitMs, signal, inTime, late);
    } catch (error) {
      throw fileFailure(error, path, link);
    }
  }

  async function readAll(path: string, maxBytes: number, inTime: AbortSignal): Promise<Buffer> {
    const handle = await call<Buffer>((done) => sftp.open(path, 'r', done));
    try {
      const { mode, size } = await call<{ mode: number; size: number }>((done) => sftp.fstat(handle, done));
      if (kindOf(mode) === 'folder') throw missing(path, link);
      if (size > maxBytes) throw tooLarge(path, link);
      return await readPieces(sftp, handle, maxBytes, inTime, () => tooLarge(path, link));
    } finally {
      sftp.close(handle, () => {});
    }
  }

  return {
    via: link.via,
    list: (folder, signal) => within(folder, signal, (inTime) => listAll(sftp, folder, inTime)),
    read: (path, maxBytes, signal) => within(path, signal, (inTime) => readAll(path, maxBytes, inTime)),
    readAsRoot: (path, maxBytes, signal, password) => {
      checkPath(path);
      return readAsRoot(link, path, { maxBytes, signal, limitMs, password });
    },
    close() {
      sftp.end();
      release();
    },
  };
}

/** Throws AppError `ssh.fileMissing` for what is no absolute path, or has characters no file of a server's setup has. */
function checkPath(path: string): void {
  if (path.startsWith('/') && path.length <= 4096 && !/\p{Cc}/u.test(path)) return;
  throw new AppError('ssh.fileMissing', { facts: { file: safeText(path) } });
}

const missing = (file: string, { at }: SshLink) => new AppError('ssh.fileMissing', { at, facts: { file } });
const tooLarge = (file: string, { at }: SshLink) => new AppError('ssh.fileTooLarge', { at, facts: { file } });

/**
 * Not more than `maxBytes`, whatever size the server claims: files of /proc have none, and a hostile server may lie. It may
 * also give a byte at a time, so what is kept is no larger than what came, and it ends with `inTime`.
 */
async function readPieces(
  sftp: SFTPWrapper,
  handle: Buffer,
  maxBytes: number,
  inTime: AbortSignal,
  tooMuch: () => Error,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const piece = Buffer.alloc(PIECE);
  let length = 0;
  while (!inTime.aborted) {
    const count = await call<number>((done) => sftp.read(handle, piece, 0, PIECE, length, done)).catch(endOfFile);
    if (typeof count !== 'number') throw nonsense();
    if (count === 0) return Buffer.concat(pieces);
    length += count;
    if (length > maxBytes) throw tooMuch();
    pieces.push(Buffer.from(piece.subarray(0, count)));
  }
  throw new AppError('work.cancelled');
}

/** ssh2 hands on whatever kind of answer carries the number of the request. */
const nonsense = () => new Error('The server answers with something else than was asked for.');

function endOfFile(error: unknown): 0 {
  if ((error as { code?: unknown }).code !== END_OF_FILE) throw error;
  return 0;
}

async function listAll(sftp: SFTPWrapper, folder: string, inTime: AbortSignal): Promise<RemoteEntry[]> {
  const handle = await call<Buffer>((done) => sftp.opendir(folder, done));
  const found: RemoteEntry[] = [];
  try {
    while (found.length < MAX_ENTRIES && !inTime.aborted) {
      const next = await call<FileEntryWithStats[] | 0>((done) => sftp.readdir(handle, done)).catch(endOfFile);
      if (next === 0) break;
      if (!Array.isArray(next)) throw nonsense();
      if (next.length === 0) break;
      found.push(...next.filter(isEntry).map(entryOf));
    }
  } finally {
    sftp.close(handle, () => {});
  }
  return found.slice(0, MAX_ENTRIES).sort((one, other) => (one.name < other.name ? -1 : 1));
}

const isEntry = ({ filename }: FileEntryWithStats): boolean =>
  filename !== '.' && filename !== '..' && filename.length <= MAX_NAME;

const kindOf = (mode: number): RemoteEntry['kind'] => kinds.get(mode & KIND_MASK) ?? 'other';

/** A server may leave out any of the attributes (section 5 of the draft). */
const entryOf = ({ filename, attrs: { mode, mtime } }: FileEntryWithStats): RemoteEntry => ({
  name: filename,
  kind: kindOf(mode),
  ...(mtime === undefined ? {} : { modified: new Date(mtime * 1000).toISOString() }),
});

function fileFailure(error: unknown, file: string, link: SshLink): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const { code } = error as { code?: number };
  const detail = safeText(error.message);
  if (code === NO_SUCH_FILE) return missing(file, link);
  if (code === DENIED) {
    return new AppError('ssh.fileDenied', { at: link.at, detail, facts: { file, user: link.user } }, { cause: error });
  }
  // SSH_FX_FAILURE says nothing of the reason; what it is about is known.
  return typeof code === 'number'
    ? new AppError('ssh.fileMissing', { at: link.at, detail, facts: { file } }, { cause: error })
    : dropped({ error }, link.at, link.host);
}
