import type { ServerId } from '../../src-shared/model/server';

/** Servers that wait for their turn, the one that is due first in front. */
export interface DueQueue {
  /** Has it wait until `at` (ms since 1970), whatever it waited for before. */
  set(id: ServerId, at: number): void;
  delete(id: ServerId): void;
  /** What is due first; undefined where nothing waits. */
  first(): { id: ServerId; at: number } | undefined;
}

/** An empty queue. A place in it is found by halves, and not by going through it. */
export function dueQueue(): DueQueue {
  const order: { id: ServerId; at: number }[] = [];
  const times = new Map<ServerId, number>();

  /** The place behind all that are due at `at` or before: of those due at the same time, the first come is the first served. */
  function placeBehind(at: number): number {
    let from = 0;
    let to = order.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((order[middle]?.at ?? at) <= at) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  function remove(id: ServerId): void {
    const at = times.get(id);
    if (at === undefined) return;
    times.delete(id);
    let place = placeBehind(at) - 1;
    while (order[place]?.id !== id) place -= 1;
    order.splice(place, 1);
  }

  return {
    delete: remove,
    set(id, at) {
      if (times.get(id) === at) return;
      remove(id);
      times.set(id, at);
      order.splice(placeBehind(at), 0, { id, at });
    },
    first: () => order[0],
  };
}
