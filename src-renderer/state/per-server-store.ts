import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { ServerId } from '../../src-shared/model/server';
import { emitter } from './emitter';
import { serverRemoved } from './servers-store';

type Store<T> = UseBoundStore<StoreApi<T>>;

/**
 * The same state for every server, `initial` at first. A store each, so that a late answer cannot land in another's; it goes with
 * its server.
 */
export function perServer<T>(initial: T) {
  const stores = new Map<ServerId, Store<T>>();
  const changes = emitter();
  serverRemoved.on((serverId) => {
    if (stores.delete(serverId)) changes.emit();
  });
  const storeOf = (serverId: ServerId): Store<T> => {
    const known = stores.get(serverId);
    if (known) return known;
    const store = create<T>(() => initial);
    store.subscribe(changes.emit);
    stores.set(serverId, store);
    return store;
  };
  return Object.assign(storeOf, {
    /** The states that were asked for so far. */
    all: (): [ServerId, T][] => [...stores].map(([serverId, store]) => [serverId, store.getState()]),
    /** Hears of each change of any of them, and of each that goes. */
    onChange: changes.on,
  });
}
