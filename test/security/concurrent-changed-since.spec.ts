import { expect, test } from '../e2e/support/app';
import { ConsolePage } from '../e2e/support/console-page';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';

const { applianceDn } = gluuNames();
const otherAdmin = 'cn=directory manager,o=gluu';

test(titled('T70', 'somebody overwrites what was saved here: the window says so, with the name'), async ({ app }) => {
  const slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
  try {
    await securityCase('T70', 'told when the window gets the focus', async () => {
      const ui = new ConsolePage(app.page);
      await ui.addSlapd(slapd, { name: 'shared' });
      await ui.openTab('System Configuration');
      await ui.field('Contact Email').fill('mine@example.org');
      await ui.update();
      await expect(ui.saved()).toBeVisible();
      const notice = app.page.getByRole('region', { name: 'Changed by someone else' });
      const focus = () => app.page.evaluate(() => window.dispatchEvent(new Event('focus')));

      // Gluu’s own status timer writes to the same entry every minute: that is nobody's change of a setting.
      await slapd.modify(
        `dn: ${applianceDn}\nchangetype: modify\nreplace: gluuLastUpdate\ngluuLastUpdate: 20260101000000Z\n`,
      );
      const before = slapd.log().length;
      await focus();
      await expect.poll(() => slapd.log().slice(before)).toMatch(/SRCH base="inum=.*modifiersName/s);
      await expect(notice).toHaveCount(0);

      await slapd.modify(
        `dn: ${applianceDn}\nchangetype: modify\nreplace: oxTrustEmail\noxTrustEmail: theirs@example.org\n`,
      );
      await focus();
      await expect(notice).toContainText('Changed on the server since you saved it.');
      await expect(notice).toContainText('Contact Email');
      await expect(notice).toContainText(otherAdmin);
      await notice.getByRole('button', { name: 'Reload' }).click();
      await expect(ui.field('Contact Email')).toHaveValue('theirs@example.org');
      await expect(notice).toHaveCount(0);
    });
  } finally {
    await slapd.stop();
  }
});
