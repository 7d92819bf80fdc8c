import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import path from 'node:path';
import { encrypt } from '../../src-main/gluu-ldap/string-encrypter';
import { otherSalt, salt } from '../support/cipher-vectors';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { expect, test } from './support/app';
import { marked } from './support/bare-texts';
import { ConsolePage } from './support/console-page';
import { answerFileDialogs } from './support/file-dialogs';

const { applianceDn } = gluuNames();
const smtp = JSON.stringify({
  host: 'mail.example.org',
  port: 25,
  password: encrypt('secret', salt),
  'requires-authentication': true,
  'user-name': 'gluu@example.org',
  'from-email-address': 'gluu@example.org',
});

let slapd: Slapd;
test.beforeEach(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', smtp }) });
});
test.afterEach(() => slapd.stop());

test('the salt of another server is refused at its field, and nothing typed is lost', async ({ app: { page } }) => {
  const ui = new ConsolePage(page);
  const saltInput = page.getByLabel('Salt', { exact: true });
  const before = await slapd.dump();
  await ui.openForm();
  await ui.fillForm({
    ...{ name: 'meadow', host: '127.0.0.1', port: slapd.port, mode: 'Plain' },
    ...{ bindDn: slapd.bindDn, password: slapd.password, salt: otherSalt },
  });
  await ui.button('Save and check').dblclick(); // the second click calls nothing off
  await expect(
    ui.dialog().getByText(marked(/^The salt is refused, because it is not this server’s\./)),
  ).toBeInViewport();
  await expect(saltInput).toHaveAttribute('aria-invalid', 'true');
  await expect(saltInput).toBeFocused();
  await expect(saltInput).toHaveValue(otherSalt);
  await expect(page.getByLabel('Bind password', { exact: true })).toHaveValue(slapd.password);
  await page.screenshot({ path: test.info().outputPath('refused-at-the-field.png') });
  await expect(page.getByRole('button', { name: /^meadow/ })).toHaveCount(0);

  await saltInput.fill(salt);
  await expect(ui.dialog().getByText(marked(/^The salt is refused/))).toBeHidden();
  await ui.button('Save and check').click();
  await expect(ui.dialog()).toBeHidden();
  const aside = page.getByRole('complementary', { name: 'This server' });
  await expect(aside).toContainText('proved to be this server’s');
  await ui.openTab('SMTP Server Configuration');
  await expect(page.getByText('It decrypts with this server’s salt.')).toBeVisible();
  expect(await slapd.dump()).toBe(before);
});

test('a wrong salt that could not be proved before is reported everywhere, encrypts nothing, and can be corrected', async ({
  app: { page },
}) => {
  const ui = new ConsolePage(page);
  // Its certificate is not trusted yet, so that nobody can be asked when it is saved.
  await ui.addSlapd(slapd, { name: 'meadow', salt: otherSalt });
  const refusal = page.getByRole('region', { name: 'The salt' });
  await expect(refusal).toContainText('it is not this server’s');
  const link = page
    .getByRole('listitem')
    .filter({ hasText: 'not known: Stored. It is not known whether Gluu can decrypt it' });
  await expect(link).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('overview.png') });

  await ui.openTab('SMTP Server Configuration');
  const form = page.getByRole('form', { name: 'SMTP Server Configuration' });
  await expect(form).toContainText('Correct the salt; do not replace the password.');
  const before = await slapd.dump();
  await ui.choose('SMTP Password: keep, replace or clear', 'Replace');
  await page.getByLabel('SMTP Password', { exact: true }).fill('new secret');
  await expect(form).toContainText('Correct the salt first.');
  await page.screenshot({ path: test.info().outputPath('smtp-tab.png') });
  await ui.button(/^Update/).click({ force: true });
  await expect(ui.dialog()).toBeHidden();
  expect(await slapd.dump()).toBe(before);

  await form.getByRole('button', { name: 'Correct the salt' }).click();
  await ui.choose('Salt: keep, replace or clear', 'Replace');
  await page.getByLabel('Salt', { exact: true }).fill(salt);
  await ui.button('Save and check').click();
  await expect(page.getByRole('complementary', { name: 'This server' })).toContainText('proved to be this server’s');
  await expect(refusal).toBeHidden();
  await ui.openTab('SMTP Server Configuration');
  await expect(form).toContainText('It decrypts with this server’s salt.');
  await expect(page.getByLabel('SMTP Password', { exact: true })).toHaveValue('new secret');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  const [entry] = await slapd.search(applianceDn, '(objectClass=*)', ['oxSmtpConfiguration'], { scope: 'base' });
  expect(JSON.parse(entry?.get('oxSmtpConfiguration')?.[0] ?? '{}').password).toBe(encrypt('new secret', salt));
});

