import type { AppEvent } from '../../src-shared/contract/events';
import { firstCalls, shellCalls } from '../../src-shared/contract/wire';
import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { speechFor } from '../../src-shared/texts/speech';
import { AppError } from '../base/app-error';
import { callTable } from '../calls/call-table';
import { filesSettled } from '../files/atomic-write';
import { keepFirstView } from '../files/first-view-file';
import { type FolderLock, takeFolder } from '../files/folder-lock';
import { log } from '../files/log';
import { keepHeld } from '../health/held-servers';
import type { TemporaryServers } from '../registry/known-servers';
import { type CoreHandlers, unwatchedWork, type Work } from '../work/work';
import { joinFirstServices } from './first-services';
import { type FirstStores, openFirstStores } from './first-stores';
import { firstViewOf } from './first-view';
import type { Host } from './host';
import { joinList } from './list';
import { afterCore, afterCrash } from './notices';
import type { Remains } from './remains';
import type { openRest as OpenRest, Rest } from './rest';
import type { Tuning } from './tuning';

/** Everything the console can do, behind its guards. */
export interface Console {
  calls: CoreHandlers;
  startDemo(): Promise<void>;
  /** Begins what it does by itself. With `unlocks` the keychain has to open first; throws AppError `keychain.*` otherwise. */
  start(unlocks: boolean): Promise<void>;
  /** Has the page say, once it is there again, that its process was gone. */
  reportCrash(): void;
  /** The computer is about to sleep. */
  sleeps(): void;
  /** Has the threads beside the core do something. Rejects where one does not. */
  ownThreads(): Promise<void>;
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
  const isDemo = (id: ServerId) => temporary.has(id);
  const stores = openFirstStores({
    folder: host.folder,
    keychain: { spawn: host.spawnKeychain, service: host.keychainService },
    isDemo,
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
  keepHeld(
    stores.seen,
    stores.stalled.filter((id) => stores.registry.find(id)),
  );

  const later = loadedOnce(isClosed, (openRest) =>
    openRest({ host, stores, list, first, isDemo, demoIds: before.demo, send, addNotice, isClosed, tuning }),
  );
  const { rest } = later;
  const list = joinList({
    stores,
    temporary,
    send,
    isClosed,
    wayOf: async (route) => (await rest()).wayOf(route),
    check: async (serverId, work) => (await rest()).check(serverId, work),
    onListed: (servers) => later.now()?.ways.listed(servers),
    onSecret: (serverId) => later.now()?.ways.secretChanged(serverId),
  });
  const first = joinFirstServices({
    host,
    stores,
    list,
    checkMany: async (serverIds, work) => (await rest()).checkMany(serverIds, work),
    demoRunning: () => later.now()?.demo.running() ?? false,
    send,
  });
  const keepFirst = async () => {
    const app = await first['app.state'](undefined, unwatchedWork());
    await keepFirstView(host.folder, host, firstViewOf({ stores, app, language: host.language }));
  };
  const startDemo = async () => (await rest()).demo.start();

  return {
    calls: { ...callsOf(rest), ...Object.fromEntries(firstCalls.map((name) => [name, first[name]])) },
    startDemo,
    async start(unlocks) {
      if (unlocks) await keychain.unlock();
      if (before.demo) await startDemo();
      const begin = async () => {
        if (closed) return;
        const { ownWork } = await rest();
        if (!closed) ownWork.begin();
      };
      // Who names no such moment waits until all of it is there.
      if (!host.whenQuiet) await begin();
      void host.whenQuiet?.then(begin); // a rejection is a bug, and ends the app: nothing else would go on
    },
    reportCrash: () => putNotice(notices, afterCrash),
    sleeps: () => later.now()?.ways.closeSessions(),
    ownThreads: async () => (await rest()).ways.ownThreads(),
    close() {
      closed = true;
      list.checks.dispose();
      later.now()?.close();
      list.writing.dispose();
      keychain.lock();
    },
    async dispose() {
      const last = await later.asked()?.catch(log.bug);
      last?.dispose();
      keychain.dispose();
      await last?.stopped();
      await stores.seen.flush().catch((error: unknown) => log.warn(String(error)));
      await filesSettled();
      await last?.settled();
      await keepFirst().catch((error: unknown) => log.warn(String(error)));
      await lock.release();
    },
    kept() {
      const ids = later.now()?.demo.ids();
      return { notices, ...(ids ? { demo: ids } : {}) };
    },
  };
}

/** What the first answers do without, so that they do not wait until all of it is read. */
function loadedOnce(isClosed: () => boolean, open: (openRest: typeof OpenRest) => Promise<Rest>) {
  let loading: Promise<Rest> | undefined;
  let loaded: Rest | undefined;
  return {
    rest(): Promise<Rest> {
      if (isClosed() && !loading) return Promise.reject(new AppError('app.locked'));
      loading ??= import('./rest').then(async ({ openRest }) => {
        loaded = await open(openRest);
        if (isClosed()) loaded.close();
        return loaded;
      });
      return loading;
    },
    /** As it is, if it is there. */
    now: () => loaded,
    /** As it will be, if anybody has asked for it. */
    asked: () => loading,
  };
}

/** Every call by its name, answered by its service once that is loaded. */
function callsOf(rest: () => Promise<Pick<Rest, 'calls'>>): CoreHandlers {
  const mains: readonly string[] = shellCalls;
  const names = Object.keys(callTable).filter((name) => !mains.includes(name)) as (keyof CoreHandlers)[];
  const calls = names.map((name) => {
    // The compiler cannot pair a union of calls with a union of inputs; whoever asks for one by its name does.
    const call = async (input: never, work: Work) => {
      const { calls } = await rest();
      if (work.signal.aborted) throw new AppError('work.cancelled'); // or it would run on a console that is closed by now
      return calls[name](input, work);
    };
    return [name, call] as const;
  });
  return Object.fromEntries(calls) as unknown as CoreHandlers;
}

/** What the console before has told and nobody has dismissed, without what is told by now. */
const notYetTold = (before: readonly Notice[], { notices, stalled }: FirstStores): Notice[] =>
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
