import { once } from 'node:events';
import { selfSigned } from '../support/certificates';
import { salt } from '../support/cipher-vectors';
import { type Dovecot, startDovecot } from '../support/dovecot';
import { gluuNames } from '../support/gluu-names';
import { gluuTree } from '../support/gluu-tree';
import { startKeyring } from '../support/keyring';
import { type ResetPage, startResetPage } from '../support/reset-page';
import { type ScriptedSmtp, silence, startScriptedSmtp } from '../support/scripted-smtp';
import { type Slapd, startSlapd } from '../support/slapd';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { askedBoxes, closeApp, expect, startApp, test } from './support/app';
import { marked } from './support/bare-texts';
import { ConsolePage } from './support/console-page';
import { smtpOn } from './support/stored-smtp';

const names = gluuNames();
const mailbox = { user: 'ada@example.org', password: 'the mailbox of ada' };

const form = '<form method="post"><input type="password" name="password"></form>';
const answer = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${form.length}\r\n\r\n${form}`;

let page: ResetPage;
let mail: ScriptedSmtp;
let imap: Dovecot;
let slapd: Slapd;
test.beforeEach(async () => {
  page = await startResetPage((socket) => socket.end(answer));
  mail = await startScriptedSmtp();
  imap = await startDovecot({ users: { [mailbox.user]: mailbox.password }, tls: await selfSigned() });
  slapd = await startSlapd({
    ldif: gluuTree({
      version: '3.1.2',
      people: 120,
      more: [sharing(1), sharing(2)],
      smtp: smtpOn(mail.port),
      oxTrust: { applianceUrl: `http://127.0.0.1:${page.port}` },
    }),
  });
});
test.afterEach(async () => {
  await Promise.all([page.stop(), mail.stop(), imap.stop(), slapd.stop()]);
});

test('the whole story: enable reset, make a user, rehearse, request, find the mail, check the link, clean up', async ({
  app,
}) => {
  test.setTimeout(240_000);
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  const chain = app.page.getByRole('list', { name: 'Password reset checks' });
  await expect(chain.getByRole('listitem').filter({ hasText: 'Self-Service Password Reset' })).toContainText('Problem');
  await expect(app.page.getByRole('heading', { name: /^Users cannot reset their password/ })).toBeVisible();

  await ui.openTab('System Configuration');
  await ui.choose('Self-Service Password Reset', 'Enabled');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  const before = await withoutOperational(slapd);

  await ui.tab('Users').click();
  await ui.tab('Test users').click();
  await ui.field('Mail address').fill(mailbox.user);
  await ui.button('Create the test user').click();
  await expect(app.page.getByText('The test user was created and read back.')).toBeVisible();
  await ui.button('Check the login').click();
  await expect(app.page.getByText(marked(/^Logged in as/))).toBeVisible();

  await ui.tab('Password Reset').click();
  await ui.field('Person').fill(mailbox.user);
  await ui.button(/^Find$/).click();
  await expect(app.page.getByText('gets the mail', { exact: true })).toBeVisible();
  const preview = app.page.getByRole('region', { name: 'The mail', exact: true });
  await expect(preview).toContainText('Password reset was requested');
  await expect(app.page.frameLocator('iframe').locator('body')).toContainText('Test');

  await expect(app.page.getByText(/is sent unencrypted; your system asks you/)).toBeVisible();
  await ui.button('Send the rehearsal').click();
  const timeline = app.page.getByRole('region', { name: 'This run' });
  await expect(timeline).toContainText('Accepted by');
  expect(mail.messages()).toHaveLength(1);
  expect(await withoutOperational(slapd)).toContain('ou=people');

  await ui.button('Set up a mailbox (IMAP)').click();
  await ui.field('IMAP Host').fill('localhost');
  await ui.field('IMAP Port').fill(String(imap.tlsPort));
  await ui.field('User name').fill(mailbox.user);
  await app.page.getByLabel('Mailbox password', { exact: true }).fill(mailbox.password);
  await ui.button('Save and check').click();
  await ui.button('Trust this certificate').click();
  await expect(app.page.getByText(marked(/^The mailbox can be read:/))).toBeVisible();
  await ui.button('Close').click();
  imap.deliver(mail.messages()[0] ?? '');
  await ui.button(`Look in ${mailbox.user}`).click();
  await expect(app.page.getByText(marked(/^Found in INBOX/))).toBeVisible();

  await ui.button('Start the real request').click();
  await ui.button('Request on gluu').click();
  await expect(timeline).toContainText('Accepted by');
  await expect(app.page.getByRole('heading', { name: 'What happened in the real request' })).toBeVisible();
  await expect(app.page.getByRole('region', { name: 'The mail', exact: true })).toContainText('Real request.');
  const below = async (name: string) =>
    (await app.page.getByRole('region', { name, exact: true }).boundingBox())?.y ?? 0;
  expect(await below('This run')).toBeGreaterThan(await below('Real request'));
  expect(mail.messages()).toHaveLength(2);
  // The box that created the test user showed its address; the mail server is without encryption.
  const boxes = (await askedBoxes(app.electron)).map(({ message }) => message.replace(/ (on|to) .*/, ''));
  expect(boxes.filter((message) => message.startsWith('Send '))).toEqual(['Send a password unencrypted']);
  expect(boxes).toEqual(expect.arrayContaining(['Create a test user', 'Create a reset request']));
  const requests = await slapd.search(`ou=resetPasswordRequests,${names.applianceDn}`, '(oxGuid=*)', ['personInum']);
  expect(requests).toHaveLength(1);
  expect(page.requests.some((head) => head.includes('/identity/resetPassword/'))).toBe(true);
  await expect(app.page.getByRole('main')).not.toContainText(guidIn(mail.messages()[1] ?? ''));

  await ui.tab('Pending requests').click();
  await expect(app.page.getByRole('row').filter({ hasText: 'created here' })).toContainText('valid');
  await ui.tab('Test password reset').click();
  await ui.button('Withdraw it').click();
  await expect(timeline).toContainText('Withdrawn');
  await ui.tab('Users').click();
  await ui.tab('Test users').click();
  await app.page.getByRole('list', { name: 'Test users' }).getByRole('button', { name: 'Remove' }).click();
  await ui.button(/^Remove gluu-console-test-.* now/).click();
  await expect(app.page.getByText('No test users from this console.')).toBeVisible();
  expect(await withoutOperational(slapd)).toBe(before);
});

