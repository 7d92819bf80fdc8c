import { expect, type StartedApp } from '../app';
import { ConsolePage } from '../console-page';
import type { Look } from './look';

/** What stands beside the servers: the start, the form of a server, home, and a server that was not reached. */
export async function visitBesideServers(app: StartedApp, look: Look): Promise<void> {
  const { page } = app;
  const ui = new ConsolePage(page);
  await look('first start');
  await ui.openForm();
  await look('new server');
  await ui.choose('Route', 'SSH');
  await look('new server over SSH');
  await page.keyboard.press('Escape');
  await expect(ui.button('Discard')).toBeVisible();
  await look('a form that would be discarded');
  await ui.button('Discard').click();
  await ui.runAction('Settings');
  await expect(ui.dialog()).toBeVisible();
  await look('settings');
  await page.keyboard.press('Escape');

  await ui.startDemo();
  await ui.runAction('Home');
  await look('home');
  await ui.addServer({ name: 'nowhere', host: 'localhost', port: 1, mode: 'Plain', password: 'x' });
  await expect(page.getByText('nowhere was not reached.')).toBeVisible();
  await look('a server that was not reached');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(ui.dialog()).toBeVisible();
  await look('edit a server');
  await page.keyboard.press('Escape');
  await expect(ui.dialog()).toBeHidden();
}
