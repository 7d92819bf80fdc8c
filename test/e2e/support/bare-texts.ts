// biome-ignore-all lint/suspicious/noConsole: the way from a page, and from main, to the test
import type { ElectronApplication } from '@playwright/test';
import type { Menu as MenuType, WebContents } from 'electron';
import { MARKED } from '../../../src-shared/texts/catalogues';
import { CLOSING, OPENING } from '../../../src-shared/texts/pseudo';

/** How a test starts the app so that its texts carry marks. */
export const inMarks = `--language=${MARKED}`;

/** Need not come from the catalogue, nor be marked: the name of the app, and what is written as the language writes it. */
const ALLOWED = ['Gluu Console', String.raw`[A-Z][a-z]{2} \d{1,2}, \d{4}`, String.raw`\d{1,2}:\d\d(:\d\d)?\s[AP]M`];

/** Begins what a page says of a find. */
const FOUND = 'bare text: ';
/** Begins what main says of the texts that it shows outside the window, as JSON. */
export const SHOWN = 'shown outside the window: ';

/** A regular expression of the marks around a text of the catalogue. */
export const MARKS = `${CLOSING}|${OPENING}`;

/** A text as it was before it got marks. */
export const plain = (text: string): string => text.replaceAll(new RegExp(MARKS, 'g'), '');

/** For a text with marks: Playwright compares strings without them, and regular expressions with them. */
export const marked = ({ source, flags }: RegExp): RegExp =>
  new RegExp(source.replace(/^\^/, `^(?:${MARKS})*`).replace(/\$$/, `(?:${MARKS})*$`), flags);

/** As `plain`, of every text in a value that JSON can hold. */
export const plainIn = <T>(value: T): T => (value === undefined ? value : JSON.parse(plain(JSON.stringify(value))));

interface Told {
  opening: string;
  closing: string;
  allowed: string[];
  found: string;
}
const told: Told = { opening: OPENING, closing: CLOSING, allowed: ALLOWED, found: FOUND };

/** Runs in the page too, so it knows nothing but what it is told: the words outside of all marks, and how many stay open. */
function outside(text: string, { opening, closing, allowed }: Told, open = 0): { words: string; open: number } {
  let depth = open;
  const words = text
    .split(new RegExp(`(${closing}|${opening})`))
    .filter((part) => {
      if (part === opening) depth += 1;
      else if (part === closing) depth -= 1;
      else return depth <= 0;
      return false;
    })
    .map((part) => part.replace(new RegExp(allowed.join('|'), 'g'), '').trim())
    .filter((part) => /\p{L}/u.test(part));
  return { words: words.join(' … '), open: depth };
}

/** A box of the system can mark nothing: its lines of fingerprints, and those that quote a text. */
const OF_BOXES = ['SHA-?256(:\\S+)?', '\\b[0-9A-F]{2}(:[0-9A-F]{2})+:?', '^ +\\| .*$'];

/** What of a text of main's, such as a menu's, does not come from the catalogue. */
const bareIn = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => {
    const { words } = outside(text, { ...told, allowed: [...ALLOWED, ...OF_BOXES] });
    return words ? [`“${words}”`] : [];
  });

