import type { HistoryEnded } from '../../src-shared/model/history';
import { AppError } from '../base/app-error';
import { briefly } from '../base/own-words';
import { log } from '../files/log';
import type { History } from '../history/history-log';

/**
 * Tells the history how a write ended, and does not wait for the disk: the history says so at once, the next write to a server
 * waits for it, and so does the end of the app. What happened on the server counts more than a file: where that cannot be
 * written, the write stays open there, the user is told (`tellingEnds`), and the next reading of the server settles it.
 */
export function recordEnd(history: Pick<History, 'append'>, ended: Omit<HistoryEnded, 'kind'>): void {
  history.append({ kind: 'ended', ...ended }).catch((error: unknown) => {
    if (error instanceof AppError) log.warn(`The history did not take how a write ended: ${briefly(error)}`);
    else log.bug(error);
  });
}
