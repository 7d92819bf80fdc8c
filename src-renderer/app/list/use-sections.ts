import { useMemo, useState } from 'react';
import type { ServerSummary } from '../../../src-shared/model/server';
import { keptSearch, type ListSection, searchFor, sectionsOf } from '../../../src-shared/model/server-list';
import { useHealth } from '../../state/health-store';
import { englishNow, useSay } from '../../ui/texts-store';

const unsearched = {};

/**
 * The sections as they are searched for now, each the same one for as long as the same servers stand in it, so that no row is
 * drawn again for a key that finds what the one before found. How the servers were found matters to a search alone.
 */
export function useSections(servers: readonly ServerSummary[], query: string): readonly ListSection[] {
  const say = useSay();
  const english = englishNow().say;
  const health = useHealth((all) => (query.trim() === '' ? unsearched : all.health));
  const search = useMemo(() => keptSearch(searchFor(query, [say, english])), [query, say, english]);
  const [keep] = useState(keptSections);
  return useMemo(() => keep(sectionsOf(servers, search, say, health)), [keep, servers, search, say, health]);
}

/** Gives in place of sections those given before, as far as they are the same. */
function keptSections(): (sections: readonly ListSection[]) => readonly ListSection[] {
  let last: readonly ListSection[] = [];
  return (sections) => {
    const before = new Map(last.map((section) => [section.key, section]));
    const now = sections.map((section) => {
      const known = before.get(section.key);
      return known && known.name === section.name && areSame(known.servers, section.servers) ? known : section;
    });
    if (!areSame(now, last)) last = now;
    return last;
  };
}

const areSame = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((one, at) => one === others[at]);
