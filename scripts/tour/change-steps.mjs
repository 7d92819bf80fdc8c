// Update: from nothing, on production, on the other tabs, and with a value that cannot be saved.
import { expect } from '@playwright/test';
import { textsOf } from './window.mjs';

const SMTP = 'SMTP Server Configuration';
const TOWER = 'gluu-tower@demo.example';
/** The demo mail server knows this login; it opens nothing but an inbox in memory. */
const TOWER_PASSWORD = 'gluu-tower-sends-mail';

export const changeSteps = [
  {
    title: 'tower-318 has no mail settings',
    async run({ openTab, field, tester, shot }) {
      await openTab('meadow-312', SMTP);
      const port = await field('SMTP Port').inputValue();
      await openTab('tower-318', SMTP);
      await expect(field('SMTP Host')).toHaveValue('');
      const why = tester.getByText('SMTP Host is empty.', { exact: true }).first();
      await expect(why).toBeVisible();
      await shot('no-smtp');
      const values = { 'SMTP Host': 'localhost', 'From Name': 'Tower Museum', 'From Email Address': TOWER };
      for (const [label, value] of Object.entries(values)) await field(label).fill(value);
      await field('SMTP Port').fill('99999');
      const error = field('SMTP Port').locator('xpath=ancestor::*[@data-field]').locator('[data-error]');
      await expect(error).toBeVisible();
      await shot('wrong-port');
      const text = await error.innerText();
      await field('SMTP Port').fill(port);
      await field('Requires Authentication').check();
      await field('SMTP User Name').fill(TOWER);
      return `"SMTP Host is empty." beside the test; port 99999: "${text}"; the form is filled in`;
    },
  },
  {
    title: 'tower-318 is tested before it is saved',
    async run({ openTab, field, testMail, tester, shot }) {
      await openTab('tower-318', SMTP);
      await field('SMTP Password').fill(TOWER_PASSWORD);
      await testMail();
      const result = tester.getByRole('region', { name: 'Result of the test' });
      await expect(result).toContainText('SMTP Test succeeded!');
      await shot('tested-unsaved');
      return `"${await textsOf(result.getByText('accepted the mail'))}", nothing saved yet`;
    },
  },
  {
    title: 'tower-318: password reset and mail in one Update',
    async run({ dialog, openTab, choose, review, update, shot }) {
      await openTab('tower-318', 'System Configuration');
      await choose('Self-Service Password Reset', 'Enabled');
      const changes = await review();
      await dialog.getByLabel('Reason, kept in the history').fill('Users asked for password reset');
      await expect(dialog).not.toContainText(TOWER_PASSWORD);
      await shot('change-list');
      await update('tower-318');
      await shot('saved');
      return `${changes} changes listed, "Saved and verified."`;
    },
  },
  {
    title: 'tower-318 holds what was written',
    async run({ page, openTab, field, readAgain }) {
      await openTab('tower-318', 'System Configuration');
      await readAgain();
      const reset = page.getByRole('group', { name: 'Self-Service Password Reset' });
      await expect(reset.getByRole('radio', { name: 'Enabled' })).toBeChecked();
      await openTab('tower-318', SMTP);
      await expect(field('SMTP User Name')).toHaveValue(TOWER);
      return 'read again: reset enabled, host localhost, user name, password stored';
    },
  },
  {
    title: 'OxTrust Settings and oxAuth Settings of harbour-315',
    async run({ openTab, field, review, update, shot }) {
      await openTab('harbour-315', 'OxTrust Settings');
      await field('Organization name').fill('Harbour Office North');
      await shot('oxtrust');
      await openTab('harbour-315', 'oxAuth Settings');
      await expect(field('Server IP')).toHaveValue('192.0.2.15');
      await field('Server IP').fill('192.0.2.16');
      const changes = await review();
      await shot('two-entries');
      await update('harbour-315');
      await expect(field('Server IP')).toHaveValue('192.0.2.16');
      return `Organization name and Server IP, ${changes} changes in two entries, saved`;
    },
  },
  {
    title: 'Production asks for the server’s name',
    async run({ dialog, openTab, field, review, update, shot }) {
      await openTab('mill-312', 'System Configuration');
      await field('Contact Email').fill('it@demo.example');
      await review();
      const button = dialog.getByRole('button', { name: 'Update mill-312' });
      const name = dialog.getByLabel('Type the server’s name to allow writing');
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await name.fill('mill-313');
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await shot('production');
      await name.fill('mill-312');
      await update('mill-312');
      return 'off without the name and with mill-313, saved with mill-312';
    },
  },
  {
    title: 'History of tower-318',
    async run({ main, openServer, shot }) {
      await openServer('tower-318', 'History');
      const entry = main.getByRole('listitem').first();
      await expect(entry).toContainText('Saved and verified');
      await expect(entry).toContainText('Users asked for password reset');
      await expect(main).not.toContainText(TOWER_PASSWORD);
      await shot('history');
      return `1 entry with its reason and ${await entry.getByRole('rowheader').count()} changes, no password in it`;
    },
  },
  {
    title: 'Rollback of harbour-315',
    async run({ main, dialog, openServer, shot }) {
      await openServer('harbour-315', 'History');
      const entries = main.getByRole('listitem');
      await expect(entries).toHaveCount(1);
      await main
        .getByRole('button', { name: /^Roll back/ })
        .first()
        .click();
      await expect(dialog.getByRole('row').filter({ hasText: 'Organization name' })).toContainText(
        'Harbour Office North',
      );
      await shot('rollback');
      await dialog.getByRole('button', { name: 'Roll back harbour-315' }).click();
      await expect(dialog).toBeHidden();
      await expect(entries).toHaveCount(2);
      await expect(entries.first()).toContainText('Saved and verified');
      await shot('rolled-back');
      return 'Organization name and Server IP are as before, and the history has both writes';
    },
  },
];
