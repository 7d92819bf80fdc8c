import type { ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../app-error';
import { place } from '../net/tcp';
import type { KnownServers } from '../servers/known-servers';
import type { Reach } from '../servers/reach';
import type { RealHop } from '../ssh/route-plan';
import type { RouteGuard, SshRoutes } from '../ssh/ssh-routes';
import { allowCurrent, type Places } from './places';
import { requireHeld } from './write-consent';

/** The question for the LDAP server of a profile that is reached by `way`. */
export const ldapPlace = ({ host, port, name }: ServerProfile, way: readonly RealHop[]) => ({
  host,
  ports: [port],
  why: 'LDAP, reading the configuration',
  server: name,
  way,
});

/**
 * Reaches a server only where the user has confirmed its place; throws AppError `place.*` before anything is sent. Work that
 * the user has agreed to for one server is done on no other: throws AppError `write.changed`.
 */
export function guardReach(
  reach: Reach,
  servers: Pick<KnownServers, 'get'>,
  places: Places,
  wayOf: SshRoutes['way'],
): Reach {
  return async (serverId, work, use) => {
    const question = async () => {
      const profile = servers.get(serverId);
      return ldapPlace(profile, await wayOf(profile.route, work));
    };
    await allowCurrent(places, question, work);
    return reach(serverId, work, async (reached) => {
      requireHeld(work, reached.profile);
      return use(reached);
    });
  };
}

/**
 * Lets SSH connect to each host on the way, and from its far end, only where the user has confirmed that. Whoever opens a
 * connection from the far end asks beforehand; `check` is for a way that changed since.
 */
export const guardRoutes = (places: Places): RouteGuard => ({
  async allow(way, work) {
    const last = way.at(-1);
    if (!last) return;
    const { host, port, origin } = last;
    const why = 'SSH, on the way to a Gluu Server';
    await places.allow({ host, ports: [port], why, way: way.slice(0, -1), origin }, work);
  },
  check(way, target) {
    if (places.isAllowed({ host: target.host, ports: [target.port], way })) return;
    throw new AppError('place.notAllowed', { facts: { place: place(target) } });
  },
});
