import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type Slapd, startSlapd } from '../support/slapd';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { askedBoxes, closeApp, expect, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { expectAccessible } from './support/expect-accessible';
import { answerFileDialogs } from './support/file-dialogs';

const passphrase = 'correct horse battery';
let slapd: Slapd;
let folder: string;
test.beforeAll(async () => {
  slapd = await startSlapd();
  folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-profiles-'));
});
test.afterAll(async () => {
  await slapd.stop();
  removeTemporaryFolder(folder);
});

/** Adds a server that nothing answers for. */
async function addUnreached(ui: ConsolePage, name: string, more: { group?: string; environment?: 'Production' } = {}) {
  await ui.openForm();
  await ui.fillForm({ name, port: 1, host: '127.0.0.1', password: `secret of ${name}`, ...more });
  if (more.group) await ui.page.getByLabel('Group', { exact: true }).fill(more.group);
  await ui.button('Save and check').click();
  await expect(ui.page.getByRole('heading', { name: `${name} was not reached.` })).toBeVisible();
}

const list = (page: Page) => page.getByRole('navigation', { name: 'Servers' });
const rows = (page: Page): Locator => list(page).locator('li [data-name]');
const row = (page: Page, name: string) => list(page).getByRole('button', { name: new RegExp(`^${name}`) });
const status = (page: Page) => page.getByRole('contentinfo').getByRole('status');

async function remove(ui: ConsolePage, name: string): Promise<void> {
  await ui.openServer(name);
  await ui.button('Remove').click();
  await ui.button(`Remove ${name}`).click();
  await expect(ui.dialog()).toBeHidden();
}

test('servers are exported with secrets, removed, and imported: the same list, which works at once', async ({
  app,
}) => {
  const { page } = app;
  const ui = new ConsolePage(page);
  const file = path.join(folder, 'all.json');
  await answerFileDialogs(app.electron, file);
  await ui.addSlapd(slapd, { name: 'meadow' });
  await addUnreached(ui, 'mill', { group: 'Customers' });
  await addUnreached(ui, 'harbour', { group: 'Customers' });
  await page.getByRole('button', { name: 'Favourite: harbour' }).click();
  await expect(status(page)).toHaveText('harbour Added to favourites.');
  const before = await rows(page).allInnerTexts();
  const profiles = JSON.parse(await readFile(path.join(app.folder, 'servers.json'), 'utf8'));

  await ui.runAction('export servers');
  await expectAccessible(page, 'export');
  await page.getByRole('checkbox', { name: 'With secrets' }).check();
  await expect(ui.dialog()).toContainText('The passphrase needs at least 12 characters.');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Repeat passphrase').fill('something else');
  await expect(ui.dialog()).toContainText('The two passphrases differ.');
  await page.getByLabel('Repeat passphrase').fill(passphrase);
  await ui.button('Export 3 servers').click();
  await expect(ui.dialog()).toBeHidden();
  await expect(status(page)).toHaveText('3 servers exported');
  const text = await readFile(file, 'utf8');
  for (const secret of [slapd.password, 'secret of', passphrase]) expect(text).not.toContain(secret);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);

  for (const name of ['meadow', 'mill', 'harbour']) await remove(ui, name);
  await expect(page.getByRole('heading', { name: 'Can your users reset their password?' })).toBeVisible();

  await page.getByRole('button', { name: 'Import servers' }).click();
  await expect(ui.dialog()).toContainText('3 servers: 3 new, 0 different from the ones here, 0 the same.');
  await expectAccessible(page, 'import');
  await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase');
  await ui.button('Open secrets').click();
  await expect(ui.dialog()).toContainText('This passphrase does not open the secrets.');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(ui.dialog()).toContainText('3 secrets opened.');
  expect(JSON.parse(await readFile(path.join(app.folder, 'servers.json'), 'utf8')).servers).toEqual([]);
  await ui.button('Import 3 servers').click();
  await expect(ui.dialog()).toContainText('3 added, 0 replaced, 0 skipped. 3 secrets stored.');
  await ui.button('Close').click();
  // The certificate that comes along as trusted was agreed to outside the window.
  expect((await askedBoxes(app.electron)).map(({ message }) => message)).toContain(
    'Import 3 servers with everything their file trusts and allows?',
  );

  expect(await rows(page).allInnerTexts()).toEqual(before);
  expect(JSON.parse(await readFile(path.join(app.folder, 'servers.json'), 'utf8'))).toEqual(profiles);
  await ui.openServer('meadow');
  await expect(page.getByText('meadow can be read and changed.')).toBeVisible();
});

