import type { LdapEntry } from './ldap-entry';
import type { Filter } from './ldap-filter';

/** Each page is another request, so a server whose pages never end meets no other limit. */
export const MAX_PAGES = 5000;

/** A search of `base` and everything below it, answered in pages (RFC 2696). */
export interface PagedSearch {
  base: string;
  wanted: Filter;
  attributes: readonly string[];
}

/** Where a search in pages stands. The server keeps it for one connection, and only until the next search in pages. */
export interface PagePlace {
  readonly cookie: Uint8Array;
  /** How many pages came before. */
  readonly count: number;
}

export interface Page {
  entries: LdapEntry[];
  /** Where the following page begins; undefined after the last one. */
  next: PagePlace | undefined;
}

/** The place after the page at `place`, the first one if that is undefined; undefined after the last one. */
export const placeAfter = (place: PagePlace | undefined, cookie: Uint8Array | undefined): PagePlace | undefined =>
  cookie?.length ? { cookie, count: (place?.count ?? 0) + 1 } : undefined;

/** The pages that `ask` gives, each handed out before the next is asked for. Throws what `ask` throws. */
export async function* eachPage(ask: (place?: PagePlace) => Promise<Page>): AsyncGenerator<LdapEntry[]> {
  let place: PagePlace | undefined;
  do {
    const { entries, next }: Page = await ask(place);
    if (entries.length > 0) yield entries;
    place = next;
  } while (place);
}

/**
 * All pages that `ask` gives, for a caller who wants them all: while one is worked on, the server makes the next. So two are in
 * memory at most. Throws what `ask` throws.
 */
export async function* onePageAhead(ask: (place?: PagePlace) => Promise<Page>): AsyncGenerator<LdapEntry[]> {
  const begin = (place?: PagePlace) => {
    const asked = ask(place);
    asked.catch(() => {}); // it is looked at in its turn
    return asked;
  };
  let asked: Promise<Page> | undefined = begin();
  try {
    while (asked) {
      const { entries, next }: Page = await asked;
      asked = next && begin(next);
      if (entries.length > 0) yield entries;
    }
  } finally {
    await asked?.catch(() => {}); // its entries would be counted as those of the next request
  }
}
