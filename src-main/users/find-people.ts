import { PAGE_SIZE, type UserPage, type UserSearch } from '../../src-shared/model/user';
import type { GluuTree } from '../gluu-ldap/discover';
import type { LdapEntry } from '../ldap/ldap-entry';
import { type Filter, filter } from '../ldap/ldap-filter';
import type { LdapSession } from '../ldap/ldap-session';
import { MAX_ENTRIES } from '../ldap/message-guard';
import { isPerson, peopleDn, summaryAttributes, summaryOf } from './people';

/** Entries per answer of the server while the ones before the page are passed over. */
const MAX_PAGE = MAX_ENTRIES - 10;
const nameAttributes = ['uid', 'mail', 'displayName', 'givenName', 'sn'];

type Wanted = Pick<UserSearch, 'text' | 'anywhere' | 'offset'>;

/**
 * Finds the page of people that begins at `offset`: first those whose uid, mail or inum is the text, then those with a
 * uid, mail or name that begins with it (`anywhere`: contains it). A directory keeps its place in a search only for one
 * connection and sorts by nothing, and a piece of work is one connection; so each page reads again what stands before
 * it and passes over that. `onRead` hears how many people were read. Who comes or goes meanwhile may shift the pages
 * by one. Throws what `LdapSession.pages` throws.
 */
export async function findPeople(
  session: LdapSession,
  tree: Pick<GluuTree, 'organizationDn'>,
  { text, anywhere, offset }: Wanted,
  onRead: (count: number) => void,
): Promise<UserPage> {
  const people: LdapEntry[] = [];
  const exactly = new Set<string>();
  let read = 0;
  const pageSize = Math.min(MAX_PAGE, offset + PAGE_SIZE + 1);
  for (const [pass, wanted] of passes(text, anywhere).entries()) {
    for await (const page of session.pages(peopleDn(tree), wanted, summaryAttributes, pageSize)) {
      const fresh = page.filter(({ dn }) => !exactly.has(dn));
      if (pass === 0 && text !== '') for (const { dn } of fresh) exactly.add(dn);
      people.push(...fresh.slice(Math.max(0, offset - read)));
      read += fresh.length;
      onRead(read);
      if (people.length > PAGE_SIZE) {
        return { people: people.slice(0, PAGE_SIZE).map(summaryOf), offset, next: offset + PAGE_SIZE };
      }
    }
  }
  return { people: people.map(summaryOf), offset };
}

/**
 * One filter after the other. The second could not say "and not the first": a text that mail cannot hold, such as é,
 * makes the first neither true nor false, and its negation too (RFC 4511 section 4.5.1.7).
 */
function passes(text: string, anywhere: boolean): Filter[] {
  if (text === '') return [isPerson];
  const exact = ['uid', 'mail', 'inum'].map((attribute) => filter.equals(attribute, text));
  const part = anywhere
    ? [...nameAttributes, 'inum'].map((attribute) => filter.contains(attribute, text))
    : nameAttributes.map((attribute) => filter.begins(attribute, text));
  return [filter.and(isPerson, filter.or(...exact)), filter.and(isPerson, filter.or(...part))];
}
