import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  type Rect,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual';
import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react';

interface Needs {
  /** How many rows there are, and what the row at a place is told from others by. */
  count: number;
  keyOf(at: number): string;
  /** How high a row is before it was drawn. What is drawn is measured. */
  heightOf(at: number): number;
  /** What the rows scroll in; and what they stand in, which may begin further down in it. */
  scroller(): HTMLElement | null;
  list(): HTMLElement | null;
  /** So many rows beyond each edge are drawn as well, but only after those in sight: at first, and whenever `found` is another. */
  beyond: number;
  /** What a search found; the same one for as long as nothing is searched for, and for a key that finds the same rows. */
  found: unknown;
  /** No row is drawn merely because it is in sight. */
  none?: boolean;
  /** Which rows are drawn besides those that are drawn for where they are. */
  alsoDrawn(inSight: readonly number[]): Iterable<number>;
}

type Rows = Virtualizer<HTMLElement, HTMLElement>;

/** Hears the size of what the rows scroll in before the frame is shown, once the browser has laid it out. */
function hearSize({ scrollElement }: Rows, tell: (size: Rect) => void): (() => void) | undefined {
  if (!scrollElement) return undefined;
  const { ResizeObserver } = window;
  const observer = new ResizeObserver(() =>
    tell({ width: scrollElement.clientWidth, height: scrollElement.clientHeight }),
  );
  observer.observe(scrollElement);
  return () => observer.disconnect();
}

/** The height of a row as the browser has laid it out; until then what it was last, or is taken to be. */
function heightOfRow(row: HTMLElement, entry: ResizeObserverEntry | undefined, rows: Rows): number {
  const known = rows.measurementsCache[rows.indexFromElement(row)]?.size;
  return entry || known === undefined ? measureElement(row, entry, rows) : known;
}

/**
 * For a long list whose rows stand in the page as if all of them were drawn, while only those in sight are. A row that is drawn
 * has `measure` as its `ref` and its place as `data-row`; in place of others there has to be as much room as `between` says.
 */
export function useDrawnRows({
  count,
  keyOf,
  heightOf,
  scroller,
  list,
  beyond,
  found,
  none = false,
  alsoDrawn,
}: Needs) {
  const [margin, setMargin] = useState(0);
  const hasScroller = useRef(false);
  const isInSightDrawn = useDeferredValue(found, undefined) === found;
  // Not while rows are made: it would have the page laid out with what it is about to show no longer.
  useLayoutEffect(() => setMargin(scroller() === list() ? 0 : (list()?.offsetTop ?? 0)));
  const virtual = useVirtualizer({
    count,
    getItemKey: keyOf,
    estimateSize: heightOf,
    getScrollElement: scroller,
    scrollMargin: margin,
    indexAttribute: 'data-row',
    initialRect: { width: 0, height: window.innerHeight },
    // Whatever is read of the page while rows are made has it laid out at once, and what is found has them made once more.
    observeElementRect: hearSize,
    measureElement: heightOfRow,
    scrollToFn: (offset, options, rows) => {
      // The first thing that they scroll in is at its beginning as it is made; another one may stand anywhere.
      if (hasScroller.current || offset !== 0) elementScroll(offset, options, rows);
      hasScroller.current = true;
    },
    overscan: isInSightDrawn ? beyond : 0,
    rangeExtractor: (range) => {
      const inSight = none ? [] : defaultRangeExtractor(range);
      const drawn = new Set([...inSight, ...alsoDrawn(inSight)]);
      return [...drawn].filter((at) => at >= 0 && at < count).sort((a, b) => a - b);
    },
  });
  // Rows stand in the flow of the page, where the browser itself keeps what is in sight in its place.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  const drawn: ReadonlySet<number> = new Set(virtual.getVirtualItems().map(({ index }) => index));
  /** The height of the rows from one place on to another, drawn or not. */
  const between = (from: number, to: number): number => {
    const [first, last] = [virtual.measurementsCache[from], virtual.measurementsCache[to - 1]];
    return from < to && first && last ? last.end - first.start : 0;
  };
  return {
    drawn,
    between,
    measure: virtual.measureElement as (row: HTMLElement | null) => void,
    /** Whether it is scrolled at all, without asking the page. */
    isScrolled: () => (virtual.scrollOffset ?? 0) > 0,
  };
}
