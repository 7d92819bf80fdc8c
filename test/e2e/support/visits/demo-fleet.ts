import { expect, type StartedApp } from '../app';
import { marked } from '../bare-texts';
import { ConsolePage } from '../console-page';
import type { Look } from './look';

/** The screens of the demo fleet, from the first start on, up to what is done with its people. */
export async function visitDemoPeople(app: StartedApp, look: Look): Promise<void> {
  const { page } = app;
  const ui = new ConsolePage(page);
  for (const theme of ['light', 'dark'] as const) await ui.showIn(theme);
  await look('first start');

  await ui.openForm();
  await ui.field('Port').fill('0');
  await ui.choose('Encryption', 'Plain');
  await ui.button('Save and check').click();
  await look('server form with errors');
  await ui.closeForm();

  await ui.startDemo();
  await expect(page.getByRole('list', { name: 'Password reset checks' })).toBeVisible();
  await look('overview');
  await ui.tab('Users').click();
  await page
    .getByRole('button', { name: /active$/ })
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Person' })).toContainText('inum');
  await look('people');
  await page.getByRole('button', { name: 'Who gets the mail' }).first().click();
  await expect(page.getByText('gets the mail', { exact: true })).toBeVisible();
  await look('who gets the mail');
  const mail = await ui.field('Mail address').inputValue();
  await ui.tab('Shared addresses').click();
  await ui.button('Read all people').click();
  await expect(page.getByText(/(people|person) read/).first()).toBeVisible();
  await look('shared addresses');
  await ui.tab('Test users').click();
  await look('test users');
  await ui.tab('Password Reset').click();
  await ui.field('Person').fill(mail);
  await ui.button(/^Find$/).click();
  await expect(page.getByRole('region', { name: 'The mail', exact: true })).toBeVisible();
  await look('reset test');
  await ui.button('Send the rehearsal').click();
  await expect(page.getByRole('region', { name: 'This run' })).toContainText('Accepted by');
  await look('rehearsed');
  await ui.tab('Pending requests').click();
  await look('pending requests');
  await ui.tab('Earlier tests').click();
  await look('earlier reset tests');
  await page.keyboard.press('Control+k');
  await look('palette');
  await page.keyboard.press('Escape');
}

/** The settings of the demo fleet: changed, tested, saved, looked back at. */
export async function visitDemoSettings(app: StartedApp, look: Look): Promise<void> {
  const { page } = app;
  const ui = new ConsolePage(page);
  await ui.startDemo();
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('no address');
  await ui.field('DNS Server(s)').fill('192.0.2.53');
  await look('System Configuration with a change and an error');
  await ui.button('Revert Contact Email').click();
  await ui.openTab('OxTrust Settings');
  await look('OxTrust Settings');
  await ui.openTab('oxAuth Settings');
  await look('oxAuth Settings');
  await ui.openTab('SMTP Server Configuration');
  await ui.choose('SMTP Password: keep, replace or clear', 'Replace');
  await page.getByLabel('SMTP Password', { exact: true }).fill('pässword');
  await look('SMTP Server Configuration');
  await ui.choose('SMTP Password: keep, replace or clear', 'Keep');

  await expect(page.getByText(/password is sent unencrypted/)).toBeVisible();
  await look('a readable password');
  await ui.choose('Stop after', 'Send a mail');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('SMTP Test succeeded!')).toBeVisible();
  await look('delivered');
  await page.keyboard.press('Control+s');
  await expect(ui.dialog().getByText(marked(/^Review/))).toBeVisible();
  await look('change list');
  await ui
    .dialog()
    .getByRole('button', { name: /^Update/ })
    .click();
  await expect(ui.saved()).toBeVisible();
  await look('saved');
  await ui.tab('History').click();
  await expect(page.getByText('Saved and verified', { exact: true }).first()).toBeVisible();
  await look('history');
  await ui.button(/^Demo inbox/).click();
  await page.getByRole('button', { name: /Verification/ }).click();
  await look('inbox');

  await ui.openServer('harbour-315');
  await expect(page.getByRole('button', { name: 'Switch Requires Authentication on' })).toBeVisible();
  await look('overview with a remedy of several words');
  await ui.openServer('mill-312');
  await expect(page.getByText('mill-312 can be read and changed.')).toBeVisible();
  await look('production overview');
  await ui.openTab('SMTP Server Configuration');
  await ui.button('Test Configuration').click();
  await expect(page.getByRole('region', { name: 'The certificate the mail server shows' })).toBeVisible();
  await look('mail test that failed');
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('it@demo.example');
  await page.keyboard.press('Control+s');
  await expect(ui.dialog().getByText(marked(/^Review/))).toBeVisible();
  await look('change list on production');
}
