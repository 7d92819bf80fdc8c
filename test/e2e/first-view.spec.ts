import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { writeFortyServers } from './support/forty-servers';

const heldCore = ({ electron }: StartedApp) =>
  electron.evaluate(() => (globalThis as { heldCore?: number }).heldCore ?? 0);

test('the servers are there before the core is, and what is done meanwhile waits for it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gluu-console-first-'));
  await writeFortyServers(folder);
  const kept = path.join(folder, 'first-view.json');
  await closeApp(await startApp({ folder }));
  expect(existsSync(kept)).toBe(true);

  const app = await startApp({
    folder,
    heldCore: true,
    programArgs: ['-r', path.resolve('test/e2e/support/hold-core.cjs')],
  });
  const { page } = app;
  try {
    expect(existsSync(kept)).toBe(false);
    const row = page.getByRole('treeitem', { name: /^server-00/ }).or(page.getByRole('button', { name: /^server-00/ }));
    await expect(row.first()).toBeVisible();
    await expect.poll(() => heldCore(app).catch(() => 0)).toBeGreaterThan(0);
    await row.first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'server-00' })).toBeVisible();
    await new ConsolePage(page).runAction('settings');
    await page.getByRole('radio', { name: 'Dark' }).click();
    process.kill(await heldCore(app), 'SIGCONT');
    const theme = () => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
    await expect.poll(() => theme().catch(() => '')).toBe('dark');
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
    expect(app.complaints).toEqual([]);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(folder);
  }
});

/** What may have become of the file since. */
const spoilt: Record<string, (kept: string) => string> = {
  'lacks a part': (kept) => kept.replaceAll('"route\\":', '"rueto\\":').replaceAll('"route":', '"rueto":'),
  'was cut off': (kept) => kept.slice(0, 1000),
};
for (const [what, spoil] of Object.entries(spoilt))
  test(`a first view that ${what} ends nothing: the app begins without it`, async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gluu-console-first-'));
    await writeFortyServers(folder);
    const kept = path.join(folder, 'first-view.json');
    await closeApp(await startApp({ folder }));
    const whole = readFileSync(kept, 'utf8');
    writeFileSync(kept, spoil(whole));
    expect(readFileSync(kept, 'utf8')).not.toBe(whole);

    const app = await startApp({ folder });
    try {
      expect(existsSync(kept)).toBe(false);
      const row = app.page.getByRole('button', { name: /^server-00/ }).first();
      await row.click();
      await expect(app.page.getByRole('heading', { level: 1, name: 'server-00' })).toBeVisible();
      await new ConsolePage(app.page).runAction('settings');
      await app.page.getByRole('radio', { name: 'Dark' }).click();
      await expect(app.page.getByRole('radio', { name: 'Dark' })).toBeChecked();
      expect(app.complaints).toEqual([]);
    } finally {
      await closeApp(app);
      removeTemporaryFolder(folder);
    }
  });
