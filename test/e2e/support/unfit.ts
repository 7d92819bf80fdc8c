/** All runs in the page, and scrolls nothing. */

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

/** What the searches share; one for each state of the page. */
function measuring() {
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const style = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, style);
    return style;
  };
  const boxes = new Map<Element, DOMRect>();
  const boxOf = (element: Element) => {
    const box = boxes.get(element) ?? element.getBoundingClientRect();
    boxes.set(element, box);
    return box;
  };
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const nameOf = (element: Element) => {
    const [part = ''] = element.classList;
    return `${element.tagName.toLowerCase()}${part && `.${part}`}`;
  };

  /** What cuts a box: an element above it that hides what leaves it, or the window. What can be scrolled to is not cut. */
  function cutBy(box: Box, element: Element): string | undefined {
    let [across, down] = [true, true];
    for (let above: Element | null = element; above && (across || down); above = above.parentElement) {
      const { overflowX, overflowY, position } = styleOf(above);
      const edge = boxOf(above);
      if (across && scrolls(overflowX)) across = false;
      if (down && scrolls(overflowY)) down = false;
      if (across && overflowX !== 'visible' && (box.left < edge.left - 1 || box.right > edge.right + 1))
        return nameOf(above);
      if (down && overflowY !== 'visible' && (box.top < edge.top - 3 || box.bottom > edge.bottom + 3))
        return nameOf(above);
      if (position === 'fixed') break;
    }
    if (across && (box.left < -1 || box.right > innerWidth + 1)) return 'the window';
    if (down && (box.top < -3 || box.bottom > innerHeight + 3)) return 'the window';
    return undefined;
  }

  return {
    styleOf,
    boxOf,
    scrolls,
    nameOf,
    cutBy,
    /** What is in front, which is what can be used. */
    front: [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body,
    controls:
      'button, a[href], input:not([type="radio"], [type="checkbox"]), select, textarea, summary, label, [role="tab"], [role="option"]',
    short: (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60),
    isShown: (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.clientWidth !== 1 && // there for screen readers, or until it has the focus
      !element.closest('.unseen, [inert], iframe'),
  };
}
type Measuring = ReturnType<typeof measuring>;

/** Words that are cut, or leave their box or their control. What is cut on purpose has a title with all of it. */
function unfitWords({ styleOf, boxOf, nameOf, cutBy, front, controls, short, isShown }: Measuring): string[] {
  const troubles: string[] = [];
  const isInline = (element: Element) => /^(?:inline|contents)$/.test(styleOf(element).display);
  function blockOf(element: Element): Element {
    let block = element;
    while (isInline(block) && block.parentElement) block = block.parentElement;
    return block;
  }
  const leaves = (line: Box, edge: Box, across: number, down: number) =>
    line.left < edge.left - across ||
    line.right > edge.right + across ||
    line.top < edge.top - down ||
    line.bottom > edge.bottom + down;

  const words = document.createTreeWalker(front, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { currentNode: node } = words;
    const element = node.parentElement;
    const text = short(node.textContent);
    if (!text || !element || element.closest('script, style, option, textarea') || !isShown(element)) continue;
    if (element.closest('details:not([open])') && !element.closest('summary')) continue;
    const titled = element.closest('[title]');
    if (titled && styleOf(titled).textOverflow === 'ellipsis') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const block = blockOf(element);
    const control = element.closest(controls);
    const beyond = styleOf(block).whiteSpace.startsWith('pre') ? 5 : 1; // a space at the end of its line is outside
    for (const line of range.getClientRects()) {
      if (line.width < 1) continue;
      // A line is a little higher than its letters.
      if (leaves(line, boxOf(block), beyond, 3)) troubles.push(`${nameOf(block)} "${text}" leaves its box`);
      if (control && leaves(line, boxOf(control), beyond, 1)) troubles.push(`"${text}" leaves its control`);
      const cut = cutBy(line, block);
      if (cut) troubles.push(`${nameOf(block)} "${text}" is cut by ${cut}`);
    }
  }
  return troubles;
}

/** Controls and options that are cut, controls that lie on each other, and what scrolls sideways. */
function unfitControls({
  styleOf,
  boxOf,
  scrolls,
  nameOf,
  cutBy,
  front,
  controls,
  short,
  isShown,
}: Measuring): string[] {
  const troubles: string[] = [];
  const pen = document.createElement('canvas').getContext('2d');
  const labelOf = (control: Element) => `${nameOf(control)} "${short(control.textContent)}"`;
  const shown = [...front.querySelectorAll(controls)].filter((each) => isShown(each) && each.clientWidth > 1);
  for (const control of shown) {
    const cut = control.parentElement && cutBy(boxOf(control), control.parentElement);
    if (cut) troubles.push(`${labelOf(control)} is cut by ${cut}`);
    const sign = control.querySelector(':scope > svg:first-child');
    const words = document.createRange();
    words.selectNodeContents(control);
    if (sign) words.setStartAfter(sign);
    const below = sign && [...words.getClientRects()].find(({ width }) => width > 1);
    if (below && below.top >= boxOf(sign).bottom) troubles.push(`${labelOf(control)} stands below its sign`);
    if (!(control instanceof HTMLSelectElement) || !pen) continue;
    const { font, paddingLeft, paddingRight } = styleOf(control);
    pen.font = font;
    const ARROW = 20;
    const room = control.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - ARROW;
    for (const { text } of control.options)
      if (pen.measureText(text).width > room + 1) troubles.push(`option "${short(text)}" is cut`);
  }

  /** What of a control is seen: of one that is scrolled away, nothing. What is taken out of the flow lies over the rest on purpose. */
  function place(control: Element) {
    let { left, right, top, bottom } = boxOf(control);
    let layer: Element = front;
    for (let above: Element | null = control; above && above !== front; above = above.parentElement) {
      const { overflowY, position } = styleOf(above);
      if (layer === front && !/^(?:static|relative)$/.test(position)) layer = above;
      if (above === control || overflowY === 'visible') continue;
      const edge = boxOf(above);
      [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    return { control, layer, left, right, top, bottom };
  }
  const placed = shown.map(place).sort((one, other) => one.top - other.top);
  for (const [at, one] of placed.entries())
    for (const other of placed.slice(at + 1)) {
      if (other.top >= one.bottom - 1) break; // and so do those below it
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (wide <= 1 || high <= 1 || one.layer !== other.layer) continue;
      if (one.control.contains(other.control) || other.control.contains(one.control)) continue;
      troubles.push(`${labelOf(one.control)} lies on ${labelOf(other.control)}`);
    }

  for (const element of [document.documentElement, ...front.querySelectorAll('*')]) {
    if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) continue;
    const slides = element === document.documentElement || scrolls(styleOf(element).overflowX);
    if (slides && isShown(element))
      troubles.push(`${nameOf(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`);
  }
  return troubles;
}

/** A function for the page: what is written and does not fit where it stands, and what does not fit beside what, as sentences. */
export const unfit = `() => {
  const measured = (${measuring})();
  return [...new Set([...(${unfitWords})(measured), ...(${unfitControls})(measured)])];
}`;
