import type { HistoryEnded } from '../../src-shared/model/history';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { log } from '../files/log';
import type { History } from '../history/history-log';

/**
 * Tells the history how a write ended. What happened on the server counts more: a history that cannot be written is given
 * back, not thrown. The write then stays open there, and the next reading of the server settles it.
 */
export async function recordEnd(
  history: Pick<History, 'append'>,
  ended: Omit<HistoryEnded, 'kind'>,
): Promise<AppError | undefined> {
  try {
    await history.append({ kind: 'ended', ...ended });
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    log.warn(`The history did not take how a write ended: ${briefly(error)}`);
    return error;
  }
}
