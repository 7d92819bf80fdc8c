import { expect, type StartedApp } from './app';
import { inWindow } from './in-window';

/** A window with its zoom; what the page has is the size divided by it (WCAG 2.2, 1.4.10: 320 px at 400 %). */
export interface WindowSize {
  width: number;
  height: number;
  zoom: number;
}
/** In an order that makes the window itself larger or smaller only twice; the last is what it begins with. */
const sizes: readonly WindowSize[] = [
  { width: 940, height: 600, zoom: 1 },
  { width: 940, height: 600, zoom: 2 },
  { width: 1280, height: 820, zoom: 2 },
  { width: 1280, height: 820, zoom: 1.5 },
  { width: 1280, height: 820, zoom: 4 },
  { width: 1280, height: 820, zoom: 1 },
];

export async function resize({ electron }: StartedApp, { width, height, zoom }: WindowSize): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, [width, height, zoom]) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setContentSize(width, height);
      window?.webContents.setZoomFactor(zoom);
    },
    [width, height, zoom] as const,
  );
  await expect
    .poll(
      () => inWindow<number[]>(electron, '[Math.round(innerWidth * devicePixelRatio), innerWidth]').catch(() => []),
      {
        intervals: [20, 50, 100],
      },
    )
    .toEqual([width, Math.round(width / zoom)]);
}

/** Those in which the server list is a drawer. */
export const narrowSizes = sizes.filter(({ width, zoom }) => width / zoom <= 900);

const troubles = `(async () => [...await (${unreachable})(), ...(${misplacedLabels})(), ...(${illDrawn})()])()`;

/** Looks at what is shown in every size, naming the screen; the window ends as large as it was. */
export async function expectReflow(
  app: StartedApp,
  screen: string,
  inSizes: readonly WindowSize[] = sizes,
): Promise<void> {
  for (const size of inSizes) {
    await resize(app, size);
    const where = `${screen}, ${size.width} × ${size.height} at ${size.zoom * 100} %`;
    expect.soft(await inWindow<string[]>(app.electron, troubles), where).toEqual([]);
  }
}

/**
 * Text in a column too narrow for it or outside of its button, hints that are cut, and more than one main button on a surface, as
 * sentences. Runs in the page.
 */
export function illDrawn(): string[] {
  const troubles: string[] = [];
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return ['no canvas to measure with'];
  const textOf = (element: Element) => element.textContent?.trim().slice(0, 40);
  for (const element of document.querySelectorAll('main *, [role="dialog"] *')) {
    if (!element.checkVisibility() || element.closest('.unseen')) continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()];
      const widest = Math.max(...lines.map(({ width }) => width));
      let box: Element = element;
      while (box.clientWidth === 0 && box.parentElement) box = box.parentElement; // of an inline one
      if (lines.length > 3 && widest < 40 && box.clientWidth < 64)
        troubles.push(`"${textOf(element)}" is squeezed to ${Math.round(widest)} px`);
    }
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
    if (!input.checkVisibility() || input.closest('[inert]')) continue;
    const style = getComputedStyle(input);
    pen.font = style.font;
    const room = input.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
    if (pen.measureText(input.placeholder).width > room + 1) troubles.push(`"${input.placeholder}" is cut`);
  }
  // A button that looks like a link has no box that its words could leave.
  for (const button of document.querySelectorAll(':is(main, [role="dialog"]) button:not([data-look="link"])')) {
    if (!button.checkVisibility() || button.closest('[inert]')) continue;
    const box = button.getBoundingClientRect();
    const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      if (words.currentNode.parentElement?.closest('.unseen')) continue;
      const range = document.createRange();
      range.selectNodeContents(words.currentNode);
      const isOut = ({ top, bottom }: DOMRect) => top < box.top - 1 || bottom > box.bottom + 1;
      if ([...range.getClientRects()].some(isOut)) troubles.push(`"${textOf(button)}" leaves its button`);
    }
  }
  // The test panel and the bar of unsaved changes are surfaces of their own.
  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  const surfaceOf = (button: Element) => dialog ?? button.closest('[data-surface]') ?? 'the page';
  const surfaces = new Map<unknown, string[]>();
  for (const button of (dialog ?? document).querySelectorAll(
    'button:is([data-look="main"], [data-look="production"]):not([aria-disabled])',
  )) {
    if (!button.checkVisibility()) continue;
    const surface = surfaceOf(button);
    surfaces.set(surface, [...(surfaces.get(surface) ?? []), textOf(button) ?? '']);
  }
  for (const buttons of surfaces.values())
    if (buttons.length > 1) troubles.push(`more than one main button: ${buttons.join(', ')}`);
  return troubles;
}

