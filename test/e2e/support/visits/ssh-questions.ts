import { readFile } from 'node:fs/promises';
import { chrootSalt, putInstallation } from '../../../support/gluu-chroot';
import { gluuTree } from '../../../support/gluu-tree';
import { startJumpHost } from '../../../support/jump-host';
import { startSlapd } from '../../../support/slapd';
import { startSshd } from '../../../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../../../support/temporary-folder';
import { closeApp, expect, type StartedApp, startApp } from '../app';
import { ConsolePage } from '../console-page';

/** What SSH asks, and how a Gluu Server is found over it, in an app that `start` gives. Only root can start an sshd. */
export async function visitSshQuestions(
  lookAt: (app: StartedApp, screen: string) => Promise<void>,
  start: typeof startApp = startApp,
): Promise<void> {
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', salt: chrootSalt }) });
  const sshd = await startSshd();
  const jump = await startJumpHost();
  const files = makeTemporaryFolder('pasted');
  const { ldap } = putInstallation(files, 'chroot-3', {
    bindPassword: slapd.password,
    bindDn: slapd.bindDn,
    servers: `localhost:${slapd.ldapsPort}`,
  });
  const app = await start({ env: { HOME: sshd.home } });
  const { page } = app;
  const ui = new ConsolePage(page);
  const look = (screen: string) => lookAt(app, screen);
  const sshAccess = async () => {
    await page.getByLabel('SSH host', { exact: true }).fill('127.0.0.1');
    await ui.field('SSH port').fill(String(sshd.port));
    await ui.field('SSH user').fill(sshd.user);
  };
  try {
    await ui.runAction('find a gluu server');
    await look('find a Gluu Server');
    await sshAccess();
    await ui.button('Find the installation').click();
    await expect(ui.button('Accept this host key')).toBeVisible();
    await look('a host key while a Gluu Server is looked for');
    await page.getByRole('textbox', { name: 'Contents of a file' }).fill(await readFile(ldap, 'utf8'));
    await ui.button('Use this text').click();
    await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible();
    await look('what the text of a file says');
    await page.keyboard.press('Escape');
    await expect(ui.button('Keep editing')).toBeFocused();
    await ui.button('Discard').click();

    await ui.openForm();
    await ui.choose('Route', 'SSH');
    await ui.fillForm({ name: 'behind ssh', port: slapd.ldapsPort, password: slapd.password });
    await sshAccess();
    await ui.button('Save and check').click();
    await expect(ui.dialog()).toBeHidden();
    await expect(ui.button('Accept this host key')).toBeVisible();
    await look('a host key to accept');

    sshd.trust();
    jump.trust(sshd.home);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await ui.field('Jump hosts').fill(`ops@127.0.0.1:${jump.port}`);
    await ui.button('Save and check').click();
    await expect(page.getByLabel(`Password of ops@127.0.0.1:${jump.port}`, { exact: true })).toBeFocused();
    await look('a password that a jump host wants');
    await page.keyboard.press('Escape');
    await expect(page.getByText('behind ssh was not reached.')).toBeVisible();
    expect(app.complaints).toEqual([]);
  } finally {
    await jump.stop();
    await closeApp(app);
    await slapd.stop();
    await sshd.stop();
    removeTemporaryFolder(files);
    removeTemporaryFolder(app.folder);
  }
}
