import type { RefObject } from 'react';
import { useDrawnRows } from '../../ui/use-drawn-rows';
import { useMedia } from '../../ui/use-media';
import type { ListRow, ShownSection } from './list-rows';

/** A list of no more rows is drawn whole. */
const DRAWN_WHOLE = 60;
/** So many headings are all drawn: a screen reader goes from one to the next. */
const HEADINGS_DRAWN = 60;
const BEYOND = 8;
// As they are when nothing takes a second line.
const ROW_HEIGHT = 42;
const HEADING_HEIGHT = 30;
/** So low a window scrolls its list together with what stands above and below it (server-list.module.css). */
const LOW = '(max-height: 400px)';

interface Needs {
  scroll: RefObject<HTMLElement | null>;
  rows: readonly ListRow[];
  sections: readonly ShownSection[];
  found: unknown;
  /** Keys of rows that are drawn wherever they are. */
  kept: readonly (string | undefined)[];
}

/** Which rows of the list are drawn: those in sight, those that are kept, and the headings: all, or of many those with a row drawn. */
export function useListRows({ scroll, rows, sections, found, kept }: Needs) {
  const isLow = useMedia(LOW);
  const headings = new Set(sections.flatMap(({ section, from }) => (section.name ? [from] : [])));
  return useDrawnRows({
    count: rows.length,
    keyOf: (at) => rows[at]?.key ?? '',
    heightOf: (at) => (headings.has(at) ? HEADING_HEIGHT : ROW_HEIGHT),
    scroller: () => (isLow ? (scroll.current?.closest('nav') ?? null) : scroll.current),
    list: () => scroll.current,
    beyond: BEYOND,
    found,
    alsoDrawn(inSight) {
      if (rows.length <= DRAWN_WHOLE) return rows.keys();
      const places = kept.map((key) => rows.findIndex((row) => row.key === key)).filter((at) => at >= 0);
      if (headings.size <= HEADINGS_DRAWN) return [...places, ...headings];
      const drawn = [...inSight, ...places];
      const theirs = sections.filter(({ from, to }) => drawn.some((at) => at >= from && at < to));
      return [...places, ...theirs.map(({ from }) => from)];
    },
  });
}
