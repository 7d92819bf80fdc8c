import { randomUUID } from 'node:crypto';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import type { Snapshot } from '../gluu-ldap/snapshot';

/** More than one server's screens refer to at one time. */
const MOST_OF_A_SERVER = 10;
const MOST_SERVERS = 5000;

/**
 * What was read from servers, or what was planned upon it, kept in main so that the window can only refer to it: a compromised
 * window can neither claim what was loaded nor what is to be written. Ten are kept of each server, the newest, so that what is
 * planned for a thousand servers at once is all there; beyond 5000 servers, those go of which nothing was kept for longest.
 */
export class IdStore<T> {
  readonly #servers = new Map<ServerId, Map<string, T>>();

  keep(serverId: ServerId, item: T): string {
    const id = randomUUID();
    const items = this.#servers.get(serverId) ?? new Map<string, T>();
    items.set(id, item);
    this.#servers.delete(serverId); // to stand last
    this.#servers.set(serverId, items);
    dropOldest(items, MOST_OF_A_SERVER);
    dropOldest(this.#servers, MOST_SERVERS);
    return id;
  }

  /** Throws AppError `gluu.snapshotGone` if it is not kept, or belongs to another server. */
  get(id: string, serverId?: ServerId): T {
    return this.#itemsWith(id, serverId).get(id) as T;
  }

  /** As `get`, and forgets it: for what may be used once. */
  take(id: string): T {
    const items = this.#itemsWith(id);
    const item = items.get(id) as T;
    items.delete(id);
    return item;
  }

  #itemsWith(id: string, serverId?: ServerId): Map<string, T> {
    for (const [of, items] of this.#servers)
      if (items.has(id) && (serverId === undefined || of === serverId)) return items;
    throw new AppError('gluu.snapshotGone');
  }
}

function dropOldest(kept: Map<string, unknown>, most: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(oldest);
  }
}

export type Snapshots = IdStore<Snapshot>;
