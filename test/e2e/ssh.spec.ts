import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gluuTree } from '../support/gluu-tree';
import { startJumpHost } from '../support/jump-host';
import { startScriptedSmtp } from '../support/scripted-smtp';
import { type Slapd, startSlapd } from '../support/slapd';
import { makeKey, type Sshd, startSshd } from '../support/sshd';
import { makeSystemUser } from '../support/system-user';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { askedBoxes, closeApp, expect, type StartedApp, startApp, test } from './support/app';
import type { OurWindow } from './support/compromised';
import { ConsolePage } from './support/console-page';

test.skip(process.getuid?.() !== 0, 'sshd separates privileges: only root can start one');

let slapd: Slapd;
let sshd: Sshd;
let app: StartedApp;
test.beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
});
test.afterAll(() => slapd?.stop());
test.beforeEach(async () => {
  sshd = await startSshd();
  app = await startApp({ env: { HOME: sshd.home } });
});
test.afterEach(async () => {
  await closeApp(app);
  await sshd.stop();
  removeTemporaryFolder(app.folder);
  expect(app.complaints).toEqual([]);
});

/** Chooses the key file as a user does in the system's dialog, which no test can click. */
const chooseKeyFile = (file: string) =>
  app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [chosen],
    })) as unknown as typeof dialog.showOpenDialog;
  }, file);

async function addThroughSsh(ui: ConsolePage): Promise<void> {
  await chooseKeyFile(sshd.keyFile);
  await ui.openForm();
  await ui.choose('Route', 'SSH');
  await ui.fillForm({ name: 'behind ssh', port: slapd.ldapsPort, password: slapd.password });
  await app.page.getByLabel('SSH host', { exact: true }).fill('127.0.0.1');
  await ui.field('SSH port').fill(String(sshd.port));
  await ui.field('SSH user').fill(sshd.user);
  await ui.choose('SSH login', 'Key file');
  await ui.button('Choose key file').click();
  await expect(ui.dialog().getByText(path.basename(sshd.keyFile))).toBeVisible();
  await ui.button('Save and check').click();
  await expect(ui.dialog()).toBeHidden();
}

async function reachThroughSsh(ui: ConsolePage): Promise<void> {
  await addThroughSsh(ui);
  const shown = app.page.getByRole('region', { name: 'The host key this SSH server shows' });
  await expect(shown).toContainText(sshd.hostKeySha256);
  await expect(shown).toContainText(`adds one line to ${path.join(sshd.home, '.ssh', 'known_hosts')}`);
  await ui.button('Accept this host key').click();
  await ui.button('Trust this certificate').click();
  await expect(app.page.getByText('behind ssh can be read and changed.')).toBeVisible();
}

async function testMail(ui: ConsolePage, port: number): Promise<void> {
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('127.0.0.1');
  await ui.field('SMTP Port').fill(String(port));
  await ui.field('From Email Address').fill('gluu@example.org');
  await ui.choose('Stop after', 'Send a mail');
  await ui.button('Test Configuration').click();
}

test('a server whose LDAP listens for itself alone is reached through SSH, and changed', async () => {
  const ui = new ConsolePage(app.page);
  await reachThroughSsh(ui);
  const known = readFileSync(path.join(sshd.home, '.ssh', 'known_hosts'), 'utf8');
  expect(known.trim().split('\n')).toEqual([sshd.knownHostsLine]);
  const via = `via ${sshd.user}@127.0.0.1:${sshd.port}`;
  await expect(app.page.getByRole('main')).toContainText(`localhost:${slapd.ldapsPort} · ${via}`);
  await expect(
    app.page.getByRole('navigation', { name: 'Servers' }).getByTitle(`localhost:${slapd.ldapsPort} ${via}`),
  ).toBeVisible();
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('relay.example.org');
  await ui.update();
  await expect(ui.saved()).toBeVisible();
  expect(sshd.log().match(/Accepted publickey/g)).toHaveLength(1);
});

