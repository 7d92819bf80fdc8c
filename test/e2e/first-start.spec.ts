import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';

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

test('npm run demo begins on Home with the servers of the demo fleet', async () => {
  const app = await startApp({ args: ['--demo'] });
  try {
    await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('All 5 servers were reached');
    await app.page
      .getByRole('main')
      .getByRole('button', { name: /^mill-312/ })
      .click();
    await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('mill-312');
  } finally {
    await closeApp(app);
    removeTemporaryFolder(app.folder);
  }
});
