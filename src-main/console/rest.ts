import type { AppEvent } from '../../src-shared/contract/events';
import type { Notice } from '../../src-shared/model/app';
import type { ServerId } from '../../src-shared/model/server';
import { guardCalls } from '../calls/guarded-calls';
import { createGuards } from '../calls/guards';
import { log } from '../files/log';
import { placeKey } from '../net/place-name';
import type { FirstServices } from './first-services';
import type { FirstStores } from './first-stores';
import type { Host } from './host';
import type { ServerList } from './list';
import { createOwnWork } from './own-work';
import { joinServers } from './servers';
import { joinServices } from './services';
import { openStores } from './stores';
import type { Tuning } from './tuning';

interface Needs {
  host: Host;
  stores: FirstStores;
  list: ServerList;
  first: FirstServices;
  isDemo(id: ServerId): boolean;
  /** The ids of the demo fleet's servers before a lock. */
  demoIds: readonly ServerId[] | undefined;
  send(event: AppEvent): void;
  addNotice(notice: Notice): void;
  isClosed(): boolean;
  tuning: Tuning;
}

export type Rest = Awaited<ReturnType<typeof openRest>>;

/** Opens the stores that the first answers to a page do without, and joins guards, ways and services. */
export async function openRest(needs: Needs) {
  const { host, list, first, isDemo, demoIds, send, addNotice, isClosed, tuning } = needs;
  const stores = await openStores({ folder: host.folder, first: needs.stores, isDemo, found: addNotice, tuning });
  const demoPlaces = new Set<string>();
  const guards = createGuards({
    confirmed: stores.confirmed,
    confirm: host.confirm,
    isOwn: (place) => demoPlaces.size > 0 && demoPlaces.has(placeKey(place)),
    isDemo,
  });
  const { ways, routes, ...joined } = joinServers({ host, stores, list, guards, send, tuning });
  const services = joinServices({
    ...list,
    ...joined,
    ways,
    routes,
    host,
    stores,
    guards,
    first,
    send,
    addNotice,
    demoPlaces,
    demoIds,
    tuning,
  });
  const { handlers, profileGuard, plans, demo } = services;
  const { held } = ways;
  const { runs, mailbox, settings } = stores;
  const asked = { ...guards, servers: list.servers, plans, runs, mailbox, profileGuard, settings, wayOf: routes.way };
  const ownWork = createOwnWork({ ...list, ...services, stores, held, isClosed, tell: addNotice });
  return {
    calls: guardCalls(held.noted(handlers), asked),
    demo,
    ways,
    wayOf: routes.way,
    check: joined.check,
    checkMany: joined.checkMany,
    ownWork,
    close() {
      ways.closeSessions();
      ownWork.stop();
      services.settle.dispose();
      services.holdWatch.dispose();
    },
    dispose() {
      ways.dispose();
      routes.closeAll();
    },
    /** Resolves once it does nothing more by itself. */
    stopped: ownWork.stopped,
    /** Gives the history back. */
    settled: () => stores.history.close().catch((error: unknown) => log.warn(String(error))),
  };
}
