import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chrootSalt, putInstallation } from '../support/gluu-chroot';
import { gluuTree } from '../support/gluu-tree';
import { startJumpHost } from '../support/jump-host';
import { startSlapd } from '../support/slapd';
import { startSshd } from '../support/sshd';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectWhole } from './support/expect-whole';
import { answerFileDialogs } from './support/file-dialogs';
import { exportAndOpen, writeFortyServers } from './support/forty-servers';

test('what lies over forty servers is whole in both themes', async () => {
  test.setTimeout(300_000);
  const folder = makeTemporaryFolder('forty');
  await writeFortyServers(folder);
  const app = await startApp({ folder });
  const { page, electron } = app;
  const ui = new ConsolePage(page);
  const expectOk = (screen: string) => expectWhole(app, screen);
  const file = path.join(folder, 'exported.json');
  await answerFileDialogs(electron, file);
  try {
    await expect(page.getByRole('heading', { name: /servers need attention$/ })).toBeVisible();
    await expectOk('forty servers');
    for (const command of ['Settings', 'Keyboard shortcuts', 'About Gluu Console']) {
      await ui.runAction(command);
      await expect(ui.dialog().getByRole('heading', { name: command, exact: true })).toBeVisible();
      if (command.startsWith('About')) await ui.dialog().locator('summary').first().click();
      await expectOk(command);
      await page.keyboard.press('Escape');
      await expect(ui.dialog()).toBeHidden();
    }
    await ui.runAction('export servers');
    await page.getByRole('checkbox', { name: 'With secrets' }).check();
    await expectOk('export');
    await exportAndOpen(page, file, 6);
    await expectOk('import');
    await page.keyboard.press('Escape');
    expect(app.complaints).toEqual([]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
});

test('what SSH asks is whole in both themes', async () => {
  test.skip(process.getuid?.() !== 0, 'sshd separates privileges: only root can start one');
  test.setTimeout(180_000);
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', salt: chrootSalt }) });
  const sshd = await startSshd();
  const jump = await startJumpHost();
  const files = makeTemporaryFolder('pasted');
  const { ldap } = putInstallation(files, 'chroot-3', {
    bindPassword: slapd.password,
    bindDn: slapd.bindDn,
    servers: `localhost:${slapd.ldapsPort}`,
  });
  const app = await startApp({ env: { HOME: sshd.home } });
  const { page } = app;
  const ui = new ConsolePage(page);
  const expectOk = (screen: string) => expectWhole(app, screen);
  const sshAccess = async () => {
    await page.getByLabel('SSH host', { exact: true }).fill('127.0.0.1');
    await ui.field('SSH port').fill(String(sshd.port));
    await ui.field('SSH user').fill(sshd.user);
  };
  try {
    await ui.runAction('find a gluu server');
    await expectOk('find a Gluu Server');
    await sshAccess();
    await ui.button('Find the installation').click();
    await expect(ui.button('Accept this host key')).toBeVisible();
    await expectOk('a host key while a Gluu Server is looked for');
    await page.getByRole('textbox', { name: 'Contents of a file' }).fill(await readFile(ldap, 'utf8'));
    await ui.button('Use this text').click();
    await expect(page.getByRole('region', { name: 'What was found' })).toBeVisible();
    await expectOk('what the text of a file says');
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
    await expectOk('a host key to accept');

    sshd.trust();
    jump.trust(sshd.home);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await ui.field('Jump hosts').fill(`ops@127.0.0.1:${jump.port}`);
    await ui.button('Save and check').click();
    await expect(page.getByLabel(`Password of ops@127.0.0.1:${jump.port}`, { exact: true })).toBeFocused();
    await expectOk('a password that a jump host wants');
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
});

test('forced colours mark what is chosen, and leave its words readable', async () => {
  const app = await startApp({ args: ['--demo'] });
  const { page } = app;
  const ui = new ConsolePage(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await ui.openServer('meadow-312');
  const line = (tab: string) => ui.tab(tab).evaluate((each) => getComputedStyle(each).borderBottomColor);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect([await line('History'), await line('Users')]).toEqual([paper, paper]);
  expect(await line('Overview')).not.toBe(paper);
  const framed = (name: string) =>
    page
      .getByRole('navigation', { name: 'Servers' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .evaluate((each) => getComputedStyle(each).borderTopWidth);
  expect([await framed('meadow-312'), await framed('mill-312')]).toEqual(['1px', '0px']);
  await page.keyboard.press('Control+k');
  const colours = await page
    .getByRole('option', { selected: true })
    .evaluate((row) => [row, ...row.querySelectorAll('span')].map((each) => getComputedStyle(each).color));
  expect(new Set(colours).size).toBe(1);
  await page.keyboard.press('Escape');
  await closeApp(app);
  removeTemporaryFolder(app.folder);
});
