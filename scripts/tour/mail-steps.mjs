// Test Configuration on four servers, each with the fault it was given (src-main/demo/fleet-table.ts).
import { expect } from '@playwright/test';
import { textsOf } from './window.mjs';

const SMTP = 'SMTP Server Configuration';
const SUBJECT = 'SMTP Server Configuration Verification';
/** The demo mail server knows this login; it opens nothing but an inbox in memory. */
const ORCHARD_PASSWORD = 'gluu-orchard-sends-mail';

const stagesDone = (tester) => tester.getByRole('list', { name: 'Stages of the test' }).getByText(/^done/);
const succeeded = (tester) => tester.getByRole('region', { name: 'Result of the test' });

export const mailSteps = [
  {
    title: 'SMTP settings of meadow-312 that send a password unencrypted',
    async run({ openTab, tester, shot }) {
      await openTab('meadow-312', SMTP);
      const warning = tester.getByText('password is sent unencrypted');
      await expect(warning).toContainText('The Gluu Server does the same.');
      await shot('unencrypted');
      return `"${await warning.innerText()}"`;
    },
  },
  {
    title: 'Test Configuration of meadow-312',
    async run({ openTab, testMail, tester, shot }) {
      await openTab('meadow-312', SMTP);
      await testMail();
      await expect(succeeded(tester)).toContainText('SMTP Test succeeded!');
      await shot('delivered', { picture: 'test-configuration' });
      return `${await stagesDone(tester).count()} stages done, "${await textsOf(succeeded(tester).getByText('accepted the mail'))}"`;
    },
  },
  {
    title: 'The mail in the demo inbox',
    async run({ main, servers, shot }) {
      await servers.getByRole('button', { name: /^Demo inbox/ }).click();
      await main
        .getByRole('button', { name: new RegExp(SUBJECT) })
        .first()
        .click();
      const message = main.getByRole('article', { name: 'Message' });
      await expect(message).toContainText(`${SUBJECT} Successful.`);
      await expect(message).toContainText('gluu-meadow@demo.example');
      await shot('inbox');
      return `"${await message.getByRole('heading').innerText()}", unencrypted, logged in as gluu-meadow@demo.example`;
    },
  },
  {
    title: 'mill-312 shows a certificate nobody trusts',
    async run({ openTab, testMail, tester, shot }) {
      await openTab('mill-312', SMTP);
      await testMail();
      await expect(tester.getByRole('region', { name: 'What went wrong' })).toContainText('certificate');
      const certificate = tester.getByRole('region', { name: 'The certificate the mail server shows' });
      await expect(certificate).toContainText('SHA-256');
      await shot('untrusted');
      const reason = await certificate.locator('dt', { hasText: 'Trust' }).locator('+ dd').innerText();
      return `stopped at TLS before the login: ${reason}`;
    },
  },
  {
    title: 'mill-312 over STARTTLS with exactly this certificate',
    async run({ openTab, testMail, tester, shot }) {
      await openTab('mill-312', SMTP);
      await tester.getByRole('button', { name: 'Trust this certificate for tests' }).click();
      await expect(tester.getByText('Trusted. Run the test again.')).toBeVisible();
      await testMail();
      await expect(succeeded(tester)).toContainText('over TLSv1.3');
      await shot('start-tls');
      return `"${await textsOf(succeeded(tester).getByText('accepted the mail'))}"`;
    },
  },
  {
    title: 'harbour-315 is warned of authentication off',
    async run({ page, dialog, openTab, field, review, shot }) {
      await openTab('harbour-315', SMTP);
      await expect(field('Requires Authentication')).not.toBeChecked();
      await field('From Name').fill('Harbour Office, night desk');
      await review();
      const warning = dialog.getByText(/this version of Gluu ignores your host and sends to localhost:25/);
      await expect(warning).toBeVisible();
      await shot('authentication-off');
      const text = await warning.innerText();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await expect(field('From Name')).toHaveValue('Harbour Office');
      return `"${text.trim()}"; cancelled`;
    },
  },
  {
    title: 'orchard-314 cannot decrypt its password',
    async run({ main, openTab, testMail, tester, shot }) {
      await openTab('orchard-314', SMTP);
      const words = main.getByText(/^This server’s salt cannot decrypt the stored password\. Gluu/);
      await expect(words).toBeVisible();
      await testMail();
      await expect(tester.getByRole('region', { name: 'What went wrong' })).toContainText('does not decrypt');
      await shot('does-not-decrypt');
      return `"${await words.innerText()}"`;
    },
  },
  {
    title: 'orchard-314 gets a new password',
    async run({ main, dialog, openTab, choose, field, review, update, readAgain, shot }) {
      await openTab('orchard-314', SMTP);
      await choose('SMTP Password: keep, replace or clear', 'Replace');
      await field('SMTP Password').fill(ORCHARD_PASSWORD);
      const changes = await review();
      await expect(dialog).not.toContainText(ORCHARD_PASSWORD);
      await shot('password-review');
      await update('orchard-314');
      await readAgain();
      await expect(main.getByText('It decrypts with this server’s salt.')).toBeVisible();
      await shot('password-saved');
      return `${changes} change, its value not shown; saved, read back, and it decrypts`;
    },
  },
  {
    title: 'Test Configuration of orchard-314 with the stored password',
    async run({ openTab, testMail, tester }) {
      await openTab('orchard-314', SMTP);
      await testMail();
      await expect(succeeded(tester)).toContainText('SMTP Test succeeded!');
      return `"${await textsOf(succeeded(tester).getByText('accepted the mail'))}"`;
    },
  },
];