test('people are searched and paged, and the page says who Gluu would pick', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'people', salt });
  await ui.tab('Users').click();
  await expect(app.page.getByText('50 people. More exist.')).toBeVisible();
  await app.page.getByRole('textbox', { name: 'Search people' }).fill('user7');
  await app.page.keyboard.press('Enter');
  // First who is exactly that; then, below, whose uid begins with it: user70 to user79.
  await expect(app.page.getByText('11 people for “user7”.')).toBeVisible();
  const found = app.page.getByRole('region', { name: 'People found' }).getByRole('listitem');
  await expect(found.first()).toContainText('user7,');
  await app.page
    .getByRole('button', { name: /User 7\b/ })
    .first()
    .click();
  await expect(app.page.getByRole('complementary', { name: 'Person' })).toContainText('user7');
  await app.page.getByRole('textbox', { name: 'Search people' }).fill('*)(uid=*');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText(marked(/^0 people for/))).toBeVisible();

  await ui.tab('Password Reset').click();
  await ui.field('Person').fill('user7');
  await app.page.keyboard.press('Enter');
  const offered = app.page.getByRole('list', { name: 'People found' }).getByRole('button');
  await expect(offered).toHaveCount(11);
  await expect(offered.first()).toContainText('user7,');
  await ui.tab('Users').click();

  await ui.tab('Who gets the mail').click();
  await ui.field('Mail address').fill('shared@example.org');
  await ui.button(/^Find$/).click();
  await expect(app.page.getByRole('region', { name: 'Who gets the mail' })).toContainText('twin1');
  await ui.tab('Shared addresses').click();
  await ui.button('Read all people').click();
  await expect(app.page.getByRole('region', { name: 'Shared addresses' })).toContainText(
    '1 address belongs to more than one person.',
  );
});

