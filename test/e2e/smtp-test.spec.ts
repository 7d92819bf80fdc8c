import { selfSigned } from '../support/certificates';
import { gluuTree } from '../support/gluu-tree';
import { type ScriptedSmtp, silence, startScriptedSmtp } from '../support/scripted-smtp';
import { type Slapd, startSlapd } from '../support/slapd';
import { answerBoxes, askedBoxes, expect, type StartedApp, test } from './support/app';
import { ConsolePage } from './support/console-page';

const user = 'gluu@example.org';
let slapd: Slapd;
test.beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
});
test.afterAll(() => slapd.stop());

/** A server whose SMTP form names this mail server; nothing is saved. */
async function openForm(app: StartedApp, mail: Pick<ScriptedSmtp, 'port'>, login?: string): Promise<ConsolePage> {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu' });
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('localhost');
  await ui.field('SMTP Port').fill(String(mail.port));
  await ui.field('From Email Address').fill(user);
  await app.page.getByLabel('Requires Authentication', { exact: true }).setChecked(login !== undefined);
  if (login !== undefined) {
    await ui.field('SMTP User Name').fill(user);
    await app.page.getByLabel('SMTP Password', { exact: true }).fill(login);
  }
  await ui.choose('Stop after', 'Send a mail');
  return ui;
}

test('values that are not saved are tested: the mail arrives, with the reply in the server’s words', async ({
  app,
}) => {
  const mail = await startScriptedSmtp({ script: { message: '250 2.0.0 taken as 4711' } });
  try {
    const ui = await openForm(app, mail);
    await ui.button('Test Configuration').click();
    await expect(app.page.getByText('SMTP Test succeeded!')).toBeVisible();
    await expect(app.page.getByText('250 2.0.0 taken as 4711').first()).toBeVisible();
    const stages = app.page.getByRole('list', { name: 'Stages of the test' }).getByRole('listitem');
    for (const stage of ['Name', 'Connect', 'Sender', 'Recipient', 'Data']) {
      await expect(stages.filter({ hasText: stage }).first()).toContainText('done');
    }
    expect(mail.messages()).toHaveLength(1);
    expect(mail.messages()[0]).toContain('Subject: SMTP Server Configuration Verification');
    const said = mail.lines().map(({ line }) => line);
    expect(said).toContain(`MAIL FROM:<${user}>`);
    expect(said).toContain(`RCPT TO:<${user}>`);
    await ui.field('SMTP Port').fill('26');
    await expect(app.page.getByText('This result is for earlier values')).toBeVisible();
  } finally {
    await mail.stop();
  }
});

test('an untrusted certificate is shown, then trusted, and a wrong password is reported without showing it', async ({
  app,
}) => {
  const mail = await startScriptedSmtp({
    tls: await selfSigned(),
    login: { userName: user, password: 'right password' },
  });
  try {
    const ui = await openForm(app, mail, 'wrong password');
    await app.page.getByLabel('Requires SSL', { exact: true }).check();
    await ui.button('Test Configuration').click();
    const certificate = app.page.getByRole('region', { name: 'The certificate the mail server shows' });
    await expect(certificate).toContainText('CN=localhost');
    expect(mail.lines().some(({ line }) => line.startsWith('AUTH'))).toBe(false);
    await ui.button('Trust this certificate for tests').click();
    await expect(app.page.getByText('Trusted. Run the test again.')).toBeVisible();

    await ui.button('Test Configuration').click();
    const wrong = app.page.getByRole('region', { name: 'What went wrong' });
    await expect(wrong).toContainText('At Login');
    await expect(wrong).toContainText('535');
    expect(await app.page.content()).not.toContain(Buffer.from('wrong password').toString('base64'));

    await app.page.getByLabel('SMTP Password', { exact: true }).fill('right password');
    await ui.button('Test Configuration').click();
    await expect(app.page.getByText('SMTP Test succeeded!')).toBeVisible();
    await expect(app.page.getByText(/over TLSv1\.[23]/)).toBeVisible();
    expect(mail.lines().filter(({ line, secured }) => line.startsWith('AUTH') && !secured)).toEqual([]);
  } finally {
    await mail.stop();
  }
});

test('a password goes readable only after a yes to the box of the system, which comes once', async ({ app }) => {
  const mail = await startScriptedSmtp();
  const boxes = async (about: string) =>
    (await askedBoxes(app.electron)).filter(({ message }) => message.startsWith(about)).length;
  const testIt = async (says: 'yes' | 'no') => {
    await answerBoxes(app.electron, says);
    await app.page.getByRole('button', { name: 'Test Configuration' }).click();
  };
  try {
    const ui = await openForm(app, mail, 'secret');
    await ui.choose('Stop after', 'Connect');
    await testIt('yes');
    await expect(app.page.getByRole('region', { name: 'Result of the test' })).toBeVisible();
    await ui.choose('Stop after', 'Send a mail');
    await expect(app.page.getByText('password is sent unencrypted. Your system asks you')).toBeVisible();
    await testIt('no');
    await expect(app.page.getByRole('main')).toContainText(
      'would be sent unencrypted. The console stopped before connecting.',
    );
    expect(mail.lines().some(({ line }) => line.startsWith('AUTH'))).toBe(false);
    for (const times of [1, 2]) {
      await testIt('yes');
      await expect(app.page.getByText('SMTP Test succeeded!')).toBeVisible();
      expect(mail.messages()).toHaveLength(times);
    }
    expect(await boxes('Send a password unencrypted to localhost?')).toBe(2);
    expect(await boxes('Send mail to ')).toBe(1);
  } finally {
    await mail.stop();
  }
});

test('a server that falls silent is left at once with Cancel', async ({ app }) => {
  const mail = await startScriptedSmtp({ script: { RCPT: silence } });
  try {
    const ui = await openForm(app, mail);
    await ui.button('Test Configuration').click();
    await mail.reached('RCPT');
    await app.page.getByRole('region', { name: 'Test Configuration' }).getByRole('button', { name: 'Cancel' }).click();
    await expect(app.page.getByRole('region', { name: 'Cancelled' })).toContainText('Cancelled.');
    await expect(app.page.getByRole('region', { name: 'What went wrong' })).toHaveCount(0);
    await mail.idle();
  } finally {
    await mail.stop();
  }
});

test('a refused recipient, a port where nobody listens and a bad recipient each say so', async ({ app }) => {
  const mail = await startScriptedSmtp({ script: { RCPT: '550 5.1.1 no such mailbox here' } });
  try {
    const ui = await openForm(app, mail);
    const wrong = app.page.getByRole('region', { name: 'What went wrong' });
    await ui.button('Test Configuration').click();
    await expect(wrong).toContainText('At Recipient');
    await expect(wrong).toContainText('550 5.1.1 no such mailbox here');

    await ui.field('SMTP Port').fill('1');
    await ui.button('Test Configuration').click();
    await expect(wrong).toContainText('At Connect');

    const before = mail.connections();
    await ui.field('SMTP Port').fill(String(mail.port));
    await ui.field('To').fill('a@example.org, b@example.org');
    await ui.button('Test Configuration').click();
    await expect(wrong.or(app.page.locator('[data-field] [data-error]')).first()).toBeVisible();
    expect(mail.connections()).toBe(before);
  } finally {
    await mail.stop();
  }
});
