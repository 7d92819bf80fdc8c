import { salt } from '../support/cipher-vectors';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { expect, test } from './support/app';
import { ConsolePage } from './support/console-page';

let slapd: Slapd;
test.beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2', people: 3 }) });
});
test.afterAll(() => slapd.stop());

test('an account that may only read is offered nothing that writes, and is told why', async ({ app }) => {
  const why = 'This server lets this account read, not write.';
  const ui = new ConsolePage(app.page);
  await ui.addServer({
    name: 'reader',
    port: slapd.ldapsPort,
    bindDn: slapd.reader.dn,
    password: slapd.reader.password,
    salt,
  });
  await ui.button('Trust this certificate').click();
  await expect(app.page.getByText('reader can be read but not changed.')).toBeVisible();
  await expect(app.page.getByText('Account without write access')).toBeVisible();

  const before = slapd.modifies();

  const off = async (name: string) => {
    const button = app.page.getByRole('button', { name, exact: true });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button.locator('xpath=following-sibling::*[1]')).toHaveText(why);
  };
  await off('Enable');
  await ui.tab('Users').click();
  await ui.tab('Test users').click();
  await off('Create the test user');
  await ui.tab('Password Reset').click();
  await ui.field('Person').fill('user1@gluu.example.org');
  await ui.button(/^Find$/).click();
  await off('Start the real request');
  expect(slapd.modifies()).toEqual(before);
});
