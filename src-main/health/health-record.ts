import type { Failure } from '../../src-shared/model/failure';
import type { ServerId, ServerSummary } from '../../src-shared/model/server';
import { keptFailure, type ServerHealth } from '../../src-shared/model/server-health';
import type { Message } from '../../src-shared/texts/message';
import { targetOf } from '../registry/targets';
import type { BackgroundFile } from './background-file';
import type { Known } from './background-rules';

/** What a check that succeeded found. */
export interface Found {
  version: string;
  certificateValidTo?: string;
}

/** What is recorded of a server whose answers held the console up. */
export const HELD: Failure = { code: 'ldap.held' };

/** It answered, let the account log in and told its version; only this console can do nothing with it. */
export const isReached = (outcome: Found | Failure): boolean =>
  !('code' in outcome) || outcome.code === 'gluu.notSupported';

const found = (outcome: Found | Failure) =>
  'code' in outcome ? { version: String(outcome.facts?.found ?? ''), failure: keptFailure(outcome) } : outcome;

export type HealthRecord = ReturnType<typeof healthRecord>;

/** The health of each server in the file, as checks find it; `changed` is called for each that differs. */
export function healthRecord(
  file: Pick<BackgroundFile, 'get' | 'set'>,
  changed: (id: ServerId, health: ServerHealth) => void,
) {
  /** A summary is the same object as long as nothing of it changes. */
  const places = new WeakMap<ServerSummary, string>();
  function placeOf(server: ServerSummary): string {
    const place = places.get(server) ?? JSON.stringify(targetOf(server));
    places.set(server, place);
    return place;
  }
  /** What was known of a server before the last check began of those that run, and how many they are. */
  const underWay = new Map<ServerId, { before: ServerHealth; checks: number }>();
  /** The places that the user has reached since the start. */
  const reachedPlaces = new Set<string>();

  function change(id: ServerId, health: ServerHealth, failures = file.get(id).failures): void {
    file.set({ ...file.get(id), failures, health });
    changed(id, health);
  }

  return {
    /** The user has reached the server, as it is in the list now. */
    reached(server: ServerSummary): void {
      file.set({ ...file.get(server.id), connectedTo: placeOf(server) });
      reachedPlaces.add(placeOf(server));
    },

    /** What decides whether the server may be checked in the background. */
    known(server: ServerSummary): Known {
      const { connectedTo, held } = file.get(server.id);
      const place = placeOf(server);
      return {
        wasConnected: connectedTo === place,
        reachedNow: reachedPlaces.has(place),
        isHeld: held !== undefined,
      };
    },

    /** A check begins. Gives what is to be called once when it ends: it takes that back, if nothing was recorded meanwhile. */
    checking(id: ServerId): () => void {
      const { health } = file.get(id);
      const own = underWay.get(id) ?? { before: health, checks: 0 };
      if (health.state !== 'checking') own.before = health;
      own.checks += 1;
      underWay.set(id, own);
      const { why: _, ...shown } = own.before;
      change(id, { ...shown, state: 'checking' });
      return () => {
        own.checks -= 1;
        if (own.checks > 0) return;
        underWay.delete(id);
        if (file.get(id).health.state === 'checking') change(id, own.before);
      };
    },

    /** A check that began at `began` (ms since 1970) ended. Gives the failures in a row. */
    ended(id: ServerId, began: number, outcome: Found | Failure): number {
      const { health: before, failures: earlier, held } = file.get(id);
      // Whatever a check found that ran at that moment: shown as well, it would not be known that it is not asked.
      const counted = held === undefined ? outcome : HELD;
      const { failure: _f, why: _w, certificateValidTo, ...kept } = before;
      const at = new Date().toISOString();
      if ('code' in counted && !isReached(counted)) {
        const old = certificateValidTo === undefined ? {} : { certificateValidTo };
        change(id, { ...kept, ...old, state: 'failed', at, failure: keptFailure(counted) }, earlier + 1);
        return earlier + 1;
      }
      change(id, { ...kept, ...found(counted), state: 'ok', at, seenAt: at, ms: Date.now() - began }, 0);
      return 0;
    },

    /** `why` a server is not checked in the background, or that it is. */
    judged(id: ServerId, why: Message | undefined): void {
      const { health } = file.get(id);
      if (health.why?.id === why?.id || health.state === 'checking') return;
      const { why: _, ...rest } = health;
      const never = health.state === 'unknown' || health.state === 'skipped';
      const state = never ? (why === undefined ? 'unknown' : 'skipped') : health.state;
      change(id, { ...rest, state, ...(why === undefined ? {} : { why }) });
    },
  };
}