/** Runs in the page: says of each text in it, now and later, whose words stand outside of marks, where it stands. */
function watch(told: Told, outsideOf: typeof outside): void {
  const attributes = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext'];
  const inline = 'a, abbr, b, code, em, i, kbd, small, span, strong, time';
  const unread = 'script, style, template, textarea';
  const said = new Set<string>();

  const nameOf = (element: Element): string => {
    const role = element.getAttribute('role');
    const css = element.getAttribute('class');
    return `${element.localName}${role ? `[role=${role}]` : ''}${css ? `.${css.split(/\s+/).join('.')}` : ''}`;
  };
  const pathOf = (element: Element): string => {
    const path: string[] = [];
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) path.unshift(nameOf(at));
    return path.slice(-7).join(' > ');
  };
  const tell = (words: string, element: Element, attribute = ''): void => {
    if (element.closest('[translate]')?.getAttribute('translate') === 'no') return;
    const find = `“${words.slice(0, 200)}” in ${attribute && `${attribute} of `}${pathOf(element)}`;
    if (said.has(find)) return;
    said.add(find);
    console.debug(told.found + find);
  };

  /** How many marks are open before a text: its sentence may have begun before the element in it. */
  const openBefore = (text: Node): number => {
    let block = text.parentElement;
    while (block?.matches(inline) && block.parentElement) block = block.parentElement;
    if (!block) return 0;
    const before = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let open = 0;
    while (before.nextNode() && before.currentNode !== text)
      open = outsideOf(before.currentNode.nodeValue ?? '', told, open).open;
    return open;
  };
  const checkText = (text: Node): void => {
    const { parentElement: element, nodeValue } = text;
    if (!element || !nodeValue || !outsideOf(nodeValue, told).words || element.closest(unread)) return;
    const { words } = outsideOf(nodeValue, told, openBefore(text));
    if (words) tell(words, element);
  };
  const checkAttribute = (element: Element, name: string): void => {
    const { words } = outsideOf(element.getAttribute(name) ?? '', told);
    if (words) tell(words, element, name);
  };
  const check = (node: Node): void => {
    const nodes = document.createTreeWalker(node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    do {
      const { currentNode: at } = nodes;
      if (at instanceof Element) for (const name of attributes) checkAttribute(at, name);
      else checkText(at);
    } while (nodes.nextNode());
  };

  new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === 'attributes') checkAttribute(target as Element, attributeName ?? '');
      else if (type === 'characterData') checkText(target);
      else for (const node of addedNodes) if (node.isConnected) check(node);
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: attributes,
  });
  check(document);
}

const script = `(() => { ${outside}; (${watch})(${JSON.stringify(told)}, outside); })()`;

/** Finds of all apps since they were last taken, and the apps that may have more. */
const finds = new Set<string>();
const running = new Set<ElectronApplication>();

const keep = (said: string): void => {
  if (said.startsWith(FOUND)) finds.add(said.slice(FOUND.length));
  else if (said.startsWith(SHOWN)) for (const words of bareIn(JSON.parse(said.slice(SHOWN.length)))) finds.add(words);
};

/** Has each page of the app, also one that comes after a crash or the lock, and main's menu say what stands outside of marks. */
export async function collectBareTexts(app: ElectronApplication): Promise<void> {
  running.add(app);
  app.on('console', (message) => keep(message.text()));
  app.on('close', () => running.delete(app));
  await app.evaluate(
    ({ app, webContents, Menu }, { script, found, shown }) => {
      const watched = (contents: WebContents) => {
        const begin = () => void contents.executeJavaScript(script).catch(() => {});
        contents.on('dom-ready', begin);
        contents.on('console-message', (_event, _level, said) => said.startsWith(found) && console.debug(said));
        if (!contents.isLoading()) begin();
      };
      for (const contents of webContents.getAllWebContents()) watched(contents);
      app.on('web-contents-created', (_, contents) => watched(contents));
      const labels = (menu: MenuType | null | undefined): string[] =>
        menu?.items.flatMap(({ label, submenu }) => [label, ...labels(submenu)]) ?? [];
      console.debug(shown + JSON.stringify(labels(Menu.getApplicationMenu())));
    },
    { script, found: FOUND, shown: SHOWN },
  );
}

/** A page that hangs tells no more. */
const PATIENCE_MS = 2000;

/** Waits for what the pages of an app have yet to tell. */
export async function hearFinds(app: ElectronApplication): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  const told = app.evaluate(({ webContents }) =>
    Promise.all(webContents.getAllWebContents().map((contents) => contents.executeJavaScript('0').catch(() => {}))),
  );
  await Promise.race([told.catch(() => {}), late]);
}

/** What stood outside of marks in any app since this was last asked. */
export async function takeFinds(): Promise<string[]> {
  await Promise.all([...running].map(hearFinds));
  const found = [...finds];
  finds.clear();
  return found;
}
