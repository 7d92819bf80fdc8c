import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { selfSigned } from '../support/certificates';
import { salt } from '../support/cipher-vectors';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { carries } from '../support/hostile-ldap/message';
import { type Keyring, startKeyring } from '../support/keyring';
import { type Slapd, startSlapd } from '../support/slapd';
import { startProxy } from '../support/tcp-proxy';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { askedBoxes, closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { marked, plain } from './support/bare-texts';
import { ConsolePage } from './support/console-page';

const { applianceDn } = gluuNames();
const stored = '{"x-kept":[1,  2],"host":"mail.example.org","port":"25","password":"gl0g4Ch2tkU="}';

let slapd: Slapd;
test.beforeEach(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', smtp: stored }) });
});
test.afterEach(() => slapd.stop());

const valuesNow = async (attribute: string) =>
  (await slapd.search(applianceDn, '(objectClass=*)', [attribute], { scope: 'base' }))[0]?.get(attribute) ?? [];

const panel = ({ page }: StartedApp) => page.getByRole('tabpanel');

test('a change is rolled back, and that rollback as well', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('new.example.org');
  await ui.field('SMTP Port').fill('587');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  const written = await valuesNow('oxSmtpConfiguration');

  await ui.tab('History').click();
  await ui.button('Roll back…').click();
  await expect(ui.dialog().getByText('Review 2 changes')).toBeVisible();
  expect(await ui.change('SMTP Host')).toEqual([
    expect.stringContaining('SMTP Host'),
    'new.example.org',
    'mail.example.org',
  ]);
  await expect(ui.field('Reason, kept in the history')).toHaveAttribute(
    'placeholder',
    marked(/^Rollback of the write of \w+ \d+, 20/),
  );
  await ui.field('Reason, kept in the history').fill('The relay refuses us');
  await ui.dialog().getByRole('button', { name: 'Roll back gluu' }).click();
  await expect(app.page.getByText('Rolled back on gluu: saved and verified.')).toBeInViewport();
  await expect(app.page.getByText('Gluu may overwrite this within a minute')).toBeVisible();
  expect((await askedBoxes(app.electron)).map(({ message }) => message).slice(-2)).toEqual([
    'Update on gluu (Test)?',
    'Roll back on gluu (Test)?',
  ]);
  expect(await valuesNow('oxSmtpConfiguration')).toEqual([stored]);
  await expect(panel(app).getByRole('listitem')).toHaveCount(2);
  await expect(panel(app)).toContainText('The relay refuses us');

  await ui.button('Roll back…').first().click();
  await ui.dialog().getByRole('button', { name: 'Roll back gluu' }).click();
  await expect(panel(app).getByRole('listitem')).toHaveCount(3);
  expect(await valuesNow('oxSmtpConfiguration')).toEqual(written);
  // Without a reason of one's own the history says which write was rolled back, in the language of who reads it.
  await expect(panel(app).getByText(marked(/^Rollback of the write of \w+ \d+, 20/))).toBeVisible();
});

test('what someone changed since is shown in three columns, and nothing is written', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('mine@example.org');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  await slapd.modify(
    `dn: ${applianceDn}\nchangetype: modify\nreplace: oxTrustEmail\noxTrustEmail: theirs@example.org\n`,
  );
  const modifies = slapd.modifies().length;

  await ui.tab('History').click();
  await ui.button('Roll back…').click();
  await expect(ui.dialog().getByText('Changed since that write')).toBeVisible();
  expect(await ui.change('Contact Email')).toEqual([
    expect.stringContaining('Contact Email'),
    '(empty)',
    'mine@example.org',
    'theirs@example.org',
  ]);
  await ui.button('Close').click();
  expect(slapd.modifies()).toHaveLength(modifies);
  expect(await valuesNow('oxTrustEmail')).toEqual(['theirs@example.org']);
});

test('a value of thousands of characters is cut in the history, and shown whole on demand', async ({ app }) => {
  const long = `${'x'.repeat(4000)}@example.org`;
  await slapd.modify(`dn: ${applianceDn}\nchangetype: modify\nreplace: oxTrustEmail\noxTrustEmail: ${long}\n`);
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('short@example.org');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  await ui.tab('History').click();
  const before = panel(app).getByRole('cell', { name: /^xxx/ });
  await expect(before).not.toContainText('@example.org');
  await ui.button('Show all 4,012 characters').click();
  await expect(before).toContainText('@example.org');
  await ui.button('Show less').click();
  await expect(before).not.toContainText('@example.org');
});

