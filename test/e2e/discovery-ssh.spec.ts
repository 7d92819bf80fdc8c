import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { selfSigned } from '../support/certificates';
import { chrootSalt, putInstallation } from '../support/gluu-chroot';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { canMount, type Sshd, startSshd } from '../support/sshd';
import { makeSystemUser, type SystemUser } from '../support/system-user';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';

test.skip(
  process.getuid?.() !== 0 || !canMount(),
  'a host with a Gluu Server below /opt needs root and mount namespaces',
);

let slapd: Slapd;
let user: SystemUser;
let host: string;
let sshd: Sshd;
let app: StartedApp;
let files: ReturnType<typeof putInstallation>;
test.beforeAll(async () => {
  const own = await selfSigned();
  slapd = await startSlapd({ tls: own, ldif: gluuTree({ version: '3.1.2', salt: chrootSalt }) });
  user = await makeSystemUser();
  host = makeTemporaryFolder('gluu-host');
  // The user's way into it; what may be read inside, the tests say.
  for (let each = host; each.includes('gluu'); each = path.dirname(each)) chmodSync(each, 0o755);
  files = putInstallation(host, 'chroot-3', {
    bindPassword: slapd.password,
    bindDn: slapd.bindDn,
    servers: `localhost:${slapd.ldapsPort}`,
    certificate: own.cert,
    runs: true,
  });
  mkdirSync(path.join(host, 'sudoers.d'), { mode: 0o750 });
  writeFileSync(path.join(host, 'sudoers.d', 'gluu'), `${user.name} ALL=(root) /usr/bin/cat\n`, { mode: 0o440 });
  sshd = await startSshd({
    config: ['UsePAM yes', `Match User ${user.name}`, 'PasswordAuthentication yes', 'Match all'],
    mounts: { '/opt': path.join(host, 'opt'), '/etc/sudoers.d': path.join(host, 'sudoers.d') },
  });
  app = await startApp({ env: { HOME: sshd.home } });
});
test.afterAll(async () => {
  await closeApp(app);
  await sshd.stop();
  await slapd.stop();
  await user.remove();
  removeTemporaryFolder(host);
  removeTemporaryFolder(app.folder);
  expect(app.complaints).toEqual([]);
});

test('a Gluu Server is found over SSH, read with sudo, and added in one step', async () => {
  for (const file of [files.ldap, files.salt]) chmodSync(file, 0o600);
  const { page } = app;
  const ui = new ConsolePage(page);
  await ui.button('Find it over SSH').click();
  await page.getByLabel('SSH host', { exact: true }).fill('127.0.0.1');
  await ui.field('SSH port').fill(String(sshd.port));
  await ui.field('SSH user').fill(user.name);
  await ui.choose('SSH login', 'Password');
  await page.getByLabel('SSH password').fill(user.password);
  await ui.button('Find the installation').click();
  await expect(ui.button('Accept this host key')).toBeVisible();
  await ui.button('Accept this host key').click();
  const missing = page.getByRole('region', { name: 'What is missing' });
  await expect(missing).toContainText(`may not read ${files.ldap.slice(host.length)}`);
  await page.getByLabel('Password for sudo').fill('not the password');
  await ui.button('Read with sudo').click();
  await expect(missing).toContainText('sudo could not read it either');
  await page.getByLabel('Password for sudo').fill(user.password);
  await page.keyboard.press('Enter');
  const found = page.getByRole('region', { name: 'What was found' });
  await expect(found).toContainText('decrypts with the salt; not shown');
  await expect(found).not.toContainText(`${user.name}@127.0.0.1:${sshd.port}:`);
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  await expect(ui.dialog()).not.toContainText(slapd.password);
  await ui.choose('Environment', 'Test');
  await ui.button('Add this server').click();
  await expect(page.getByText(/can be read and changed\./)).toBeVisible();
  const via = `via ${user.name}@127.0.0.1:${sshd.port}`;
  await expect(page.getByRole('main')).toContainText(`localhost:${slapd.ldapsPort} · ${via}`);
});
