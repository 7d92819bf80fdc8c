import type { AppEvent } from '../../src-shared/contract/events';
import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { speechFor } from '../../src-shared/texts/speech';
import { guardCalls } from '../calls/guarded-calls';
import { createGuards } from '../calls/guards';
import type { Demo } from '../demo/demo-service';
import { filesSettled } from '../files/atomic-write';
import { type FolderLock, takeFolder } from '../files/folder-lock';
import { log } from '../files/log';
import { placeKey } from '../net/place-name';
import type { TemporaryServers } from '../registry/known-servers';
import type { CoreHandlers } from '../work/work';
import type { Host } from './host';
import { afterCore, afterCrash } from './notices';
import { createOwnWork } from './own-work';
import type { Remains } from './remains';
import { joinServers } from './servers';
import { joinServices } from './services';
import { openStores, type Stores } from './stores';
import type { Tuning } from './tuning';

/** Everything the console can do, behind its guards. */
export interface Console {
  calls: CoreHandlers;
  demo: Demo;
  /** Begins what it does by itself. With `unlocks` the keychain has to open first; throws AppError `keychain.*` otherwise. */
  start(unlocks: boolean): Promise<void>;
  /** Has the page say, once it is there again, that its process was gone. */
  reportCrash(): void;
  /** The computer is about to sleep. */
  sleeps(): void;
  /** Has the processes and threads beside main do something. Rejects where one does not. */
  ownProcesses(): Promise<void>;
  /** Starts nothing more by itself and reports nothing: it is about to end. */
  close(): void;
  /** Ends what is left once the last write has ended, and gives the folder back once every file is written. */
  dispose(): Promise<void>;
  /** What the next console goes on with. */
  kept(): Remains;
}

/**
 * Takes the folder, opens the stores, and joins guards, ways and services. Knows nothing of Electron: what differs by where it
 * runs is the `host`. `tuning` is for tests. Throws AppError `folder.inUse` and `folder.unusable`.
 */
export async function composeConsole(
  host: Host,
  before: Remains = { notices: [] },
  tuning: Tuning = {},
): Promise<Console> {
  const lock = await takeFolder({ folder: host.folder, kind: host.kind, onShow: host.show });
  try {
    return await joinConsole(host, before, lock, tuning);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function joinConsole(host: Host, before: Remains, lock: FolderLock, tuning: Tuning): Promise<Console> {
  let closed = false;
  const isClosed = () => closed;
  /** A locked window hears nothing; it reads everything again when it is unlocked. */
  const send = (event: AppEvent) => {
    if (!closed) host.tell(event);
  };

  const temporary: TemporaryServers = new Map();
  const demoPlaces = new Set<string>();
  const isDemo = (id: ServerId) => temporary.has(id);
  const stores = await openStores({
    folder: host.folder,
    keychain: { spawn: host.spawnKeychain, service: host.keychainService },
    isDemo,
    found: (notice) => addNotice(notice),
    tuning,
  });
  const { settings, keychain, notices } = stores;
  notices.unshift(...notYetTold(before.notices, stores));
  const addNotice = (notice: Notice) => {
    putNotice(notices, notice);
    send({ kind: 'notices', notices });
  };
  host.applyTheme(settings.read().theme);
  host.applySpeech(speechFor(settings.read().texts, host.language));
  host.applyAutoLock(settings.read().autoLock);

  const guards = createGuards({
    confirmed: stores.confirmed,
    confirm: host.confirm,
    isOwn: (place) => demoPlaces.has(placeKey(place)),
    isDemo,
  });
  const joined = joinServers({ host, stores, temporary, guards, send, isClosed, tuning });
  const { servers, ways, checks, writing, routes } = joined;
  const { held } = ways;
  const services = joinServices({
    ...joined,
    host,
    stores,
    guards,
    send,
    addNotice,
    demoPlaces,
    demoIds: before.demo,
    tuning,
  });
  const { handlers, profileGuard, plans, demo } = services;
  const { runs, mailbox } = stores;
  const needs = { ...guards, servers, plans, runs, mailbox, profileGuard, settings, wayOf: routes.way };
  const calls = guardCalls(held.noted(handlers), needs);
  held.add(stores.stalled);
  const ownWork = createOwnWork({
    ...joined,
    ...services,
    stores,
    held,
    isClosed,
    tell: addNotice,
    whenQuiet: host.whenQuiet ?? Promise.resolve(),
  });

  return {
    calls,
    demo,
    async start(unlocks) {
      if (unlocks) await keychain.unlock();
      if (before.demo) await demo.start();
      ownWork.begin();
    },
    reportCrash: () => putNotice(notices, afterCrash),
    sleeps: ways.closeSessions,
    ownProcesses: ways.ownProcesses,
    close() {
      closed = true;
      checks.dispose();
      ways.closeSessions();
      ownWork.stop();
      services.settle.dispose();
      services.holdWatch.dispose();
      writing.dispose();
      keychain.lock();
    },
    async dispose() {
      ways.dispose();
      routes.closeAll();
      keychain.dispose();
      await ownWork.stopped();
      await stores.seen.flush().catch((error: unknown) => log.warn(String(error)));
      await filesSettled();
      await stores.history.close().catch((error: unknown) => log.warn(String(error)));
      await lock.release();
    },
    kept() {
      const ids = demo.ids();
      return { notices, ...(ids ? { demo: ids } : {}) };
    },
  };
}

/** What the console before has told and nobody has dismissed, without what is told by now. */
const notYetTold = (before: readonly Notice[], { notices, stalled }: Stores): Notice[] =>
  before
    .filter(({ id }) => !notices.some((found) => found.id === id))
    // That it stood still says more than that it is gone.
    .filter(({ id }) => id !== afterCore.id || stalled.length === 0);

/** Puts a notice last, in the place of one of its kind: it may have been kept over a lock, and found again. */
function putNotice(notices: Notice[], notice: Notice): void {
  const before = notices.findIndex(({ id }) => id === notice.id);
  if (before >= 0) notices.splice(before, 1);
  notices.push(notice);
}
