import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expiredSelfSigned, selfSigned } from '../support/certificates';
import { startHostileLdap } from '../support/hostile-ldap';
import { type Slapd, startSlapd } from '../support/slapd';
import { expect, test } from './support/app';
import { ConsolePage } from './support/console-page';

let slapd: Slapd;
test.beforeAll(async () => {
  slapd = await startSlapd();
});
test.afterAll(() => slapd.stop());

test('a server is added, its certificate shown and pinned, and it is reached', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addServer({ name: 'first', port: slapd.ldapsPort, password: slapd.password });
  await expect(app.page.getByRole('heading', { name: 'first was not reached.' })).toBeVisible();
  const panel = app.page.getByRole('region', { name: 'The certificate this server shows' });
  await expect(panel).toContainText('CN=localhost');
  await expect(panel).toContainText(/([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  await ui.button('Trust this certificate').click();
  await expect(app.page.getByText('first can be read and changed.')).toBeVisible();

  const file = await readFile(path.join(app.folder, 'servers.json'), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ schemaVersion: 2, servers: [{ name: 'first', host: 'localhost' }] });
  expect(file).not.toContain(slapd.password);
});

test('what cannot be used is reported at its field, and nothing is sent', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.openForm();
  await expect(app.page.getByRole('radio', { name: 'Production' })).toBeChecked();
  await expect(app.page.getByRole('checkbox', { name: 'Read-only' })).toBeChecked();
  const tries: [label: string, value: string, sentence: string | RegExp][] = [
    ['Host', 'ldaps://gluu.example.org', 'A host, not a web address'],
    ['Host', 'gluu.example.org:1636', 'Leave out the port: it has its own field.'],
    ['Host', 'gluu example', 'A host name has no spaces.'],
    ['Host', 'gluu\u202egro.example', 'invisible character'],
    ['Port', '0', 'A port is a number from 1 to 65535.'],
    ['Port', '65536', 'A port is a number from 1 to 65535.'],
    ['Port', 'abc', 'A port is a number from 1 to 65535.'],
    ['Name', '', 'Give the server a name.'],
  ];
  await ui.button('Save and check').click();
  for (const [label, value, sentence] of tries) {
    await ui.field(label).fill(value);
    await expect(app.page.getByText(sentence)).toBeVisible();
    await expect(ui.field(label)).toHaveAttribute('aria-invalid', 'true');
  }
  await app.page.getByRole('combobox', { name: 'Bind DN' }).fill('directory manager');
  await expect(app.page.getByText('This is not a DN.')).toBeVisible();
  await expect(ui.dialog()).toBeVisible();
  await expect(ui.field('Host')).toHaveValue('gluu\u202egro.example');
});

test('a wrong password is reported as such, and typed again it works', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addServer({ name: 'wrong', port: slapd.ldapsPort, password: 'not the password' });
  await ui.button('Trust this certificate').click();
  await expect(app.page.getByText('The bind DN or the password is wrong.')).toBeVisible();
  await expect(app.page.getByText(/invalidCredentials \(49\)/).first()).toBeVisible();
  await ui.button('Edit server').click();
  await ui.choose('Bind password: keep, replace or clear', 'Replace');
  await app.page.getByLabel('Bind password', { exact: true }).fill(slapd.password);
  await ui.button('Save and check').click();
  await expect(app.page.getByText('wrong can be read and changed.')).toBeVisible();
});

test('a changed place is not given the stored password', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'moved' });
  await ui.button('Edit').first().click();
  await ui.field('Port').fill(String(slapd.port));
  await ui.choose('Encryption', 'StartTLS');
  await expect(app.page.getByText('The stored one was typed for another host')).toBeVisible();
  await ui.button('Save and check').click();
  await ui.button('Trust this certificate').click();
  await expect(app.page.getByText('The stored secret was typed for another place and was not used.')).toBeVisible();
});

