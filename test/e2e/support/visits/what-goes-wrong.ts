import { selfSigned } from '../../../support/certificates';
import { gluuNames } from '../../../support/gluu-names';
import { gluuTree } from '../../../support/gluu-tree';
import { startSlapd } from '../../../support/slapd';
import { expect, type StartedApp } from '../app';
import { ConsolePage } from '../console-page';
import type { Look } from './look';

/** What is said where a server, its certificate or its settings are not as they should be. */
export async function visitWhatGoesWrong(app: StartedApp, look: Look): Promise<void> {
  const { page } = app;
  const ui = new ConsolePage(page);
  const names = gluuNames();
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
  const setEmail = (address: string) =>
    slapd.modify(`dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxTrustEmail\noxTrustEmail: ${address}\n`);
  try {
    await ui.addServer({ name: 'gluu', port: slapd.ldapsPort, password: slapd.password });
    await expect(ui.button('Trust this certificate')).toBeVisible();
    await look('certificate to trust');
    await ui.button('Trust this certificate').click();
    await expect(page.getByText('gluu can be read and changed.')).toBeVisible();
    await ui.button('Remove').click();
    await look('remove');
    await page.keyboard.press('Escape');

    await ui.openTab('System Configuration');
    await ui.field('Contact Email').fill('mine@example.org');
    await setEmail('theirs@example.org');
    await ui.update();
    await expect(ui.dialog().getByText('Changed by someone else since you loaded it')).toBeVisible();
    await look('conflict');
    await page.keyboard.press('Escape');

    await slapd.modify(
      `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxSmtpConfiguration\noxSmtpConfiguration: {"host"\n`,
    );
    await ui.button('Reload').click();
    await ui.openTab('SMTP Server Configuration');
    await expect(page.getByText('The stored oxSmtpConfiguration cannot be read.')).toBeVisible();
    await look('broken JSON');

    await slapd.restart({ tls: await selfSigned(2) });
    await page.keyboard.press('F5');
    await expect(page.getByText('This is not the certificate you trusted for this server.').first()).toBeVisible();
    await look('certificate that changed');
  } finally {
    await slapd.stop();
  }
}