test('the app is killed between the request and its mail: the next start finds the request and offers to withdraw it', async () => {
  test.setTimeout(180_000);
  await mail.stop();
  mail = await startScriptedSmtp({ script: { DATA: silence } });
  await slapd.modify(
    `dn: ${names.applianceDn}\nchangetype: modify\nreplace: oxSmtpConfiguration\noxSmtpConfiguration: ${smtpOn(mail.port)}\n-\nreplace: passwordResetAllowed\npasswordResetAllowed: enabled\n`,
  );
  const keyring = await startKeyring();
  const { DBUS_SESSION_BUS_ADDRESS = '', HOME = '', XDG_RUNTIME_DIR = '' } = keyring.environment;
  const env = { DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR };
  const requests = () =>
    slapd.search(`ou=resetPasswordRequests,${names.applianceDn}`, '(oxGuid=*)', ['personInum']).catch(() => []);
  const first = await startApp({ env });
  try {
    await expect(first.page.getByText('Keychain open')).toBeVisible();
    const ui = new ConsolePage(first.page);
    await ui.addSlapd(slapd, { name: 'killed', salt });
    await ui.tab('Password Reset').click();
    await ui.field('Person').fill('user7@gluu.example.org');
    await ui.button(/^Find$/).click();
    await expect(first.page.getByRole('region', { name: 'The mail', exact: true })).toBeVisible();
    await ui.button('Start the real request').click();
    await ui.button('Request on killed').click();
    await mail.reached('DATA');
    expect(await requests()).toHaveLength(1);
    const child = first.electron.process();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;

    const second = await startApp({ folder: first.folder, env });
    const after = new ConsolePage(second.page);
    await after.openServer('killed');
    await after.tab('Password Reset').click();
    await after.tab('Earlier tests').click();
    const runs = second.page.getByRole('list', { name: 'Earlier tests' });
    await expect(runs).toContainText('Real request');
    await runs.getByRole('button', { name: 'Withdraw' }).click();
    await expect(runs).toContainText('Withdrawn');
    expect(await requests()).toEqual([]);
    await closeApp(second);
  } finally {
    await keyring.stop();
    removeTemporaryFolder(first.folder);
  }
});

/** One of two people with the same address, as no check kept them from having it. */
function sharing(number: number) {
  const inum = `${names.orgInum}!0000!7717.000${number}`;
  const attributes = {
    objectClass: ['top', 'gluuCustomPerson', 'gluuPerson'],
    inum,
    uid: `twin${number}`,
    displayName: `Twin ${number}`,
    mail: 'shared@example.org',
    gluuStatus: 'active',
  };
  return { dn: `inum=${inum},${names.peopleDn}`, attributes };
}

/** The tree as LDIF without what the directory itself counts up, and without its own bookkeeping. */
async function withoutOperational(directory: Slapd): Promise<string> {
  const text = await directory.dump();
  return text
    .replace(/\n /g, '')
    .split('\n')
    .filter(
      (line) =>
        !/^(entryCSN|modifyTimestamp|modifiersName|entryUUID|creatorsName|createTimestamp|contextCSN)/.test(line),
    )
    .join('\n');
}

/** The secret of the link in a reset mail. */
function guidIn(message: string): string {
  const found = /resetPassword\/([^"\s<]+)/.exec(message.replaceAll('=\r\n', ''))?.[1];
  if (!found) throw new Error('no link in the mail');
  return found;
}

test('an empty look, and one that finds nobody, take the earlier person off the page', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu', salt });
  await ui.tab('Password Reset').click();
  const mailOf = app.page.getByRole('region', { name: 'The mail', exact: true });
  const look = async (address: string) => {
    await ui.field('Person').fill(address);
    await ui.button(/^Find$/).click();
  };
  for (const nobody of ['', 'nobody@example.org']) {
    await look('user7@gluu.example.org');
    await expect(mailOf).toBeVisible();
    await look(nobody);
    await expect(mailOf).toHaveCount(0);
    await expect(app.page.getByRole('region', { name: 'Rehearsal' })).toHaveCount(0);
  }
});

test('a person is picked by name with the keyboard, and the demo offers its own people', async ({ app: { page } }) => {
  const ui = new ConsolePage(page);
  await ui.startDemo();
  await ui.tab('Password Reset').click();
  const found = page.getByRole('list', { name: 'People found' });
  await expect(found.getByRole('button').nth(3)).toBeVisible();
  const names = await found.locator('b').allInnerTexts();
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })));

  await ui.field('Person').fill('bruno');
  await page.keyboard.press('Enter');
  await expect(found.getByRole('button')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(found.getByRole('button', { name: /^Bruno Silva/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'The mail', exact: true })).toBeVisible();
  await expect(ui.field('Person')).toHaveValue(/^bruno\..*@/);
  await expect(found).toHaveCount(0);
});
