/**
 * What is written and does not fit where it stands, as sentences: words that are cut, leave their box or the window, options that are
 * cut, and controls that lie on each other. Looks at what is in front, and scrolls nothing. What is cut on purpose has a title with
 * all of it. Runs in the page.
 */
export function unfit(): string[] {
  type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;
  const troubles = new Set<string>();
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  const front = dialog ?? document.body;
  const pen = document.createElement('canvas').getContext('2d');
  const short = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const nameOf = (element: Element) => {
    const [part = ''] = element.classList;
    return `${element.tagName.toLowerCase()}${part && `.${part}`}`;
  };
  const isShown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.clientWidth !== 1 && // there for screen readers, or until it has the focus
    !element.closest('.unseen, [inert], iframe');

  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

  /** What cuts a box: an element above it that hides what leaves it, or the window. What can be scrolled to is not cut. */
  function cutBy(box: Box, element: Element): string | undefined {
    let [across, down] = [true, true];
    for (let above: Element | null = element; above && (across || down); above = above.parentElement) {
      const { overflowX, overflowY, position } = styleOf(above);
      const edge = above.getBoundingClientRect();
      if (across && scrolls(overflowX)) across = false;
      if (down && scrolls(overflowY)) down = false;
      if (across && overflowX !== 'visible' && (box.left < edge.left - 1 || box.right > edge.right + 1))
        return nameOf(above);
      // A line is a little higher than its letters.
      if (down && overflowY !== 'visible' && (box.top < edge.top - 3 || box.bottom > edge.bottom + 3))
        return nameOf(above);
      if (position === 'fixed') break;
    }
    if (across && (box.left < -1 || box.right > innerWidth + 1)) return 'the window';
    if (down && (box.top < -3 || box.bottom > innerHeight + 3)) return 'the window';
    return undefined;
  }

  const isInline = (element: Element) => /^(?:inline|contents)$/.test(styleOf(element).display);
  function boxOf(element: Element): Element {
    let box = element;
    while (isInline(box) && box.parentElement) box = box.parentElement;
    return box;
  }

  const words = document.createTreeWalker(front, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { currentNode: node } = words;
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (!text || !element || element.closest('script, style, option, textarea') || !isShown(element)) continue;
    if (element.closest('details:not([open])') && !element.closest('summary')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = boxOf(element);
    const edge = box.getBoundingClientRect();
    const beyond = styleOf(box).whiteSpace.startsWith('pre') ? 5 : 1; // a space at the end of its line is outside
    const titled = element.closest('[title]');
    const isCutOnPurpose = titled !== null && styleOf(titled).textOverflow === 'ellipsis';
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      if (
        line.left < edge.left - beyond ||
        line.right > edge.right + beyond ||
        line.top < edge.top - 3 ||
        line.bottom > edge.bottom + 3
      )
        if (!isCutOnPurpose) troubles.add(`${nameOf(box)} "${short(text)}" leaves its box`);
      const cut = isCutOnPurpose ? undefined : cutBy(line, box);
      if (cut) troubles.add(`${nameOf(box)} "${short(text)}" is cut by ${cut}`);
    }
  }

  const wanted =
    'button, a[href], input:not([type="radio"], [type="checkbox"]), select, textarea, summary, label, [role="tab"], [role="option"]';
  const controls = [...front.querySelectorAll(wanted)].filter((each) => isShown(each) && each.clientWidth > 1);
  for (const control of controls) {
    const cut = control.parentElement && cutBy(control.getBoundingClientRect(), control.parentElement);
    if (cut) troubles.add(`${nameOf(control)} "${short(control.textContent)}" is cut by ${cut}`);
    if (!(control instanceof HTMLSelectElement) || !pen) continue;
    const { font, paddingLeft, paddingRight } = styleOf(control);
    pen.font = font;
    const ARROW = 20;
    const room = control.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - ARROW;
    for (const { text } of control.options)
      if (pen.measureText(text).width > room + 1) troubles.add(`option "${short(text)}" is cut`);
  }

  /** What of a control is seen: of one that is scrolled away, nothing. */
  function seen(control: Element): Box {
    let { left, right, top, bottom } = control.getBoundingClientRect();
    for (let above = control.parentElement; above; above = above.parentElement) {
      if (styleOf(above).overflowY === 'visible') continue;
      const edge = above.getBoundingClientRect();
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { left, right, top, bottom };
  }
  /** The layer that a control is on: what is taken out of the flow lies over the rest on purpose. */
  const layerOf = (control: Element) => {
    for (let above: Element | null = control; above && above !== front; above = above.parentElement)
      if (!/^(?:static|relative)$/.test(styleOf(above).position)) return above;
    return front;
  };
  const placed = controls.map((control) => ({ control, layer: layerOf(control), box: seen(control) }));
  for (const [at, one] of placed.entries())
    for (const other of placed.slice(at + 1)) {
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide <= 1 || high <= 1 || one.layer !== other.layer) continue;
      if (one.control.contains(other.control) || other.control.contains(one.control)) continue;
      const names = [one, other].map(({ control }) => `${nameOf(control)} "${short(control.textContent)}"`);
      troubles.add(`${names.join(' lies on ')}`);
    }

  for (const element of front.querySelectorAll('*')) {
    const { overflowX } = styleOf(element);
    if (!scrolls(overflowX) || element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) continue;
    if (isShown(element))
      troubles.add(`${nameOf(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`);
  }
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth + 1)
    troubles.add(`the page scrolls sideways: ${page.scrollWidth} in ${page.clientWidth}`);
  return [...troubles];
}
