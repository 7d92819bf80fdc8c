import { AppError } from '../app-error';
import { withDeadline } from '../net/deadline';
import { safeText } from '../safe-text';
import { readAsRoot } from './read-as-root';
import type { RemoteEntry, RemoteFiles } from './remote-files';
import type { FileEntryWithStats, SFTPWrapper } from './ssh-client';
import { dropped, sessionFailure } from './ssh-failure';
import type { SshLink } from './ssh-link';

/** SSH_FX_* (draft-ietf-secsh-filexfer-02 section 7), which every server in use speaks. */
const END_OF_FILE = 1;
const NO_SUCH_FILE = 2;
const DENIED = 3;
const MAX_ENTRIES = 10_000;
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
 * Opens SFTP inside an SSH connection. `release` is called once, at `close`. Throws AppError `ssh.noFiles`,
 * `ssh.tooManyChannels`, `ssh.dropped`, `net.timeout`, `work.cancelled`.
 */
export async function openFiles(
  link: SshLink,
  signal: AbortSignal,
  limitMs: number,
  release: () => void,
): Promise<RemoteFiles> {
  const late = () => new AppError('net.timeout', { at: link.at });
  const begin = async () => {
    try {
      return await link.client.openFiles();
    } catch (error) {
      if (link.client.isOver) throw dropped(await link.client.ending, link.at, link.host);
      const detail = error instanceof Error ? safeText(error.message) : '';
      throw sessionFailure(error, link.at) ?? new AppError('ssh.noFiles', { at: link.at, detail }, { cause: error });
    }
  };
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

  async function within<T>(path: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    checkPath(path);
    if (isOver) throw dropped({}, link.at, link.host);
    const late = () => new AppError('net.timeout', { at: `${path} on ${link.via}` });
    const cancelled = (inTime: AbortSignal) =>
      new Promise<never>((_, reject) =>
        inTime.addEventListener('abort', () => reject(new AppError('work.cancelled')), { once: true }),
      );
    try {
      return await withDeadline(limitMs, signal, (inTime) => Promise.race([work(), over, cancelled(inTime)]), late);
    } catch (error) {
      throw fileFailure(error, path, link);
    }
  }

  async function readAll(path: string, maxBytes: number): Promise<Buffer> {
    const handle = await call<Buffer>((done) => sftp.open(path, 'r', done));
    try {
      const { mode, size } = await call<{ mode: number; size: number }>((done) => sftp.fstat(handle, done));
      if (kindOf(mode) === 'folder') throw missing(path, link);
      if (size > maxBytes) throw tooLarge(path, link);
      return await readPieces(sftp, handle, maxBytes, () => tooLarge(path, link));
    } finally {
      sftp.close(handle, () => {});
    }
  }

  return {
    via: link.via,
    list: (folder, signal) => within(folder, signal, () => listAll(sftp, folder)),
    read: (path, maxBytes, signal) => within(path, signal, () => readAll(path, maxBytes)),
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

/** Not more than `maxBytes`, whatever size the server claims: files of /proc have none, and a hostile server may lie. */
async function readPieces(sftp: SFTPWrapper, handle: Buffer, maxBytes: number, tooMuch: () => Error): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.alloc(PIECE);
    const count = await call<number>((done) => sftp.read(handle, piece, 0, PIECE, length, done)).catch(endOfFile);
    if (count === 0) return Buffer.concat(pieces);
    length += count;
    if (length > maxBytes) throw tooMuch();
    pieces.push(piece.subarray(0, count));
  }
}

function endOfFile(error: unknown): 0 {
  if ((error as { code?: unknown }).code !== END_OF_FILE) throw error;
  return 0;
}

async function listAll(sftp: SFTPWrapper, folder: string): Promise<RemoteEntry[]> {
  const handle = await call<Buffer>((done) => sftp.opendir(folder, done));
  const found: RemoteEntry[] = [];
  try {
    while (found.length < MAX_ENTRIES) {
      const next = await call<FileEntryWithStats[] | 0>((done) => sftp.readdir(handle, done)).catch(endOfFile);
      if (next === 0 || next.length === 0) break;
      found.push(...next.filter(({ filename }) => !/^\.{1,2}$/.test(filename)).map(entryOf));
    }
  } finally {
    sftp.close(handle, () => {});
  }
  return found.slice(0, MAX_ENTRIES).sort((one, other) => (one.name < other.name ? -1 : 1));
}

const kindOf = (mode: number): RemoteEntry['kind'] => kinds.get(mode & KIND_MASK) ?? 'other';

const entryOf = ({ filename, attrs }: FileEntryWithStats): RemoteEntry => ({
  name: filename,
  kind: kindOf(attrs.mode),
  size: attrs.size,
  modified: new Date(attrs.mtime * 1000).toISOString(),
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
