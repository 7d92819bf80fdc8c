import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { expectAccessible } from './support/expect-accessible';
import { writeServers } from './support/forty-servers';

const COUNT = 1000;
/** However many servers there are. */
const MOST_ROWS = 80;

test('of a thousand servers only rows near those in sight exist, and each is reached by keys, by search and by name', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-'));
  await writeServers(folder, COUNT);
  const app = await startApp({ folder });
  try {
    const { page } = app;
    const list = page.getByRole('navigation', { name: 'Servers' });
    const rows = list.getByRole('listitem');
    const focused = page.locator(':focus');
    const few = async () => expect(await rows.count()).toBeLessThan(MOST_ROWS);
    await expect(rows.first()).toBeVisible();
    await few();
    const looks = page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem');
    expect(await looks.count()).toBeLessThan(MOST_ROWS);
    const all = Number(await looks.first().getAttribute('aria-setsize'));
    expect(all).toBeGreaterThan(500);
    await looks.last().scrollIntoViewIfNeeded();
    await expect.poll(() => looks.count()).toBeGreaterThan(MOST_ROWS);

    // A screen reader goes from one group to the next, wherever they are.
    const groups = list.getByRole('heading', { level: 2 });
    const names = await groups.allTextContents();
    expect(names.length).toBeGreaterThan(3);

    await list.locator('[data-roving][tabindex="0"]').focus();
    await page.keyboard.press('End');
    await expect(focused).toBeInViewport({ ratio: 1 });
    const last = focused.locator('xpath=ancestor::li');
    await expect(last).toHaveAttribute('aria-posinset', (await last.getAttribute('aria-setsize')) ?? '');
    await few();
    expect(await groups.allTextContents()).toEqual(names);
    await expectAccessible(page, 'a long list at its end');
    // The rows before it have taken the place of the room that was left for them.
    await page.keyboard.press('ArrowUp');
    await expect(focused).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Home');
    await expect(focused).toBeInViewport({ ratio: 1 });
    for (const letter of 'server-601') await page.keyboard.press(letter);
    await expect(focused).toContainText('server-601');
    await expect(focused).toBeInViewport({ ratio: 1 });
    await page.evaluate(countScrolledTabs);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'server-601' })).toBeVisible();
    const tabs = page.getByRole('tablist', { name: 'Sections of this server' });
    const tabsAtFirst = await tabs.elementHandle();
    await few();

    await page.keyboard.press('Control+l');
    await page.keyboard.type('gluu77');
    await expect(rows.first()).toBeInViewport({ ratio: 1 });
    expect(await rows.count()).toBe(10);
    await page.keyboard.press('Escape');
    await expect.poll(() => rows.count()).toBeGreaterThan(10);

    await page.keyboard.press('Control+k');
    const options = page.getByRole('option');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    expect(await options.count()).toBeLessThan(MOST_ROWS);
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await expect(options.last()).toBeInViewport({ ratio: 1 });
    expect(await options.count()).toBeLessThan(MOST_ROWS);
    await page.keyboard.type('server-802');
    await expect(options).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'server-802' })).toBeVisible();
    await expect(list.getByRole('button', { name: /^server-802/ })).toBeInViewport({ ratio: 1 });
    // The next server has tabs of its own, and nothing asked where they are in the middle of what is drawn.
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    expect(await tabsAtFirst?.evaluate((before) => before.isConnected)).toBe(false);
    expect(await page.evaluate(() => Reflect.get(window, 'scrolledTabs'))).toBe(0);
    expect(app.complaints).toEqual([]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
});

/** Runs in the window: counts how often a row of tabs is scrolled to one of them. */
function countScrolledTabs(): void {
  const { scrollTo } = Element.prototype;
  Object.assign(window, { scrolledTabs: 0 });
  Element.prototype.scrollTo = function (this: Element, ...to: unknown[]) {
    if (this.matches('[role="tablist"]'))
      Object.assign(window, { scrolledTabs: Reflect.get(window, 'scrolledTabs') + 1 });
    Reflect.apply(scrollTo, this, to);
  };
}
