import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseInMenu, copiedText, expect, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectAccessible } from './support/expect-accessible';

/** The packages that the source maps of the build name. */
function bundledPackages(): string[] {
  const maps = readdirSync('out', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map'));
  const sources = maps.flatMap((name) => JSON.parse(readFileSync(path.join('out', name), 'utf8')).sources as string[]);
  const names = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return [...new Set(names)].sort();
}

test('About tells version, whose it is, and the licence of every package in it, without a mouse', async ({
  app: { electron, page },
}) => {
  await chooseInMenu(electron, 'About Gluu Console');
  const dialog = page.getByRole('dialog', { name: 'About Gluu Console' });
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  await expect(dialog).toContainText(`Version ${version}, Electron`);
  await expect(dialog).toContainText('not a product of Gluu, Inc.');
  const entries = dialog.getByRole('list', { name: 'Packages it contains' }).locator('summary');
  const named = async () => (await entries.allTextContents()).map((text) => text.split(' ')[0] ?? '');
  const bundled = bundledPackages();
  expect(bundled.length).toBeGreaterThan(50);
  // The dialog is there before the licences are read.
  await expect
    .poll(async () => {
      const all = await named();
      return [...bundled, '@github/keytar', 'electron'].filter((name) => !all.includes(name));
    })
    .toEqual([]);
  await expectAccessible(page, 'About');

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const own = dialog.locator('summary').first();
  for (
    let presses = 0;
    presses < 10 && !(await own.evaluate((each) => each === document.activeElement));
    presses += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Permission is hereby granted, free of charge').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const copied = () => copiedText(electron);
  await expect.poll(copied).toBe(readFileSync('LICENSE', 'utf8').trim());
  await dialog.getByRole('button', { name: 'Copy all licences' }).press('Enter');
  await expect.poll(copied).toContain('\n\n\nzod ');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await new ConsolePage(page).runAction('about');
  await expect(dialog).toBeVisible();
});
