import { closeSync, constants, copyFileSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { z } from '../../src-shared/zod';
import { AppError } from '../app-error';
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

const BACKUPS = 3;
const MAX_BYTES = 8 * 1024 * 1024;

/** What is to be kept in the file, and how older forms of it become this one. */
export interface VersionedFileOptions<T extends object> {
  path: string;
  /** The number of today's form: 1 or more. */
  version: number;
  /** Parses what it has given out to the same again (no transforms), and has no field `schemaVersion`. */
  schema: z.ZodType<T>;
  initial: T;
  /** By version: turns that form, without its `schemaVersion`, into the next higher one. */
  upgrades: Readonly<Record<number, (old: unknown) => unknown>>;
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

type Found<T> =
  | { kind: 'missing' }
  | { kind: 'good'; value: T }
  | { kind: 'newer'; value: T | undefined }
  | { kind: 'broken' | 'unreadable'; detail: string };

/** Why a text is not what the file should hold; its message is the detail that is reported. */
class Unfit extends Error {}

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
        if (Buffer.byteLength(text) > MAX_BYTES) throw unwritable(file, 'more than 8 MB');
        prepareFolder(file);
        await atomicWrite(file, text, { backups: BACKUPS });
        value = checked;
      }),
  };
}

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
  try {
    return interpret(bytes, options);
  } catch (error) {
    if (error instanceof Unfit) return { kind: 'broken', detail: error.message };
    throw error;
  }
}

/** Throws Unfit. */
function interpret<T extends object>(bytes: Buffer, options: VersionedFileOptions<T>): Found<T> {
  const { schemaVersion, ...content } = parseObject(bytes);
  if (!Number.isSafeInteger(schemaVersion) || Number(schemaVersion) < 1) throw new Unfit('no valid schemaVersion');
  const found = Number(schemaVersion);
  if (found > options.version) {
    const lenient = within('reading', () => options.schema.safeParse(content));
    return { kind: 'newer', value: lenient.success ? lenient.data : undefined };
  }
  let current: unknown = content;
  for (let from = found; from < options.version; from++) {
    const upgrade = options.upgrades[from];
    if (!upgrade) throw new Unfit(`no upgrade from version ${from}`);
    const old = current;
    current = within(`the upgrade from version ${from}`, () => upgrade(old));
  }
  const parsed = within('reading', () => options.schema.safeParse(current));
  if (parsed.success) return { kind: 'good', value: parsed.data };
  const [issue] = parsed.error.issues;
  throw new Unfit(`${issue?.path.join('.') || 'content'}: ${issue?.message ?? 'not valid'}`);
}

function parseObject(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) throw new Unfit('empty');
  let parsed: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes); // strips a BOM
    parsed = JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unfit('not JSON');
    if (error instanceof TypeError) throw new Unfit('not UTF-8');
    if (error instanceof RangeError) throw new Unfit('nested too deeply');
    throw error;
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Unfit('not a JSON object');
  return { ...parsed };
}

/** Damaged content may make an upgrade or a recursive schema throw whatever it likes; that is the file's fault first. */
function within<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Unfit(`${what} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
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

/** The system's words. Throws what is not a failure of the file system. */
function detailOf(error: unknown, file: string): string {
  const failure = asFileFailure(error, file);
  if (failure instanceof AppError) return failure.about.detail ?? failure.code;
  throw failure;
}
