import * as z from '../../src-shared/base/zod';
import { ResetRun, type RunEvent } from '../../src-shared/model/reset';
import { ServerId } from '../../src-shared/model/server';
import { mapFacts } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { redact } from '../base/redact';
import { safeText } from '../base/safe-text';
import { inTurn } from '../files/atomic-write';
import { log } from '../files/log';
import { type FileState, openVersionedFile } from '../files/versioned-file';

/** Runs kept of one server. One whose entry may still be in LDAP is kept whatever their number is. */
const RUNS_KEPT = 50;
const EVENTS_KEPT = 100;
const LONGEST_FACT = 1000;

const RunsFile = z.object({ runs: z.array(z.object({ serverId: ServerId, run: ResetRun })) });
type StoredRun = z.output<typeof RunsFile>['runs'][number];

export type RunChange = Partial<Pick<ResetRun, 'entry' | 'mail'>> & { event: Omit<RunEvent, 'at'> };

/** The rehearsals and real requests of each server, newest first, as they went. They survive a restart and a crash. */
export interface RunLog {
  /** How the file was found at start. */
  readonly state: FileState;
  /**
   * Keeps a new run, which is under way until `leave`; resolves once it would survive a power cut. Throws AppError
   * `file.unwritable` or `file.newer`.
   */
  begin(serverId: ServerId, run: ResetRun): Promise<void>;
  /**
   * Adds an event and changes the state, and gives the run as it is then. What happened counts more than the file: one that
   * cannot be written is warned of in the log, and the run goes on in memory until the next change that is kept.
   */
  note(serverId: ServerId, runId: string, change: RunChange): Promise<ResetRun>;
  /** The run is no longer under way: what is open of it may be settled by reading its server. */
  leave(runId: string): void;
  list(serverId: ServerId): ResetRun[];
  /** Those whose write or mail was begun and whose end nobody saw, but for what is under way. */
  open(serverId: ServerId): ResetRun[];
  /** Throws AppError `gluu.snapshotGone` if there is none, or it is another server's. */
  get(serverId: ServerId, runId: string): ResetRun;
  /** The servers that have a run whose write or mail was begun and whose end nobody saw. */
  serversWithOpenRuns(): ServerId[];
  /** Drops all runs of a server. Throws AppError `file.unwritable` or `file.newer`. */
  forget(serverId: ServerId): Promise<void>;
}

const mayBeInLdap = ({ entry }: ResetRun): boolean => entry === 'open' || entry === 'there';
/** Whether a write or mail of the run was begun and its end is not known. */
const isOpen = ({ entry, mail }: ResetRun): boolean => entry === 'open' || mail === 'open';

/** Opens the file at `path`. `isTemporary`: servers that are gone with the app, whose runs are kept in memory only. */
export function openRunLog(path: string, isTemporary: (serverId: ServerId) => boolean): RunLog {
  const file = openVersionedFile({
    path,
    version: 2,
    schema: RunsFile,
    initial: { runs: [] },
    // Version 1 held the words of an event, which are still read as they are.
    upgrades: { 1: (old) => old },
  });
  let runs: StoredRun[] = file.read().runs;
  const underWay = new Set<string>();
  const own = () => runs.filter(({ serverId }) => !isTemporary(serverId));

  /** Each change waits for the one before, and starts from what that one left. One that is not kept is `undone` or stays in memory. */
  const change = (serverId: ServerId, undone: boolean, next: (now: StoredRun[]) => StoredRun[]) =>
    inTurn(`${path} (runs)`, async () => {
      const before = runs;
      runs = next(runs);
      if (isTemporary(serverId)) return;
      try {
        await file.write({ runs: own() });
      } catch (error) {
        if (undone) runs = before;
        throw error;
      }
    });
  const list = (serverId: ServerId): ResetRun[] =>
    runs.filter((kept) => kept.serverId === serverId).map(({ run }) => run);
  const find = (serverId: ServerId, runId: string): ResetRun => {
    const found = runs.find((kept) => kept.serverId === serverId && kept.run.id === runId);
    if (!found) throw new AppError('gluu.snapshotGone');
    return found.run;
  };

  return {
    state: file.state,
    list,
    open: (serverId) => list(serverId).filter((run) => isOpen(run) && !underWay.has(run.id)),
    leave: (runId) => void underWay.delete(runId),
    get: find,
    serversWithOpenRuns: () => [...new Set(runs.filter(({ run }) => isOpen(run)).map(({ serverId }) => serverId))],
    async begin(serverId, run) {
      const kept = { serverId, run: ResetRun.parse(run) };
      underWay.add(run.id);
      try {
        await change(serverId, true, (now) => fitting([kept, ...now]));
      } catch (error) {
        underWay.delete(run.id);
        throw error;
      }
    },
    async note(serverId, runId, { event, ...state }) {
      const text = mapFacts(event.text, (fact) => safeText(redact(fact)).slice(0, LONGEST_FACT));
      const clean = { ...event, at: new Date().toISOString(), text };
      const noted = (run: ResetRun): ResetRun => ({
        ...run,
        ...state,
        events: [...run.events, clean].slice(-EVENTS_KEPT),
      });
      try {
        await change(serverId, false, (now) =>
          now.map((kept) => (kept.run.id === runId ? { ...kept, run: noted(kept.run) } : kept)),
        );
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        log.warn(`The file of reset tests could not be written: ${briefly(error)}`);
      }
      return find(serverId, runId);
    },
    async forget(serverId) {
      if (!runs.some((kept) => kept.serverId === serverId)) return;
      await change(serverId, true, (now) => now.filter((kept) => kept.serverId !== serverId));
    },
  };
}

function fitting(runs: readonly StoredRun[]): StoredRun[] {
  const counts = new Map<string, number>();
  return runs.filter(({ serverId, run }) => {
    const count = (counts.get(serverId) ?? 0) + 1;
    counts.set(serverId, count);
    return count <= RUNS_KEPT || mayBeInLdap(run);
  });
}
