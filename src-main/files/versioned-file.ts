import { closeSync, constants, copyFileSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import {
  asFileFailure,
  atomicWrite,
  ensurePrivateFolder,
  freeNameBeside,
  inTurn,
  openForReading,
  removeLeftovers,
  unwritable,
} from './atomic-write';
import { type ContentFound, readContent, type VersionedForm } from './versioned-content';

const BACKUPS = 3;
const MAX_BYTES = 8 * 1024 * 1024;

/** What is to be kept, and where. */
export interface VersionedFileOptions<T extends object> extends VersionedForm<T> {
  path: string;
  initial: T;
}

/** How the file was found at start. All but `fresh` and `loaded` is for the user to know. */
export interface FileState {
  /**
   * `fresh`: there was no file and no backup. `loaded`: the file was good. `restored`: from a backup, because it was damaged or gone.
   * `newer`: written by a newer version of the app; left alone, every write throws `file.newer`.
   * `unreadable`: `initial` is in use. A file that could neither be read nor put aside (no `keptAs`) is never
   * overwritten: writes throw `file.unwritable`.
   */
  kind: 'fresh' | 'loaded' | 'restored' | 'newer' | 'unreadable';
  /** File name under which the damaged file was put aside. */
  keptAs?: string;
  /** File name of the backup. */
  restoredFrom?: string;
  /** What was wrong, e.g. `not JSON` or `EACCES: permission denied`. */
  detail?: string;
}

export interface VersionedFile<T> {
  /** What was last read or written. Not to be changed in place. */
  read(): T;
  /**
   * Keeps a value, or what a function makes of the one that all writes before have left: whoever changes a part takes the
   * function, so that two at once do not lose one another's; one that gives back what it got writes nothing. Throws AppError
   * `file.unwritable` or `file.newer`, and what the function throws; the former value stays then.
   */
  write(next: T | ((now: T) => T)): Promise<void>;
  readonly state: FileState;
}

/**
 * Opens a JSON file of the app: `{"schemaVersion": n, …}`, mode 0600, in a folder of its own (0700), at most 8 MB.
 * Never throws for what is or is not there: `state` tells. A damaged file is put aside, never deleted or overwritten,
 * and the newest good backup is put in its place. An older form is upgraded in memory; the next write stores it.
 */
export function openVersionedFile<T extends object>(options: VersionedFileOptions<T>): VersionedFile<T> {
  const file = path.resolve(options.path);
  const { value: loaded, state, locked } = load(file, options);
  let value = loaded;
  // A newer app may have written it meanwhile, on another computer with the same home.
  const isNewerNow = () => inspect(file, options).kind === 'newer';
  return {
    state,
    read: () => value,
    write: (next) =>
      // Not the file's own turn, which the write inside it has to get.
      inTurn(`${file} (value)`, async () => {
        const wanted = typeof next === 'function' ? next(value) : next;
        if (typeof next === 'function' && wanted === value) return;
        if (state.kind === 'newer' || isNewerNow())
          throw new AppError('file.newer', { facts: { file: path.basename(file) } });
        if (locked) throw unwritable(file, state.detail ?? state.kind);
        const checked = options.schema.parse(wanted);
        const text = `${JSON.stringify({ schemaVersion: options.version, ...checked }, null, 2)}\n`;
        // What is too large to be read again must not be written.
        if (Buffer.byteLength(text) > MAX_BYTES) throw unwritable(file, message('failure.reason.tooLarge'));
        prepareFolder(file);
        await atomicWrite(file, text, { backups: BACKUPS });
        value = checked;
      }),
  };
}

/**
 * As `openVersionedFile`, for what the start can do without: the file is opened when something is first asked of it, and
 * `found` hears then how it was found.
 */
export function versionedFileWhenAsked<T extends object>(
  options: VersionedFileOptions<T>,
  found: (state: FileState) => void,
): VersionedFile<T> {
  let file: VersionedFile<T> | undefined;
  const opened = (): VersionedFile<T> => {
    if (file) return file;
    file = openVersionedFile(options);
    found(file.state);
    return file;
  };
  return {
    get state() {
      return opened().state;
    },
    read: () => opened().read(),
    write: (next) => opened().write(next),
  };
}

type Found<T> = ContentFound<T> | { kind: 'missing' } | { kind: 'unreadable'; detail: string };

interface Loaded<T> {
  value: T;
  state: FileState;
  /** The file is there, but is not to be written. */
  locked: boolean;
}

function load<T extends object>(file: string, options: VersionedFileOptions<T>): Loaded<T> {
  // A leftover that cannot be removed harms nobody; the next write says why the folder refuses.
  tryChange(file, () => removeLeftovers(file));
  const found = inspect(file, options);
  switch (found.kind) {
    case 'good':
      return { value: found.value, state: { kind: 'loaded' }, locked: false };
    case 'newer':
      return { value: found.value ?? options.initial, state: { kind: 'newer' }, locked: true };
    case 'unreadable':
      return { value: options.initial, state: { kind: 'unreadable', detail: found.detail }, locked: true };
    case 'missing':
      return fromBackup(file, options, {});
    case 'broken': {
      const { detail } = found;
      const aside = freeNameBeside(file, 'corrupt');
      const trouble = tryChange(file, () => renameSync(file, aside));
      if (trouble === undefined) return fromBackup(file, options, { keptAs: path.basename(aside), detail });
      const inTheWay = { detail: `${detail}; putting it aside failed: ${trouble}` };
      return { ...fromBackup(file, options, inTheWay), locked: true };
    }
  }
}

/** Takes the newest good backup, and puts it in the file's place if that is free. `about`: what is known of the file. */
function fromBackup<T extends object>(
  file: string,
  options: VersionedFileOptions<T>,
  about: { keptAs?: string; detail?: string },
): Loaded<T> {
  const unfit: string[] = [];
  for (let number = 1; number <= BACKUPS; number++) {
    const backup = `${file}.${number}`;
    const restoredFrom = path.basename(backup);
    const found = inspect(backup, options);
    if (found.kind === 'missing') continue;
    if ('detail' in found) {
      unfit.push(`${restoredFrom}: ${found.detail}`);
      continue;
    }
    // A copy cut short by a crash is damaged, and is restored again at the next start.
    const copy = () => copyFileSync(backup, file, constants.COPYFILE_EXCL);
    const placeIsFree = about.detail === undefined || about.keptAs !== undefined;
    const trouble = placeIsFree ? tryChange(file, copy) : undefined;
    const kind = found.kind === 'newer' ? 'newer' : 'restored';
    const state: FileState = { ...about, kind, restoredFrom, ...detailFrom([about.detail, trouble]) };
    return { value: found.value ?? options.initial, state, locked: found.kind === 'newer' };
  }
  const detail = detailFrom([about.detail, ...unfit]);
  const kind = 'detail' in detail ? 'unreadable' : 'fresh';
  return { value: options.initial, state: { ...about, kind, ...detail }, locked: false };
}

function detailFrom(texts: (string | undefined)[]): { detail?: string } {
  const detail = texts.filter((text) => text !== undefined).join('; ');
  return detail === '' ? {} : { detail };
}

function inspect<T extends object>(file: string, options: VersionedFileOptions<T>): Found<T> {
  let bytes: Buffer;
  try {
    const opened = openForReading(file);
    if (!opened) return { kind: 'missing' };
    try {
      if (opened.size > MAX_BYTES) return { kind: 'broken', detail: 'more than 8 MB' };
      bytes = readFileSync(opened.descriptor);
    } finally {
      closeSync(opened.descriptor);
    }
  } catch (error) {
    return { kind: 'unreadable', detail: detailOf(error, file) };
  }
  return readContent(bytes, options);
}

/** The folder counts as changed with the file: its rights decide who can replace the file. Throws `file.unwritable`. */
function prepareFolder(file: string): void {
  const trouble = tryChange(file, () => ensurePrivateFolder(path.dirname(file)));
  if (trouble !== undefined) throw unwritable(file, trouble);
}

/** Runs a change to the file system; gives the system's words if it refuses. */
function tryChange(file: string, change: () => void): string | undefined {
  try {
    change();
    return undefined;
  } catch (error) {
    return detailOf(error, file);
  }
}

/** The system's words, or why it is not such a file. Throws what is not a failure of the file system. */
function detailOf(error: unknown, file: string): string {
  const failure = asFileFailure(error, file);
  if (failure instanceof AppError) return briefly(failure).replace(/\.$/, '');
  throw failure;
}
