import { forUnknownAddress } from '../../src-shared/gluu/reset-versions';
import type { PickResult } from '../../src-shared/model/user';
import { hashOrderIsKnown, inGluuOrder, tiedAtHead } from '../../src-shared/users/gluu-order';
import { pickInWords } from '../../src-shared/users/pick-in-words';
import type { GluuTree } from '../gluu-ldap/discover';
import { filter } from '../ldap/ldap-filter';
import type { LdapSession } from '../ldap/ldap-session';
import { isPerson, type SortedPerson, shownText, sortableOf, summaryAttributes, withoutSortName } from './people';

/** Gluu reads all of them before it sorts; so many with one address are beyond any use. */
const MAX_HITS = 1000;
const MAX_LISTED = 100;

/**
 * Searches for an address as the reset page of 2.4 to 3.1.9 does and says who it would pick (sources: pick-in-words.ts,
 * gluu-order.ts). Throws what `LdapSession.pages` throws.
 */
export async function whoGluuPicks(
  session: LdapSession,
  tree: Pick<GluuTree, 'peopleDn' | 'version'>,
  address: string,
): Promise<PickResult> {
  const found: SortedPerson[] = [];
  const wanted = filter.and(filter.equals('objectClass', 'top'), isPerson, filter.equals('mail', address));
  for await (const page of session.pages(tree.peopleDn, wanted, summaryAttributes, 100)) {
    found.push(...page.map(sortableOf));
    if (found.length > MAX_HITS) break;
  }
  const sorted = inGluuOrder(found);
  const tied = tiedAtHead(sorted);
  const more = found.length > MAX_HITS;
  const pick = {
    hits: sorted.slice(0, MAX_LISTED).map(withoutSortName),
    count: found.length,
    more,
    tied,
    sure: !more && (tied < 2 || hashOrderIsKnown(tree.version)),
    unknownAddress: forUnknownAddress(tree.version),
  };
  return { address: shownText(address), ...pick, sentences: pickInWords(pick) };
}
