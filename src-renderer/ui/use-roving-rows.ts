import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** Letters that come faster than this are one beginning of a name. */
const TYPING_MS = 800;

export interface RovingRow {
  key: string;
  /** What typing finds it by. */
  name: string;
}

/**
 * Makes a long list one stop of Tab: the arrows, Home, End and the beginning of a name move over `rows`, drawn or not (WAI-ARIA,
 * roving tabindex). Each drawn row has `data-row` with its place in `rows` around a button with
 * `data-roving`, which has `tabIndex` 0 in the row of `stop` and -1 in all others; what belongs to a row carries `data-beside`, and
 * Right and Left move to it and back. The row of `stop` has to be drawn always. Tab stops at the row last visited, or at the one
 * that became `current`.
 */
export function useRovingRows(
  list: RefObject<HTMLElement | null>,
  rows: readonly RovingRow[],
  current: string | undefined,
) {
  const [visited, setVisited] = useState<{ key: string; current: string | undefined }>();
  const [held, setHeld] = useState<string>();
  /** The place of the row that gets the focus next. */
  const [wanted, setWanted] = useState<number>();
  const typed = useRef({ text: '', at: 0 });
  const has = (key: string | undefined) => key !== undefined && rows.some((row) => row.key === key);
  const before = visited?.current === current ? visited?.key : undefined;
  const next = wanted === undefined ? undefined : rows[wanted]?.key;
  const stop = [next, held, before, current].find(has) ?? rows[0]?.key;

  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const key = rows[placeOf(target)]?.key;
    if (key === undefined) return;
    setHeld(key);
    if (target.matches('[data-roving]')) setVisited({ key, current });
  };
  const onBlur = () => setHeld(undefined);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const at = placeOf(target);
    if (at < 0) return;
    const beside = besideOf(event.key, target);
    const to = beside ? undefined : (nextOf(event.key, at, rows.length) ?? named(event.key, at));
    if (!beside && to === undefined) return;
    event.preventDefault();
    if (beside) beside.focus();
    else if (to !== undefined) setWanted(to);
  };

  // Drawn by now, as it is the row of `stop`.
  useLayoutEffect(() => {
    if (wanted === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${wanted}"] [data-roving]`)?.focus();
    setWanted(undefined);
  }, [wanted, list]);

  function named(key: string, at: number): number | undefined {
    const goesOn = Date.now() - typed.current.at < TYPING_MS && typed.current.text !== '';
    if (key.length !== 1 || (key === ' ' && !goesOn)) return undefined;
    const text = (goesOn ? typed.current.text : '') + key.toLowerCase();
    typed.current = { text, at: Date.now() };
    // A new beginning looks behind the row in hand, a longer one at that row as well.
    const from = at + (goesOn ? 0 : 1);
    const found = rows.findIndex((_, step) => rows[(from + step) % rows.length]?.name.toLowerCase().startsWith(text));
    return found < 0 ? at : (from + found) % rows.length;
  }

  return { stop, props: { onFocus, onBlur, onKeyDown } };
}

const placeOf = (target: Element): number => {
  const place = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  return place === undefined ? -1 : Number(place);
};

/** Where a key leads beside a row, and back. */
function besideOf(key: string, target: HTMLElement): HTMLElement | null | undefined {
  const row = target.closest('[data-row]');
  if (key === 'ArrowRight') return row?.querySelector<HTMLElement>('[data-beside]');
  if (key === 'ArrowLeft' && target.matches('[data-beside]')) return row?.querySelector<HTMLElement>('[data-roving]');
  return undefined;
}

/** Where a key leads in a list of so many rows. */
function nextOf(key: string, at: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return undefined;
  }
}
