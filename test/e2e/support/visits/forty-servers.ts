import path from 'node:path';
import { expect, type StartedApp } from '../app';
import { ConsolePage } from '../console-page';
import { answerFileDialogs } from '../file-dialogs';
import { exportAndOpen } from '../forty-servers';
import type { Look } from './look';

/** What lies over forty servers: `writeFortyServers` has written them. */
export async function visitFortyServers({ electron, folder, page }: StartedApp, look: Look): Promise<void> {
  const ui = new ConsolePage(page);
  const file = path.join(folder, 'exported.json');
  await answerFileDialogs(electron, file);
  await expect(page.getByRole('heading', { name: /servers need attention$/ })).toBeVisible();
  await look('forty servers');
  for (const command of ['Settings', 'Keyboard shortcuts', 'About Gluu Console']) {
    await ui.runAction(command);
    await expect(ui.dialog().getByRole('heading', { name: command, exact: true })).toBeVisible();
    if (command.startsWith('About')) await ui.dialog().locator('summary').first().click();
    await look(command);
    await page.keyboard.press('Escape');
    await expect(ui.dialog()).toBeHidden();
  }
  await ui.runAction('export servers');
  await page.getByRole('checkbox', { name: 'With secrets' }).check();
  await look('export');
  await exportAndOpen(page, file, 6);
  await look('import');
  await page.keyboard.press('Escape');
}
