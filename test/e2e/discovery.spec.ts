import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { selfSigned } from '../support/certificates';
import { chrootSalt, putInstallation } from '../support/gluu-chroot';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { startSshd } from '../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectAccessible } from './support/expect-accessible';

let slapd: Slapd;
let folder: string;
let ldapFile: string;
let ldapText: string;
test.beforeAll(async () => {
  const own = await selfSigned();
  slapd = await startSlapd({ tls: own, ldif: gluuTree({ version: '3.1.2', salt: chrootSalt }) });
  folder = makeTemporaryFolder('discovery');
  ({ ldap: ldapFile } = putInstallation(folder, 'chroot-3', {
    bindPassword: slapd.password,
    bindDn: slapd.bindDn,
    servers: `localhost:${slapd.ldapsPort}`,
  }));
  ldapText = readFileSync(ldapFile, 'utf8');
});
test.afterAll(async () => {
  removeTemporaryFolder(folder);
  await slapd.stop();
});

const stops: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const text = (page: Page) => page.getByRole('textbox', { name: 'Contents of a file' });
const found = (page: Page) => page.getByRole('region', { name: 'What was found' });

test('a server is added from the texts of its files, without SSH', async ({ app: { page } }) => {
  const ui = new ConsolePage(page);
  await ui.button('Find it over SSH').click();
  await expect(ui.dialog()).toContainText('Find a Gluu Server');
  await expectAccessible(page, 'find a Gluu Server');

  await text(page).fill('Dear colleague, here it is');
  await ui.button('Use this text').click();
  await expect(page.getByText('This is not one of the files needed here')).toBeVisible();
  await expect(text(page)).toHaveValue('Dear colleague, here it is');

  await text(page).fill(ldapText);
  await ui.button('Use this text').click();
  await expect(found(page)).toContainText(`localhost:${slapd.ldapsPort}`);
  await expect(page.getByRole('region', { name: 'What is missing' })).toContainText('The salt file was not provided.');
  await expect(text(page)).toHaveValue('');
  await text(page).fill(`encodeSalt = ${chrootSalt}`);
  await ui.button('Use this text').click();
  await expect(found(page)).toContainText('decrypts with the salt; not shown');

  await ui.field('Name').fill('');
  await ui.button('Add this server').click();
  await expect(page.getByText('Give the server a name.')).toBeVisible();
  await ui.field('Name').fill('pasted');
  await ui.field('LDAP host').fill('127.0.0.1');
  const stored = page.getByRole('region', { name: 'What will be stored' });
  await expect(stored).toContainText('Bind password, Salt');
  await expect(stored).toContainText('127.0.0.1');
  await expect(page.getByRole('checkbox', { name: 'Read-only' })).toBeChecked();
  await expect(ui.dialog()).not.toContainText(slapd.password);
  await expect(ui.dialog()).not.toContainText(chrootSalt);
  await expectAccessible(page, 'what was found');
  await ui.button('Add this server').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('pasted');
  await ui.button('Trust this certificate').click();
  await expect(page.getByRole('heading', { name: 'pasted is read-only in this console.' })).toBeVisible();
});

test('a properties file dropped onto the window opens the same dialog', async ({ app: { page } }) => {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'ox-ldap.properties'));
    return data;
  }, ldapText);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect(found(page)).toContainText(`localhost:${slapd.ldapsPort}`);
  await expect(found(page)).toContainText('the file ox-ldap.properties');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('what is no access is reported at its field, and a failure loses nothing that was typed', async ({ app }) => {
  const { page } = app;
  const ui = new ConsolePage(page);
  await ui.runAction('find a gluu server');
  await ui.button('Find the installation').click();
  await expect(page.getByText('Enter a host name or an address.')).toBeVisible();
  await page.getByRole('combobox', { name: 'SSH host' }).fill('127.0.0.1');
  await ui.field('SSH port').fill('1');
  await ui.field('SSH user').fill('admin');
  await ui.choose('SSH login', 'Password');
  await page.getByLabel('SSH password').fill('hush-hush');
  await ui.button('Find the installation').click();
  await expect(page.getByRole('region', { name: 'What went wrong' })).toBeVisible();
  await expect(page.getByLabel('SSH password')).toHaveValue('hush-hush');
  await expect(ui.field('SSH user')).toHaveValue('admin');
  await expectAccessible(page, 'what went wrong');
});

test('a file is opened in the dialog of the system, and one that is too large is refused', async ({ app }) => {
  const { page, electron } = app;
  const ui = new ConsolePage(page);
  const willChoose = (file: string) =>
    electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, file);
  const tooLarge = path.join(folder, 'large.properties');
  writeFileSync(tooLarge, '#'.repeat(300_000));
  await willChoose(tooLarge);
  await ui.openForm();
  await ui.button('Open a properties file').click();
  await expect(page.getByText('The file is larger than 256 KB.')).toBeVisible();
  await willChoose(folder);
  await ui.button('Open a file').click();
  await expect(page.getByText('This is not a file.')).toBeVisible();
  await willChoose(ldapFile);
  await ui.button('Open a file').click();
  await expect(found(page)).toContainText('the file ox-ldap.properties');
  await expect(page.getByText('This is not a file.')).toBeHidden();
});

test('an unknown SSH host key is shown and accepted, and what is not found is said with its remedy', async () => {
  test.skip(process.getuid?.() !== 0, 'sshd separates privileges: only root can start one');
  const sshd = await startSshd();
  const app = await startApp({ env: { HOME: sshd.home } });
  stops.push(
    () => closeApp(app),
    async () => removeTemporaryFolder(app.folder),
    () => sshd.stop(),
  );
  const { page } = app;
  const ui = new ConsolePage(page);
  await app.electron.evaluate(({ dialog }, keyFile) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [keyFile] });
  }, sshd.keyFile);
  await ui.button('Find it over SSH').click();
  await page.getByRole('combobox', { name: 'SSH host' }).fill('127.0.0.1');
  await ui.field('SSH port').fill(String(sshd.port));
  await ui.field('SSH user').fill(sshd.user);
  await ui.choose('SSH login', 'Key file');
  await ui.button('Choose key file').click();
  await ui.button('Find the installation').click();

  const panel = page.getByRole('region', { name: 'The host key this SSH server shows' });
  await expect(panel).toContainText(sshd.hostKeySha256);
  await expectAccessible(page, 'a host key to accept');
  await panel.getByRole('button', { name: 'Accept this host key' }).click();
  // The far end is this computer, on which no Gluu Server is installed.
  await expect(page.getByText('No Gluu installation was found on this host.')).toBeVisible();
  await expect(page.getByText(/Read over SSH as/)).toBeVisible();
  await expectAccessible(page, 'no installation on this host');
  expect(app.complaints).toEqual([]);
});
