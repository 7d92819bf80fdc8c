import { english } from '../../../src-shared/texts/en/english';
import { languages } from '../../../src-shared/texts/languages';
import { asSystem, type TextsChoice } from '../../../src-shared/texts/speech';
import { removeTemporaryFolder } from '../../support/temporary-folder';
import { test as base, closeApp, expect, type StartedApp, startApp as startAnyApp } from './app';
import { inWindow, rendererOf } from './in-window';
import { illDrawn, misplacedLabels, resize, type WindowSize } from './reflow';
import { unfit } from './unfit';

/** The usual window and a small one; the last is what it begins with. */
const sizes: readonly WindowSize[] = [
  { width: 1280, height: 820, zoom: 2 },
  { width: 1080, height: 700, zoom: 2 },
  { width: 1080, height: 700, zoom: 1 },
  { width: 1280, height: 820, zoom: 1 },
];

/** Those in which the list is a drawer, which a larger window shuts. */
export const narrowSizes = sizes.slice(0, 2);

/** A choice, and what is spoken after it in an app that was asked to speak the pseudo-locale. */
interface Choice {
  chosen: TextsChoice;
  spoken: string;
}
const inEnglish: Choice = { chosen: { ...asSystem, language: 'en' }, spoken: 'en' };
const choices: readonly Choice[] = [
  ...languages
    .filter((language) => language !== 'en')
    .map((language) => ({ chosen: { ...asSystem, language }, spoken: language })),
  { chosen: asSystem, spoken: 'en-XA' },
  inEnglish,
];
/** The sentences that can be told from what they are filled with: nothing is. */
const plainSentences = Object.values(english).filter((text) => /[a-z]{3}/.test(text) && !/[{<']/.test(text));

/** Starts an app that speaks English, and the pseudo-locale when its language is left to the system. */
export const startApp: typeof startAnyApp = async (options) => {
  const app = await startAnyApp({ ...options, args: ['--language=en-XA'] });
  await app.page.evaluate(`(${speakIn})(${JSON.stringify(inEnglish)})`);
  return app;
};

/** A test with such an app. */
export const test = base.extend<{ app: StartedApp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants this form of a fixture without others
  app: async ({}, use) => {
    const app = await startApp();
    await use(app);
    await closeApp(app);
    removeTemporaryFolder(app.folder);
    expect(app.complaints).toEqual([]);
  },
});

/** Looks at what is shown in every language and size, naming the screen; it ends in English, with all that was typed. */
export async function expectFit(
  app: StartedApp,
  screen: string,
  inSizes: readonly WindowSize[] = sizes,
): Promise<void> {
  const checks = [unfit, illDrawn, misplacedLabels].join(', ');
  const script = `(${lookInEach})(${JSON.stringify(choices)}, ${JSON.stringify(plainSentences)}, ${speakIn}, [${checks}])`;
  for (const size of inSizes) {
    await resize(app, size);
    const where = `${screen}, ${size.width} × ${size.height} at ${size.zoom * 100} %`;
    expect.soft(await app.page.evaluate<string[]>(script), where).toEqual([]);
  }
}

/** The lock screen, which speaks what was chosen before: it may ask for nothing. */
export async function expectLockedFit(app: StartedApp): Promise<void> {
  const h1 = () => inWindow<string>(app.electron, 'document.querySelector("h1")?.textContent ?? ""').catch(() => '');
  for (const choice of choices) {
    await inWindow(app.electron, `(${speakIn})(${JSON.stringify(choice)})`);
    const before = await h1();
    const renderer = await rendererOf(app);
    // Its page goes before the answer comes.
    void inWindow(app.electron, `gluu.call('app.lock', undefined, crypto.randomUUID())`).catch(() => {});
    // The page that goes shows the lock as well; between the two there is none.
    await expect.poll(() => rendererOf(app)).not.toBe(renderer);
    await expect.poll(async () => ['', before].includes(await h1())).toBe(false);
    for (const size of sizes) {
      await resize(app, size);
      const found = await inWindow<string[]>(app.electron, `[...(${unfit})(), ...(${illDrawn})()]`);
      const where = `lock screen, ${choice.spoken}, ${size.width} × ${size.height} at ${size.zoom * 100} %`;
      expect.soft(found, where).toEqual([]);
    }
    await inWindow(app.electron, 'setTimeout(() => document.querySelector("button")?.click()); 1');
    await expect.poll(h1).toBe(before);
  }
}

/** Chooses a language and waits until the page is drawn in it. Runs in the page. */
async function speakIn({ chosen, spoken }: Choice): Promise<void> {
  const { gluu } = window as unknown as { gluu: { call(name: string, input: unknown, id: string): Promise<unknown> } };
  await gluu.call('app.setTexts', chosen, crypto.randomUUID());
  const LIMIT_MS = 10_000;
  const begun = performance.now();
  while (document.documentElement.lang !== spoken) {
    if (performance.now() - begun > LIMIT_MS) throw new Error(`${spoken} is not spoken`);
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
}

/** What the checks find in each language, and what of another language or of what was typed a change of it leaves. Runs in the page. */
async function lookInEach(
  choices: readonly Choice[],
  plainSentences: readonly string[],
  speak: (choice: Choice) => Promise<void>,
  checks: readonly (() => string[])[],
): Promise<string[]> {
  for (const each of document.getAnimations()) if (each.effect?.getComputedTiming().endTime !== Infinity) each.finish();
  const typed = () =>
    [...document.querySelectorAll('input, textarea, select')].map((each) =>
      each instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(each.type)
        ? String(each.checked)
        : (each as HTMLInputElement).value,
    );
  const isSentence = new Set(plainSentences);
  /** What is shown in another language than the one that is spoken. */
  function strange(spoken: string): string[] {
    const texts: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) texts.push(words.currentNode.textContent?.trim() ?? '');
    if (spoken === 'en-XA')
      return texts.filter((text) => isSentence.has(text)).map((text) => `"${text}" stays English`);
    return texts.filter((text) => text.endsWith('~]')).map((text) => `"${text}" stays`);
  }
  const before = typed();
  const troubles: string[] = [];
  for (const choice of choices) {
    await speak(choice);
    const found = [...checks.flatMap((check) => check()), ...strange(choice.spoken)];
    troubles.push(...[...new Set(found)].map((trouble) => `${choice.spoken}: ${trouble}`));
  }
  const after = typed();
  for (const [at, value] of before.entries())
    if (after[at] !== value)
      troubles.push(`"${value}" was typed, and "${after[at]}" is there after a change of language`);
  return troubles;
}

export { expect };