/** A port that takes connections and never says a word. */
async function startSilence(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('while a salt is proved nothing can be typed, since it would be lost with the form', async ({ app: { page } }) => {
  const silence = await startSilence();
  const ui = new ConsolePage(page);
  await ui.openForm();
  await ui.fillForm({
    ...{ name: 'meadow', host: '127.0.0.1', port: (silence.address() as AddressInfo).port, mode: 'Plain' },
    ...{ password: 'secret', salt },
  });
  await ui.button('Save and check').click();
  await expect(ui.dialog()).toContainText('Proving the salt on the server.');
  await ui.field('Notes').click({ force: true });
  await page.keyboard.type('typed meanwhile');
  await page.screenshot({ path: test.info().outputPath('being-proved.png') });
  await ui.dialog().getByRole('button', { name: 'Cancel' }).click();
  await expect(ui.dialog()).not.toContainText('Proving the salt');
  await expect(ui.dialog()).not.toContainText('Cancelled');
  await expect(ui.field('Notes')).toHaveValue('');
  await ui.field('Notes').fill('typed afterwards');
  await expect(ui.field('Notes')).toHaveValue('typed afterwards');
  silence.close();
});

test('the salt that an import brings is not passed off as the one that was proved before', async ({ app }) => {
  const { page } = app;
  const ui = new ConsolePage(page);
  const file = path.join(app.folder, 'export.json');
  const passphrase = 'correct horse battery';
  await answerFileDialogs(app.electron, file);
  await ui.addSlapd(slapd, { name: 'meadow', salt: otherSalt });
  await ui.runAction('export servers');
  await page.getByRole('checkbox', { name: 'With secrets' }).check();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat passphrase').fill(passphrase);
  await ui.button('Export 1 server').click();
  await expect(ui.dialog()).toBeHidden();
  expect(await readFile(file, 'utf8')).not.toContain(otherSalt);

  await ui.button('Correct the salt').first().click();
  await ui.field('Notes').fill('differs from the file');
  await ui.choose('Salt: keep, replace or clear', 'Replace');
  await page.getByLabel('Salt', { exact: true }).fill(salt);
  await ui.button('Save and check').click();
  const aside = page.getByRole('complementary', { name: 'This server' });
  await expect(aside).toContainText('proved to be this server’s');
  await ui.openTab('SMTP Server Configuration');
  const form = page.getByRole('form', { name: 'SMTP Server Configuration' });
  await expect(form).toContainText('It decrypts with this server’s salt.');

  await ui.runAction('import servers');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await ui.choose('What to do with meadow', 'Replace');
  await ui.button('Import 1 server').click();
  await expect(ui.dialog()).toContainText('0 added, 1 replaced, 0 skipped.');
  await ui.button('Close').click();
  await expect(form).toContainText('Correct the salt; do not replace the password.');
  await ui.tab('Overview').click();
  await expect(page.getByRole('region', { name: 'The salt' })).toContainText('it is not this server’s');
  await expect(aside).toContainText('refused');
});
