/**
 * The `ref` of each tab in a row that wraps: there is nothing to scroll to. Base UI scrolls to the tab in hand as it draws a row
 * for the first time, and has the page laid out for that in the middle of what is drawn; it leaves alone what cannot be scrolled.
 */
export function notScrolledTo(tab: HTMLElement | null): void {
  if (tab) Object.defineProperty(tab, 'scrollTo', { value: undefined, configurable: true });
}
