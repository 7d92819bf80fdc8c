import path from 'node:path';
import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { log } from '../files/log';
import { openSettings } from '../files/settings';
import type { FileState } from '../files/versioned-file';
import { openConfirmedPlaces } from '../guard/confirmed-places';
import { openBackgroundFile } from '../health/background-file';
import { takeStallRecord } from '../health/stall-watch';
import { openBeforeImages } from '../history/before-images';
import { openHistory } from '../history/history-log';
import { unusableNotice } from '../history/history-notice';
import { unusableHistory } from '../history/unusable-history';
import { openTestHistory } from '../mail-test/test-history';
import { openMailboxStore } from '../mailbox/mailbox-store';
import { openServerRegistry } from '../registry/server-registry';
import { openRunLog } from '../reset/run-log';
import { type KeychainOptions, keychainClient } from '../secrets/keychain-client';
import { type KeptFile, noticeOf, stallNotice } from './notices';
import type { Tuning } from './tuning';

interface Needs {
  /** The app's own folder. */
  folder: string;
  /** How the keychain's process is started, and under which name its items are. */
  keychain: Pick<KeychainOptions, 'spawn' | 'service'>;
  /** Of a server of the demo fleet nothing is kept. */
  isDemo(id: ServerId): boolean;
  /** Told of a file that was opened later and not found well. */
  found(notice: Notice): void;
  tuning: Pick<Tuning, 'history'>;
}

export type Stores = Awaited<ReturnType<typeof openStores>>;

/**
 * Opens everything that lasts: the files of the app's folder and the keychain; `notices` tells which were not found well. What the
 * first screen does not need is opened when it is first asked for.
 */
export async function openStores({ folder, keychain: { spawn, service }, isDemo, found, tuning }: Needs) {
  const file = (name: string) => path.join(folder, name);
  const settings = openSettings(file('settings.json'));
  const keychain = keychainClient({
    spawn,
    ...(service ? { service } : {}),
    knownCanary: settings.read().canaryWritten,
    onCanaryWritten: () => {
      settings.write((now) => ({ ...now, canaryWritten: true })).catch(log.bug);
    },
  });
  const registry = openServerRegistry(file('servers.json'));
  const opened = await openHistory(file('history.jsonl')).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return unusableHistory(error);
  });
  const history = tuning.history?.(opened) ?? opened;
  /** Of a file that the start can do without, the user hears when it is opened. */
  const laterFound = (id: KeptFile) => (state: FileState) => {
    const notice = noticeOf(id, state);
    if (notice) found(notice);
  };
  const beforeImages = openBeforeImages(file('before-images.json'), keychain, laterFound('before-images'));
  const tests = openTestHistory(file('mail-tests.json'), laterFound('tests'));
  const runs = openRunLog(file('reset-runs.json'), isDemo);
  const mailbox = openMailboxStore(file('mailbox.json'));
  const confirmed = openConfirmedPlaces(file('confirmed-places.json'));
  const seen = openBackgroundFile(file('health.json'), isDemo);
  const stallRecord = file('stall.json');
  const stalled = takeStallRecord(stallRecord);
  const notices = [
    stallNotice(stalled.length),
    noticeOf('settings', settings.state),
    noticeOf('servers', registry.state),
    noticeOf('reset', runs.state),
    noticeOf('mailbox', mailbox.state),
    noticeOf('places', confirmed.state),
    noticeOf('health', seen.state),
    history.trouble && unusableNotice(history.trouble),
  ].filter((notice): notice is Notice => notice !== undefined);
  return {
    settings,
    keychain,
    registry,
    history,
    beforeImages,
    tests,
    runs,
    mailbox,
    confirmed,
    seen,
    stallRecord,
    stalled,
    notices,
  };
}