test('the form names what is wrong at its field, follows the SSH configuration, and loses nothing', async () => {
  const config = `Host bastion\n  HostName 127.0.0.1\n  Port ${sshd.port}\n  User ${sshd.user}\nHost odd\n  ProxyCommand nc %h %p\n`;
  writeFileSync(path.join(sshd.home, '.ssh', 'config'), config);
  const ui = new ConsolePage(app.page);
  await ui.openForm();
  await ui.field('Name').fill('behind bastion');
  await ui.choose('Route', 'SSH');
  const host = app.page.getByRole('combobox', { name: 'SSH host', exact: true });
  await ui.field('SSH port').fill('99999');
  await ui.field('Jump hosts').fill('bastion, elsewhere');
  await ui.button('Save and check').click();
  await expect(host).toBeFocused();
  await expect(app.page.getByText('A port is a number from 1 to 65535.')).toBeVisible();
  // The alias brought its user; the other one has none.
  await expect(app.page.getByText('elsewhere: Enter the user name on that host.')).toBeVisible();
  await ui.field('SSH port').fill('22');
  await host.fill('odd');
  await expect(app.page.getByText('It asks for a command to be run (ProxyCommand).')).toBeVisible();
  await host.fill('bastion');
  await expect(ui.field('SSH port')).toHaveValue(String(sshd.port));
  await expect(ui.field('SSH user')).toHaveValue(sshd.user);
  await ui.choose('Route', 'Direct');
  await ui.choose('Route', 'SSH');
  await expect(host).toHaveValue('bastion');
  await host.fill('bastion.example.org');
  await expect(ui.field('SSH port')).toHaveValue('22');
  await expect(ui.field('SSH user')).toHaveValue('');
  await ui.closeForm();
});

test('a mail server that only this workstation may reach is tested from here alone', async () => {
  await sshd.stop();
  sshd = await startSshd({ permitOpen: [`localhost:${slapd.ldapsPort}`] });
  await closeApp(app);
  app = await startApp({ folder: app.folder, env: { HOME: sshd.home } });
  const mail = await startScriptedSmtp();
  try {
    const ui = new ConsolePage(app.page);
    await reachThroughSsh(ui);
    await testMail(ui, mail.port);
    const wrong = app.page.getByRole('region', { name: 'What went wrong' });
    await expect(wrong).toContainText(`the server refuses forwarding to 127.0.0.1:${mail.port}`);
    await expect(wrong).toContainText('At Connect, from the Gluu Server');
    expect(mail.messages()).toEqual([]);
    await ui.button('Test from this workstation alone').click();
    await expect.poll(() => mail.messages().length).toBe(1);
  } finally {
    await mail.stop();
  }
});

