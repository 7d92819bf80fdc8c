import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { shown } from './support/in-window';
import { expectReflow, narrowSizes, resize } from './support/reflow';

// The screens of a server are looked at in accessibility.spec.ts, as it goes to each of them.

const narrow = { width: 1280, height: 820, zoom: 2 };
const servers = ({ page }: StartedApp) => page.getByRole('navigation', { name: 'Servers' });
const opener = ({ page }: StartedApp) => page.getByRole('button', { name: 'Servers', exact: true });

test('what stands beside the servers is whole at any zoom', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const ui = new ConsolePage(page);
  await expectReflow(app, 'first start');
  await ui.openForm();
  await expectReflow(app, 'new server');
  await ui.choose('Route', 'SSH');
  await expectReflow(app, 'new server over SSH');
  await page.keyboard.press('Escape');
  await expect(ui.button('Discard')).toBeVisible();
  await expectReflow(app, 'a form that would be discarded');
  await ui.button('Discard').click();
  await ui.runAction('Settings');
  await expect(ui.dialog()).toBeVisible();
  await expectReflow(app, 'settings');
  await page.keyboard.press('Escape');

  await ui.runAction('Start the demo fleet');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  await ui.runAction('Home');
  await expectReflow(app, 'home');
  await ui.addServer({ name: 'nowhere', host: 'localhost', port: 1, mode: 'Plain', password: 'x' });
  await expect(page.getByText('nowhere was not reached.')).toBeVisible();
  await expectReflow(app, 'a server that was not reached');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(ui.dialog()).toBeVisible();
  await expectReflow(app, 'edit a server');
  await page.keyboard.press('Escape');
  await expect(ui.dialog()).toBeHidden();
  // Its page goes before the key is up again.
  await page.keyboard.press('Control+Shift+L').catch(() => {});
  await expect.poll(() => shown(app)).toContain('Locked');
  await expectReflow(app, 'lock screen');
});

test('in a narrow window the servers are a drawer, which takes the focus and gives it back', async () => {
  const app = await startApp({ args: ['--demo'] });
  const { page } = app;
  const ui = new ConsolePage(page);
  await expect(servers(app)).toBeVisible();
  await expect(opener(app)).toBeHidden();
  await resize(app, narrow);
  await expect(servers(app)).toBeHidden();
  const find = page.getByRole('textbox', { name: 'Find a server' });

  await opener(app).click();
  await expect(opener(app)).toHaveAttribute('aria-expanded', 'true');
  await expect(find).toBeFocused();
  await expectReflow(app, 'the list as a drawer', narrowSizes);
  await resize(app, narrow);
  await page.keyboard.press('Escape');
  await expect(servers(app)).toBeHidden();
  await expect(opener(app)).toBeFocused();

  await page.keyboard.press('Control+l');
  await expect(find).toBeFocused();
  await find.fill('tower');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('tower-318');
  await expect(servers(app)).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();

  await opener(app).click();
  await page.getByRole('main').click({ position: { x: 600, y: 300 }, force: true });
  await expect(servers(app)).toBeHidden();

  await opener(app).click();
  await ui.button('Add a server').first().click();
  await expect(ui.dialog()).toBeVisible();
  await expect(servers(app)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main')).toBeFocused();
  expect(app.complaints).toEqual([]);
  await closeApp(app);
});