test('a changed certificate is an alarm that takes more than a click; an expired one can be pinned', async ({
  app,
}) => {
  const own = await startSlapd();
  try {
    const ui = new ConsolePage(app.page);
    await ui.addSlapd(own, { name: 'renewed' });
    await own.restart({ tls: await selfSigned(2) });
    await ui.button('Check again').first().click();
    await expect(app.page.getByText('This is not the certificate you trusted for this server.')).toBeVisible();
    await ui.button('Trust this certificate').click({ force: true });
    await expect(app.page.getByText('Type renewed first.')).toBeVisible();
    await ui.field('Type the server’s name to trust the new certificate').fill('renewed');
    await ui.button('Trust this certificate').click();
    await expect(app.page.getByText('renewed can be read and changed.')).toBeVisible();

    await own.restart({ tls: await expiredSelfSigned() });
    await ui.button('Check again').first().click();
    await expect(app.page.getByText('(expired)')).toBeVisible();
  } finally {
    await own.stop();
  }
});

test('a silent server can be cancelled within a second', async ({ app }) => {
  const silent = await startHostileLdap({ kind: 'silent' });
  try {
    const ui = new ConsolePage(app.page);
    await ui.addServer({ name: 'silent', port: silent.port, mode: 'Plain', password: 'x' });
    const began = Date.now();
    await app.page.getByRole('main').getByRole('button', { name: 'Cancel' }).click();
    await expect(app.page.getByRole('heading', { name: 'The check of silent was cancelled.' })).toBeVisible();
    expect(Date.now() - began).toBeLessThan(5000);
    await expect(app.page.getByRole('region', { name: 'Cancelled' })).toContainText('Cancelled.');
    await expect(app.page.getByRole('region', { name: 'What went wrong' })).toHaveCount(0);
    await expect(app.page.getByRole('status')).toContainText('Checking: cancelled');
    await expect(app.page.locator('[data-signal="bad"]')).toHaveCount(0);
  } finally {
    await silent.stop();
  }
});

test('a button that writes looks like production on production, and nowhere else', async ({ app: { page } }) => {
  const ui = new ConsolePage(page);
  await ui.button('Start the demo fleet').click();
  const create = ui.button('Create the test user');
  const openTestUsers = async (name: string) => {
    await ui.openServer(name);
    await page.getByRole('tab', { name: 'Users', exact: true }).click();
    await ui.tab('Test users').click();
  };
  await openTestUsers('meadow-312');
  await expect(create).not.toHaveAttribute('data-look', 'production');
  await openTestUsers('mill-312');
  await expect(create).toHaveAttribute('data-look', 'production');
  await expect(page).toHaveTitle('mill-312 — Production');
});

test('servers are searched, duplicated and removed', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'alpha' });
  await ui.button('Duplicate').click();
  await expect(ui.field('Name')).toHaveValue('alpha copy');
  await ui.field('Name').fill('beta');
  await app.page.keyboard.press('Escape');
  await expect(ui.dialog()).toContainText('Discard changes?');
  await ui.button('Keep editing').click();
  await expect(ui.field('Name')).toHaveValue('beta');
  await ui.closeForm();
  const servers = app.page.getByRole('navigation', { name: 'Servers' }).getByRole('listitem');
  await expect(servers).toHaveCount(1);
  await ui.button('Duplicate').click();
  await app.page.keyboard.press('Escape');
  await expect(ui.dialog()).toBeHidden();
  await expect(servers).toHaveCount(1);
  await ui.button('Duplicate').click();
  await ui.button('Save and check').click();
  await expect(ui.dialog()).toBeHidden();
  await expect(servers).toHaveCount(2);

  await app.page.keyboard.press('Control+l');
  await app.page.keyboard.type('copy');
  await expect(app.page.getByRole('navigation').getByRole('listitem')).toHaveCount(1);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('alpha copy');
  await ui.button('Remove').click();
  await ui.button('Remove alpha copy').click();
  await expect(ui.dialog()).toBeHidden();
  await expect(ui.button(/^alpha copy/)).toHaveCount(0);
  await app.page.keyboard.press('Control+l');
  await expect(ui.field('Find a server')).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('navigation').getByRole('listitem')).toHaveCount(1);
});
