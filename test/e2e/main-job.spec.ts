import { salt } from '../support/cipher-vectors';
import { gluuTree } from '../support/gluu-tree';
import { startResetPage } from '../support/reset-page';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { startSlapd } from '../support/slapd';
import { expect, test } from './support/app';
import { ConsolePage } from './support/console-page';

/** One who knows the values presses no more than this, the mouse alone used for what is not typed. */
const MOST_CLICKS = 13;
const PERSON = 'user1@gluu.example.org';
const form = '<form method="post"><input type="password" name="password"></form>';
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${form.length}\r\n\r\n${form}`;

test('from a fresh start to a rehearsed reset mail in few clicks', async ({ app }) => {
  test.setTimeout(240_000);
  const { page } = app;
  const ui = new ConsolePage(page);
  const web = await startResetPage((socket) => socket.end(answer));
  const mail = await startScriptedSmtp();
  const slapd = await startSlapd({
    ldif: gluuTree({ version: '3.1.2', people: 3, oxTrust: { applianceUrl: `http://127.0.0.1:${web.port}` } }),
  });
  await page.evaluate(() => {
    const counted = window as unknown as { clicks: string[] };
    counted.clicks = [];
    // Those that a label or Enter makes have no detail.
    document.addEventListener(
      'click',
      ({ detail, target }) => {
        if (detail > 0) counted.clicks.push((target as Element).textContent?.trim().slice(0, 40) ?? '');
      },
      true,
    );
  });
  try {
    await ui.openForm();
    await ui.field('Name').fill('gluu');
    await ui.choose('Environment', 'Test');
    await ui.field('Host').fill('localhost');
    await ui.field('Port').fill(String(slapd.ldapsPort));
    await page.getByRole('combobox', { name: 'Bind DN' }).fill(slapd.bindDn);
    await page.getByLabel('Bind password', { exact: true }).fill(slapd.password);
    await page.getByLabel('Salt', { exact: true }).fill(salt);
    await ui.button('Save and check').click();
    await ui.button('Trust this certificate').click();
    await page.getByRole('list', { name: 'Password reset checks' }).getByRole('button', { name: 'Enable' }).click();
    await ui.tab('SMTP Server Configuration').click();
    await ui.field('SMTP Host').fill('localhost');
    await ui.field('SMTP Port').fill(String(mail.port));
    await ui.field('From Email Address').fill('gluu@example.org');
    await page.getByRole('checkbox', { name: 'Requires Authentication' }).click();
    await ui.field('SMTP User Name').fill('gluu@example.org');
    await page.getByLabel('SMTP Password', { exact: true }).fill('secret');
    await ui.button('Test Configuration').click();
    await expect(page.getByText('The mail server accepts login, sender and recipient.')).toBeVisible();
    await ui.update();
    await expect(ui.saved()).toBeVisible();
    await ui.tab('Password Reset').click();
    await ui.field('Person').fill(PERSON);
    await ui.button(/^Find$/).click();
    await ui.button('Send the rehearsal').click();
    await expect(page.getByRole('region', { name: 'This run' })).toContainText('Accepted by');
    const clicks = await page.evaluate(() => (window as unknown as { clicks: string[] }).clicks);
    expect(clicks.length, clicks.join(' | ')).toBeLessThanOrEqual(MOST_CLICKS);
  } finally {
    await Promise.all([web.stop(), mail.stop(), slapd.stop()]);
  }
});
