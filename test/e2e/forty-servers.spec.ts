import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectAccessible, expectAccessibleInBothThemes } from './support/expect-accessible';
import { answerFileDialogs } from './support/file-dialogs';
import { exportAndOpen, writeFortyServers } from './support/forty-servers';
import { resize } from './support/reflow';

const list = (page: Page) => page.getByRole('navigation', { name: 'Servers' });
const row = (page: Page, name: string) => list(page).getByRole('button', { name: new RegExp(`^${name}`) });
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const namesIn = (section: Locator) => section.locator('li [data-name]');
const liveStatus = (page: Page) => page.getByRole('contentinfo').getByRole('status');
const isWhole = (text: Locator) => text.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);

/** The app with 40 servers, in a window as small as the smallest it may have. */
async function withFortyServers(use: (app: StartedApp, ui: ConsolePage) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-'));
  await writeFortyServers(folder);
  const app = await startApp({ folder });
  try {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1080, 700));
    await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(1080);
    await use(app, new ConsolePage(app.page));
    expect(app.complaints).toEqual([]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
}

/** As a hand does it: press, move in steps, let go. */
async function drag(page: Page, what: Locator, onto: Locator): Promise<void> {
  await onto.scrollIntoViewIfNeeded();
  await what.scrollIntoViewIfNeeded();
  const [from, to] = [await what.boundingBox(), await onto.boundingBox()];
  if (!from || !to) throw new Error('not on the screen');
  await page.mouse.move(from.x + 60, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 20, { steps: 3 });
  await page.mouse.move(to.x + 60, to.y + 6, { steps: 8 });
  await page.mouse.up();
}

test('a row of 42 px says where a server is, its state and what its certificate needs', () =>
  withFortyServers(async ({ page }) => {
    const viaSsh = row(page, 'server-12');
    await expect(viaSsh).toContainText('gluu12.example.org:1636, SSH');
    await expect(viaSsh.getByTitle('gluu12.example.org:1636 via gluu@bastion12.example.org')).toHaveCount(1);
    for (const one of await list(page)
      .getByRole('listitem')
      .getByRole('button', { name: /^(?!Favourite)/ })
      .all())
      expect((await one.boundingBox())?.height).toBe(42);
    await expect(row(page, 'server-01')).toContainText('Not reached, 1 h');
    await expect(row(page, 'server-01')).toHaveAccessibleDescription(/Certificate expires in (19|20) days\.$/);
    await expect(row(page, 'server-08')).toContainText('Certificate expired');
    await expect(row(page, 'server-08')).toHaveAccessibleDescription(
      /Reached 1 h ago in 350 ms\. Certificate expired 3 days ago\.$/,
    );
    await expect(row(page, 'server-03')).toContainText('Not checked');
    await expect(row(page, 'server-03')).toHaveAccessibleDescription(/Never reached from here\./);
    await expect(row(page, 'server-25')).not.toContainText('Certificate');
    // What does not fit can be read by pointing at it.
    await expect(page.getByTitle('identity provider 04 of the Ministry of Education and Research')).toHaveCount(1);
  }));

test('a console with servers begins with those that need attention and those that were opened last', () =>
  withFortyServers(async ({ page }) => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('28 of 40 servers need attention');
    const looks = page.getByRole('region', { name: 'Needs attention' }).getByRole('listitem');
    await expect(looks).toHaveCount(28);
    await expect(looks.first()).toContainText('At Connect: Connection refused: nothing is listening on port 1636.');
    await expect(looks.last()).toContainText('Certificate expires');
    const recent = page.getByRole('region', { name: 'Recently opened' }).getByRole('button');
    await expect(recent).toHaveCount(6);
    await expect(recent.first()).toContainText('server-00');
    await recent.nth(1).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('server-03');
  }));

