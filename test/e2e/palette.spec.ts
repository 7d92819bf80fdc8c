import { expect, test } from './support/app';
import { ConsolePage } from './support/console-page';

test('the palette reaches what has no other key', async ({ app: { page } }) => {
  const ui = new ConsolePage(page);
  await ui.runAction('Start the demo fleet');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();

  await ui.runAction('Shared addresses');
  await expect(ui.tab('Shared addresses')).toHaveAttribute('aria-selected', 'true');
  await ui.runAction('Pending requests');
  await expect(ui.tab('Pending requests')).toHaveAttribute('aria-selected', 'true');
  await ui.runAction('Overview');
  await expect(ui.tab('Overview')).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Go to a server or run an action' }).fill('Update');
  const update = page.getByRole('option', { name: /^Update/ });
  await expect(update).toHaveAttribute('aria-disabled', 'true');
  await expect(update).toContainText('Nothing has changed.');
  await page.keyboard.press('Enter');
  await expect(update).toBeVisible();
  await page.keyboard.press('Escape');

  const width = () => page.evaluate(() => innerWidth);
  const before = await width();
  await ui.runAction('Zoom in');
  await expect.poll(width).toBeLessThan(before);
  await ui.runAction('Actual size');
  await expect.poll(width).toBe(before);

  // How these dialogs look is looked at in dialogs.spec.ts.
  for (const title of ['Keyboard shortcuts', 'About Gluu Console']) {
    await ui.runAction(title);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
