import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { guardReach, requireNoClearText, withoutClearText } from '../calls/guarded-reach';
import type { ClearText } from '../guard/clear-text';
import type { Places } from '../guard/places';
import type { BackgroundFile } from '../health/background-file';
import { createHeldServers, type HeldServers } from '../health/held-servers';
import { createStallWatch, type StallWatchOptions } from '../health/stall-watch';
import type { LdapLimits } from '../ldap/connect';
import { createKeptSessions, type KeptSessions } from '../reach/kept-sessions';
import { createNetworks, type NetworkOf } from '../reach/networks';
import { createReach, type Reach } from '../reach/reach';
import { createPlaceMemories, type PlaceMemories } from '../reach/session-memory';
import type { KnownServers } from '../registry/known-servers';
import { trustPlace } from '../registry/server-registry';
import type { Reachable } from '../servers/save-server';
import type { OpenKey } from '../ssh/open-key';
import type { RouteGuard, SshRoutes } from '../ssh/ssh-routes';

interface Needs {
  servers: KnownServers;
  routes: SshRoutes;
  guard: RouteGuard;
  places: Places;
  clearText: ClearText;
  file: BackgroundFile;
  limits: LdapLimits | undefined;
  openKey: OpenKey;
  stall: Pick<StallWatchOptions, 'threadFile' | 'recordFile'>;
  /** Hears when a server begins or ceases to be held. */
  onHeld(): void;
}

/**
 * Every way to a server, with what stands guard on it: confirmed places, no password in clear text without a yes, and that
 * no answer holds the console up.
 */
export interface Ways {
  reach: Reach;
  /** The same for servers that are not in the list, or not as they are there. */
  reachThrough(entered: Reachable): Reach;
  networkOf: NetworkOf;
  /** The SHA-256 of the certificate that was refused last, by its place (trustPlace): the user can be asked about exactly that one. */
  refused: ReadonlyMap<string, string>;
  held: HeldServers;
  /** The list of servers has changed: closes the sessions, and forgets what was found, of those that left it or lead elsewhere now. */
  listed(profiles: readonly ServerProfile[]): void;
  /** A secret of a server has changed: nothing goes on that was logged in with the one before. */
  secretChanged(serverId: ServerId): void;
  /** The computer is about to sleep, or the console to end: no session is kept over that. */
  closeSessions(): void;
  /** Has the threads beside the core do something. Rejects where one does not. */
  ownThreads(): Promise<void>;
  dispose(): void;
}

/** Joins what leads to servers: networks, SSH, and LDAP sessions. */
export function createWays({
  servers,
  routes,
  guard,
  places,
  clearText,
  file,
  limits,
  openKey,
  stall,
  onHeld,
}: Needs): Ways {
  const sessions = createKeptSessions({
    limits,
    check(profile, way) {
      guard.check(way, profile);
      requireNoClearText(profile, way, clearText);
    },
  });
  const watch = createStallWatch({
    ...stall,
    onStall(ids) {
      for (const id of ids) sessions.close(id);
      held.add(ids);
    },
  });
  const held = createHeldServers({ file, watch, onChange: onHeld });
  const refused = new Map<string, string>();
  const memories = createPlaceMemories();

  function guarded(
    those: Reachable,
    networkOf: NetworkOf,
    onRefused: Parameters<typeof createReach>[1],
    kept?: { sessions: KeptSessions; memories: PlaceMemories },
  ): Reach {
    const reach = createReach(withoutClearText(those, clearText), onRefused, networkOf, limits, kept);
    return guardReach(held.holdBack(reach), those, { places, clearText }, routes.way);
  }

  const networkOf = createNetworks(routes, servers, guard.check);
  return {
    reach: guarded(servers, networkOf, (profile, sha256) => refused.set(trustPlace(profile), sha256), {
      sessions,
      memories,
    }),
    reachThrough: (entered) => guarded(entered, createNetworks(routes, entered, guard.check), () => {}),
    networkOf,
    refused,
    held,
    listed(profiles) {
      sessions.listed(profiles);
      memories.keepOnly(profiles.map(({ id }) => id));
    },
    secretChanged: sessions.close,
    closeSessions: sessions.closeAll,
    async ownThreads() {
      const noKey = openKey('', '', new AbortController().signal);
      await Promise.all([watch.running(), noKey]);
    },
    dispose() {
      sessions.closeAll();
      watch.stop();
    },
  };
}