test('the list shows what was gone to elsewhere, and begins at the top when it is searched', () =>
  withFortyServers(async ({ page }, ui) => {
    await ui.runAction('server-34');
    await expect(row(page, 'server-34')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Control+l');
    await page.keyboard.type('example.org');
    const first = list(page).getByRole('listitem').first();
    await expect(first).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('server-00');
  }));

test('servers are dragged by the mouse within their group, and nowhere else', () =>
  withFortyServers(async ({ page }) => {
    const inGroup = namesIn(section(page, 'Amsterdam'));
    await expect(inGroup).toHaveText(['server-06', 'server-12', 'server-18', 'server-24', 'server-30', 'server-36']);
    await drag(page, row(page, 'server-18'), row(page, 'server-06'));
    const moved = ['server-18', 'server-06', 'server-12', 'server-24', 'server-30', 'server-36'];
    await expect(inGroup).toHaveText(moved);
    await expect(liveStatus(page)).toHaveText('server-18 Moved to position 1 of 6 in “Amsterdam”.');
    await drag(page, row(page, 'server-18'), row(page, 'server-35'));
    await expect(inGroup).toHaveText(moved);
  }));

test('the palette begins with what was opened last, follows the keys, and takes a name that is typed whole', () =>
  withFortyServers(async ({ page }, ui) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('listbox').locator('[data-group]')).toHaveText([
      'Recently opened',
      'Everywhere',
      'Other servers',
    ]);
    await expect(page.getByRole('option').first()).toContainText('server-00');
    await page.keyboard.press('ArrowUp');
    const last = page.getByRole('option').last();
    await expect(last).toHaveAttribute('aria-selected', 'true');
    await expect(last).toBeInViewport();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('option').first()).toBeInViewport();
    await page.keyboard.press('Escape');

    await row(page, 'server-09').click();
    // oxTrust has settings too.
    await ui.runAction('settings');
    await expect(ui.dialog().getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
  }));

test('the field of the palette stays in view at 400 %, and no row hides under it', () =>
  withFortyServers(async (app) => {
    const { page } = app;
    const full = { width: 1280, height: 820 };
    await resize(app, { ...full, zoom: 4 });
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox', { name: 'Go to a server or run an action' });
    const rows = page.getByRole('option');
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(rows.last()).toBeInViewport();
    await expect(field).toBeInViewport({ ratio: 1 });
    for (let presses = 0; presses < 6; presses += 1) await page.keyboard.press('ArrowUp');
    const chosen = page.locator('[role="option"][aria-selected="true"]');
    const [above, below] = [await field.locator('..').boundingBox(), await chosen.boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0) - 1);
    await page.keyboard.press('Escape');
    await resize(app, { ...full, zoom: 1 });
  }));

test('a server with a long name: its environment, its name and what became of it stay readable', () =>
  withFortyServers(async ({ page }, ui) => {
    const name = 'identity provider 04 of the Ministry of Education and Research';
    await row(page, 'identity provider 04').click();
    await expect(page).toHaveTitle(`${name} — Production`);
    await expect(liveStatus(page)).toContainText('Not reached.');
    expect(await isWhole(liveStatus(page))).toBe(true);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const band = ui.dialog().locator('[data-environment="production"]').first();
    await expect(band).toContainText(`PRODUCTION${name}`);
    expect(await band.evaluate(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)).toBe(true);
  }));

test('a long list, settings, export, import and the lock screen are accessible in both themes', () =>
  withFortyServers(async (app, ui) => {
    const { page, electron, folder } = app;
    const file = path.join(folder, 'exported.json');
    await answerFileDialogs(electron, file);
    const expectOk = (screen: string) => expectAccessibleInBothThemes(page, screen);
    await expectOk('40 servers');
    await list(page)
      .getByRole('button', { name: /^Amsterdam/ })
      .click();
    await list(page)
      .getByRole('button', { name: /^Auto-check: on/ })
      .click();
    await expectOk('a shut group and paused checks');
    await page.keyboard.press('Control+l');
    await page.keyboard.type('no such server');
    await expectOk('nothing found');
    await page.keyboard.press('Escape');

    await ui.runAction('settings');
    await expectOk('settings');
    await page.keyboard.press('Escape');
    await ui.runAction('export servers');
    await page.getByRole('checkbox', { name: 'With secrets' }).check();
    await expect(page.getByLabel('Repeat passphrase')).toBeInViewport();
    await expectOk('export');
    await exportAndOpen(page, file, 40);
    await expectOk('import');
    await page.keyboard.press('Escape');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 500));
    await ui.runAction('import servers');
    await expect(ui.dialog()).toContainText('Nothing was imported');
    await expectOk('an import that was refused');
    await page.keyboard.press('Escape');

    await electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Playwright follows a page that is loaded again, but not one whose process was ended.
      if (!contents) return;
      contents.forcefullyCrashRenderer = () => {
        contents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 });
        contents.reload();
      };
    });
    const reloaded = page.waitForEvent('load');
    await page.keyboard.press('Control+Shift+L').catch(() => {});
    // The old page shows the lock screen as well, before it goes.
    await reloaded;
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    // It knows no settings, and follows the system.
    for (const theme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await expect
        .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
        .toBe(theme === 'dark');
      await expectAccessible(page, `lock screen, ${theme}`);
    }
  }));
