import { inJavaHashOrder } from './java-hash-order';

/** A person as Gluu sorts one: the first value of displayName exactly as stored, if there is one. */
export interface Sortable {
  /** As the server sent it. */
  dn: string;
  sortName: string | undefined;
}

/**
 * Sorts people the way oxTrust does before it takes the first: by displayName in Java's lower case, compared by UTF-16
 * units, people without one first (oxTrust GluuCustomPerson, `sortBy = displayName`; oxCore LdapEntryManager.findEntries
 * and its PropertyComparator; the same in 2.4 to 4.5.5, where they are in oxOrm: by name in memory, whatever the index). Equal names stay in the order of the hash map they come from.
 * `people` is everybody the search found, as the server sent them.
 */
export function inGluuOrder<T extends Sortable>(people: readonly T[]): T[] {
  return inJavaHashOrder(people, ({ dn }) => dn).sort(compareInGluu);
}

/** Whether a version surely runs on Java 8 or later, whose hash maps are the ones reckoned with here: 3.0 brought it along. */
export const hashOrderIsKnown = ({ least }: { least: string }): boolean => Number.parseInt(least, 10) >= 3;

/** How many people at the head of a sorted list have the same display name; 0 for an empty list. */
export function tiedAtHead(sorted: readonly Sortable[]): number {
  const [first] = sorted;
  if (!first) return 0;
  const end = sorted.findIndex((person) => compareInGluu(first, person) !== 0);
  return end < 0 ? sorted.length : end;
}

function compareInGluu({ sortName: one }: Sortable, { sortName: other }: Sortable): number {
  if (one === undefined || other === undefined) return Number(one !== undefined) - Number(other !== undefined);
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}
