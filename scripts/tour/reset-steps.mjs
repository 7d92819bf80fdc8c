// Password reset of meadow-312: the chain of the overview, who Gluu would pick, and a rehearsal through its own mail settings.
import { expect } from '@playwright/test';

const ADDRESS = 'bruno.silva@demo.example';

export const resetSteps = [
  {
    title: 'Can users of meadow-312 reset their password?',
    async run({ main, openServer, shot }) {
      await openServer('meadow-312', 'Overview');
      const chain = main.getByRole('list', { name: 'Password reset checks' });
      await expect(chain).toBeVisible();
      await shot('readiness');
      const links = await chain.getByRole('listitem').count();
      const sentence = main.getByRole('region', { name: 'Password reset' }).getByRole('heading').first();
      return `${links} links, "${await sentence.innerText()}"`;
    },
  },
  {
    title: 'People of meadow-312',
    async run({ main, openServer, shot }) {
      await openServer('meadow-312', 'Users');
      await main.getByRole('textbox', { name: 'Search people' }).fill('bruno');
      await main.getByRole('button', { name: 'Search', exact: true }).click();
      await main.getByRole('button', { name: /^Bruno Silva/ }).click();
      await expect(main.getByRole('complementary', { name: 'Person' })).toContainText(ADDRESS);
      await shot('people');
      return `"bruno" finds Bruno Silva, ${ADDRESS}`;
    },
  },
  {
    title: 'Rehearsal of a reset mail',
    async run({ main, openServer, field, servers, shot }) {
      await openServer('meadow-312', 'Password Reset');
      await field('Person').fill(ADDRESS);
      await main.getByRole('button', { name: 'Find', exact: true }).click();
      await expect(main.getByText('gets the mail', { exact: true })).toBeVisible();
      await main.getByRole('button', { name: 'Send the rehearsal' }).click();
      await expect(main.getByRole('region', { name: 'This run' })).toContainText('Accepted by');
      await shot('rehearsal');
      await servers.getByRole('button', { name: /^Demo inbox/ }).click();
      await main
        .getByRole('button', { name: /^\[TEST/ })
        .first()
        .click();
      const message = main.getByRole('article', { name: 'Message' });
      await expect(message).toContainText('leads nowhere');
      await shot('reset-mail');
      return `"${await message.getByRole('heading').innerText()}" in the demo inbox`;
    },
  },
];
