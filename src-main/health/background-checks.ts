import type { Failure } from '../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import type { ServerHealth } from '../../src-shared/model/server-health';
import { atMostEvery } from '../base/at-most-every';
import { checkTurns, type TurnNeeds } from './check-turns';
import { type Found, healthRecord, isReached } from './health-record';

interface Needs extends TurnNeeds {
  /** All servers, those of the demo fleet too. */
  summaries(): ServerSummary[];
  /** Told the servers whose health changed since it was told last. */
  tell(health: Record<ServerId, ServerHealth>): void;
}

export interface BackgroundChecks {
  health(): Record<ServerId, ServerHealth>;
  paused(): boolean;
  /** Paused, nothing begins, and what runs is ended without a verdict. */
  pause(paused: boolean): void;
  /** Looks at the list, its secrets and the keychain again: what is new is checked soon, what is gone is forgotten. */
  look(): void;
  /** A check by the user begins: it is shown until `note`, or until what this gives is called. */
  checking(serverId: ServerId): () => void;
  /** Takes over what a check by the user found; `began` is in ms since 1970. */
  note(serverId: ServerId, began: number, outcome: Found | Failure): void;
  /** Whether the user has reached the server, as it is in the list now, since the app was started or unlocked. */
  reachedNow(serverId: ServerId): boolean;
  /** The user shows the server. */
  opened(serverId: ServerId): void;
  /** Tells at once what is still to be told. */
  flush(): void;
  dispose(): void;
}

/** What changes within this time is told together, in ms: each time the window draws its list again. */
const TELL_EVERY_MS = 100;
/** After a piece of as many servers the next one takes longer: nobody reads so fast, and the window has keys to answer as well. */
const LARGE_PIECE = 8;
const TELL_LARGE_EVERY_MS = 250;

/** Checks the servers in turn, a few at once, and keeps what was found. Nothing begins before the first `look`. */
export function backgroundChecks(needs: Needs): BackgroundChecks {
  const { file, find } = needs;
  const untold = new Map<ServerId, ServerHealth>();
  const pause = () => (untold.size >= LARGE_PIECE ? TELL_LARGE_EVERY_MS : TELL_EVERY_MS);
  const telling = atMostEvery(pause, () => {
    if (untold.size > 0) needs.tell(Object.fromEntries(untold) as Record<ServerId, ServerHealth>);
    untold.clear();
  });
  const record = healthRecord(file, (id, health) => {
    untold.set(id, health);
    telling.want();
  });
  const turns = checkTurns(needs, record);

  function forget(id: ServerId): void {
    turns.forget(id);
    file.forget(id);
    untold.delete(id);
  }

  return {
    paused: turns.paused,
    pause: turns.pause,
    health: () => Object.fromEntries(needs.summaries().map(({ id }) => [id, file.get(id).health])),
    look() {
      const servers = needs.summaries();
      const here = new Set(servers.map(({ id }) => id));
      for (const id of [...turns.known(), ...file.all().map((one) => one.id)]) if (!here.has(id)) forget(id);
      for (const server of servers) turns.judge(server);
      turns.turn();
    },
    checking(id) {
      const takeBack = record.checking(id);
      return () => {
        takeBack();
        const server = find(id);
        if (server) turns.judge(server);
      };
    },
    note(id, began, outcome) {
      const server = find(id);
      if (!server) return;
      turns.overtake(id);
      turns.end(id, began, outcome);
      if (isReached(outcome)) record.reached(server);
      turns.judge(server);
      turns.turn();
    },
    reachedNow(id) {
      const server = find(id);
      return server !== undefined && record.known(server).reachedNow;
    },
    opened(id) {
      if (find(id)) file.set({ ...file.get(id), openedAt: new Date().toISOString() });
    },
    flush: telling.flush,
    dispose() {
      turns.dispose();
      telling.stop();
    },
  };
}
