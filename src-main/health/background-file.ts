import * as z from '../../src-shared/base/zod';
import { ServerId } from '../../src-shared/model/server';
import { ServerHealth } from '../../src-shared/model/server-health';
import { log } from '../files/log';
import { type FileState, openVersionedFile } from '../files/versioned-file';

const SAVE_AFTER_MS = 500;
/** While check after check ends, it is written no more often: each time it is written whole, and read again before. */
const SAVE_EVERY_MS = 5000;

/** What is remembered of a server beside its profile. */
const Remembered = z.object({
  id: ServerId,
  /** Which place (JSON of its LdapTarget) the user reached last: after a change of it nobody went there yet. */
  connectedTo: z.string().exactOptional(),
  openedAt: z.string().exactOptional(),
  failures: z.int().min(0),
  /** Since when it is not asked by itself, because its answers held the console up; ISO 8601. */
  held: z.string().exactOptional(),
  health: ServerHealth,
});
export type Remembered = z.output<typeof Remembered>;

export interface BackgroundFile {
  /** How the file was found at start. */
  readonly state: FileState;
  get(id: ServerId): Remembered;
  all(): Remembered[];
  /** In memory at once, on disk within seconds: a lost line of it costs one check. */
  set(next: Remembered): void;
  forget(id: ServerId): void;
  /** Writes what is not on disk yet. Throws AppError `file.unwritable` or `file.newer`. */
  flush(): Promise<void>;
}

/** Opens the file at `path`. A demo server, which `isTemporary` tells, is kept in memory only. */
export function openBackgroundFile(path: string, isTemporary: (id: ServerId) => boolean): BackgroundFile {
  const file = openVersionedFile({
    path,
    version: 1,
    schema: z.object({ servers: z.array(Remembered) }),
    initial: { servers: [] },
    upgrades: {},
  });
  const known = new Map(file.read().servers.map((one) => [one.id, one]));
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let writtenAt = Number.NEGATIVE_INFINITY;

  /** Resolves once all that was set before is on disk. */
  function flush(): Promise<void> {
    if (timer === undefined) return writing;
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write, write);
    return writing;
  }
  async function write(): Promise<void> {
    writtenAt = performance.now();
    const resting = [...known.values()].filter(({ id }) => !isTemporary(id));
    await file.write({ servers: resting.map(({ health, ...rest }) => ({ ...rest, health: atRest(health) })) });
  }
  function saveSoon(hurries = false): void {
    if (timer !== undefined && !hurries) return;
    clearTimeout(timer);
    const ms = hurries ? 0 : SAVE_EVERY_MS - (performance.now() - writtenAt);
    timer = setTimeout(() => flush().catch((error: unknown) => log.warn(String(error))), Math.max(SAVE_AFTER_MS, ms));
  }

  return {
    state: file.state,
    flush,
    get: (id) => known.get(id) ?? { id, failures: 0, health: { state: 'unknown' } },
    all: () => [...known.values()],
    set(next) {
      // What held the console up must not be asked by the next start either.
      const hurries = known.get(next.id)?.held !== next.held;
      known.set(next.id, next);
      saveSoon(hurries);
    },
    forget(id) {
      if (known.delete(id)) saveSoon();
    },
  };
}

/** A check that runs says nothing about the next start, nor does why one was left out. */
export function atRest({ why: _, ...health }: ServerHealth): ServerHealth {
  if (health.state !== 'checking' && health.state !== 'skipped') return health;
  return { ...health, state: health.failure ? 'failed' : health.seenAt ? 'ok' : 'unknown' };
}
