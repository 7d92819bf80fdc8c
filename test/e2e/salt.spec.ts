import { encrypt } from '../../src-main/gluu/string-encrypter';
import { otherSalt, salt } from '../support/cipher-vectors';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { expect, test } from './support/app';
import { ConsolePage } from './support/console-page';

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
  await ui.button('Save and check').click();
  await expect(ui.dialog().getByText(/^The salt is refused, since it is not this server’s\./)).toBeInViewport();
  await expect(saltInput).toHaveAttribute('aria-invalid', 'true');
  await expect(saltInput).toBeFocused();
  await expect(saltInput).toHaveValue(otherSalt);
  await expect(page.getByLabel('Bind password', { exact: true })).toHaveValue(slapd.password);
  await page.screenshot({ path: test.info().outputPath('refused-at-the-field.png') });
  await expect(page.getByRole('button', { name: /^meadow/ })).toHaveCount(0);

  await saltInput.fill(salt);
  await expect(ui.dialog().getByText(/^The salt is refused/)).toBeHidden();
  await ui.button('Save and check').click();
  await expect(ui.dialog()).toBeHidden();
  const aside = page.getByRole('complementary', { name: 'This server' });
  await expect(aside).toContainText('proved to be this server’s');
  await ui.openTab('SMTP Server Configuration');
  await expect(page.getByText('It decrypts with this server’s salt.')).toBeVisible();
  expect(await slapd.dump()).toBe(before);
});

test('a wrong salt that could not be proved before is told everywhere, encrypts nothing, and can be corrected', async ({
  app: { page },
}) => {
  const ui = new ConsolePage(page);
  // Its certificate is not trusted yet, so that nobody can be asked when it is saved.
  await ui.addSlapd(slapd, { name: 'meadow', salt: otherSalt });
  const refusal = page.getByRole('region', { name: 'The salt' });
  await expect(refusal).toContainText('it is not this server’s');
  const link = page.getByRole('listitem').filter({ hasText: 'not known: Stored. Whether Gluu can decrypt it' });
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