test('the history of all servers is searched and exported', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('first@example.org');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  await ui.field('Maximum Log Size (MB)').fill('250');
  await ui.update();
  await expect(ui.field('Maximum Log Size (MB)')).toHaveValue('250');
  await expect(ui.dialog()).toBeHidden();

  await ui.runAction('history of all servers');
  const rows = app.page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await app.page.getByRole('searchbox', { name: 'Search the history' }).fill('first@');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Contact Email');

  const file = path.join(app.folder, 'exported.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await app.page.getByRole('combobox', { name: 'Export format' }).selectOption('CSV');
  await ui.button('Export 1').click();
  await expect(app.page.getByText('CSV: saved')).toBeVisible();
  await expect.poll(() => lines(file)).toHaveLength(2);
  expect(lines(file)[1]).toContain('"first@example.org"');

  await app.page.getByRole('searchbox', { name: 'Search the history' }).fill('nowhere');
  await expect(app.page.getByText('No matching changes.')).toBeVisible();
  await ui.button('Show all').click();
  await expect(rows).toHaveCount(2);
});

function lines(file: string): string[] {
  try {
    return plain(readFileSync(file, 'utf8')).split('\r\n').filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

test('a history that was changed outside is reported at start, with its first bad line', async () => {
  const first = await startApp();
  const ui = new ConsolePage(first.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('first@example.org');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  await closeApp(first);
  const file = path.join(first.folder, 'history.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('first@example.org', 'other@example.org'));

  const second = await startApp({ folder: first.folder });
  await expect(second.page.getByText('The history was changed outside this console.')).toBeVisible();
  await expect(second.page.getByText('Line 1 was changed after it was written.')).toBeVisible();
  await closeApp(second);
  removeTemporaryFolder(first.folder);
});

test.describe('with a keyring', () => {
  let keyring: Keyring;
  let env: Record<string, string>;
  const folders = new Set<string>();
  test.beforeEach(async () => {
    keyring = await startKeyring();
    const { DBUS_SESSION_BUS_ADDRESS = '', HOME = '', XDG_RUNTIME_DIR = '' } = keyring.environment;
    env = { DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR };
  });
  test.afterEach(async () => {
    await keyring.stop();
    for (const folder of folders) removeTemporaryFolder(folder);
  });
  const start = async (folder?: string) => {
    const app = await startApp({ env, ...(folder ? { folder } : {}) });
    folders.add(app.folder);
    await expect(app.page.getByText('Keychain open')).toBeVisible();
    return { app, ui: new ConsolePage(app.page) };
  };

  test('the SMTP password comes back after a restart, and lies nowhere readable', async () => {
    const first = await start();
    await first.ui.addSlapd(slapd, { name: 'gluu', salt });
    await first.ui.openTab('SMTP Server Configuration');
    await first.ui.choose('SMTP Password: keep, replace or clear', 'Replace');
    await first.app.page.getByLabel('SMTP Password', { exact: true }).fill('another secret');
    await first.ui.update();
    await expect(first.ui.saved()).toBeVisible();
    expect(await valuesNow('oxSmtpConfiguration')).not.toEqual([stored]);
    await closeApp(first.app);
    for (const name of ['history.jsonl', 'before-images.json']) {
      expect(readFileSync(path.join(first.app.folder, name), 'utf8')).not.toMatch(/gl0g4Ch2tkU|another secret/);
    }

    const second = await start(first.app.folder);
    await second.ui.openServer('gluu');
    await second.ui.tab('History').click();
    await second.ui.button('Roll back…').click();
    await second.ui.dialog().getByRole('button', { name: 'Roll back gluu' }).click();
    await expect(second.app.page.getByText('Rolled back on gluu: saved and verified.')).toBeVisible();
    expect(await valuesNow('oxSmtpConfiguration')).toEqual([stored]);
    await closeApp(second.app);
  });

  for (const [what, outcome, email] of [
    ['before the server got the modify', 'not saved', []],
    ['after the server carried it out', 'saved', ['killed@example.org']],
  ] as const) {
    test(`kill -9 in the middle of Update, ${what}: the next start tells that it was ${outcome}`, async () => {
      test.setTimeout(120_000);
      const proxy = await startProxy(slapd.port, { tls: await selfSigned() });
      try {
        const first = await start();
        await first.ui.addServer({ name: 'killed', port: proxy.port, password: slapd.password });
        await first.ui.button('Trust this certificate').click();
        await first.ui.openTab('System Configuration');
        await first.ui.field('Contact Email').fill('killed@example.org');
        const lost =
          outcome === 'saved' ? proxy.dropNextResponse(carries('modify')) : proxy.dropNextRequest(carries('modify'));
        await first.ui.update();
        await lost;
        const child = first.app.electron.process();
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
        expect(await valuesNow('oxTrustEmail')).toEqual(email);

        const second = await start(first.app.folder);
        await expect(second.app.page.getByText('A write to killed was interrupted.')).toBeVisible({ timeout: 30_000 });
        await expect(
          second.app.page.getByText(new RegExp(`[AP]M: ${outcome}\\. Reading the server again confirmed it`)),
        ).toBeVisible();
        await second.ui.runAction('history of all servers');
        await expect(second.app.page.getByRole('main').getByRole('listitem')).toContainText(
          outcome === 'saved' ? 'Saved and verified' : 'Not saved',
        );
        expect(await valuesNow('oxTrustEmail')).toEqual(email);
        await closeApp(second.app);
      } finally {
        await proxy.stop();
      }
    });
  }
});
