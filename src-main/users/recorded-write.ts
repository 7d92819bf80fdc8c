import { randomUUID } from 'node:crypto';
import type { Failure } from '../../src-shared/model/failure';
import type { HistoryBegun, HistoryEnded } from '../../src-shared/model/history';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import { begunBy } from '../history/begun-by';
import type { History } from '../history/history-log';
import { recordable } from '../history/recordable';
import { leavesOpen } from '../ldap/ldap-error';
import type { Reached } from '../reach/reach';
import type { Work } from '../work/work';

/** The stages of writing people, after the server is reached. */
export const writeSteps = ['Write', 'Read back'] as const;

export interface RecordedWrite {
  entries: HistoryBegun['entries'];
  reason: string | undefined;
  /** Sends the requests; `wrote` is told after each that was carried out. */
  write(wrote: () => void): Promise<void>;
  /** Throws AppError if the server does not hold what was written. */
  readBack(): Promise<void>;
}

/**
 * Carries a write out with its place in the history: before it begins, and how it ended. Gives the failure where it is
 * not known whether it happened; throws AppError where it is known that it did not, or only in part.
 */
export async function recordedWrite(
  reached: Pick<Reached, 'profile' | 'boundAs'>,
  history: History,
  work: Work,
  { entries, reason, write, readBack }: RecordedWrite,
): Promise<{ historyId: string; failure?: Failure }> {
  const historyId = randomUUID();
  await history.append({
    ...begunBy(reached, historyId, reason),
    entries,
  });
  const ended = (how: Omit<HistoryEnded, 'kind' | 'id'>) => record(history, { kind: 'ended', id: historyId, ...how });
  let written = 0;
  work.commit();
  try {
    await work.step('Write', () => write(() => (written += 1)));
    await work.step('Read back', readBack);
  } catch (error) {
    if (!(error instanceof AppError)) {
      await ended({ outcome: 'unknown', failure: { code: 'internal' } });
      throw error;
    }
    const failure = recordable(error);
    const open = leavesOpen(error);
    await ended({ outcome: open || written > 0 ? 'unknown' : 'notSaved', failure });
    if (open) return { historyId, failure };
    throw error;
  }
  await ended({ outcome: 'saved', verifiedAt: new Date().toISOString() });
  return { historyId };
}

/** What happened on the server counts more than a history that cannot be written: the write then stays open there. */
async function record(history: History, ended: HistoryEnded): Promise<void> {
  try {
    await history.append(ended);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn(`The history did not take how a write ended: ${error.about.detail ?? error.code}`);
  }
}
