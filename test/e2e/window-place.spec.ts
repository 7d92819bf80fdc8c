import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startHostileLdap } from '../support/hostile-ldap';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';

const boundsOf = ({ electron }: StartedApp) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
const placed = { x: 120, y: 60, width: 1010, height: 640 };

test('the window comes back where it was, with the server opened last at hand', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-'));
  const silent = await startHostileLdap({ kind: 'silent' });
  try {
    const first = await startApp({ folder });
    const ui = new ConsolePage(first.page);
    const usual = await boundsOf(first);
    expect(usual).toMatchObject({ width: 1280, height: 820 });
    for (const name of ['one', 'two'])
      await ui.addServer({ name, port: silent.port, mode: 'Plain', password: 'typed' });
    await ui.openServer('one');
    await ui.tab('History').click();
    await first.electron.evaluate(
      ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
      placed,
    );
    await expect.poll(() => boundsOf(first)).toEqual(placed);
    await closeApp(first);

    const asked = silent.connections();
    const second = await startApp({ folder });
    expect(await boundsOf(second)).toEqual(placed);
    const last = second.page.getByRole('region', { name: 'Recently opened' }).getByRole('button').first();
    await expect(last).toContainText('one');
    // What nobody asked for is not asked: its password would go unencrypted.
    expect(silent.connections()).toBe(asked);
    await last.click();
    await expect.poll(() => silent.connections()).toBe(asked + 1);
    await closeApp(second);

    // The display it was on is gone.
    const off = { schemaVersion: 1, bounds: { ...placed, x: 5000 }, maximized: false };
    await writeFile(path.join(folder, 'window.json'), JSON.stringify(off));
    const third = await startApp({ folder });
    const bounds = await boundsOf(third);
    expect(bounds).toMatchObject({ width: placed.width, height: placed.height });
    expect(bounds?.x).toBeLessThan(1440);
    await closeApp(third);

    for (const backup of ['', '.1', '.2', '.3']) await writeFile(path.join(folder, `window.json${backup}`), '{broken');
    const fourth = await startApp({ folder });
    expect(await boundsOf(fourth)).toEqual(usual);
    expect(fourth.complaints).toEqual([]);
    await closeApp(fourth);
  } finally {
    await silent.stop();
    removeTemporaryFolder(folder);
  }
});
