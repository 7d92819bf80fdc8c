import { isDeepStrictEqual } from 'node:util';
import { namedHops, type Route, type SshHop } from '../../src-shared/model/route';
import { asStored, type ServerDraft, type ServerId, type ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../app-error';
import type { Work } from '../ipc/work';
import { hostKey } from '../net/host-name';
import type { SaveServer } from '../servers/save-server';
import { draftOf, type Given, type ServerRegistry } from '../servers/server-registry';
import { placeAfter, placeKey } from './place-name';
import { type Weakening, weakeningsOf } from './weakenings';
import type { WriteConsent } from './write-consent';

/** What a profile would do to the guards of its place, and what has to hold in the list for that to be all. */
export interface Weighed {
  weakenings: Weakening[];
  given: Given;
}

/** Stands before every profile that is saved: what guards a place is not taken from it by another profile either. */
export interface ProfileGuard {
  /** `id`: of the profile that becomes `next`; none for a new one. Throws AppError `server.unknown`. */
  weigh(next: ServerDraft, id?: ServerId): Promise<Weighed>;
  /**
   * Asks about all that would be weakened, in one question, and gives what has to hold when it is saved. Throws AppError
   * `write.notConfirmed`, `write.changed`, `server.unknown`.
   */
  allow(next: ServerDraft, id: ServerId | undefined, work: Pick<Work, 'signal'>): Promise<Given>;
}

interface Needs {
  registry: Pick<ServerRegistry, 'list' | 'get'>;
  consent: Pick<WriteConsent, 'askWeakening'>;
  /** Over which SSH hosts a route leads now. Throws AppError `ssh.noConfig`. */
  wayOf(route: Route): Promise<readonly SshHop[]>;
}

export function createProfileGuard({ registry, consent, wayOf }: Needs): ProfileGuard {
  /** As `Places` tells places apart. Where `~/.ssh/config` cannot be read, nothing is reached either: names will do. */
  async function placeOf({ host, port, route }: ServerDraft): Promise<string> {
    const way = await wayOf(route).catch(() => namedHops(route));
    return placeKey(placeAfter(way, host, port));
  }

  async function weigh(draft: ServerDraft, id?: ServerId): Promise<Weighed> {
    const next = asStored(draft);
    const before = id && registry.get(id);
    /** All that can be at the same place, whatever `~/.ssh/config` makes of their routes. */
    const near = (now: readonly ServerProfile[]) =>
      now.filter((one) => one.id === id || (hostKey(one.host) === hostKey(next.host) && one.port === next.port));
    const seen = near(registry.list());
    const here = await placeOf(next);
    const there = await Promise.all(seen.map(async (one) => ((await placeOf(one)) === here ? [one] : [])));
    const same = there.flat();
    const weakenings = weakeningsOf({
      next,
      before,
      stays: same.some((one) => one.id === id),
      beside: same.filter((one) => one.id !== id),
    });
    const shown = seen.map(shownOf);
    return { weakenings, given: (now) => isDeepStrictEqual(near(now).map(shownOf), shown) };
  }

  return {
    weigh,
    async allow(next, id, work) {
      const ask = async (weakenings: Weakening[]) => {
        const [first, ...others] = weakenings;
        if (!first) return;
        if (others.length === 0) return consent.askWeakening(first.message, first.lines, first.yes, work);
        const lines = weakenings.flatMap(({ message, lines }, index) => [
          ...(index > 0 ? [''] : []),
          message,
          ...lines,
        ]);
        return consent.askWeakening(`Save ${next.name} with fewer guards?`, lines, 'Save it so', work);
      };
      const weighed = await weigh(next, id);
      await ask(weighed.weakenings);
      if (!weighed.given(registry.list())) throw new AppError('write.changed');
      return weighed.given;
    },
  };
}

const shownOf = (profile: ServerProfile) => ({ id: profile.id, ...draftOf(profile) });

/** Saves a server once the user has agreed to what that weakens; it is saved only if all is as it was asked about. */
export const guardSave =
  (save: SaveServer, guard: Pick<ProfileGuard, 'allow'>): SaveServer =>
  async (input, work, more) => {
    const given = await guard.allow(input.draft, input.serverId, work);
    return save(input, work, { ...more, given });
  };
