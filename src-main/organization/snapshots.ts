import { randomUUID } from 'node:crypto';
import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import type { Snapshot } from '../gluu-ldap/snapshot';

const MAX_KEPT = 50;

/**
 * What was read from servers and what was planned upon it, kept in main so that the window can only refer to it: a
 * compromised window can neither claim what was loaded nor what is to be written. The oldest go when 50 are kept.
 */
export class IdStore<T> {
  readonly #items = new Map<string, { serverId: ServerId; item: T }>();

  keep(serverId: ServerId, item: T): string {
    const id = randomUUID();
    this.#items.set(id, { serverId, item });
    for (const oldest of this.#items.keys()) {
      if (this.#items.size <= MAX_KEPT) break;
      this.#items.delete(oldest);
    }
    return id;
  }

  /** Throws AppError `gluu.snapshotGone` if it is not kept, or belongs to another server. */
  get(id: string, serverId?: ServerId): T {
    const found = this.#items.get(id);
    if (!found || (serverId !== undefined && found.serverId !== serverId)) throw new AppError('gluu.snapshotGone');
    return found.item;
  }

  /** As `get`, and forgets it: for what may be used once. */
  take(id: string): T {
    const item = this.get(id);
    this.#items.delete(id);
    return item;
  }
}

export type Snapshots = IdStore<Snapshot>;
