import path from 'node:path';
import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import type { FileState } from '../files/versioned-file';
import { openConfirmedPlaces } from '../guard/confirmed-places';
import { openBeforeImages } from '../history/before-images';
import { openHistory } from '../history/history-log';
import { unusableNotice } from '../history/history-notice';
import { unusableHistory } from '../history/unusable-history';
import { openTestHistory } from '../mail-test/test-history';
import { openMailboxStore } from '../mailbox/mailbox-store';
import { openRunLog } from '../reset/run-log';
import type { FirstStores } from './first-stores';
import { type KeptFile, noticeOf } from './notices';
import type { Tuning } from './tuning';

interface Needs {
  /** The app's own folder. */
  folder: string;
  first: FirstStores;
  /** Of a server of the demo fleet nothing is kept. */
  isDemo(id: ServerId): boolean;
  /** Told of a file that was not found well. */
  found(notice: Notice): void;
  tuning: Pick<Tuning, 'history'>;
}

export type Stores = Awaited<ReturnType<typeof openStores>>;

/**
 * Opens everything else that lasts, and gives all of it. What most calls do without is opened when it is first asked for.
 */
export async function openStores(needs: Needs) {
  const { folder, first, found, tuning } = needs;
  const opened = await openHistory(path.join(folder, 'history.jsonl')).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return unusableHistory(error);
  });
  const history = tuning.history?.(opened) ?? opened;
  try {
    const others = openOthers(needs);
    if (history.trouble) found(unusableNotice(history.trouble));
    return { ...first, history, ...others };
  } catch (error) {
    await history.close().catch((failed: unknown) => log.warn(String(failed)));
    throw error;
  }
}

function openOthers({ folder, first, isDemo, found }: Needs) {
  const file = (name: string) => path.join(folder, name);
  const tell = (id: KeptFile) => (state: FileState) => {
    const notice = noticeOf(id, state);
    if (notice) found(notice);
  };
  const beforeImages = openBeforeImages(file('before-images.json'), first.keychain, tell('before-images'));
  const tests = openTestHistory(file('mail-tests.json'), tell('tests'));
  const runs = openRunLog(file('reset-runs.json'), isDemo);
  const mailbox = openMailboxStore(file('mailbox.json'));
  const confirmed = openConfirmedPlaces(file('confirmed-places.json'));
  tell('reset')(runs.state);
  tell('mailbox')(mailbox.state);
  tell('places')(confirmed.state);
  return { beforeImages, tests, runs, mailbox, confirmed };
}
