import { salt } from '../support/cipher-vectors';
import { namesOf } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import type { GluuVersion } from '../support/gluu-version';
import { type Slapd, startSlapd } from '../support/slapd';
import { expect, test } from './support/app';
import { ConsolePage } from './support/console-page';

let slapd: Slapd;
test.afterEach(() => slapd.stop());

const start = async (version: GluuVersion, smtp?: string): Promise<void> => {
  slapd = await startSlapd({ version, ldif: gluuTree({ version, ...(smtp === undefined ? {} : { smtp }) }) });
};
const settings = async (version: GluuVersion) =>
  (await slapd.search(namesOf(version).applianceDn, '(objectClass=*)', ['*'], { scope: 'base' }))[0];

test('4.5.5 after an upgrade: its own tabs, a choice of three in the server’s words, and a key store that lets mail go out again', async ({
  app,
}) => {
  const stored =
    '{"host":"mail.example.org","requires-ssl":true,"connectProtectionList":["None","StartTls","SslTls"],"x-kept":1}';
  await start('4.5.5', stored);
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.openTab('Extra libraries');
  await ui.openTab('System Configuration');
  await app.page.getByRole('checkbox', { name: 'Self-Service Password Reset' }).check();
  await ui.openTab('SMTP Server Configuration');
  await expect(app.page.getByRole('paragraph').filter({ hasText: 'not even an empty value is stored' })).toBeVisible();
  await app.page
    .getByRole('group', { name: 'SMTP Connect Protection' })
    .getByRole('radio', { name: 'STARTTLS' })
    .check();
  await ui.update();
  await expect(ui.saved()).toBeVisible();

  const entry = await settings('4.5.5');
  expect(entry?.get('passwordResetAllowed')).toEqual(['TRUE']);
  expect(JSON.parse(entry?.get('oxSmtpConfiguration')?.[0] ?? '')).toEqual({
    ...JSON.parse(stored),
    'connect-protection': 'StartTls',
    'key-store': '',
  });
});

test('2.4.4: White Pages, and SMTP settings in attributes with their copy', async ({ app }) => {
  await start('2.4.4');
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.openTab('System Configuration');
  await ui.choose('White Pages', 'Enabled');
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('smtp.example.org');
  await app.page.getByRole('checkbox', { name: 'Requires SSL' }).check();
  await ui.update();
  await expect(ui.saved()).toBeVisible();

  const entry = await settings('2.4.4');
  expect(entry?.get('gluuWhitePagesEnabled')).toEqual(['enabled']);
  expect([entry?.get('gluuSmtpHost'), entry?.get('gluuSmtpRequiresSsl')]).toEqual([['smtp.example.org'], ['true']]);
  expect(JSON.parse(entry?.get('oxSmtpConfiguration')?.[0] ?? '')).toMatchObject({
    host: 'smtp.example.org',
    requiresSsl: true,
  });
});
