import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { writingMinutes } from '../../src-shared/model/server';
import { writeTarget } from './targets';

const LOOK_EVERY_MS = 1000;

/**
 * To which production servers writing is allowed now. In memory only: the end of the app, a lock and a crash of the core take
 * it back.
 */
export interface AllowedWriting {
  /** Until when, as ISO 8601; undefined where it is not allowed, and once the profile leads elsewhere than when it was. */
  until(profile: ServerProfile): string | undefined;
  /** Allows it for `writingMinutes`. Where it is allowed already, the time stays as it is. */
  allow(profile: ServerProfile): void;
  /** Takes it back. */
  end(id: ServerId): void;
  /** Takes all of them back, and tells nobody. */
  dispose(): void;
}

interface Allowed {
  target: string;
  /** By the clock of the computer, which goes on while it sleeps. */
  until: number;
  /** By the time the process has run, which nobody can set back. */
  untilRun: number;
}

/** `onEnd` hears each time that the time of a server is over. A write that has begun by then is carried through. */
export function createAllowedWriting(onEnd: () => void): AllowedWriting {
  const all = new Map<ServerId, Allowed>();
  let looking: NodeJS.Timeout | undefined;
  const isOver = ({ until, untilRun }: Allowed) => Date.now() >= until || performance.now() >= untilRun;

  function look(): void {
    const over = [...all].filter(([, allowed]) => isOver(allowed));
    for (const [id] of over) all.delete(id);
    rest();
    if (over.length > 0) onEnd();
  }
  function rest(): void {
    if (all.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  }
  const current = (profile: ServerProfile): Allowed | undefined => {
    const allowed = all.get(profile.id);
    return allowed && allowed.target === writeTarget(profile) && !isOver(allowed) ? allowed : undefined;
  };

  return {
    until(profile) {
      const allowed = current(profile);
      return allowed && new Date(allowed.until).toISOString();
    },
    allow(profile) {
      if (current(profile)) return;
      const ms = writingMinutes * 60_000;
      all.set(profile.id, {
        target: writeTarget(profile),
        until: Date.now() + ms,
        untilRun: performance.now() + ms,
      });
      looking ??= setInterval(look, LOOK_EVERY_MS);
      looking.unref();
    },
    end(id) {
      all.delete(id);
      rest();
    },
    dispose() {
      all.clear();
      rest();
    },
  };
}
