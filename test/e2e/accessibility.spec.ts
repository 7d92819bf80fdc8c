import { selfSigned } from '../support/certificates';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { startSlapd } from '../support/slapd';
import { expect, test } from './support/app';
import { marked } from './support/bare-texts';
import { ConsolePage } from './support/console-page';
import { expectWhole } from './support/expect-whole';

test('every screen of the demo fleet is accessible in both themes', async ({ app }) => {
  test.setTimeout(600_000);
  const { page } = app;
  const ui = new ConsolePage(page);
  const expectOk = (screen: string) => expectWhole(app, screen);
  for (const theme of ['light', 'dark'] as const) await ui.showIn(theme);
  await expectOk('first start');

  await ui.openForm();
  await ui.field('Port').fill('0');
  await ui.choose('Encryption', 'Plain');
  await ui.button('Save and check').click();
  await expectOk('server form with errors');
  await ui.closeForm();

  await page.keyboard.press('d');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Password reset checks' })).toBeVisible();
  await expectOk('overview');
  await ui.tab('Users').click();
  await page
    .getByRole('button', { name: /active$/ })
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Person' })).toContainText('inum');
  await expectOk('people');
  await page.getByRole('button', { name: 'Who gets the mail' }).first().click();
  await expect(page.getByText('gets the mail', { exact: true })).toBeVisible();
  await expectOk('who gets the mail');
  const mail = await ui.field('Mail address').inputValue();
  await ui.tab('Shared addresses').click();
  await ui.button('Read all people').click();
  await expect(page.getByText(/(people|person) read/).first()).toBeVisible();
  await expectOk('shared addresses');
  await ui.tab('Test users').click();
  await expectOk('test users');
  await ui.tab('Password Reset').click();
  await ui.field('Person').fill(mail);
  await ui.button(/^Find$/).click();
  await expect(page.getByRole('region', { name: 'The mail', exact: true })).toBeVisible();
  await expectOk('reset test');
  await ui.button('Send the rehearsal').click();
  await expect(page.getByRole('region', { name: 'This run' })).toContainText('Accepted by');
  await expectOk('rehearsed');
  await ui.tab('Pending requests').click();
  await expectOk('pending requests');
  await ui.tab('Earlier tests').click();
  await expectOk('earlier reset tests');
  await page.keyboard.press('Control+k');
  await expectOk('palette');
  await page.keyboard.press('Escape');

  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('no address');
  await ui.field('DNS Server(s)').fill('192.0.2.53');
  await expectOk('System Configuration with a change and an error');
  await ui.button('Revert Contact Email').click();
  await ui.openTab('OxTrust Settings');
  await expectOk('OxTrust Settings');
  await ui.openTab('oxAuth Settings');
  await expectOk('oxAuth Settings');
  await ui.openTab('SMTP Server Configuration');
  await ui.choose('SMTP Password: keep, replace or clear', 'Replace');
  await page.getByLabel('SMTP Password', { exact: true }).fill('pässword');
  await expectOk('SMTP Server Configuration');
  await ui.choose('SMTP Password: keep, replace or clear', 'Keep');

  await expect(page.getByText(/password is sent unencrypted/)).toBeVisible();
  await expectOk('a readable password');
  await ui.choose('Stop after', 'Send a mail');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('SMTP Test succeeded!')).toBeVisible();
  await expectOk('delivered');
  await page.keyboard.press('Control+s');
  await expect(ui.dialog().getByText(marked(/^Review/))).toBeVisible();
  await expectOk('change list');
  await ui
    .dialog()
    .getByRole('button', { name: /^Update/ })
    .click();
  await expect(ui.saved()).toBeVisible();
  await expectOk('saved');
  await ui.tab('History').click();
  await expect(page.getByText('Saved and verified', { exact: true }).first()).toBeVisible();
  await expectOk('history');
  await ui.button(/^Demo inbox/).click();
  await page.getByRole('button', { name: /Verification/ }).click();
  await expectOk('inbox');

  await ui.openServer('harbour-315');
  await expect(page.getByRole('button', { name: 'Switch Requires Authentication on' })).toBeVisible();
  await expectOk('overview with a remedy of several words');
  await ui.openServer('mill-312');
  await expect(page.getByText('mill-312 can be read and changed.')).toBeVisible();
  await expectOk('production overview');
  await ui.openTab('SMTP Server Configuration');
  await ui.button('Test Configuration').click();
  await expect(page.getByRole('region', { name: 'The certificate the mail server shows' })).toBeVisible();
  await expectOk('mail test that failed');
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('it@demo.example');
  await page.keyboard.press('Control+s');
  await expect(ui.dialog().getByText(marked(/^Review/))).toBeVisible();
  await expectOk('change list on production');
});

