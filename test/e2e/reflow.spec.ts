import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { lockScreen, rendererOf } from './support/in-window';
import { expectReflow, narrowSizes, resize } from './support/reflow';
import { visitBesideServers } from './support/visits/beside-servers';

// The screens of a server are looked at in accessibility.spec.ts, as it goes to each of them.

const narrow = { width: 1280, height: 820, zoom: 2 };
const servers = ({ page }: StartedApp) => page.getByRole('navigation', { name: 'Servers' });
const opener = ({ page }: StartedApp) => page.getByRole('button', { name: 'Servers', exact: true });

test('what stands beside the servers is whole at any zoom', async ({ app }) => {
  test.setTimeout(300_000);
  await visitBesideServers(app, (screen) => expectReflow(app, screen));
  const before = await rendererOf(app);
  // Its page goes before the key is up again.
  await app.page.keyboard.press('Control+Shift+L').catch(() => {});
  await lockScreen(app, before);
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
