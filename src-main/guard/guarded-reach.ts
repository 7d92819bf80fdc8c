import type { SshRoute } from '../../src-shared/model/route';
import type { ServerProfile } from '../../src-shared/model/server';
import type { Work } from '../ipc/work';
import type { KnownServers } from '../servers/known-servers';
import type { Reach } from '../servers/reach';
import type { SshRoutes } from '../ssh/ssh-routes';
import { allowCurrent, type Places } from './places';

/** The question for the LDAP server of a profile, by its route. */
export const ldapPlace = ({ host, port, route, name }: ServerProfile) => ({
  host,
  ports: [port],
  why: 'LDAP, reading the configuration',
  server: name,
  route,
});

/** Reaches a server only where the user has confirmed its place; throws AppError `place.*` before anything is sent. */
export function guardReach(reach: Reach, servers: Pick<KnownServers, 'get'>, places: Places): Reach {
  return async (serverId, work, use) => {
    await allowCurrent(places, () => ldapPlace(servers.get(serverId)), work);
    return reach(serverId, work, use);
  };
}

/** Opens SSH routes only where the user has confirmed each host on the way; throws AppError `place.*` otherwise. */
export function guardRoutes(routes: SshRoutes, places: Places): SshRoutes {
  const allow = async (route: SshRoute, work: Work) => {
    for (const { host, port } of [...route.jumps, route]) {
      await places.allow({ host, ports: [port], why: 'SSH, on the way to a Gluu Server' }, work);
    }
  };
  return {
    ...routes,
    async network(key, route, secrets, work) {
      await allow(route, work);
      return routes.network(key, route, secrets, work);
    },
    async files(key, route, secrets, work) {
      await allow(route, work);
      return routes.files(key, route, secrets, work);
    },
  };
}
