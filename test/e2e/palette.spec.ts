import { expect, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectAccessible } from './support/expect-accessible';
import { expectReflow } from './support/reflow';

test('the palette reaches what has no other key', async ({ app }) => {
  test.setTimeout(180_000);
  const { page } = app;
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
  await expect(update).toContainText('Nothing was changed.');
  await page.keyboard.press('Enter');
  await expect(update).toBeVisible();
  await page.keyboard.press('Escape');

  const width = () => page.evaluate(() => innerWidth);
  const before = await width();
  await ui.runAction('Zoom in');
  await expect.poll(width).toBeLessThan(before);
  await ui.runAction('Actual size');
  await expect.poll(width).toBe(before);

  for (const [action, title] of [
    ['Keyboard shortcuts', 'Keyboard shortcuts'],
    ['About Gluu Console', 'About Gluu Console'],
  ] as const) {
    await ui.runAction(action);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await expectAccessible(page, title);
    await expectReflow(app, title);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});
