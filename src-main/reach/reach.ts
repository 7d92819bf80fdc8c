import { pageNear } from '../../src-shared/gluu/pages/pages';
import { versionWords } from '../../src-shared/gluu/versions';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { reachSteps, sshSteps } from '../../src-shared/model/work';
import { message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { findTree, type GluuTree, readRoot, readVersion } from '../gluu-ldap/discover';
import { type Connected, connect, type LdapLimits } from '../ldap/connect';
import type { Decode } from '../ldap/decoder';
import type { KnownServers } from '../registry/known-servers';
import type { Work } from '../work/work';
import { type Lent, type SessionLender, unkeptSessions } from './kept-sessions';
import { type NetworkOf, noRoutes } from './networks';
import { createPlaceMemories, type PlaceMemories, type PlaceMemory, sessionPlace } from './session-memory';

/** A server that was reached, logged in to and found to hold a Gluu tree, for one piece of work. */
export interface Reached extends Lent {
  profile: ServerProfile;
  tree: GluuTree;
  /** What was found at this place when it was last read. */
  lastSeen: PlaceMemory;
  /** Another connection to the same server by the same way, logged in as somebody else; the caller closes its session. */
  logInAs(bindDn: string, password: string, work: Work): Promise<Connected>;
}

export type Reach = <T>(serverId: ServerId, work: Work, use: (reached: Reached) => Promise<T>) => Promise<T>;

/** What outlasts a piece of work: sessions, and what was found at each place. */
interface Kept {
  sessions: SessionLender;
  memories: PlaceMemories;
}

/**
 * Makes the way to every server: takes a session that `sessions` kept or connects, finds the tree, and lends it to `use`, which
 * may run a second time where a kept session had died (`SessionLender`). By default nothing is kept. `onRefused` is called with each certificate that was refused, so that the user can be asked about exactly that one; `decode` reads
 * what servers answer, within `limits`.
 */
export function createReach(
  servers: Pick<KnownServers, 'get' | 'secretFor'>,
  onRefused: (profile: ServerProfile, sha256: string) => void,
  networkOf: NetworkOf = noRoutes,
  decode?: Decode,
  limits?: LdapLimits,
  { sessions, memories }: Kept = { sessions: unkeptSessions, memories: createPlaceMemories() },
): Reach {
  return async (serverId, work, use) => {
    const profile = servers.get(serverId);
    work.plan(reachSteps);
    if (profile.route.kind === 'ssh') work.planFirst(sshSteps);
    const network = await networkOf(profile, work);
    const connectAs = (bindDn: string, password: () => Promise<string>, own: Work) =>
      connect({ ...profile, bindDn, pin: profile.pin?.sha256 }, password, own, limits, network, decode);
    const way = network.way ?? [];
    const open = () =>
      connectAs(profile.bindDn, () => servers.secretFor(profile, 'bindPassword', way), work).catch((error: unknown) => {
        if (error instanceof AppError && error.about.certificate) onRefused(profile, error.about.certificate.sha256);
        throw error;
      });
    const lastSeen = memories.of(serverId, sessionPlace(profile, way));
    return sessions.lend({ profile, way, work, open }, async (lent) => {
      const { session } = lent;
      const found = await work.step('Gluu tree', async (note) => {
        const tree = await findTree(session);
        note(verbatim(tree.organizationName || tree.applianceDn));
        return tree;
      });
      const tree = await work.step('Version', async (note): Promise<GluuTree> => {
        const root = await readRoot(session);
        const version = await readVersion(session, root);
        note(message('note.version', { version: versionWords(version), vendor: root.vendor }));
        return { ...found, version, page: pageNear(version), vendor: root.vendor, guard: root.guard };
      });
      const logInAs: Reached['logInAs'] = (bindDn, password, own) => connectAs(bindDn, async () => password, own);
      return use({ ...lent, profile, tree, lastSeen, logInAs });
    });
  };
}
