import type { Page } from '@playwright/test';
import { chooseInMenu, expect, test } from './support/app';
import { ConsolePage } from './support/console-page';

const home = (page: Page) => page.getByRole('heading', { level: 1, name: /servers? reached|reached$|a look$/ });

const ways: Record<string, (ui: ConsolePage) => Promise<void>> = {
  'its row above the servers': ({ page }) =>
    page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name: 'Home' }).click(),
  'the logo': (ui) => ui.button('Gluu Console: home').click(),
  'the palette': (ui) => ui.runAction('Home'),
  'its key': ({ page }) => page.keyboard.press('Alt+Home'),
};

test('home is reached again from every screen', async ({ app: { page, electron } }) => {
  const ui = new ConsolePage(page);
  await ui.runAction('Start the demo fleet');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  for (const [way, go] of Object.entries(ways)) {
    await expect(home(page), way).toBeHidden();
    await go(ui);
    await expect(home(page), way).toBeVisible();
    await expect(page.getByRole('button', { name: 'Home', exact: true })).toHaveAttribute('aria-current', 'page');
    await ui.openServer('meadow-312');
  }
  await ui.runAction('History of all servers');
  await chooseInMenu(electron, 'Home');
  await expect(home(page), 'the menu').toBeVisible();
});

test('all servers are checked at once, and it is said how many were reached', async ({ app: { page, complaints } }) => {
  const ui = new ConsolePage(page);
  await ui.runAction('Start the demo fleet');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  await ui.runAction('Check all servers');
  const status = page.getByRole('contentinfo').getByRole('status');
  await expect(status).toHaveText('5 of 5 servers reached.');
  const list = page.getByRole('navigation', { name: 'Servers' });
  await expect(list.getByRole('listitem').filter({ hasText: 'Reached' })).toHaveCount(5);
  expect(complaints).toEqual([]);
});