test('a jump host of the SSH configuration is confirmed and asks under its own name; the stored password is not for it', async () => {
  const user = await makeSystemUser();
  await sshd.stop();
  sshd = await startSshd({ config: [`Match User ${user.name}`, 'PasswordAuthentication yes', 'Match all'] });
  const jump = await startJumpHost({
    ...{ takes: 'keyboard-interactive', password: 'of the jump host' },
    prompt: `${user.name}@127.0.0.1:${sshd.port}’s password: `,
  });
  await closeApp(app);
  app = await startApp({ folder: app.folder, env: { HOME: sshd.home, SSH_AUTH_SOCK: '' } });
  writeFileSync(
    path.join(sshd.home, '.ssh', 'config'),
    `Host gluu\n  HostName 127.0.0.1\n  Port ${sshd.port}\n  ProxyJump ssh://ops@127.0.0.1:${jump.port}\n`,
  );
  try {
    const ui = new ConsolePage(app.page);
    await ui.openForm();
    await ui.choose('Route', 'SSH');
    await ui.fillForm({ name: 'behind a jump', port: slapd.ldapsPort, password: slapd.password });
    await app.page.getByLabel('SSH host', { exact: true }).fill('gluu');
    await ui.field('SSH user').fill(user.name);
    await ui.choose('SSH login', 'Password');
    await app.page.getByLabel('SSH password', { exact: true }).fill(user.password);
    await ui.button('Save and check').click();
    await ui.button('Accept this host key').click();
    await expect(ui.dialog()).toContainText(`Jump host ops@127.0.0.1:${jump.port} asks`);
    await expect(ui.dialog()).toContainText(`on the way to ${user.name}@127.0.0.1:${sshd.port}`);
    await app.page.screenshot({ path: test.info().outputPath('jump-host-asks.png') });
    await app.page.getByLabel('Answer', { exact: true }).fill('of the jump host');
    await ui.button(`Send to ops@127.0.0.1:${jump.port}`).click();
    // That of the Gluu host, which is known only behind the jump host.
    const shown = app.page.getByRole('region', { name: 'The host key this SSH server shows' });
    await expect(shown).toContainText(sshd.hostKeySha256);
    await ui.button('Accept this host key').click();
    await app.page.getByLabel('Answer', { exact: true }).fill('of the jump host');
    await app.page.keyboard.press('Enter');
    await ui.button('Trust this certificate').click();
    await expect(app.page.getByText('behind a jump can be read and changed.')).toBeVisible();
    expect(new Set(jump.given())).toEqual(new Set(['ops: keyboard-interactive of the jump host']));
    expect(jump.forwards()).toContain(`127.0.0.1:${sshd.port}`);
    const [place] = await askedBoxes(app.electron);
    expect(place).toMatchObject({ message: 'Connect to 127.0.0.1?' });
    expect(place?.detail?.split('\n').slice(1, 9)).toEqual([
      'Server: behind a jump',
      'Over SSH through: 127.0.0.1 (a ProxyJump of ~/.ssh/config)',
      `Port: ${jump.port}`,
      'Over SSH through: 127.0.0.1 (gluu in ~/.ssh/config)',
      `Port: ${sshd.port}`,
      'To: localhost',
      `Port: ${slapd.ldapsPort}`,
      'As seen from the far end of the SSH route.',
    ]);
  } finally {
    await jump.stop();
    await user.remove();
  }
});

test('a question that comes while a form is open takes the keys, and gives them back', async () => {
  const jump = await startJumpHost();
  sshd.trust();
  jump.trust(sshd.home);
  try {
    const ui = new ConsolePage(app.page);
    await ui.openForm();
    await ui.choose('Route', 'SSH');
    await ui.fillForm({ name: 'behind a jump', port: slapd.ldapsPort, password: slapd.password });
    await app.page.getByLabel('SSH host', { exact: true }).fill('127.0.0.1');
    await ui.field('SSH port').fill(String(sshd.port));
    await ui.field('SSH user').fill(sshd.user);
    await ui.field('Jump hosts').fill(`ops@127.0.0.1:${jump.port}`);
    await ui.button('Save and check').click();
    const answer = app.page.getByLabel(`Password of ops@127.0.0.1:${jump.port}`, { exact: true });
    await expect(answer).toBeFocused();
    await app.page.keyboard.press('Escape');
    await expect(answer).toBeHidden();
    await expect(app.page.getByRole('main')).toBeFocused();
    await ui.openForm();
    await ui.field('Notes').fill('typed');
    const checkFirst = () =>
      app.page.evaluate(async () => {
        const { gluu } = window as unknown as OurWindow;
        const listed = await gluu.call('server.list', undefined, crypto.randomUUID());
        const [server] = (listed as { result: { value: { id: string }[] } }).result.value;
        void gluu.call('server.check', { serverId: server?.id }, crypto.randomUUID());
      });
    await checkFirst();
    await expect(answer).toBeFocused();
    await app.page.keyboard.type('for the jump host');
    await expect(answer).toHaveValue('for the jump host');
    await app.page.keyboard.press('Escape');
    await expect(answer).toBeHidden();
    await expect(ui.field('Notes')).toBeFocused();
    await expect(ui.field('Notes')).toHaveValue('typed');
    await expect(ui.field('Name')).toHaveValue('');
    await ui.closeForm();

    // While the user types, the question takes neither the letters nor the Enter that were meant for the form.
    await ui.openForm();
    await ui.field('Notes').focus();
    await app.page.keyboard.type('my own secret ');
    await checkFirst();
    await expect(answer).toBeVisible();
    await app.page.keyboard.type('goes on');
    await app.page.keyboard.press('Enter');
    await expect(answer).toBeVisible();
    await expect(answer).toHaveValue('');
    await app.page.keyboard.press('Tab');
    await expect(answer).toBeFocused();
    await app.page.keyboard.press('Escape');
    await expect(answer).toBeHidden();
    await ui.closeForm();
    expect(jump.given()).toEqual([]);
  } finally {
    await jump.stop();
  }
});

