import type { ServerProfile } from '../../src-shared/model/server';
import { AppError } from '../base/app-error';
import { type Network, thisComputer } from '../net/network';
import type { KnownServers } from '../registry/known-servers';
import type { RealHop } from '../ssh/route-plan';
import type { RouteGuard, SshRoutes, SshSecrets } from '../ssh/ssh-routes';
import type { Work } from '../work/work';

/** The network in which a server's addresses mean something: this computer's, or that of the far end of its SSH route. */
export type NetworkOf = (profile: ServerProfile, work: Work) => Promise<Network>;

/** Servers behind the same host, user and login share one connection: a login each would be some hundred at one sshd. */
const SHARED = 'servers';

/** For tests and servers that have no route of their own. */
export const noRoutes: NetworkOf = async () => thisComputer;

/** The SSH secrets stored for a server. What is not stored is undefined; a locked keychain is a failure. */
function sshSecretsOf(servers: Pick<KnownServers, 'secretFor'>, profile: ServerProfile): SshSecrets {
  const stored = (kind: 'sshPassword' | 'sshPassphrase') => async (way: readonly RealHop[]) => {
    try {
      return await servers.secretFor(profile, kind, way);
    } catch (error) {
      if (error instanceof AppError && error.code === 'secret.missing') return undefined;
      throw error;
    }
  };
  return { password: stored('sshPassword'), passphrase: stored('sshPassphrase') };
}

/**
 * Opens the route of a profile, or joins the connection that stands already. Throws AppError `ssh.*`, `net.*`, `secret.*`,
 * `keychain.*`. Each connection from there, also one from this computer, first goes by `check`: a profile may have been
 * moved since its place was confirmed.
 */
export function createNetworks(
  routes: SshRoutes,
  servers: Pick<KnownServers, 'secretFor'>,
  check: RouteGuard['check'],
): NetworkOf {
  const direct: Network = {
    ...thisComputer,
    async connect(addresses, endpoint, signal, limitMs) {
      check([], endpoint);
      return thisComputer.connect(addresses, endpoint, signal, limitMs);
    },
  };
  return async (profile, work) => {
    const { route } = profile;
    if (route.kind === 'direct') return direct;
    return routes.network(SHARED, route, sshSecretsOf(servers, profile), work);
  };
}
