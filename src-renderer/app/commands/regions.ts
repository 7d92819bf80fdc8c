import { focusRegion } from '../../ui/keep-focus';

/** The parts of the window, in the order of F6. */
const PARTS = 'nav, main, footer';

/** What had the focus last in each part. */
const lastIn = new WeakMap<Element, HTMLElement>();

const isUsable = (element: HTMLElement | undefined): element is HTMLElement =>
  element?.isConnected === true && element.checkVisibility({ visibilityProperty: true });

/** Takes the focus to the next part of the window (1) or the one before (-1), where it was in it last. */
export function goToRegion(step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>(PARTS)].filter(
    (part) => isUsable(part) && !part.closest('[inert]'),
  );
  const here = parts.findIndex((part) => part.contains(document.activeElement));
  const from = here < 0 && step < 0 ? 0 : here;
  const next = parts[(from + step + parts.length) % parts.length];
  if (!next) return;
  const before = lastIn.get(next);
  const first = next.matches('nav') ? next.querySelector<HTMLElement>('[data-roving][tabindex="0"]') : null;
  if (isUsable(before) && next.contains(before)) before.focus();
  else if (first) first.focus();
  else focusRegion(next);
}

/** Remembers where the focus was in each part. */
export function rememberRegions(): void {
  window.addEventListener('focusin', ({ target }) => {
    const part = target instanceof HTMLElement ? target.closest(PARTS) : null;
    if (part && target instanceof HTMLElement) lastIn.set(part, target);
  });
}
