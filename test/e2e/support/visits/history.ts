import { gluuNames } from '../../../support/gluu-names';
import { gluuTree } from '../../../support/gluu-tree';
import { startSlapd } from '../../../support/slapd';
import { expect, type StartedApp } from '../app';
import { ConsolePage } from '../console-page';
import type { Look } from './look';

/** A production server that is written to, its history, and what can be rolled back. */
export async function visitHistory(app: StartedApp, look: Look): Promise<void> {
  const { page } = app;
  const ui = new ConsolePage(page);
  const names = gluuNames();
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
  const rollBack = ui.button('Roll back…').first();
  const email = `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxTrustEmail\noxTrustEmail:`;
  try {
    await ui.addSlapd(slapd, { name: 'prod', environment: 'Production' });
    await expect(page.getByRole('list', { name: 'Password reset checks' })).toBeVisible();
    await look('overview of a read-only server');
    await ui.tab('History').click();
    await look('empty history');
    await ui.button('Allow writing').click();
    await ui.openTab('System Configuration');
    await expect(ui.button('Lock now')).toBeVisible();
    await look('production that can be written to');
    await ui.field('Contact Email').fill('mine@example.org');
    await ui.update('prod');
    await expect(ui.saved()).toBeVisible();
    await ui.tab('History').click();

    await rollBack.click();
    await expect(ui.dialog().getByText('Review 1 change')).toBeVisible();
    await look('rollback on production');
    await page.keyboard.press('Escape');
    await expect(rollBack).toBeFocused();
    await slapd.modify(`${email} theirs@example.org\n`);
    await rollBack.click();
    await expect(ui.dialog().getByText('Changed since that write')).toBeVisible();
    await look('rollback of what was changed since');
    await page.keyboard.press('Escape');
    await slapd.modify(`${email} mine@example.org\n`);
    await rollBack.click();
    await ui.field('Type the server’s name to allow writing').fill('prod');
    await ui.dialog().getByRole('button', { name: 'Roll back prod' }).click();
    await expect(page.getByText('Rolled back on prod: saved and verified.')).toBeVisible();
    await look('rolled back');

    await ui.runAction('history of all servers');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(2);
    await page.getByRole('button', { expanded: false }).last().click();
    await look('history of all servers');
    await page.getByRole('searchbox', { name: 'Search the history' }).fill('nowhere');
    await expect(page.getByText('No matching changes.')).toBeVisible();
    await look('history with nothing found');
    await ui.button('Show all').click();

    await ui.openServer('prod');
    await ui.button('Lock now').click();
    await ui.tab('History').click();
    await expect(rollBack).toHaveAttribute('aria-disabled', 'true');
    await look('history of a read-only server');
    await ui.button('Allow writing').click();
    await expect(rollBack).not.toHaveAttribute('aria-disabled', 'true');
    await slapd.stop();
    await rollBack.click();
    await expect(ui.dialog().getByText('Nothing was written')).toBeVisible();
    await look('rollback on a server that is gone');
  } finally {
    await slapd.stop();
  }
}