test('what goes wrong is accessible in both themes', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const ui = new ConsolePage(page);
  const expectOk = (screen: string) => expectWhole(app, screen);
  const names = gluuNames();
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
  const setEmail = (address: string) =>
    slapd.modify(`dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxTrustEmail\noxTrustEmail: ${address}\n`);
  try {
    await ui.addServer({ name: 'gluu', port: slapd.ldapsPort, password: slapd.password });
    await expect(ui.button('Trust this certificate')).toBeVisible();
    await expectOk('certificate to trust');
    await ui.button('Trust this certificate').click();
    await expect(page.getByText('gluu can be read and changed.')).toBeVisible();
    await ui.button('Remove').click();
    await expectOk('remove');
    await page.keyboard.press('Escape');

    await ui.openTab('System Configuration');
    await ui.field('Contact Email').fill('mine@example.org');
    await setEmail('theirs@example.org');
    await ui.update();
    await expect(ui.dialog().getByText('Changed by someone else since you loaded it')).toBeVisible();
    await expectOk('conflict');
    await page.keyboard.press('Escape');

    await slapd.modify(
      `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxSmtpConfiguration\noxSmtpConfiguration: {"host"\n`,
    );
    await ui.button('Reload').click();
    await ui.openTab('SMTP Server Configuration');
    await expect(page.getByText('The stored oxSmtpConfiguration cannot be read.')).toBeVisible();
    await expectOk('broken JSON');

    await slapd.restart({ tls: await selfSigned(2) });
    await page.keyboard.press('F5');
    await expect(page.getByText('This is not the certificate you trusted for this server.').first()).toBeVisible();
    await expectOk('certificate that changed');
  } finally {
    await slapd.stop();
  }
});

test('history and rollback are accessible in both themes', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const ui = new ConsolePage(page);
  const expectOk = (screen: string) => expectWhole(app, screen);
  const names = gluuNames();
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
  const rollBack = ui.button('Roll back…').first();
  const email = `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxTrustEmail\noxTrustEmail:`;
  try {
    await ui.addSlapd(slapd, { name: 'prod', environment: 'Production' });
    await expect(page.getByRole('list', { name: 'Password reset checks' })).toBeVisible();
    await expectOk('overview of a read-only server');
    await ui.tab('History').click();
    await expectOk('empty history');
    await ui.button('Allow writing').click();
    await ui.openTab('System Configuration');
    await expect(ui.button('Lock now')).toBeVisible();
    await expectOk('production that can be written to');
    await ui.field('Contact Email').fill('mine@example.org');
    await ui.update('prod');
    await expect(ui.saved()).toBeVisible();
    await ui.tab('History').click();

    await rollBack.click();
    await expect(ui.dialog().getByText('Review 1 change')).toBeVisible();
    await expectOk('rollback on production');
    await page.keyboard.press('Escape');
    await expect(rollBack).toBeFocused();
    await slapd.modify(`${email} theirs@example.org\n`);
    await rollBack.click();
    await expect(ui.dialog().getByText('Changed since that write')).toBeVisible();
    await expectOk('rollback of what was changed since');
    await page.keyboard.press('Escape');
    await slapd.modify(`${email} mine@example.org\n`);
    await rollBack.click();
    await ui.field('Type the server’s name to allow writing').fill('prod');
    await ui.dialog().getByRole('button', { name: 'Roll back prod' }).click();
    await expect(page.getByText('Rolled back on prod: saved and verified.')).toBeVisible();
    await expectOk('rolled back');

    await ui.runAction('history of all servers');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
    await page.getByRole('button', { expanded: false }).last().click();
    await expectOk('history of all servers');
    await page.getByRole('searchbox', { name: 'Search the history' }).fill('nowhere');
    await expect(page.getByText('No matching changes.')).toBeVisible();
    await expectOk('history with nothing found');
    await ui.button('Show all').click();

    await ui.openServer('prod');
    await ui.button('Lock now').click();
    await ui.tab('History').click();
    await expect(rollBack).toHaveAttribute('aria-disabled', 'true');
    await expectOk('history of a read-only server');
    await ui.button('Allow writing').click();
    await expect(rollBack).not.toHaveAttribute('aria-disabled', 'true');
    await slapd.stop();
    await rollBack.click();
    await expect(ui.dialog().getByText('Nothing was written')).toBeVisible();
    await expectOk('rollback on a server that is gone');
  } finally {
    await slapd.stop();
  }
});
