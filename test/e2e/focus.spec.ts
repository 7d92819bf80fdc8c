import type { Page } from '@playwright/test';
import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { marked } from './support/bare-texts';
import { ConsolePage } from './support/console-page';

interface Watching {
  bodySpells?: string[];
}

/** A frame or two pass until the focus is where it belongs; what lasts longer is a focus that was lost. */
const FRAMES = 12;

/** From now on notes each time the page itself has the focus for longer, with what had it before. */
const watchFocus = (page: Page): Promise<void> =>
  page.evaluate((frames) => {
    const spells: string[] = [];
    (globalThis as Watching).bodySpells = spells;
    let count = 0;
    let before = 'nothing';
    const look = () => {
      const active = document.activeElement ?? document.body;
      if (active === document.body) count += 1;
      else {
        count = 0;
        before = `${active.tagName} ${active.getAttribute('aria-label') ?? active.textContent?.slice(0, 60) ?? ''}`;
      }
      if (count === frames) spells.push(before);
      requestAnimationFrame(look);
    };
    look();
  }, FRAMES);

/** Waits longer than a focus may be on its way, then expects that it was never lost. */
async function expectHeld(page: Page, step: string): Promise<void> {
  const lost = await page.evaluate(async (frames) => {
    for (let frame = 0; frame < frames; frame += 1) await new Promise(requestAnimationFrame);
    return (globalThis as Watching).bodySpells;
  }, FRAMES * 2);
  expect(lost, `${step}: the focus fell to the page from`).toEqual([]);
}

/** Resolves once this is gone, be it for a frame: between two looks of Playwright's it may have come back. */
const goneForAFrame = (page: Page, selector: string): Promise<void> =>
  page.evaluate(
    (selector) =>
      new Promise<void>((resolve) => {
        const look = () => (document.querySelector(selector) ? requestAnimationFrame(look) : resolve());
        look();
      }),
    selector,
  );

const inMain = (page: Page) => page.evaluate(() => document.querySelector('main')?.contains(document.activeElement));
const isFocused = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);

async function inDemo(use: (app: StartedApp, ui: ConsolePage) => Promise<void>): Promise<void> {
  const app = await startApp({ args: ['--demo'] });
  await use(app, new ConsolePage(app.page));
  expect(app.complaints).toEqual([]);
  await closeApp(app);
}

