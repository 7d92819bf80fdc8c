import { isDeepStrictEqual } from 'node:util';
import { namedHops, type Route, routeText, type SshHop } from '../../src-shared/model/route';
import { asStored, type ServerDraft, type ServerId, type ServerProfile } from '../../src-shared/model/server';
import { message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { nameText } from '../guard/box-text';
import type { WriteConsent } from '../guard/write-consent';
import { draftOf, type Given, type ServerRegistry } from '../registry/server-registry';
import type { SaveServer } from '../servers/save-server';
import type { Work } from '../work/work';
import { guardedHost, nameOnAnyWay } from './guarded-host';
import { type Weakening, weakeningsOf } from './weakenings';

/** A profile as it is to be saved; `id`: of the one that becomes it, none for a new one. */
interface Entered {
  next: ServerDraft;
  id?: ServerId | undefined;
}

/** What each of some profiles would do to the guards of its host, and what has to hold in the list for that to be all. */
export interface Weighed {
  weakenings: Weakening[][];
  given: Given;
}

/** Stands before every profile that is saved: what guards a host is not taken from it by another profile either. */
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
  /** Each route is looked up once: a list may have a thousand. */
  function lookingUp(): (draft: ServerDraft) => Promise<string> {
    const ways = new Map<string, Promise<readonly SshHop[]>>();
    return async ({ host, port, route }) => {
      const key = routeText(route) ?? '';
      // Where ~/.ssh/config cannot be read, nothing is reached either: names will do.
      const way = ways.get(key) ?? wayOf(route).catch(() => namedHops(route));
      ways.set(key, way);
      return guardedHost(await way, host, port);
    };
  }

  async function weigh(given: readonly Entered[]): Promise<Weighed> {
    const entered = given.map(({ next, ...known }) => ({ ...known, next: asStored(next) }));
    const before = entered.map(({ id }) => id && registry.get(id));
    const ids = new Set(entered.map(({ id }) => id));
    const names = new Set(entered.map(({ next }) => nameOnAnyWay(next)));
    /** All that can matter, whatever `~/.ssh/config` makes of their routes. */
    const near = (now: readonly ServerProfile[]) =>
      now.filter((one) => {
        const name = nameOnAnyWay(one);
        return ids.has(one.id) || names.has(undefined) || name === undefined || names.has(name);
      });
    const seen = near(registry.list());
    const hostOf = lookingUp();
    const byHost = new Map<string, ServerProfile[]>();
    for (const one of seen) {
      const host = await hostOf(one);
      byHost.set(host, [...(byHost.get(host) ?? []), one]);
    }
    const weakenings: Weakening[][] = [];
    for (const [index, { next, id }] of entered.entries()) {
      const same = byHost.get(await hostOf(next)) ?? [];
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
      if (first && others.length === 0) await consent.askWeakening(first, work);
      if (first && others.length > 0) {
        const all = [first, ...others].flatMap((each) => ['gap' as const, each.message, ...each.lines]);
        await consent.askWeakening(
          {
            message: message('box.weaken.several', { name: nameText(entered.next.name) }),
            lines: all.slice(1),
            yes: message('box.weaken.several.yes'),
          },
          work,
        );
      }
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
    const given = await guard.allow({ next: input.draft, id: input.serverId }, work);
    return save(input, work, { ...more, given });
  };
