import { expect, type StartedApp } from '../app';
import { ConsolePage } from '../console-page';
import type { Look } from './look';

/** The form of a server in every variant, with what is wrong in it. */
export async function visitServerForms({ page }: StartedApp, look: Look): Promise<void> {
  const ui = new ConsolePage(page);
  await ui.openForm();
  await ui.choose('Environment', 'Production');
  await ui.choose('Encryption', 'Plain');
  await ui.field('Port').fill('0');
  await ui.choose('Route', 'SSH');
  await ui.field('SSH port').fill('99999');
  await ui.field('Jump hosts').fill('ops@jump.example.org, elsewhere');
  for (const login of ['Password', 'Agent', 'Key file']) {
    await ui.choose('SSH login', login);
    await ui.button('Save and check').click();
    await expect(page.getByText('A port is a number from 1 to 65535.').first()).toBeVisible();
    await look(`a form with errors, SSH login: ${login}`);
  }
  await ui.closeForm();

  await ui.addServer({ name: 'kept', host: '127.0.0.1', port: 1, password: 'x', salt: '123456789012345678901234' });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  for (const choice of ['Replace', 'Clear']) {
    await ui.choose('Bind password: keep, replace or clear', choice);
    await ui.choose('Salt: keep, replace or clear', choice);
    await look(`stored secrets to ${choice.toLowerCase()}`);
  }
  await ui.closeForm();

  await ui.runAction('find a gluu server');
  await ui.choose('SSH login', 'Key file');
  await ui.button('Find the installation').click();
  await expect(page.getByText('Enter a host name or an address.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Contents of a file' }).fill('Dear colleague, here it is');
  await ui.button('Use this text').click();
  await expect(page.getByText('This is not one of the files needed here')).toBeVisible();
  await look('a text that is none of the files');
  await page.keyboard.press('Escape');
  await ui.button('Discard').click();
}