test('the focus is never lost on the way through the main job', () =>
  inDemo(async ({ page }, ui) => {
    const chain = page.getByRole('list', { name: 'Password reset checks' });
    await page.getByRole('textbox', { name: 'Find a server' }).focus();
    await watchFocus(page);

    await ui.runAction('harbour-315');
    await expect(chain).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    await expectHeld(page, 'a server opened from the palette');

    await page.getByRole('region', { name: 'Password reset' }).getByRole('button', { name: 'Check again' }).focus();
    const wentAway = goneForAFrame(page, '[aria-label*="Password reset checks"]');
    await page.keyboard.press('Enter');
    await wentAway;
    await expect(chain).toBeVisible();
    await expectHeld(page, 'the chain ran again');
    expect(
      await isFocused(page, 'section[aria-label*="Password reset"], section[aria-label*="Password reset"] *'),
    ).toBe(true);

    await chain.getByRole('button', { name: 'Switch Requires Authentication on' }).focus();
    await page.keyboard.press('Enter');
    await expect(ui.tab('SMTP Server Configuration')).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText(/unsaved change/).first()).toBeVisible();
    await expectHeld(page, 'a remedy');
    expect(await inMain(page)).toBe(true);

    await page.keyboard.press('Control+s');
    await expect(ui.dialog()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(ui.dialog()).toBeHidden();
    await expectHeld(page, 'a dialog closed');
    await page.keyboard.press('Control+s');
    await ui
      .dialog()
      .getByRole('button', { name: /^Update/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect(ui.saved()).toBeVisible();
    await expectHeld(page, 'saved');
    expect(await inMain(page)).toBe(true);

    await page.keyboard.press('Control+k');
    await page.keyboard.press('Escape');
    await expectHeld(page, 'the palette closed');
    await ui.runAction('Settings');
    await expect(ui.dialog()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(ui.dialog()).toBeHidden();
    await expectHeld(page, 'settings closed');
    expect(await inMain(page)).toBe(true);
  }));

test('a dialog gives the focus back to what had it, a part of the window as well', () =>
  inDemo(async ({ page }, ui) => {
    await ui.runAction('meadow-312');
    await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
    const main = page.getByRole('main');
    await expect(main).toBeFocused();
    for (const [what, open] of Object.entries({
      'the palette': () => page.keyboard.press('Control+k'),
      'a dialog from the palette': () => ui.runAction('Settings'),
    })) {
      await open();
      await expect(ui.dialog(), what).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(ui.dialog(), what).toBeHidden();
      await expect(main, what).toBeFocused();
    }
    await page.getByRole('button', { name: 'Duplicate' }).focus();
    await ui.runAction('Settings');
    await expect(ui.dialog()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Duplicate' })).toBeFocused();
  }));

test('the focus stays near what vanished', () =>
  inDemo(async ({ page }, ui) => {
    await ui.addServer({ name: 'gone', host: 'localhost', port: 1, mode: 'Plain', password: 'x' });
    await expect(page.getByText('gone was not reached.')).toBeVisible();
    await watchFocus(page);
    await page.getByRole('button', { name: 'Remove', exact: true }).focus();
    await page.keyboard.press('Enter');
    await ui.dialog().getByRole('button', { name: 'Remove gone' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('gone was not reached.')).toBeHidden();
    await expectHeld(page, 'a server was removed');
    expect(await inMain(page)).toBe(true);

    await page.getByRole('textbox', { name: 'Find a server' }).focus();
    await page.keyboard.press('Tab');
    await expectHeld(page, 'into the list');
    await ui.runAction('Stop the demo fleet');
    await expect(page.getByRole('heading', { name: 'Can your users reset their password?' })).toBeVisible();
    await expectHeld(page, 'the list went with its rows');
    expect(await inMain(page)).toBe(true);
  }));

test('the list is one stop of Tab, and keys move in it', () =>
  inDemo(async ({ page }, ui) => {
    const list = page.getByRole('navigation', { name: 'Servers' });
    const row = (name: string) => list.getByRole('button', { name: new RegExp(`^${name}\\b`) });
    await ui.addServer({ name: 'tally', host: 'localhost', port: 1, mode: 'Plain', password: 'x' });
    await expect(page.getByText('tally was not reached.')).toBeVisible();
    expect(await list.locator('[data-roving][tabindex="0"]').count()).toBe(1);
    await page.getByRole('textbox', { name: 'Find a server' }).focus();
    await page.keyboard.press('Tab');
    await expect(row('tally')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(list.getByRole('button', { name: 'Favourite: tally' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(row('tally')).toBeFocused();
    await page.keyboard.press('End');
    await expect(row('tower-318')).toBeFocused();
    await page.keyboard.type('mi');
    await expect(row('mill-312')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(row('meadow-312')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(list.getByRole('button', { name: /^Without a group/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(row('tally')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('meadow-312');
    await expect(row('meadow-312')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(ui.button(/^Demo inbox/)).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await expect(row('meadow-312')).toBeFocused();
  }));

test('F6 goes from part to part, and a link skips the list', () =>
  inDemo(async ({ page }, ui) => {
    await ui.openServer('meadow-312');
    await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
    const row = page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name: /^meadow-312/ });
    await expect(row).toBeFocused();
    await page.keyboard.press('F6');
    expect(await isFocused(page, 'main')).toBe(true);
    await page.keyboard.press('Tab');
    const inHand = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('F6');
    expect(await isFocused(page, 'footer')).toBe(true);
    await page.keyboard.press('F6');
    await expect(row).toBeFocused();
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Shift+F6');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(inHand);

    await ui.button('Skip to the work area').focus();
    await expect(ui.button('Skip to the work area')).toBeFocused();
    expect((await ui.button('Skip to the work area').boundingBox())?.height).toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    expect(await isFocused(page, 'main')).toBe(true);
  }));

test('a shut group still shows the server in hand', () =>
  inDemo(async ({ page }, ui) => {
    const list = page.getByRole('navigation', { name: 'Servers' });
    await ui.openServer('mill-312');
    await list.getByRole('button', { name: /^Demo fleet/ }).click();
    await expect(list.getByRole('button', { name: /^Demo fleet/ })).toHaveAttribute('aria-expanded', 'false');
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await expect(list.getByRole('button', { name: /^mill-312/ })).toBeVisible();
    await ui.runAction('tower-318');
    await expect(list.getByRole('button', { name: /^tower-318/ })).toBeVisible();
    await expect(list.getByRole('listitem')).toHaveCount(1);
    await ui.runAction('Home');
    await expect(list.getByRole('listitem')).toHaveCount(0);
  }));

test('F5 and Ctrl Enter leave what is typed alone', () =>
  inDemo(async ({ page }, ui) => {
    await ui.openServer('meadow-312');
    await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
    await ui.openTab('System Configuration');
    await ui.field('Contact Email').fill('typed@demo.example');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('F5');
    await expect(page.getByRole('contentinfo')).toContainText('The settings were read.');
    await expect(ui.field('Contact Email')).toHaveValue('typed@demo.example');
    await expect(ui.field('Contact Email')).toBeFocused();
    await expect(ui.tab('System Configuration')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Control+s');
    await expect(ui.dialog()).toBeVisible();
    await page.keyboard.press('F5');
    await expect(ui.dialog().getByText(marked(/^Review/))).toBeVisible();
    await page.keyboard.press('Escape');
  }));
