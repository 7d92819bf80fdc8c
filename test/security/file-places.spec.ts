import { execFileSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { closeApp, expect, startApp, test } from '../e2e/support/app';
import { ConsolePage } from '../e2e/support/console-page';
import { securityCase, titled } from './case';

let base: string;
test.beforeEach(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-places-'));
});
test.afterEach(() => rm(base, { recursive: true, force: true }));

const MINE = '{"mine":true}';

test(titled('T49', 'what stands in the place of the list is neither read, written nor waited for'), async () => {
  test.setTimeout(180_000);
  const folder = path.join(base, 'data');
  const list = path.join(folder, 'servers.json');
  const victim = path.join(base, 'victim.json');
  const places: [name: string, put: () => void, words: string][] = [
    ['a link to another file', () => symlinkSync(victim, list), 'servers.json is a symbolic link'],
    ['a FIFO', () => void execFileSync('mkfifo', [list]), 'servers.json is not a regular file'],
    ['a folder', () => mkdirSync(list), 'servers.json is a folder'],
  ];
  mkdirSync(folder);
  writeFileSync(victim, MINE);
  for (const [name, put, words] of places) {
    await securityCase('T49', name, async () => {
      put();
      const { mode } = lstatSync(list);
      const app = await startApp({ folder });
      const ui = new ConsolePage(app.page);
      await expect(app.page.getByText('List of servers: cannot be read.')).toBeVisible();
      await expect(app.page.getByText(words)).toBeVisible();
      await ui.openForm();
      await ui.fillForm({ name: 'not kept', host: '127.0.0.1', port: 1 });
      await ui.button('Save and check').click();
      await expect(ui.dialog().getByText(words)).toBeVisible();
      await closeApp(app);
      expect(lstatSync(list).mode).toBe(mode);
      expect(readFileSync(victim, 'utf8')).toBe(MINE);
      expect(readdirSync(folder).filter((each) => /^servers\.json./.test(each))).toEqual([]);
      rmSync(list, { recursive: true });
    });
  }
});
