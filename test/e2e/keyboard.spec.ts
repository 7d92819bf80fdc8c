import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/app';
import { marked } from './support/bare-texts';

/** Presses Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${wanted} was not reached with Tab`);
}

/** Types over what a field holds. */
async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

/** Goes along a row of tabs with the arrows. */
async function openTab(page: Page, from: string, to: string): Promise<void> {
  await tabTo(page, page.getByRole('tab', { name: from }));
  const wanted = page.getByRole('tab', { name: to });
  for (let presses = 0; presses < 5; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(wanted).toHaveAttribute('aria-selected', 'true');
}

test('a server is added without a mouse', async ({ app: { page } }) => {
  await expect(page.getByRole('button', { name: 'Add a server' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('typed');
  await typeInto(page, 'Host', '127.0.0.1');
  await typeInto(page, 'Port', '1');
  await typeInto(page, 'Bind password', 'x');
  await page.keyboard.press('Enter');
  await expect(page.getByText('typed was not reached.')).toBeVisible();
  await tabTo(page, page.getByRole('main').getByRole('button', { name: 'Edit server' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('main').getByRole('button', { name: 'Edit server' })).toBeFocused();
});

test('mail and password reset are set up, tested and saved without a mouse', async ({ app: { page } }) => {
  const { keyboard } = page;
  await keyboard.press('d');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  await goTo(page, 'tower');
  await expect(page.getByText('tower-318 can be read and changed.')).toBeVisible();
  const notes = await page.getByRole('complementary', { name: 'This server' }).innerText();
  const [, host = '', port = ''] = /SMTP Host (\S+), SMTP Port (\d+)/.exec(notes) ?? [];

  await openTab(page, 'Overview', 'Organization Configuration');
  const reset = page.getByRole('group', { name: 'Self-Service Password Reset' });
  await tabTo(page, reset.getByRole('radio', { checked: true }));
  await keyboard.press('ArrowLeft');
  await expect(reset.getByRole('radio', { name: 'Enabled' })).toBeChecked();

  await openTab(page, 'System Configuration', 'SMTP Server Configuration');
  await typeInto(page, 'SMTP Host', host);
  await typeInto(page, 'SMTP Port', port);
  await typeInto(page, 'From Email Address', 'gluu-tower@demo.example');
  await tabTo(page, page.getByLabel('Requires Authentication', { exact: true }));
  await keyboard.press('Space');
  await typeInto(page, 'SMTP User Name', 'gluu-tower@demo.example');
  await typeInto(page, 'SMTP Password', 'gluu-tower-sends-mail');

  const stop = page.getByRole('group', { name: 'Stop after' });
  await tabTo(page, stop.getByRole('radio', { checked: true }));
  await keyboard.press('ArrowRight');
  await expect(stop.getByRole('radio', { name: 'Send a mail' })).toBeChecked();
  await keyboard.press('Control+Enter');
  await expect(page.getByText('SMTP Test succeeded!')).toBeVisible();

  await keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(marked(/^Review \d changes/))).toBeVisible();
  await tabTo(page, dialog.getByRole('button', { name: 'Update tower-318' }));
  await keyboard.press('Enter');
  await expect(page.getByText('Saved and verified.').first()).toBeVisible();
  await expect(page.getByText(/unsaved change/)).toHaveCount(0);
});

test('Escape closes what is in front, and what was typed behind it stays', async ({ app: { page } }) => {
  await page.keyboard.press('d');
  await expect(page.getByText('meadow-312 can be read and changed.')).toBeVisible();
  await openTab(page, 'Overview', 'Organization Configuration');
  await typeInto(page, 'Contact Email', 'help@demo.example');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Contact Email' })).toHaveValue('help@demo.example');
});
