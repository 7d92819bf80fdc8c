import { selfSigned } from '../support/certificates';
import { salt } from '../support/cipher-vectors';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { carries } from '../support/hostile-ldap/message';
import { type Slapd, startSlapd } from '../support/slapd';
import { startProxy } from '../support/tcp-proxy';
import { expect, test } from './support/app';
import { plainIn } from './support/bare-texts';
import { ConsolePage } from './support/console-page';

const names = gluuNames();
const stored =
  '{"host":"mail.example.org","port":25,"password":null,"requires-ssl":false,"trust-host":false,"from-name":null,"from-email-address":"gluu@example.org","requires-authentication":false,"user-name":null,"x-kept":[1, 2]}';

let slapd: Slapd;
test.beforeEach(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', smtp: stored }) });
});
test.afterEach(() => slapd.stop());

const appliance = async () => (await slapd.search(names.applianceDn, '(objectClass=*)', ['*'], { scope: 'base' }))[0];
const organization = async () =>
  (await slapd.search(names.organizationDn, '(objectClass=*)', ['*'], { scope: 'base' }))[0];
const oxauth = async () => (await slapd.search(names.oxAuthDn, '(objectClass=*)', ['*'], { scope: 'base' }))[0];

test('all four tabs are edited, saved, and read back with ldapsearch', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });

  await ui.openTab('System Configuration');
  await ui.choose('Self-Service Password Reset', 'Enabled');
  await ui.field('Maximum Log Size (MB)').fill('250');
  await ui.field('Contact Email').fill('help@example.org');
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('smtp.example.org');
  await ui.field('SMTP Port').fill('587');
  await app.page.getByRole('checkbox', { name: 'Requires Authentication' }).check();
  await ui.field('SMTP User Name').fill('gluu@example.org');
  await app.page.getByRole('checkbox', { name: 'Requires SSL' }).check();
  await app.page.getByLabel('SMTP Password', { exact: true }).fill('secret');
  await ui.openTab('OxTrust Settings');
  await ui.field('Organization name').fill('Example AG');
  await ui.openTab('oxAuth Settings');
  await ui.field('Server IP').fill('192.0.2.7');
  await expect(app.page.getByText('11 unsaved changes')).toBeVisible();
  const earlier = slapd.modifies().length;
  await ui.update();
  await expect(ui.saved()).toBeVisible();

  const entry = await appliance();
  expect(entry?.get('passwordResetAllowed')).toEqual(['enabled']);
  expect(entry?.get('gluuMaxLogSize')).toEqual(['250']);
  expect(entry?.get('oxTrustEmail')).toEqual(['help@example.org']);
  expect(entry?.get('oxSmtpConfiguration')).toEqual([
    '{"host":"smtp.example.org","port":587,"password":"gl0g4Ch2tkU=","requires-ssl":true,"trust-host":false,"from-name":null,"from-email-address":"gluu@example.org","requires-authentication":true,"user-name":"gluu@example.org","x-kept":[1, 2]}',
  ]);
  expect((await organization())?.get('displayName')).toEqual(['Example AG']);
  const ip = JSON.parse((await oxauth())?.get('oxWebKeysSettings')?.[0] ?? '{}');
  expect(ip.server_ip).toBe('192.0.2.7');
  expect(slapd.modifies().slice(earlier).sort()).toEqual(
    [names.applianceDn, names.organizationDn, names.oxAuthDn].sort(),
  );

  await ui.tab('History').click();
  const history = app.page.getByRole('tabpanel');
  await expect(history).toContainText('Saved and verified');
  await expect(history).toContainText('NoneSet');
  await expect(history).not.toContainText('gl0g4Ch2tkU=');
});

test('production wants the typed name, read-only writes nothing', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'prod', environment: 'Production' });
  await expect(app.page.getByText('prod is read-only in this console.')).toBeVisible();
  await ui.openTab('System Configuration');
  await expect(ui.field('Contact Email')).toHaveAttribute('readonly', '');
  await ui.button('Allow writing').click();
  const band = app.page.getByRole('region', { name: 'Writing is allowed' });
  await expect(band).toHaveText('PRODUCTIONprod can be written to. Locks again in 15 min.Lock now');
  await ui.field('Contact Email').fill('a@example.org');
  await ui.button(/^Update/).click();
  const write = ui.dialog().getByRole('button', { name: /^Update prod/ });
  await expect(write).toHaveAttribute('aria-disabled', 'true');
  await write.click({ force: true });
  await expect(ui.dialog()).toContainText('PRODUCTION');
  await ui.field('Type the server’s name to allow writing').fill('prod');
  await write.click();
  await expect(ui.saved()).toBeVisible();
  expect((await appliance())?.get('oxTrustEmail')).toEqual(['a@example.org']);

  await ui.field('Contact Email').fill('b@example.org');
  await band.getByRole('button', { name: 'Lock now' }).click();
  await expect(band).toBeHidden();
  await expect(ui.field('Contact Email')).toHaveAttribute('readonly', '');
  await expect(ui.field('Contact Email')).toHaveValue('b@example.org');
  await expect(ui.button(/^Update/)).toHaveAttribute('aria-disabled', 'true');
});

