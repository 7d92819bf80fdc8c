import { expect, type StartedApp } from '../app';
import { ConsolePage } from '../console-page';
import type { Look } from './look';

/** Opens every fold of the page, one inside another too. */
async function openFolds({ page }: StartedApp): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
}

/** What is said of the demo fleet's mail settings with all folds open, what it rests on, and the help of a field. */
export async function visitDemoMail(app: StartedApp, look: Look): Promise<void> {
  const { page } = app;
  const ui = new ConsolePage(page);
  const ended = page.getByRole('region', { name: /^(Result of the test|What went wrong)$/ });
  const openSmtp = async (name: string) => {
    await ui.openServer(name);
    await ui.openTab('SMTP Server Configuration');
    await expect(page.getByRole('region', { name: /^As Gluu .* will send it$/ })).toBeVisible();
  };
  await ui.startDemo();

  await openSmtp('meadow-312');
  await ui.choose('Stop after', 'Send a mail');
  await ui.button('Test Configuration').click();
  await expect(ended).toBeVisible();
  await openFolds(app);
  await look('a mail that was sent, with its folds open');
  for (const tab of ['Transcript', 'Certificate', 'What the server offers', 'Earlier tests']) {
    await ui.tab(tab).click();
    await look(`${tab} of a mail test`);
  }
  await openSmtp('mill-312');
  await ui.button('Test Configuration').click();
  await expect(page.getByRole('region', { name: 'The certificate the mail server shows' })).toBeVisible();
  await openFolds(app);
  await look('a mail test that failed, with its folds open');
  await ui.tab('What the server offers').click();
  await ui.button(/^Look at /).click();
  await expect(ui.button('Use these settings').first()).toBeVisible();
  await look('what the server offers');

  await openSmtp('harbour-315');
  await openFolds(app);
  await look('authentication off, with its folds open');
  await openSmtp('orchard-314');
  await openFolds(app);
  await look('a password that does not decrypt');
  await ui.field('SMTP Host').fill('');
  await ui.field('SMTP Port').fill('99999');
  await ui.choose('SMTP Password: keep, replace or clear', 'Clear');
  await openFolds(app);
  await look('mail settings that cannot be saved');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await look('changes that were thrown away');

  await openSmtp('tower-318');
  await look('no mail settings');
  await ui.openTab('System Configuration');
  await ui.button('About Self-Service Password Reset').click();
  await expect(page.getByRole('dialog', { name: 'Self-Service Password Reset' })).toBeVisible();
  await look('the help of a field');
  await page.keyboard.press('Escape');
}

/** A user of the demo fleet whose password is reset for real. */
export async function visitDemoRequest(app: StartedApp, look: Look): Promise<void> {
  const { page } = app;
  const ui = new ConsolePage(page);
  await ui.startDemo();
  await ui.tab('Users').click();
  await ui.tab('Test users').click();
  await ui.field('Mail address').fill('tester@demo.example');
  await ui.button('Create the test user').click();
  await expect(page.getByText('The test user was created and read back.')).toBeVisible();
  await ui.button('Check the login').click();
  await expect(page.getByText(/^Logged in as/)).toBeVisible();
  await page.getByRole('list', { name: 'Test users' }).getByRole('button', { name: 'Remove' }).click();
  await look('a test user about to be removed');

  await ui.tab('Password Reset').click();
  await ui.field('Person').fill('tester@demo.example');
  await ui.button(/^Find$/).click();
  await expect(page.getByRole('region', { name: 'The mail', exact: true })).toBeVisible();
  await ui.button('Start the real request').click();
  await expect(ui.dialog()).toBeVisible();
  await look('a real request to be confirmed');
  await ui.button('Request on meadow-312').click();
  await expect(page.getByRole('region', { name: 'This run' })).toContainText('Accepted by');
  await look('a real request');
  await ui.tab('Pending requests').click();
  await expect(page.getByRole('row').filter({ hasText: 'created here' })).toBeVisible();
  await look('a pending request');
}
