import { expect, test } from './support/app';

test('the first start offers two doors, and the demo fleet opens by its key', async ({ app: { page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Can your users reset their password?');
  await expect(page.getByRole('button', { name: 'Add a server' })).toBeFocused();
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('meadow-312');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  const steps = page.getByRole('list', { name: 'Connection' }).getByRole('listitem');
  await expect(steps).toHaveCount(8);
  for (const step of await steps.all()) await expect(step).toContainText('done');
});
