import { isDeepStrictEqual } from 'node:util';
import { namedHops, type Route, routeText, type SshHop } from '../../src-shared/model/route';
import { asStored, type ServerDraft, type ServerId, type ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../app-error';
import type { Work } from '../ipc/work';
import type { SaveServer } from '../servers/save-server';
import { draftOf, type Given, type ServerRegistry } from '../servers/server-registry';
import { placeAfter, placeKey } from './place-name';
import { type Weakening, weakeningsOf } from './weakenings';
import type { WriteConsent } from './write-consent';

/** A profile as it is to be saved; `id`: of the one that becomes it, none for a new one. */
export interface Entered {
  next: ServerDraft;
  id?: ServerId | undefined;
}

/** What each of some profiles would do to the guards of its place, and what has to hold in the list for that to be all. */
export interface Weighed {
  weakenings: Weakening[][];
  given: Given;
}

/** Stands before every profile that is saved: what guards a place is not taken from it by another profile either. */
export interface ProfileGuard {
  /** Throws AppError `server.unknown`. */
  weigh(entered: readonly Entered[]): Promise<Weighed>;
  /**
   * Asks about all that would be weakened, in one question, and gives what has to hold when it is saved. Throws AppError
   * `write.notConfirmed`, `write.changed`, `server.unknown`.
   */
  allow(entered: Entered, work: Pick<Work, 'signal'>): Promise<Given>;
}

interface Needs {
  registry: Pick<ServerRegistry, 'list' | 'get'>;
  consent: Pick<WriteConsent, 'askWeakening'>;
  /** Over which SSH hosts a route leads now. Throws AppError `ssh.noConfig`. */
  wayOf(route: Route): Promise<readonly SshHop[]>;
}

export function createProfileGuard({ registry, consent, wayOf }: Needs): ProfileGuard {
  /**
   * Tells places apart as `Places` does, but for the user of an SSH host: whoever logs in there comes to the same place. Each
   * route is looked up once, for a list may have a thousand.
   */
  function placing(): (draft: ServerDraft) => Promise<string> {
    const ways = new Map<string, Promise<readonly SshHop[]>>();
    return async ({ host, port, route }) => {
      const key = routeText(route) ?? '';
      // Where ~/.ssh/config cannot be read, nothing is reached either: names will do.
      const way = ways.get(key) ?? wayOf(route).catch(() => namedHops(route));
      ways.set(key, way);
      const hosts = (await way).map((hop) => ({ ...hop, user: '' }));
      return placeKey(placeAfter(hosts, host, port));
    };
  }

  async function weigh(given: readonly Entered[]): Promise<Weighed> {
    const entered = given.map(({ next, ...known }) => ({ ...known, next: asStored(next) }));
    const before = entered.map(({ id }) => id && registry.get(id));
    const ids = new Set(entered.map(({ id }) => id));
    const doors = new Set(entered.map(({ next }) => doorOf(next)));
    /** All that can matter, whatever `~/.ssh/config` makes of their routes. */
    const near = (now: readonly ServerProfile[]) => now.filter((one) => ids.has(one.id) || doors.has(doorOf(one)));
    const seen = near(registry.list());
    const placeOf = placing();
    const byPlace = new Map<string, ServerProfile[]>();
    for (const one of seen) {
      const place = await placeOf(one);
      byPlace.set(place, [...(byPlace.get(place) ?? []), one]);
    }
    const weakenings: Weakening[][] = [];
    for (const [index, { next, id }] of entered.entries()) {
      const same = byPlace.get(await placeOf(next)) ?? [];
      const stays = same.some((one) => one.id === id);
      weakenings.push(
        weakeningsOf({ next, before: before[index], stays, beside: same.filter((one) => one.id !== id) }),
      );
    }
    const shown = seen.map(shownOf);
    return { weakenings, given: (now) => isDeepStrictEqual(near(now).map(shownOf), shown) };
  }

  return {
    weigh,
    async allow(entered, work) {
      const weighed = await weigh([entered]);
      const [first, ...others] = weighed.weakenings.flat();
      if (first && others.length === 0) await consent.askWeakening(first.message, first.lines, first.yes, work);
      if (first && others.length > 0) {
        const lines = [first, ...others].flatMap(({ message, lines }) => ['', message, ...lines]).slice(1);
        await consent.askWeakening(`Save ${entered.next.name} with fewer guards?`, lines, 'Save it so', work);
      }
      if (!weighed.given(registry.list())) throw new AppError('write.changed');
      return weighed.given;
    },
  };
}

/** Names take long to be compared, and the list is gone through for each. */
const known = new WeakMap<ServerDraft, string>();
/** Host and port, whatever the spelling. */
function doorOf(draft: ServerDraft): string {
  const door = known.get(draft) ?? placeKey({ host: draft.host, port: draft.port });
  known.set(draft, door);
  return door;
}
const shownOf = (profile: ServerProfile) => ({ id: profile.id, ...draftOf(profile) });

/** Saves a server once the user has agreed to what that weakens; it is saved only if all is as it was asked about. */
export const guardSave =
  (save: SaveServer, guard: Pick<ProfileGuard, 'allow'>): SaveServer =>
  async (input, work, more) => {
    const given = await guard.allow({ next: input.draft, id: input.serverId }, work);
    return save(input, work, { ...more, given });
  };
