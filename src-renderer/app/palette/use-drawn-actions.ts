import { type RefObject, useDeferredValue } from 'react';
import { useDrawnRows } from '../../ui/use-drawn-rows';
import { useMedia } from '../../ui/use-media';
import type { ActionGroup } from './palette-rows';

const BEYOND = 12;
// As they are when nothing takes a second line.
const ROW_HEIGHT = 28;
const HEADING_HEIGHT = 26;
/** In so small a window all of the palette scrolls, not the list in it (palette.module.css). */
const SMALL = '(max-width: 720px), (max-height: 400px)';

/**
 * Which rows of the palette are drawn: the headings, those in sight, and the one at `kept`. As it opens the box is shown with the
 * headings, that one and the room for the others, so that it is there at once and in its size.
 */
export function useDrawnActions(
  list: RefObject<HTMLElement | null>,
  groups: readonly ActionGroup[],
  searched: string,
  kept: number,
) {
  const isShown = useDeferredValue(true, false);
  const isSmall = useMedia(SMALL);
  const headings = groups.map(({ from }) => from);
  return useDrawnRows({
    count: groups.at(-1)?.to ?? 0,
    keyOf: (at) => keyAt(groups, at),
    heightOf: (at) => (headings.includes(at) ? HEADING_HEIGHT : ROW_HEIGHT),
    scroller: () => (isSmall ? (list.current?.closest<HTMLElement>('[data-palette]') ?? null) : list.current),
    list: () => list.current,
    beyond: BEYOND,
    found: searched === '' ? '' : groups,
    none: !isShown,
    alsoDrawn: () => [...headings, kept],
  });
}

function keyAt(groups: readonly ActionGroup[], at: number): string {
  const group = groups.find(({ from, to }) => at >= from && at < to);
  return group?.items[at - group.from - 1]?.key ?? `group ${group?.key}`;
}
