import { salt } from '../../../support/cipher-vectors';
import { gluuTree } from '../../../support/gluu-tree';
import { startScriptedSmtp } from '../../../support/scripted-smtp';
import { startSlapd } from '../../../support/slapd';
import { expect, type StartedApp } from '../app';
import { ConsolePage } from '../console-page';
import { smtpOn } from '../stored-smtp';
import type { Look } from './look';

/** A mailbox that is to be looked into for a rehearsal. */
export async function visitMailbox({ page }: StartedApp, look: Look): Promise<void> {
  const ui = new ConsolePage(page);
  const mail = await startScriptedSmtp();
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', people: 3, smtp: smtpOn(mail.port) }) });
  try {
    await ui.addSlapd(slapd, { name: 'gluu', salt });
    await ui.tab('Password Reset').click();
    await ui.field('Person').fill('user2@gluu.example.org');
    await ui.button(/^Find$/).click();
    await ui.button('Send the rehearsal').click();
    await expect(page.getByRole('region', { name: 'This run' })).toContainText('Accepted by');
    await ui.button('Set up a mailbox (IMAP)').click();
    await ui.field('IMAP Host').fill('127.0.0.1');
    await ui.field('IMAP Port').fill('1');
    await ui.field('User name').fill('ada');
    await page.getByLabel('Mailbox password', { exact: true }).fill('the mailbox of ada');
    await ui.button('Save and check').click();
    await expect(page.getByRole('region', { name: 'What went wrong' })).toBeVisible();
    await look('a mailbox that cannot be read');
  } finally {
    await slapd.stop();
    await mail.stop();
  }
}
