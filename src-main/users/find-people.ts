import { PAGE_SIZE, type PersonSummary, type UserPage, type UserSearch } from '../../src-shared/model/user';
import { AppError } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import type { LdapEntry } from '../ldap/ldap-entry';
import { type Filter, filter } from '../ldap/ldap-filter';
import type { LdapSession } from '../ldap/ldap-session';
import { MAX_ENTRIES } from '../ldap/message-guard';
import type { PagePlace } from '../ldap/search-pages';
import type { SessionMemory } from '../reach/session-memory';
import { isPerson, summaryAttributes, summaryOf } from './people';

/** Entries per answer of the server while the ones before the page are passed over: the first may come with those of the tree. */
const MAX_PAGE = MAX_ENTRIES - 100;
const nameAttributes = ['uid', 'mail', 'displayName', 'givenName', 'sn'];
/** What is said of a place that is forgotten: by OpenLDAP and by `LdapSession.page` the first, by others a protocol error. */
const FORGOTTEN = ['ldap.unwilling', 'ldap.other'];

type Wanted = Pick<UserSearch, 'text' | 'anywhere' | 'offset'>;

/** A search that stands still between two of its pages, on the session that it began on. */
interface Walk {
  readonly key: string;
  readonly base: string;
  /** How many people were given out or passed over. */
  offset: number;
  /** One filter after the other; the first is the one at work. */
  passes: Filter[];
  /** Where that one goes on; undefined: it is yet to begin. */
  place: PagePlace | undefined;
  /** The DNs of those who are exactly what was sought, as far as the last pass has not met them again. */
  exactly: Set<string>;
  /** Read and not given out yet. */
  ahead: PersonSummary[];
}

/** A page of people, and the search that it is of. */
export interface FoundPeople {
  page: UserPage;
  walk: Walk;
}

/** Searches people, page by page. */
export interface PeopleFinder {
  /**
   * Reads the page that begins at `offset`: first those whose uid, mail or inum is the text, and, as a page of their own, those
   * with a uid, mail or name that begins with it (`anywhere`: contains it). No index helps with the latter, so whoever is found
   * exactly is given out before it begins, with `onlyExact`. The page after the last one of a session, by its `memory`, costs one
   * request: the server keeps the place there. A directory sorts by nothing and gives no other way to a place, so any other page
   * reads again what stands before it, and passes over that; who comes or goes meanwhile may shift it by one. `onRead` hears how
   * many people were read. Throws what `LdapSession.page` throws.
   */
  read(
    session: LdapSession,
    memory: SessionMemory | undefined,
    tree: Pick<GluuTree, 'peopleDn'>,
    wanted: Wanted,
    onRead: (count: number) => void,
  ): Promise<FoundPeople>;
  /** Gives the page out, and remembers where its session stands. */
  take(memory: SessionMemory, found: FoundPeople): UserPage;
}

export function peopleFinder(): PeopleFinder {
  /** The last search on each session that is not at its end; it goes with the session. */
  const walks = new WeakMap<SessionMemory, Walk>();

  /** The search that stands at this page; whatever happens now, it no longer does. */
  function takeUp(memory: SessionMemory, key: string, offset: number): Walk | undefined {
    const walk = walks.get(memory);
    walks.delete(memory);
    return walk?.key === key && walk.offset === offset ? walk : undefined;
  }

  return {
    async read(session, memory, { peopleDn: base }, { text, anywhere, offset }, onRead) {
      const key = JSON.stringify([base, text, anywhere]);
      const begin = (): Walk => {
        const passes = passesFor(text, anywhere);
        return { key, base, offset: 0, passes, place: undefined, exactly: new Set(), ahead: [] };
      };
      const goOn = async (walk: Walk) => ({ page: await readPage(session, walk, offset, onRead), walk });
      const fromTheStart = async () => {
        const walk = begin();
        // One that knows no pages has sent more by now: names without their people.
        const isThere = await passOver(session, walk, offset, onRead);
        return goOn(isThere ? walk : begin());
      };
      const kept = memory && takeUp(memory, key, offset);
      if (!kept) return fromTheStart();
      try {
        return await goOn(kept);
      } catch (error) {
        if (error instanceof AppError && FORGOTTEN.includes(error.code)) return fromTheStart();
        throw error;
      }
    },
    take(memory, { page, walk }) {
      if (page.next !== undefined && walk.exactly.size <= MAX_ENTRIES) walks.set(memory, walk);
      return page;
    },
  };
}

/** Goes on to `offset` with large pages of names alone. Gives false where the server sent people beyond that. */
async function passOver(
  session: LdapSession,
  walk: Walk,
  offset: number,
  onRead: (count: number) => void,
): Promise<boolean> {
  while (walk.offset < offset && walk.passes.length > 0) {
    const size = Math.min(MAX_PAGE, offset - walk.offset);
    walk.offset += (await readOn(session, walk, size, ['1.1'])).length;
    onRead(walk.offset);
  }
  return walk.offset <= offset;
}

/** Reads the page at `offset`, to which the server is to be close. */
async function readPage(
  session: LdapSession,
  walk: Walk,
  offset: number,
  onRead: (count: number) => void,
): Promise<UserPage> {
  const { ahead } = walk;
  const isOnlyExact = () => ahead.length > 0 && walk.passes.length === 1 && walk.place === undefined;
  while (walk.passes.length > 0 && ahead.length <= PAGE_SIZE && !isOnlyExact()) {
    // One more tells whether there are more; those who were given out already come again.
    const size = Math.min(MAX_PAGE, PAGE_SIZE + 1 - ahead.length + walk.exactly.size);
    const fresh = await readOn(session, walk, size, summaryAttributes);
    const passed = fresh.splice(0, offset - walk.offset);
    walk.offset += passed.length;
    ahead.push(...fresh.map(summaryOf));
    onRead(walk.offset + ahead.length);
  }
  const onlyExact = ahead.length <= PAGE_SIZE && isOnlyExact();
  const people = ahead.splice(0, PAGE_SIZE);
  walk.offset += people.length;
  const isOver = ahead.length === 0 && walk.passes.length === 0;
  return { people, offset, ...(isOver ? {} : { next: walk.offset }), ...(onlyExact ? { onlyExact } : {}) };
}

/** Reads about `size` people further: those who were not read before. */
async function readOn(
  session: LdapSession,
  walk: Walk,
  size: number,
  attributes: readonly string[],
): Promise<LdapEntry[]> {
  const [wanted = isPerson, ...later] = walk.passes;
  const { entries, next } = await session.page({ base: walk.base, wanted, attributes }, size, walk.place);
  walk.place = next;
  if (!next) walk.passes = later;
  if (later.length === 0) return entries.filter(({ dn }) => !walk.exactly.delete(dn));
  for (const { dn } of entries) walk.exactly.add(dn);
  return entries;
}

/**
 * One filter after the other. The second could not say "and not the first": a text that mail cannot hold, such as é,
 * makes the first neither true nor false, and its negation too (RFC 4511 section 4.5.1.7).
 */
function passesFor(text: string, anywhere: boolean): Filter[] {
  if (text === '') return [isPerson];
  const exact = ['uid', 'mail', 'inum'].map((attribute) => filter.equals(attribute, text));
  const part = anywhere
    ? [...nameAttributes, 'inum'].map((attribute) => filter.contains(attribute, text))
    : nameAttributes.map((attribute) => filter.begins(attribute, text));
  return [filter.and(isPerson, filter.or(...exact)), filter.and(isPerson, filter.or(...part))];
}
