// The first minutes: nothing is written.
import { expect } from '@playwright/test';
import { textsOf } from './window.mjs';

export const lookSteps = [
  {
    title: 'First start',
    async run({ page, main, shot }) {
      const heading = main.getByRole('heading', { level: 1 });
      await expect(heading).toHaveText('Can your users reset their password?');
      const doors = await textsOf(main.getByRole('heading', { level: 2 }));
      // The system may be dark: the tour begins in the light.
      await page.getByRole('button', { name: /^Theme: System/ }).click();
      await shot('first-start');
      return `"${await heading.innerText()}", two doors: ${doors}`;
    },
  },
  {
    title: 'Start the demo fleet',
    async run({ main, servers, shot }) {
      await main.getByRole('button', { name: 'Start the demo fleet' }).click();
      const group = servers.getByRole('region', { name: 'Demo fleet' });
      await expect(group.getByRole('listitem')).toHaveCount(5);
      await shot('demo-fleet');
      return `5 servers in the list: ${await textsOf(group.locator('li [data-name]'))}`;
    },
  },
  {
    title: 'Overview of meadow-312',
    async run({ main, openServer, shot }) {
      await openServer('meadow-312', 'Overview');
      await expect(main.getByRole('heading', { name: 'meadow-312 can be read and changed.' })).toBeVisible();
      const stages = main.getByRole('list', { name: 'Connection' }).getByRole('listitem');
      await expect(stages).toHaveCount(8);
      for (const stage of await stages.all()) await expect(stage).toContainText('done');
      await shot('overview');
      return '8 stages done, "meadow-312 can be read and changed."';
    },
  },
  {
    title: 'System Configuration of meadow-312',
    async run({ page, openTab, field, shot }) {
      await openTab('meadow-312', 'System Configuration');
      const reset = page.getByRole('group', { name: 'Self-Service Password Reset' });
      await expect(reset.getByRole('radio', { name: 'Enabled' })).toBeChecked();
      await expect(field('Maximum Log Size (MB)')).toHaveValue('200');
      await shot('system');
      return 'Self-Service Password Reset is enabled, Maximum Log Size is 200';
    },
  },
  {
    title: 'What a field is for',
    async run({ page, main, openTab, shot }) {
      await openTab('meadow-312', 'System Configuration');
      await main.getByRole('button', { name: 'About Self-Service Password Reset' }).click();
      const help = page.getByRole('dialog', { name: 'Self-Service Password Reset' });
      await expect(help).toContainText('passwordResetAllowed');
      await shot('field-help');
      await page.keyboard.press('Escape');
      await expect(help).toBeHidden();
      return 'attribute passwordResetAllowed, value of a new installation, who reads it';
    },
  },
  {
    title: 'SMTP Server Configuration of meadow-312',
    async run({ main, openTab, field, shot }) {
      await openTab('meadow-312', 'SMTP Server Configuration');
      await expect(field('SMTP Host')).toHaveValue('localhost');
      await expect(main.getByText('It decrypts with this server’s salt.')).toBeVisible();
      await shot('smtp');
      return `host localhost, port ${await field('SMTP Port').inputValue()}, the stored password decrypts`;
    },
  },
];
