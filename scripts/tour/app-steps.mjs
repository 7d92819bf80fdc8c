// What belongs to the app itself: the palette, a server of one's own, dark colours, the way out.
import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';

/** Nothing of ours listens there: port 1 (tcpmux) is for the system alone. */
const SILENT_PORT = '1';
const PASSWORDS = /gluu-(?:meadow|mill|harbour|orchard|tower)-sends-mail|typed-on-the-tour/;

export const appSteps = [
  {
    title: 'The palette finds a server and an action',
    async run({ page, main, shot }) {
      await page.keyboard.press('Control+K');
      const palette = page.getByRole('combobox', { name: 'Go to a server or run an action' });
      await palette.fill('orchard');
      await expect(page.getByRole('option')).toHaveCount(1);
      await shot('palette');
      await palette.press('Enter');
      await expect(main.getByRole('heading', { level: 1 })).toHaveText('orchard-314');
      return 'Ctrl K, "orchard", Enter: orchard-314';
    },
  },
  {
    title: 'Add a server that does not answer',
    async run({ dialog, main, servers, shot }) {
      await servers.getByRole('button', { name: 'Add a server' }).click();
      const fields = { Name: 'my-server', Host: '127.0.0.1', Port: SILENT_PORT, 'Bind password': 'typed-on-the-tour' };
      for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value);
      await shot('add-server');
      await dialog.getByRole('button', { name: 'Save and check' }).click();
      await expect(main.getByRole('heading', { name: 'my-server was not reached.' })).toBeVisible();
      await shot('not-reached');
      const what = await main.getByRole('region', { name: 'What went wrong' }).getByRole('heading').innerText();
      await main.getByRole('button', { name: 'Remove' }).click();
      await dialog.getByRole('button', { name: 'Remove my-server' }).click();
      await expect(dialog).toHaveCount(0);
      await expect(servers.getByRole('button', { name: /^my-server/ })).toHaveCount(0);
      return `"${what}"; removed again`;
    },
  },
  {
    title: 'Dark theme',
    async run({ page, dialog, openServer, openTab, field, review, shot }) {
      await page.keyboard.press('Control+K');
      const palette = page.getByRole('combobox', { name: 'Go to a server or run an action' });
      await palette.fill('theme dark');
      await palette.press('Enter');
      await expect.poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
      await openServer('meadow-312', 'Overview');
      await shot('dark-overview');
      await openTab('mill-312', 'SMTP Server Configuration');
      await shot('dark-smtp');
      await field('SMTP Host').fill('mail.demo.example');
      await field('From Name').fill('Mill Paper Works, service desk');
      await review();
      await shot('dark-change-list', { picture: 'change-list' });
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await expect(field('SMTP Host')).toHaveValue('localhost');
      return 'overview, SMTP tab, change list; cancelled';
    },
  },
  {
    title: 'No password in the app’s files',
    async run({ folder }) {
      const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      const telling = files.filter((entry) =>
        PASSWORDS.test(fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1')),
      );
      if (telling.length > 0) throw new Error(`there is one in ${telling.map(({ name }) => name).join(', ')}`);
      return `looked through ${files.length} files, history.jsonl and gluu-console.log among them`;
    },
  },
  {
    title: 'Quit',
    async run({ quit, complaints }) {
      const code = await quit();
      expect(code).toBe(0);
      expect(complaints).toEqual([]);
      return 'exit code 0; the window reported no error';
    },
  },
];
