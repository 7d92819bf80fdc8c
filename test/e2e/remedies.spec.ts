import { selfSigned } from '../support/certificates';
import { salt } from '../support/cipher-vectors';
import { gluuTree } from '../support/gluu-tree';
import { pages, type ResetPage, startResetPage } from '../support/reset-page';
import { type Slapd, startSlapd } from '../support/slapd';
import { expect, type StartedApp, test } from './support/app';
import { ConsolePage } from './support/console-page';

/** Authentication off: this version sends to its own port 25 instead. */
const smtp = JSON.stringify({
  host: 'mail.example.org',
  port: 587,
  password: 'NL53iW1A1Rw=',
  'requires-ssl': true,
  'trust-host': false,
  'from-name': null,
  'from-email-address': 'gluu@example.org',
  'requires-authentication': false,
  'user-name': null,
});

let page: ResetPage;
let slapd: Slapd;
test.beforeAll(async () => {
  page = await startResetPage(pages.form, await selfSigned());
  slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.5', smtp, oxTrust: { applianceUrl: `https://127.0.0.1:${page.port}` } }),
  });
});
test.afterAll(() => Promise.all([page.stop(), slapd.stop()]));

const link = (app: StartedApp, label: string) =>
  app.page.getByRole('list', { name: 'Password reset checks' }).getByRole('listitem').filter({ hasText: label });

test('a remedy of the overview fills in its field, also before the form was read, and leaves the focus there', async ({
  app,
}) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  const authentication = app.page.getByRole('checkbox', { name: 'Requires Authentication' });
  await link(app, 'As Gluu will send it').getByRole('button', { name: 'Switch Requires Authentication on' }).click();
  await expect(authentication).toBeChecked();
  await expect(authentication).toBeFocused();

  await ui.tab('Overview').click();
  await link(app, 'Self-Service Password Reset').getByRole('button', { name: 'Enable' }).click();
  await expect(ui.tab('System Configuration')).toHaveAttribute('aria-selected', 'true');
  await expect(app.page.getByRole('radio', { name: 'Self-Service Password Reset' })).toBeChecked();
  await expect(app.page.getByRole('radio', { name: 'Self-Service Password Reset' })).toBeFocused();
});

test('the certificate of the link is shown where it stands: nothing runs again, and the focus stays with it', async ({
  app,
}) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  const certificate = link(app, 'Link certificate');
  await certificate.getByRole('button', { name: 'Show the certificate' }).click();
  await expect(certificate.getByText('SHA-256')).toBeVisible();
  await expect(certificate.getByText('Details')).toBeFocused();
  await expect(app.page.getByText('Checking password reset…')).toHaveCount(0);
  await expect(certificate.getByText('SHA-256')).toBeInViewport();
});

test('what only a change of the salt lifts opens the server’s form at its salt', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu' });
  await ui.openTab('SMTP Server Configuration');
  await ui.button('Paste the salt').click();
  await expect(app.page.getByLabel('Salt', { exact: true })).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(ui.dialog()).toBeHidden();
});