test('another writer in between is shown in three columns, and nothing is written until it is decided', async ({
  app,
}) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'shared' });
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('mine.example.org');
  await ui.field('SMTP Port').fill('587');
  const theirs = stored.replace('mail.example.org', 'theirs.example.org').replace('[1, 2]', '[1, 2, 3]');
  await slapd.modify(
    `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxSmtpConfiguration\noxSmtpConfiguration: ${theirs}\n`,
  );
  const before = slapd.modifies().length;
  await ui.update();
  await expect(ui.dialog().getByText('Changed by someone else since you loaded it')).toBeVisible();
  expect(slapd.modifies()).toHaveLength(before);
  const row = ui.dialog().getByRole('row').filter({ hasText: 'SMTP Host' });
  await expect(row).toContainText('mine.example.org');
  await expect(row).toContainText('theirs.example.org');
  await expect(row).toContainText('mail.example.org');
  await expect(ui.dialog()).not.toContainText('SMTP Port');
  await ui.dialog().getByRole('radio', { name: 'SMTP Host: theirs' }).check();
  await ui.dialog().getByRole('button', { name: 'Continue with these' }).click();
  await ui
    .dialog()
    .getByRole('button', { name: /^Update/ })
    .click();
  await expect(ui.saved()).toBeVisible();
  expect((await appliance())?.get('oxSmtpConfiguration')).toEqual([theirs.replace('"port":25', '"port":587')]);
});

test('typed values survive a change of server and of tab; Cancel and Revert put the loaded ones back', async ({
  app,
}) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'one' });
  await ui.openTab('System Configuration');
  await ui.field('DNS Server(s)').fill('192.0.2.53');
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('https://typo');
  await expect(ui.tab('SMTP Server Configuration')).toHaveAccessibleName(/1 unsaved 1 with an error/);
  await expect(app.page.getByText('1 field has an error.')).toBeVisible();
  await app.page.getByRole('tab', { name: 'Overview' }).click();
  await ui.tab('Organization Configuration').click();
  await expect(ui.field('SMTP Host')).toHaveValue('https://typo');
  await ui.button('Revert SMTP Host').click();
  await expect(ui.field('SMTP Host')).toHaveValue('mail.example.org');
  await expect(app.page.getByText('1 unsaved change')).toBeVisible();
  await app.page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await expect(app.page.getByText('1 unsaved change')).toHaveCount(0);
  await expect(app.page.getByText('1 discarded change')).toBeVisible();
  await expect(ui.button('Undo')).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('1 unsaved change')).toBeVisible();
  await ui.openTab('System Configuration');
  await expect(ui.field('DNS Server(s)')).toHaveValue('192.0.2.53');
  await app.page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
  await ui.openTab('System Configuration');
  await expect(ui.field('DNS Server(s)')).toHaveValue('');
});

test('the window does not close over unsaved changes without asking', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'leave' });
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('typed@example.org');
  const asked = await app.electron.evaluate(({ BrowserWindow, dialog }) => {
    const messages: string[] = [];
    dialog.showMessageBox = async (...args: unknown[]) => {
      messages.push((args.at(-1) as { message: string }).message);
      return { response: 0, checkboxChecked: false };
    };
    return new Promise<string[]>((resolve) => {
      BrowserWindow.getAllWindows()[0]?.close();
      setTimeout(() => resolve(messages), 1500);
    });
  });
  expect(plainIn(asked)).toEqual(['Some changes have not been written to a server.']);
  await expect(ui.field('Contact Email')).toHaveValue('typed@example.org');
});

test('the answer to a write is lost: it is read again and reported as saved, and written once', async ({ app }) => {
  const proxy = await startProxy(slapd.port, { tls: await selfSigned() });
  try {
    const ui = new ConsolePage(app.page);
    await ui.addServer({ name: 'lossy', port: proxy.port, password: slapd.password });
    await ui.button('Trust this certificate').click();
    await ui.openTab('System Configuration');
    await ui.field('Contact Email').fill('lost@example.org');
    const lost = proxy.dropNextResponse(carries('modify'));
    const before = slapd.modifies().length;
    const updating = ui.update();
    await lost;
    proxy.cut();
    await updating;
    await expect(ui.saved()).toBeVisible();
    await expect(app.page.getByText('Confirmed by reading the server again.')).toBeVisible();
    expect(slapd.modifies().length - before).toBe(1);
    expect((await appliance())?.get('oxTrustEmail')).toEqual(['lost@example.org']);
  } finally {
    await proxy.stop();
  }
});

test('the server goes away in the middle of Update: not known, being verified, then settled', async ({ app }) => {
  const proxy = await startProxy(slapd.port, { tls: await selfSigned() });
  try {
    const ui = new ConsolePage(app.page);
    await ui.addServer({ name: 'gone', port: proxy.port, password: slapd.password });
    await ui.button('Trust this certificate').click();
    await ui.openTab('System Configuration');
    await ui.field('Contact Email').fill('gone@example.org');
    const lost = proxy.dropNextRequest(carries('modify'));
    const updating = ui.update();
    await lost;
    await slapd.kill9();
    proxy.cut();
    await updating;
    await expect(app.page.getByText('Not known yet whether this was saved. It is being verified.')).toBeVisible({
      timeout: 30_000,
    });
    await slapd.restart();
    await ui.button('Verify now').click();
    await expect(app.page.getByText('Not saved.')).toBeVisible();
    await expect(ui.field('Contact Email')).toHaveValue('gone@example.org');
  } finally {
    await proxy.stop();
  }
});

test('a broken JSON text is shown as it is, with Update off', async ({ app }) => {
  await slapd.modify(
    `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxSmtpConfiguration\noxSmtpConfiguration: {"host":"x",\n`,
  );
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'broken' });
  await ui.openTab('SMTP Server Configuration');
  await expect(app.page.getByText('The stored oxSmtpConfiguration cannot be read.')).toBeVisible();
  await expect(app.page.getByText('{"host":"x",')).toBeVisible();
  await expect(ui.field('SMTP Host')).toHaveCount(0);
});
