/** Entries per hash map of oxCore, and the capacities Java gives a map made for 100 before and after it grows. */
const PER_MAP = 100;
const CAPACITY = 128;
const LOAD = 0.75;

/** Java's String.hashCode: 31-polynomial over UTF-16 units in 32 bits. */
function hashCode(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash;
}

/**
 * Puts things in the order in which oxCore hands on the entries of a search: it keeps them in a `HashMap(100)` by DN, 100
 * at a time, and takes them out as the map has them (oxCore, from 4.3.0 on oxOrm, LdapEntryManager.createEntities, the same in 3.0 to 4.5.5; Java 8
 * HashMap, hash and resize). `dnOf` gives the DN as the server sent it; the things come as the server sent them.
 */
export function inJavaHashOrder<T>(things: readonly T[], dnOf: (thing: T) => string): T[] {
  const ordered: T[] = [];
  for (let from = 0; from < things.length; from += PER_MAP) {
    const chunk = things.slice(from, from + PER_MAP);
    const capacity = chunk.length > CAPACITY * LOAD ? 2 * CAPACITY : CAPACITY;
    const bucketOf = (thing: T): number => {
      const hash = hashCode(dnOf(thing));
      return (hash ^ (hash >>> 16)) & (capacity - 1);
    };
    ordered.push(...chunk.sort((one, other) => bucketOf(one) - bucketOf(other)));
  }
  return ordered;
}
