import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { german } from '../../src-shared/texts/de/german';
import { asSystem, type TextsChoice } from '../../src-shared/texts/speech';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { answerBoxes, askedBoxes, closeApp, expect, startApp, test } from './support/app';
import { takeFinds } from './support/bare-texts';
import { ConsolePage } from './support/console-page';
import { inWindow, lockScreen, rendererOf } from './support/in-window';

/** Enough for a processor that others use as well; alone it takes less than a tenth of it. */
const AT_ONCE_MS = 1000;

test('times are written as it is chosen, at once and after a restart', async ({ app }) => {
  const { page } = app;
  const ui = new ConsolePage(page);
  await ui.runAction('settings');
  await expect(ui.dialog()).toContainText(/Example: \w+ \d+, \d{4}/);
  await expect(page.getByRole('radio', { name: 'System (English)' })).toBeChecked();
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const dialog = document.querySelector('[role="dialog"]') as HTMLElement;
        const box = [...dialog.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')][1] as HTMLInputElement;
        const begun = performance.now();
        new MutationObserver(() => {
          if (/Example: \d{4}-\d\d-\d\d/.test(dialog.textContent ?? '')) resolve(performance.now() - begun);
        }).observe(dialog, { subtree: true, childList: true, characterData: true });
        box.click();
      }),
  );
  expect(ms).toBeLessThan(AT_ONCE_MS);
  await page.getByLabel('24-hour clock').check();
  const kept = async () => JSON.parse(await readFile(path.join(app.folder, 'settings.json'), 'utf8')).texts;
  await expect.poll(kept).toEqual({ language: 'system', clock: '24', days: 'iso' });
  await expect(ui.dialog()).not.toContainText(/\d\s[AP]M/);
  await page.reload();
  await ui.runAction('settings');
  await expect(page.getByLabel('ISO dates')).toBeChecked();
});

test('another language is spoken at once by the window, its menu and its boxes, and what is typed stays', async () => {
  const app = await startApp({ args: ['--language=en'] });
  const { electron, page } = app;
  const ui = new ConsolePage(page);
  const menu = () =>
    electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label.replace('&', '')));
  try {
    await ui.startDemo();
    await ui.openTab('System Configuration');
    await ui.field('Contact Email').fill('typed@example.org');
    const inEnglish = await menu();
    await ui.runAction('settings');
    await page.getByRole('radio', { name: 'Deutsch' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(ui.dialog().getByRole('button', { name: german['word.close'] })).toBeVisible();
    expect(inEnglish).toContain('File');
    expect(await menu()).toContain(german['app.menu.file']);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: 'Contact Email' })).toHaveValue('typed@example.org');
    await expect(page.getByText(german['meaning.contactEmail'], { exact: true })).toBeVisible();
    await answerBoxes(electron, 'no');
    await electron.evaluate(
      ({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50),
    );
    await expect
      .poll(async () => (await askedBoxes(electron)).at(-1)?.buttons)
      .toEqual([german['box.leave.stay'], german['box.leave.yes']]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(app.folder);
  }
});

test('a date field takes days as they are written in the language that is spoken, or as ISO 8601 does', async () => {
  const app = await startApp({ args: ['--language=en'] });
  const { page } = app;
  const choose = (choice: Partial<TextsChoice>) =>
    inWindow(
      app.electron,
      `gluu.call('app.setTexts', ${JSON.stringify({ ...asSystem, ...choice })}, crypto.randomUUID())`,
    );
  try {
    await new ConsolePage(page).runAction('History of all servers');
    for (const [choice, written] of [
      [{ language: 'en' }, 'mm/dd/yyyy'],
      [{ language: 'de' }, 'dd.mm.yyyy'],
      [{ language: 'fr' }, 'dd/mm/yyyy'],
      [{ language: 'ru', days: 'iso' }, 'yyyy-mm-dd'],
      [{ language: 'ru' }, 'dd.mm.yyyy'],
    ] as const) {
      await choose(choice);
      await expect.poll(() => dayFields(page), JSON.stringify(choice)).toEqual([written, written]);
    }
  } finally {
    await closeApp(app);
    removeTemporaryFolder(app.folder);
  }
});

/** What the date fields of the page show while they are empty: only the browser itself sees into them. */
async function dayFields(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  type Node = typeof root;
  const below = ({ children = [], shadowRoots = [] }: Node): Node[] =>
    [...shadowRoots, ...children].flatMap((node) => [node, ...below(node)]);
  const isDay = ({ nodeName, attributes = [] }: Node) => nodeName === 'INPUT' && attributes.includes('date');
  return below(root)
    .filter(isDay)
    .map((field) =>
      below(field)
        .map(({ nodeValue }) => nodeValue)
        .join(''),
    );
}

test('a language asked for on the command line is spoken everywhere, on the lock screen too', async () => {
  const app = await startApp({ args: ['--language=en-XA'] });
  const { page } = app;
  try {
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\[Ćáń ýóúř úšéřš .* ~+\]$/);
    const menu = await app.electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(menu?.every((label) => /^\[.* ~+\]$/.test(label))).toBe(true);
    // The page goes with the lock, and another one comes.
    await page.keyboard.press('Control+Shift+l').catch(() => {});
    await expect
      .poll(() => inWindow<string>(app.electron, 'document.querySelector("h1")?.textContent ?? ""').catch(() => ''))
      .toMatch(/^\[.óćķé. ~+\]$/);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(app.folder);
  }
});

test('a text that comes from nowhere is found in every page and box, unless it is marked as not ours', async ({
  app,
}) => {
  const { electron, page } = app;
  const plant = (name: string) => `{
    const plant = (words, title) => {
      const planted = document.createElement('i');
      planted.textContent = words;
      planted.title = title;
      document.querySelector('main').append(planted);
      return planted;
    };
    const late = plant('', '');
    plant('${name} text', '${name} title');
    plant('Nov 30, 2026, 2:17 AM', '42').translate = true;
    plant('a host', 'its address').translate = false;
    document.querySelector('h1').append(' ${name} end');
    late.firstChild?.remove();
    late.append('${name} change');
  }`;
  const found = async () => (await takeFinds()).map((find) => find.replace(/ in .*/, '')).sort();
  const all = (name: string) => ['change', 'end', 'text', 'title'].map((what) => `“${name} ${what}”`);
  await page.evaluate(plant('first'));
  expect(await found()).toEqual(all('first'));
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(plant('second'));
  expect(await found()).toEqual(all('second'));
  const before = await rendererOf(app);
  await page.keyboard.press('Control+Shift+l').catch(() => {});
  await lockScreen(app, before);
  await inWindow(electron, plant('third'));
  expect(await found()).toEqual(all('third'));
  await electron.evaluate(async ({ BrowserWindow, dialog }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) await dialog.showMessageBox(window, { message: 'a box', detail: 'SHA256:4f2a' });
  });
  expect(await found()).toEqual(['“a box”']);
});
