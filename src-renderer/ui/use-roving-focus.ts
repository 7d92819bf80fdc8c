import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

const ITEM = '[data-roving]';
/** Letters that come faster than this are one beginning of a name. */
const TYPING_MS = 800;

const itemsOf = (list: HTMLElement | null): HTMLElement[] =>
  [...(list?.querySelectorAll<HTMLElement>(ITEM) ?? [])].filter((item) => item.checkVisibility());

function choose(list: HTMLElement | null, wanted: HTMLElement): void {
  for (const item of list?.querySelectorAll<HTMLElement>(ITEM) ?? []) item.tabIndex = item === wanted ? 0 : -1;
}

/**
 * Makes a long list one stop of Tab: the arrows, Home, End and the beginning of a name move in it (WAI-ARIA, roving tabindex).
 * Its items carry `data-roving`, with the name that typing finds, and `tabIndex={-1}`; what belongs to an item carries
 * `data-beside`, and Right and Left move to it and back. Tab stops at the item last visited, or at the one that became `current`.
 */
export function useRovingFocus(list: RefObject<HTMLElement | null>, current: string | undefined) {
  const typed = useRef({ text: '', at: 0 });
  const followed = useRef<string>(undefined);
  useLayoutEffect(() => {
    const items = itemsOf(list.current);
    const held = items.find((item) => item === document.activeElement);
    const shown = items.find((item) => item.hasAttribute('aria-current'));
    const before = followed.current === current ? items.find(({ tabIndex }) => tabIndex === 0) : undefined;
    if (shown) followed.current = current;
    const stop = held ?? before ?? shown ?? items[0];
    if (stop) choose(list.current, stop);
  });

  const onFocus = ({ target }: { target: EventTarget }) => {
    if (target instanceof HTMLElement && target.matches(ITEM)) choose(list.current, target);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const items = itemsOf(list.current);
    const { target } = event;
    const row = target.matches(ITEM) ? target : target.parentElement?.querySelector<HTMLElement>(ITEM);
    const at = row ? items.indexOf(row) : -1;
    if (at < 0) return;
    const next = nextOf(event.key, items, at, target) ?? named(event.key, items, at);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  function named(key: string, items: HTMLElement[], at: number): HTMLElement | undefined {
    const goesOn = Date.now() - typed.current.at < TYPING_MS && typed.current.text !== '';
    if (key.length !== 1 || (key === ' ' && !goesOn)) return undefined;
    const text = (goesOn ? typed.current.text : '') + key.toLowerCase();
    typed.current = { text, at: Date.now() };
    // A new beginning looks behind the row in hand, a longer one at that row as well.
    const from = at + (goesOn ? 0 : 1);
    const inOrder = [...items.slice(from), ...items.slice(0, from)];
    return inOrder.find((item) => item.dataset.roving?.toLowerCase().startsWith(text)) ?? items[at];
  }

  return { onFocus, onKeyDown };
}

/** Where a key leads from an item, or from what stands beside it. */
function nextOf(key: string, items: HTMLElement[], at: number, target: HTMLElement): HTMLElement | undefined {
  const beside = items[at]?.parentElement?.querySelector<HTMLElement>('[data-beside]') ?? undefined;
  switch (key) {
    case 'ArrowDown':
      return items[Math.min(at + 1, items.length - 1)];
    case 'ArrowUp':
      return items[Math.max(at - 1, 0)];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight':
      return beside;
    case 'ArrowLeft':
      return target === beside ? items[at] : undefined;
    default:
      return undefined;
  }
}
