import path from 'node:path';
import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { log } from '../files/log';
import { openSettings } from '../files/settings';
import { openBackgroundFile } from '../health/background-file';
import { takeStallRecord } from '../health/stall-record';
import { openServerRegistry } from '../registry/server-registry';
import { type KeychainOptions, keychainClient } from '../secrets/keychain-client';
import { noticeOf, stallNotice } from './notices';

interface Needs {
  /** The app's own folder. */
  folder: string;
  /** How the keychain's process is started, and under which name its items are. */
  keychain: Pick<KeychainOptions, 'spawn' | 'service'>;
  /** Of a server of the demo fleet nothing is kept. */
  isDemo(id: ServerId): boolean;
}

export type FirstStores = ReturnType<typeof openFirstStores>;

/** Opens what the first screen shows, and the keychain; `notices` tells which files were not found well. */
export function openFirstStores({ folder, keychain: { spawn, service }, isDemo }: Needs) {
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
  const seen = openBackgroundFile(file('health.json'), isDemo);
  const stallRecord = file('stall.json');
  const stalled = takeStallRecord(stallRecord);
  const notices = [
    stallNotice(stalled.length),
    noticeOf('settings', settings.state),
    noticeOf('servers', registry.state),
    noticeOf('health', seen.state),
  ].filter((notice): notice is Notice => notice !== undefined);
  return { settings, keychain, registry, seen, stallRecord, stalled, notices };
}
