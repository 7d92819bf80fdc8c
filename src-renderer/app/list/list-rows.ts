import type { ServerId, ServerSummary } from '../../../src-shared/model/server';
import type { ListSection } from '../../../src-shared/model/server-list';

/** A section as it is shown: its heading, if it has one, and its servers, all or only the one in hand. */
export interface ShownSection {
  section: ListSection;
  isShut: boolean;
  shown: readonly ServerSummary[];
  /** The places of its heading and servers among all rows of the list, and the place behind them. */
  from: number;
  to: number;
}

export type ListRow = { key: string; name: string };

/** What is shown of the sections, and all rows of it in their order: headings and servers. */
export function rowsOf(
  sections: readonly ListSection[],
  isShut: (section: ListSection) => boolean,
  current: ServerId | undefined,
): { shownSections: ShownSection[]; rows: ListRow[] } {
  const rows: ListRow[] = [];
  const shownSections = sections.map((section): ShownSection => {
    const from = rows.length;
    const shut = section.name !== '' && isShut(section);
    const shown = shut ? section.servers.filter(({ id }) => id === current) : section.servers;
    if (section.name) rows.push({ key: section.key, name: section.name });
    rows.push(...shown.map(({ id, name }) => ({ key: id, name })));
    return { section, isShut: shut, shown, from, to: rows.length };
  });
  return { shownSections, rows };
}
