// The app's window as a user works with it: everything is found by its role and its label.
import { expect } from '@playwright/test';

/** The app itself gives up a mail test after 30 s. */
const MAIL_LIMIT = 35_000;

/** The steps' hands: small gestures on `page`, each waiting until the window shows that it was taken. */
export function handsOn(page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const sections = page.getByRole('tablist', { name: 'Sections of this server' });
  const subtabs = page.getByRole('tablist', { name: 'Organization Configuration' });
  const servers = page.getByRole('navigation', { name: 'Servers' });
  const tester = page.getByRole('region', { name: 'Test Configuration' });
  const row = (name) => servers.getByRole('button', { name: new RegExp(`^${name}`) });

  async function openServer(name, section) {
    await row(name).click();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(name);
    await sections.getByRole('tab', { name: new RegExp(`^${section}`) }).click();
  }
  async function openTab(name, label) {
    await openServer(name, 'Organization Configuration');
    await subtabs.getByRole('tab', { name: new RegExp(`^${label}`) }).click();
    await expect(main.getByRole('tabpanel', { name: new RegExp(`^${label}`) })).toBeVisible();
  }

  return {
    main,
    dialog,
    servers,
    row,
    tester,
    openServer,
    openTab,
    field: (label) => main.getByLabel(label, { exact: true }),
    /** Segments of a choice: the radio button itself is invisible, its label is what one clicks. */
    choose: (group, option) => page.getByRole('group', { name: group }).getByText(option, { exact: true }).click(),

    /** Test Configuration up to a mail that is sent; waits for the end. */
    async testMail() {
      await tester.getByRole('group', { name: 'Stop after' }).getByText('Send a mail', { exact: true }).click();
      await tester.getByRole('button', { name: 'Test Configuration' }).click();
      // An older result goes away at the click.
      const end = tester.getByRole('region', { name: /^(Result of the test|What went wrong)$/ });
      await expect(end).toBeVisible({ timeout: MAIL_LIMIT });
    },

    /** Update, first half: gives the change list as `label: after` once it stands. */
    async review() {
      await page.getByRole('button', { name: 'Update', exact: true }).click();
      await expect(dialog.getByRole('heading', { name: /^Review \d+ change/ })).toBeVisible();
      const labels = await dialog.getByRole('rowheader').allTextContents();
      return labels.length;
    },
    /** Update, second half: writes, and waits for its outcome. */
    async update(name) {
      await dialog.getByRole('button', { name: `Update ${name}` }).click();
      await expect(main.getByRole('region', { name: 'How Update ended' })).toContainText('Saved and verified.');
    },
    async readAgain() {
      await main.getByRole('button', { name: 'Reload' }).click();
      await expect(page.getByRole('contentinfo').getByRole('status')).toContainText('The settings were read.');
    },
  };
}

/** The texts of a locator's elements, in one line each, joined. */
export const textsOf = async (locator) =>
  (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()).join(', ');