test('an import shows what differs, changes only what is chosen, and keeps production read-only', async ({ app }) => {
  const { page } = app;
  const ui = new ConsolePage(page);
  const file = path.join(folder, 'differs.json');
  await answerFileDialogs(app.electron, file);
  await addUnreached(ui, 'mill', { environment: 'Production' });
  await ui.runAction('export servers');
  await ui.button('Export 1 server').click();
  await expect(ui.dialog()).toBeHidden();
  const exported = JSON.parse(await readFile(file, 'utf8'));
  expect(exported.profiles[0]).toMatchObject({ name: 'mill', readOnly: true });
  expect(exported).not.toHaveProperty('sealed');
  exported.profiles[0].group = 'Customers';
  exported.profiles[0].notes = 'from the other computer';
  exported.profiles[0].readOnly = false;
  await writeFile(file, JSON.stringify(exported));

  await ui.runAction('import servers');
  const differences = page.getByRole('table', { name: 'Differences in mill' });
  await expect(differences.getByRole('row')).toHaveText([
    'FieldHereIn the file',
    'GroupemptyCustomers',
    'Notesemptyfrom the other computer',
  ]);
  await expect(ui.dialog()).toContainText('All servers are skipped.');
  await ui.choose('What to do with mill', 'Replace');
  await ui.button('Import 1 server').click();
  await expect(ui.dialog()).toContainText('0 added, 1 replaced, 0 skipped.');
  await ui.button('Close').click();
  await expect(list(page).getByRole('button', { name: /^Customers/ })).toBeVisible();
  await expect(ui.button('Allow writing')).toBeVisible();
  await expect(page.getByRole('main').getByText('Read-only', { exact: true })).toBeVisible();

  await writeFile(file, JSON.stringify({ ...exported, schemaVersion: 2 }));
  await ui.runAction('import servers');
  await expect(ui.dialog()).toContainText('was exported by a newer version of this app');
  await page.keyboard.press('Escape');
  await writeFile(file, '{"format":"something else"}');
  await ui.runAction('import servers');
  await expect(ui.dialog()).toContainText('is not a valid export of servers. Nothing was imported.');
});

test('favourites come first, the order is changed by keys, groups are shut: all of it stays over a restart', async () => {
  const home = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-'));
  try {
    const app = await startApp({ folder: home });
    const { page } = app;
    const ui = new ConsolePage(page);
    for (const name of ['alpha', 'beta', 'gamma']) await addUnreached(ui, name, { group: 'Customers' });
    await row(page, 'gamma').focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect(status(page)).toHaveText('gamma Moved to position 2 of 3 in “Customers”.');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(status(page)).toHaveText('gamma Moved to position 1 of 3 in “Customers”.');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(status(page)).toHaveText('gamma Already first in “Customers”.');
    await expect(row(page, 'gamma')).toBeFocused();
    await expect(rows(page)).toHaveText(['gamma', 'alpha', 'beta']);

    // By mouse: beta before alpha.
    await row(page, 'beta').dragTo(row(page, 'alpha'), { targetPosition: { x: 60, y: 4 } });
    await expect(rows(page)).toHaveText(['gamma', 'beta', 'alpha']);
    // And with single clicks.
    await ui.openServer('alpha');
    await ui.runAction('move up in the list');
    await expect(rows(page)).toHaveText(['gamma', 'alpha', 'beta']);

    await page.getByRole('button', { name: 'Favourite: beta' }).click();
    await expect(rows(page)).toHaveText(['beta', 'gamma', 'alpha']);
    await list(page)
      .getByRole('button', { name: /^Customers/ })
      .click();
    await expect(row(page, 'gamma')).toBeHidden();
    await page.keyboard.press('Control+l');
    await page.keyboard.type('alpha');
    await expect(row(page, 'alpha')).toBeVisible();
    await page.keyboard.press('Escape');

    await list(page)
      .getByRole('button', { name: /^Auto-check: on/ })
      .click();
    await expect(page.getByRole('contentinfo')).toContainText('Background checks paused');
    await closeApp(app);

    const again = await startApp({ folder: home });
    const shut = list(again.page).getByRole('button', { name: /^Customers/ });
    await expect(shut).toHaveAttribute('aria-expanded', 'false');
    await expect(again.page.getByRole('contentinfo')).toContainText('Background checks paused');
    await shut.click();
    await expect(rows(again.page)).toHaveText(['beta', 'gamma', 'alpha']);
    await again.page.getByRole('contentinfo').getByRole('button', { name: 'Resume' }).click();
    await expect(again.page.getByRole('contentinfo')).not.toContainText('Background checks paused');
    await again.page.keyboard.press('Control+k');
    await expect(again.page.getByRole('option').first()).toContainText('alpha'); // opened last
    await closeApp(again);
    expect([app.complaints, again.complaints]).toEqual([[], []]);
  } finally {
    await removeTemporaryFolder(home);
  }
});

test('the demo fleet is checked by itself, and a failure says why in its row', async ({ app: { page } }) => {
  const ui = new ConsolePage(page);
  await ui.button('Start the demo fleet').click();
  await expect(list(page).getByText('Reached')).toHaveCount(5);
  await expect(row(page, 'meadow-312')).toHaveAccessibleDescription(/^Reached just now in [\d,]+ ms\.$/);
  await expect(row(page, 'meadow-312')).toContainText('3.1.2');
  await addUnreached(ui, 'nobody');
  await expect(row(page, 'nobody')).toContainText('Not reached');
  await expect(row(page, 'nobody')).toHaveAccessibleDescription(/At Connect: Connection refused: nothing is listening/);
  await expectAccessible(page, 'list of the demo fleet');
});
