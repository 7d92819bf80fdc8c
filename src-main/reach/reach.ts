import { versionWords } from '../../src-shared/gluu/versions';
import type { ServerId, ServerProfile } from '../../src-shared/model/server';
import { reachSteps, sshSteps } from '../../src-shared/model/work';
import { message, verbatim } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { type GluuTree, type Looking, look, type TreeSeen, type Where, whereOf } from '../gluu-ldap/discover';
import { type Connected, connect, type LdapLimits } from '../ldap/connect';
import type { LdapSession } from '../ldap/ldap-session';
import type { KnownServers } from '../registry/known-servers';
import type { Work } from '../work/work';
import { type Counted, counted, isAlone, takeHandedOn } from './handed-on';
import { type Lent, type Login, type SessionLender, unkeptSessions } from './kept-sessions';
import { type NetworkOf, noRoutes } from './networks';
import {
  createPlaceMemories,
  type PlaceMemories,
  type PlaceMemory,
  type SessionMemory,
  sessionPlace,
} from './session-memory';

/** A server that was reached, logged in to and found to hold a Gluu tree, for one piece of work. */
export interface Reached extends Lent {
  profile: ServerProfile;
  tree: GluuTree;
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
  /** `memory`: of a kept session; a new one remembers nothing. */
  known: Pick<Reached, 'profile' | 'lastSeen'> & Partial<Pick<Reached, 'memory'>>,
) => Promise<R>;

interface Manner<R> {
  read?: ReadTogether<R>;
  /** Called when the server is asked, for what can be looked up while it answers. */
  meanwhile?(): void;
  /** Leaves what was read to the next piece of work, or takes what was left so and reads nothing (`takeHandedOn`). */
  handOn?: 'leave' | 'take';
  /** As `SessionLender` takes it. */
  login?: Login;
}

/**
 * `use` gets what `manner` reads of the tree that was found, or how that failed. Where that was taken from the piece of work
 * before, the session that it was read on is no longer open to `use`.
 */
export type Reach = <T, R = undefined>(
  serverId: ServerId,
  work: Work,
  use: (reached: Reached, read: Promise<R>) => Promise<T>,
  manner?: Manner<R>,
) => Promise<T>;

/** What outlasts a piece of work: sessions, and what was found at each place. */
interface Kept {
  sessions: SessionLender;
  memories: PlaceMemories;
}

/**
 * Makes the way to every server: takes a session that `sessions` kept or connects, finds the tree, and lends it to `use`, which
 * may run a second time where a kept session had died (`SessionLender`). By default nothing is kept. `onRefused` is called with
 * each certificate that was refused, so that the user can be asked about exactly that one.
 */
export function createReach(
  servers: Pick<KnownServers, 'get' | 'secretFor'>,
  onRefused: (profile: ServerProfile, sha256: string) => void,
  networkOf: NetworkOf = noRoutes,
  limits?: LdapLimits,
  { sessions, memories }: Kept = { sessions: unkeptSessions, memories: createPlaceMemories() },
): Reach {
  return async <T, R>(
    serverId: ServerId,
    work: Work,
    use: (reached: Reached, read: Promise<R>) => Promise<T>,
    manner?: Manner<R>,
  ) => {
    const profile = servers.get(serverId);
    const since = sessions.now();
    work.plan(reachSteps);
    if (profile.route.kind === 'ssh') work.planFirst(sshSteps);
    const network = await networkOf(profile, work);
    const connectAs = (bindDn: string, password: () => Promise<string>, own: Work, begin?: (on: LdapSession) => void) =>
      connect({ ...profile, bindDn, pin: profile.pin?.sha256 }, password, own, limits, network, begin);
    const way = network.way ?? [];
    const lastSeen = memories.of(serverId, sessionPlace(profile, way));
    const lookOver = (session: LdapSession, remembered?: Pick<Lent, 'memory'>) => {
      const known = { profile, lastSeen, ...(remembered && { memory: remembered.memory }) };
      const looking = look(
        session,
        seenBy(lastSeen, remembered?.memory),
        async (where) => manner?.read?.(session, where, known) as R,
      );
      manner?.meanwhile?.();
      return looking;
    };
    let begun: Looking<R> | undefined;
    const open = async () => {
      const password = () => servers.secretFor(profile, 'bindPassword', way);
      const begin = (session: LdapSession) => {
        begun = lookOver(session);
      };
      return connectAs(profile.bindDn, password, work, begin).catch((error: unknown) => {
        if (error instanceof AppError && error.about.certificate) onRefused(profile, error.about.certificate.sha256);
        throw error;
      });
    };
    const logInAs: Reached['logInAs'] = (bindDn, password, own) => connectAs(bindDn, async () => password, own);
    const asked = { by: manner?.read, profile: JSON.stringify(profile) };
    const memory = manner?.handOn === 'take' ? sessions.recall({ profile, way }) : undefined;
    const left = memory && takeHandedOn(memory, lastSeen, asked);
    if (left) {
      const reached = left.reached as Reached;
      await showAgain(reached, work);
      return use({ ...reached, profile }, left.read as Promise<R>);
    }
    const run = async (lent: Lent, piece: Counted) => {
      const looking = begun ?? lookOver(lent.session, lent);
      const tree = await findTree(looking, lastSeen, work);
      lent.memory.schema = await looking.schema;
      const reached = { ...lent, profile, tree, lastSeen, logInAs };
      const at = performance.now();
      const value = await use(reached, looking.read);
      await looking.over; // a session is kept once it is at rest
      const leaves = manner?.handOn === 'leave' && isAlone(lastSeen, piece);
      lent.memory.handedOn = leaves ? { ...asked, reached, read: looking.read, at, piece: piece.number } : undefined;
      return value;
    };
    return counted(lastSeen, (piece) =>
      sessions.lend({ profile, way, work, login: manner?.login, since, open }, (lent) => run(lent, piece)),
    );
  };
}

/** Where to look first. What the schema told is believed only where this very session has read it. */
function seenBy({ seen }: PlaceMemory, memory: SessionMemory | undefined): TreeSeen | undefined {
  if (!seen) return undefined;
  const { changed: _, ...undated } = seen.schema;
  return { ...seen, schema: memory?.schema ?? undated };
}

/** The stages of a piece of work that goes on with what the one before has found. */
async function showAgain({ tree }: Reached, work: Work): Promise<void> {
  for (const step of reachSteps) work.skip(step, message('note.stillOpen'));
  await work.step('Gluu tree', async (note) => note(treeNote(tree)));
  await work.step('Version', async (note) => note(versionNote(tree)));
}

const treeNote = ({ organizationName, configDn }: Pick<GluuTree, 'organizationName' | 'configDn'>) =>
  verbatim(organizationName || configDn);

const versionNote = ({ version, vendor }: Pick<GluuTree, 'version' | 'vendor'>) =>
  message('note.version', { version: versionWords(version), vendor });

/** The stages in which the tree is found; it is kept, to be looked for at the same place the next time. */
async function findTree(
  { place, known, schema }: Looking<unknown>,
  lastSeen: PlaceMemory,
  work: Work,
): Promise<GluuTree> {
  const found = await work.step('Gluu tree', async (note) => {
    const tree = await place;
    note(treeNote(tree));
    return tree;
  });
  return work.step('Version', async (note) => {
    const tree = { ...found, ...(await known) };
    note(versionNote(tree));
    lastSeen.seen = { where: whereOf(tree), schema: await schema };
    return tree;
  });
}