test('a changed host key stops everything, and no click goes past it', async () => {
  const ui = new ConsolePage(app.page);
  await reachThroughSsh(ui);
  const before = sshd.hostKeySha256;
  await sshd.changeHostKeys();
  // The connection that stands was made with the old key, and stays good.
  const { folder } = app;
  await closeApp(app);
  app = await startApp({ folder, env: { HOME: sshd.home } });
  await new ConsolePage(app.page).openServer('behind ssh');
  const wrong = app.page.getByRole('region', { name: 'What went wrong' });
  await expect(wrong).toContainText('changed');
  const shown = app.page.getByRole('region', { name: 'The host key this SSH server shows' });
  await expect(shown).toContainText(before);
  await expect(shown).toContainText(sshd.hostKeySha256);
  await expect(app.page.getByRole('button', { name: 'Accept this host key' })).toHaveCount(0);
  await expect(wrong.getByRole('button', { name: 'Check again' })).toBeVisible();
});

test('a host key that is known only for the host without its port does not pass for the one of the port', async () => {
  const other = await makeKey(path.join(sshd.home, 'other'), ['-t', 'ed25519']);
  const [type, key] = readFileSync(`${other}.pub`, 'utf8').split(' ');
  const known = [`[127.0.0.1]:${sshd.port} ${type} ${key}`, sshd.knownHostsLine.replace(/^\S+/, '127.0.0.1')];
  writeFileSync(path.join(sshd.home, '.ssh', 'known_hosts'), `${known.join('\n')}\n`);
  const ui = new ConsolePage(app.page);
  await addThroughSsh(ui);
  const wrong = app.page.getByRole('region', { name: 'What went wrong' });
  await expect(wrong).toContainText('The SSH host key of 127.0.0.1 changed. Nothing was sent.');
  await expect(wrong).toContainText('known_hosts, line 1');
  await expect(app.page.getByRole('button', { name: 'Accept this host key' })).toHaveCount(0);
  expect(sshd.log()).not.toContain(`user ${sshd.user}`);
});

test('the mail server is looked at from here and from the Gluu Server', async () => {
  const mail = await startScriptedSmtp();
  try {
    const ui = new ConsolePage(app.page);
    await reachThroughSsh(ui);
    await testMail(ui, mail.port);
    const result = app.page.getByRole('region', { name: 'Result of the test' });
    await expect(result).toContainText('SMTP Test succeeded!');
    expect(mail.messages()).toHaveLength(1);
    const there = app.page.getByRole('region', { name: 'From the Gluu Server', exact: true });
    await expect(there.getByText('Data', { exact: true })).toBeVisible();
    const here = app.page.getByRole('region', { name: 'From this workstation', exact: true });
    await expect(here.getByText('Goodbye')).toBeVisible();
    await expect(app.page.getByText('This workstation and the Gluu Server got the same result.')).toBeVisible();
    await ui.choose('Test from', 'This workstation');
    await ui.button('Test Configuration').click();
    await expect(there).toHaveCount(0);
    await expect.poll(() => mail.messages().length).toBe(2);
  } finally {
    await mail.stop();
  }
});
