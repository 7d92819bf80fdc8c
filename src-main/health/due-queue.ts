import type { ServerId } from '../../src-shared/model/server';

/** When each server is due, and those that wait for it in their order; the others rest, and keep their time. */
export interface DueQueue {
  has(id: ServerId): boolean;
  all(): Iterable<ServerId>;
  /** It is due at `at` (ms since 1970), whenever it was before. A new one waits. */
  set(id: ServerId, at: number): void;
  /** It waits no longer. */
  rest(id: ServerId): void;
  /** It waits again, until the time that it was given last. */
  wake(id: ServerId): void;
  delete(id: ServerId): void;
  /** What is due first of those that wait; undefined where none does. */
  first(): { id: ServerId; at: number } | undefined;
}

/** An empty queue. A place in it is found by halves, and not by going through it. */
export function dueQueue(): DueQueue {
  const waiting: { id: ServerId; at: number }[] = [];
  const times = new Map<ServerId, number>();
  const resting = new Set<ServerId>();

  /** The place behind all that are due at `at` or before: of those due at the same time, the first come is the first served. */
  function placeBehind(at: number): number {
    let from = 0;
    let to = waiting.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((waiting[middle]?.at ?? at) <= at) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  const add = (id: ServerId, at: number) => waiting.splice(placeBehind(at), 0, { id, at });
  function remove(id: ServerId): void {
    const at = times.get(id);
    if (at === undefined || resting.has(id)) return;
    let place = placeBehind(at) - 1;
    while (waiting[place]?.id !== id) place -= 1;
    waiting.splice(place, 1);
  }

  return {
    has: (id) => times.has(id),
    all: () => times.keys(),
    set(id, at) {
      if (times.get(id) === at) return;
      remove(id);
      times.set(id, at);
      if (!resting.has(id)) add(id, at);
    },
    rest(id) {
      if (!times.has(id)) return;
      remove(id);
      resting.add(id);
    },
    wake(id) {
      const at = times.get(id);
      if (at !== undefined && resting.delete(id)) add(id, at);
    },
    delete(id) {
      remove(id);
      resting.delete(id);
      times.delete(id);
    },
    first: () => waiting[0],
  };
}
