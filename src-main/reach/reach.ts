import { versionWords } from '../../src-shared/gluu/versions';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { reachSteps, sshSteps } from '../../src-shared/model/work';
import { message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { type GluuTree, type Looking, look, type Where } from '../gluu-ldap/discover';
import { type Connected, connect, type LdapLimits } from '../ldap/connect';
import type { Decode } from '../ldap/decoder';
import type { LdapSession } from '../ldap/ldap-session';
import type { KnownServers } from '../registry/known-servers';
import type { Work } from '../work/work';
import { type NetworkOf, noRoutes } from './networks';
import { createPlaceMemories, type PlaceMemory, type SessionMemory, sessionPlace } from './session-memory';

/** A server that was reached, logged in to and found to hold a Gluu tree. Lasts for one piece of work. */
export interface Reached extends Connected {
  profile: ServerProfile;
  tree: GluuTree;
  /** What was learnt over this session, also by the pieces of work that had it before. */
  memory: SessionMemory;
  /** What was found at this place when it was last read. */
  lastSeen: PlaceMemory;
  /** Another connection to the same server by the same way, logged in as somebody else; the caller closes its session. */
  logInAs(bindDn: string, password: string, work: Work): Promise<Connected>;
}

/**
 * What a piece of work reads of a tree, asked for in one piece with what finds the tree. It writes nothing, and is called twice
 * where the tree is no longer what it was the last time.
 */
export type ReadTogether<R> = (
  session: LdapSession,
  where: Where,
  known: Pick<Reached, 'profile' | 'lastSeen'>,
) => Promise<R>;

/** `use` gets what `together` reads of the tree that was found, or how that failed. */
export type Reach = <T, R = undefined>(
  serverId: ServerId,
  work: Work,
  use: (reached: Reached, read: Promise<R>) => Promise<T>,
  together?: ReadTogether<R>,
) => Promise<T>;

/**
 * Makes the way to every server: connects, finds the tree, lends it to `use`, and closes the session whatever happens.
 * `onRefused` is called with each certificate that was refused, so that the user can be asked about exactly that one; `decode` reads
 * what servers answer, within `limits`.
 */
export function createReach(
  servers: Pick<KnownServers, 'get' | 'secretFor'>,
  onRefused: (profile: ServerProfile, sha256: string) => void,
  networkOf: NetworkOf = noRoutes,
  decode?: Decode,
  limits?: LdapLimits,
  memories = createPlaceMemories(),
): Reach {
  return async <T, R>(
    serverId: ServerId,
    work: Work,
    use: (reached: Reached, read: Promise<R>) => Promise<T>,
    together?: ReadTogether<R>,
  ) => {
    const profile = servers.get(serverId);
    work.plan(reachSteps);
    if (profile.route.kind === 'ssh') work.planFirst(sshSteps);
    const network = await networkOf(profile, work);
    const connectAs = (bindDn: string, password: () => Promise<string>, own: Work) =>
      connect({ ...profile, bindDn, pin: profile.pin?.sha256 }, password, own, limits, network, decode);
    const connected = await connectAs(
      profile.bindDn,
      () => servers.secretFor(profile, 'bindPassword', network.way ?? []),
      work,
    ).catch((error: unknown) => {
      if (error instanceof AppError && error.about.certificate) onRefused(profile, error.about.certificate.sha256);
      throw error;
    });
    const memory: SessionMemory = {};
    const lastSeen = memories.of(serverId, sessionPlace(profile, network.way ?? []));
    const { session } = connected;
    const looking = look(
      session,
      lastSeen.seen,
      async (where) => together?.(session, where, { profile, lastSeen }) as R,
    );
    try {
      const tree = await findTree(looking, lastSeen, work);
      const logInAs: Reached['logInAs'] = (bindDn, password, own) => connectAs(bindDn, async () => password, own);
      const value = await use({ ...connected, profile, tree, memory, lastSeen, logInAs }, looking.read);
      await looking.over;
      return value;
    } finally {
      await session.close();
    }
  };
}

/** The stages in which the tree is found; it is kept, to be looked for at the same place the next time. */
async function findTree(
  { place, known, schema }: Looking<unknown>,
  lastSeen: PlaceMemory,
  work: Work,
): Promise<GluuTree> {
  const found = await work.step('Gluu tree', async (note) => {
    const tree = await place;
    note(verbatim(tree.organizationName || tree.applianceDn));
    return tree;
  });
  return work.step('Version', async (note) => {
    const { version, vendor, ...more } = await known;
    note(message('note.version', { version: versionWords(version), vendor }));
    const tree = { ...found, ...more, version, vendor };
    const { applianceDn, organizationDn, oxtrustDn, page, guard } = tree;
    lastSeen.seen = { where: { version, page, guard, applianceDn, organizationDn, oxtrustDn }, schema: await schema };
    return tree;
  });
}
