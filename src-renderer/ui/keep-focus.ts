/** Where the focus may rest when the thing that had it is gone: what a screen reader can name. */
const REGION = 'section[aria-label], aside[aria-label], [role="tabpanel"], [role="dialog"], nav, main';

/** The element that had the focus, and what it stood in, from the inside out. */
let last: readonly Element[] = [];
/** What had the focus last outside all dialogs. */
let outside: Element | null = null;
let waiting = false;

const isShown = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.isConnected &&
  element.checkVisibility({ visibilityProperty: true }) &&
  !element.closest('[inert]');

function pathOf(element: Element): Element[] {
  const path: Element[] = [];
  for (let above: Element | null = element; above; above = above.parentElement) path.push(above);
  return path;
}

/** Puts the focus on a region, which takes it only this way and not with Tab. */
export function focusRegion(region: HTMLElement): void {
  if (!region.hasAttribute('tabindex')) region.tabIndex = -1;
  region.focus({ preventScroll: true });
}

/** Puts the focus on the work area, from where Tab goes on into what it shows. */
export function focusWork(): void {
  const work = document.querySelector('main');
  if (work) focusRegion(work);
}

/**
 * What a dialog gives the focus back to as it closes, for Base UI's `finalFocus`: what opened it or, if that was the palette,
 * what had the focus before. A region is focused here, since Base UI would take the first control in it; false where nothing
 * is left, and then `keepFocus` finds what is near.
 */
export function backTo(opener: Element | null): HTMLElement | false {
  const had = opener?.closest('[data-palette]') ? outside : opener;
  if (!(had instanceof HTMLElement) || had === document.body || !had.checkVisibility()) return false;
  if (had.tabIndex >= 0) return had;
  queueMicrotask(() => focusRegion(had));
  return false;
}

function putBack(): void {
  waiting = false;
  if (document.activeElement !== document.body || last.length === 0) return;
  const [had, ...around] = last;
  if (had && isShown(had)) had.focus({ preventScroll: true });
  if (document.activeElement !== document.body) return;
  const front = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  const region = around.find(
    (element) => element.matches(REGION) && isShown(element) && (!front || front.contains(element)),
  );
  const rest = region ?? front ?? document.querySelector('main');
  if (rest instanceof HTMLElement) focusRegion(rest);
}

/** After the frame in which something went: whatever moves the focus itself has done so by then. */
function soon(): void {
  if (waiting || document.activeElement !== document.body || last.length === 0) return;
  waiting = true;
  requestAnimationFrame(() => requestAnimationFrame(putBack));
}

/**
 * Keeps the focus from falling to the page when what has it goes: it stays as near as it can, so that Tab goes on from there.
 * A click beside everything takes the focus away on purpose, and is left alone.
 */
export function keepFocus(): void {
  window.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || target === document.body) return;
    last = pathOf(target);
    if (!target.closest('[role="dialog"]')) outside = target;
  });
  window.addEventListener('pointerdown', () => {
    last = [];
  });
  new MutationObserver(soon).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['hidden', 'inert', 'disabled', 'class'],
  });
}