/** Labels that touch what they name, or stand on another line than it, as sentences. Runs in the page. */
export function misplacedLabels(): string[] {
  const labels = '[data-field] > label, dt, [data-label]';
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return ['no canvas to measure with'];

  /** What one types into, where it is the first thing that is seen of a control. */
  function firstInput(element: Element, textTop: number | undefined) {
    const input = element.querySelector('input:not([type="radio"], [type="checkbox"]), select');
    const line = input?.getBoundingClientRect();
    if (!input || !line || !pen || (textTop !== undefined && textTop < line.top)) return undefined;
    pen.font = getComputedStyle(input).font;
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('x');
    const baseline = (line.top + line.bottom + fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
    return { line, baseline, right: line.right };
  }

  /** Where the first line of its text ends, and on which line it stands. */
  function firstLine(element: Element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || parent.closest('.unseen, option') || !parent.checkVisibility())
        continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
      const [line] = lines;
      if (!line || !pen) continue;
      pen.font = getComputedStyle(parent).font;
      const baseline = line.bottom - pen.measureText('x').fontBoundingBoxDescent;
      return { line, baseline, right: Math.max(...lines.map(({ right }) => right)) };
    }
    return undefined;
  }

  const troubles: string[] = [];
  for (const label of document.querySelectorAll(labels)) {
    const value = label.nextElementSibling;
    const one = firstLine(label);
    const words = value ? firstLine(value) : undefined;
    const other = (value ? firstInput(value, words?.line.top) : undefined) ?? words;
    if (!value || !one || !other) continue;
    const text = label.textContent?.trim().slice(0, 40);
    if (other.line.top >= one.line.bottom || other.line.bottom <= one.line.top) continue; // below each other
    const gap = Math.min(value.getBoundingClientRect().left, other.line.left) - one.right;
    if (gap < 6) troubles.push(`"${text}" stands ${Math.round(gap)} px before what it names`);
    const apart = Math.abs(one.baseline - other.baseline);
    // Where a field puts its text is known to the pixel only.
    if (apart > (other === words ? 2 : 3))
      troubles.push(`"${text}" stands ${apart.toFixed(1)} px off the line of what it names`);
  }
  return troubles;
}

/** What of the page cannot be seen or used without scrolling sideways, as sentences; empty where all can. Runs in the page. */
async function unreachable(): Promise<string[]> {
  for (const each of document.getAnimations()) if (each.effect?.getComputedTiming().endTime !== Infinity) each.finish();
  const troubles: string[] = [];
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame); // React follows the new size
  const nameOf = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}"`;
  for (const element of [document.documentElement, ...document.querySelectorAll('body, body *')]) {
    const { overflowX } = getComputedStyle(element);
    const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll';
    if (scrolls && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      troubles.push(`${nameOf(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`);
  }

  for (const page of [document.documentElement, document.body])
    if (page.scrollTop !== 0 || page.scrollHeight > page.clientHeight + 1)
      troubles.push(`all of the page slides: ${page.scrollHeight} in ${page.clientHeight}, by ${page.scrollTop}`);

  // What is cut on purpose has that class, and its whole text elsewhere.
  for (const element of document.querySelectorAll('main *:not(.cut, .unseen, input, textarea, select)'))
    if (getComputedStyle(element).textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
      troubles.push(`${nameOf(element)} has its text cut`);

  const readCut = (element: Element) => {
    const { position, overflowX, overflowY } = getComputedStyle(element);
    const [across, down] = [overflowX !== 'visible', overflowY !== 'visible'];
    return { across, down, isFixed: position === 'fixed', slides: across || element === document.documentElement };
  };
  // Scrolling does not change it, and whatever can be used has much the same parents.
  const cuts = new Map<Element, ReturnType<typeof readCut>>();
  const cutOf = (element: Element) => {
    const cut = cuts.get(element) ?? readCut(element);
    cuts.set(element, cut);
    return cut;
  };

  const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
  const wanted = 'button, a[href], input, select, textarea, summary, [role="tab"], [role="option"]';
  for (const element of (dialog ?? document).querySelectorAll<HTMLElement>(wanted)) {
    if (element.closest('[inert], [aria-hidden="true"]') || !element.checkVisibility({ visibilityProperty: true }))
      continue;
    if (element.clientWidth <= 1) continue; // there for screen readers, or until it has the focus
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
    // The input of a choice lies under its label.
    const box = element.getBoundingClientRect();
    let [left, right, top, bottom] = [0, innerWidth, 0, innerHeight];
    for (let above = element.parentElement; above; above = above.parentElement) {
      const cut = cutOf(above);
      if (cut.slides && above.scrollLeft !== 0)
        troubles.push(`${nameOf(above)} slid by ${above.scrollLeft} for ${nameOf(element)}`);
      if (!cut.isFixed && !cut.across) continue;
      const edge = above.getBoundingClientRect();
      left = Math.max(left, edge.left);
      right = Math.min(right, edge.right);
      if (cut.down) {
        top = Math.max(top, edge.top);
        bottom = Math.min(bottom, edge.bottom);
      }
      if (cut.isFixed) break;
    }
    if (box.left < left - 1 || box.right > right + 1)
      troubles.push(`${nameOf(element)} is cut at the side: ${box.left}-${box.right} in ${left}-${right}`);
    const room = bottom - top;
    const fits = box.top >= top - 1 && box.bottom <= bottom + 1;
    if (!fits && !(box.height > room && room > 24))
      troubles.push(`${nameOf(element)} is cut: ${box.top}-${box.bottom} in ${top}-${bottom}`);
    const [from, to] = [Math.max(box.left, left), Math.min(box.right, right)];
    const y = (Math.max(box.top, top) + Math.min(box.bottom, bottom)) / 2;
    for (const x of [from + 4, (from + to) / 2, to - 4]) {
      const hit = document.elementFromPoint(x, y);
      const own = hit && (element.contains(hit) || hit.closest('label')?.contains(element) || hit.contains(element));
      // The star of a server lies on its row, which goes on below it.
      if (!own && !hit?.closest('[data-beside]'))
        troubles.push(`${nameOf(element)} is covered by ${hit ? nameOf(hit) : 'nothing'}`);
    }
    const style = getComputedStyle(element);
    const cutsText = style.textOverflow === 'ellipsis' || style.overflowX !== 'visible';
    if (
      element.tagName !== 'INPUT' &&
      element.tagName !== 'SELECT' &&
      cutsText &&
      element.scrollWidth > element.clientWidth + 1
    )
      troubles.push(`${nameOf(element)} has its text cut`);
  }
  return [...new Set(troubles)];
}
