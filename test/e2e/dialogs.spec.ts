import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectWhole } from './support/expect-whole';
import { writeFortyServers } from './support/forty-servers';

for (const theme of ['light', 'dark'] as const) {
  test(`what lies over forty servers is whole in ${theme} colours`, async () => {
    test.setTimeout(300_000);
    const folder = makeTemporaryFolder('forty');
    await writeFortyServers(folder);
    const app = await startApp({ folder });
    const { page, electron } = app;
    const ui = new ConsolePage(page);
    const expectOk = (screen: string) => expectWhole(app, screen, theme);
    const file = path.join(folder, 'exported.json');
    await electron.evaluate(
      ({ dialog }, [filePath]) => {
        dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
        dialog.showOpenDialog = (async () => ({
          canceled: false,
          filePaths: [filePath],
        })) as typeof dialog.showOpenDialog;
      },
      [file] as const,
    );
    try {
      await ui.showIn(theme);
      await expect(page.getByRole('heading', { name: /servers need attention$/ })).toBeVisible();
      await expectOk('forty servers');
      for (const command of ['Settings', 'Keyboard shortcuts', 'About Gluu Console']) {
        await ui.runAction(command);
        await expect(ui.dialog().getByRole('heading', { name: command, exact: true })).toBeVisible();
        if (command.startsWith('About')) await ui.dialog().locator('summary').first().click();
        await expectOk(command);
        await page.keyboard.press('Escape');
        await expect(ui.dialog()).toBeHidden();
      }
      await ui.runAction('export servers');
      await page.getByRole('checkbox', { name: 'With secrets' }).check();
      await expectOk('export');
      await page.getByRole('checkbox', { name: 'With secrets' }).uncheck();
      await ui.button('Export 40 servers').click();
      await expect(ui.dialog()).toBeHidden();
      const exported = JSON.parse(await readFile(file, 'utf8'));
      for (const profile of exported.profiles) profile.group = 'Elsewhere';
      await writeFile(file, JSON.stringify({ ...exported, profiles: exported.profiles.slice(0, 6) }));
      await ui.runAction('import servers');
      await ui.choose('All that differ', 'Replace');
      await expect(ui.button('Import 6 servers')).toBeEnabled();
      await expectOk('import');
      await page.keyboard.press('Escape');
      expect(app.complaints).toEqual([]);
    } finally {
      await closeApp(app);
      removeTemporaryFolder(folder);
    }
  });
}

test('forced colours mark what is chosen, and leave its words readable', async () => {
  const app = await startApp({ args: ['--demo'] });
  const { page } = app;
  const ui = new ConsolePage(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await ui.openServer('meadow-312');
  const line = (tab: string) => ui.tab(tab).evaluate((each) => getComputedStyle(each).borderBottomColor);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect([await line('History'), await line('Users')]).toEqual([paper, paper]);
  expect(await line('Overview')).not.toBe(paper);
  const framed = (name: string) =>
    page
      .getByRole('navigation', { name: 'Servers' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .evaluate((each) => getComputedStyle(each).borderTopWidth);
  expect([await framed('meadow-312'), await framed('mill-312')]).toEqual(['1px', '0px']);
  await page.keyboard.press('Control+k');
  const colours = await page
    .getByRole('option', { selected: true })
    .evaluate((row) => [row, ...row.querySelectorAll('span')].map((each) => getComputedStyle(each).color));
  expect(new Set(colours).size).toBe(1);
  await page.keyboard.press('Escape');
  await closeApp(app);
  removeTemporaryFolder(app.folder);
});
