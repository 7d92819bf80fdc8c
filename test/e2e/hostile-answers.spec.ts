import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startHostileLdap } from '../support/hostile-ldap';
import { endlessAnswers } from '../support/hostile-ldap/endless';
import { type Slapd, startSlapd } from '../support/slapd';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { marked } from './support/bare-texts';
import { ConsolePage } from './support/console-page';
import { corePid, startAppWithCore } from './support/in-core';
import { shown } from './support/in-window';

let slapd: Slapd;
test.beforeAll(async () => {
  slapd = await startSlapd();
});
test.afterAll(() => slapd.stop());

test('no answer of a server holds the app: each is reported, and everything else goes on', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'good' });
  for (const [index, [what, on, hex]] of endlessAnswers.entries()) {
    await test.step(what, async () => {
      const server = await startHostileLdap({ kind: 'raw-answer', on, hex });
      await ui.addServer({ name: `bad ${index}`, port: server.port, mode: 'Plain', password: randomUUID() });
      await expect(
        app.page.getByText(marked(/^The service on port \d+ does not speak LDAP correctly\.$/)),
      ).toBeVisible();
      await server.stop();
    });
  }
  await ui.openServer('good');
  await app.page.keyboard.press('F5');
  await expect(app.page.getByText('good can be read and changed.')).toBeVisible();
});

test('a server during which the app stood still is not asked by itself at the next start', async () => {
  const server = await startHostileLdap({ kind: 'none' });
  const silent = await startHostileLdap({ kind: 'silent' });
  const first = await startAppWithCore();
  const ui = new ConsolePage(first.page);
  await ui.addServer({ name: 'fine', port: server.port, mode: 'Plain', password: randomUUID() });
  await ui.addServer({ name: 'holding', port: silent.port, mode: 'Plain', password: randomUUID() });
  await expect.poll(() => silent.connections()).toBe(1);
  // Nothing that comes from the network is known to hold the core, so the test does it while that server is asked.
  const pid = first.electron.process().pid;
  await first.runInCore('for (;;);');
  const record = path.join(first.folder, 'stall.json');
  await expect.poll(() => existsSync(record), { timeout: 30_000 }).toBe(true);
  process.kill(Number(pid), 'SIGKILL');

  const second = await startApp({ folder: first.folder });
  await expect(second.page.getByText('The console stopped responding and had to be ended.')).toBeVisible();
  const row = second.page.getByRole('navigation', { name: 'Servers' }).getByRole('button', { name: /^holding/ });
  await expect(row).toHaveAttribute('title', /console got stuck while.*Check it yourself/);
  await new ConsolePage(second.page).openServer('holding');
  await expect(second.page.getByText('The console does not contact it until you check it again.')).toBeVisible();
  const overview = second.page.getByRole('tab', { name: 'Overview' });
  for (const name of ['Organization Configuration', 'Password Reset', 'Users']) {
    await expect(second.page.getByRole('tab', { name })).toHaveAttribute('aria-disabled', 'true');
    await expect(second.page.getByRole('tab', { name })).toHaveAccessibleDescription('Not reached. Check again first.');
  }
  await overview.focus();
  await second.page.keyboard.press('ArrowRight');
  await expect(second.page.getByRole('tab', { name: 'Organization Configuration' })).toBeFocused();
  for (const key of ['Enter', 'Space']) await second.page.keyboard.press(key);
  await expect(overview).toHaveAttribute('aria-selected', 'true');
  await second.page.getByRole('tab', { name: 'History' }).click();
  await expect(second.page.getByText('This console has not written to holding yet.')).toBeVisible();
  await overview.click();
  expect(silent.connections()).toBe(1);
  await second.page.keyboard.press('F5');
  await expect.poll(() => silent.connections()).toBe(2);
  await closeApp(second);
  await Promise.all([server.stop(), silent.stop()]);
  removeTemporaryFolder(first.folder);
});

test('a core that stands still is ended, and the window goes on with another one', async () => {
  const silent = await startHostileLdap({ kind: 'silent' });
  const app = await startAppWithCore();
  await new ConsolePage(app.page).addServer({
    name: 'holding',
    port: silent.port,
    mode: 'Plain',
    password: randomUUID(),
  });
  await expect.poll(() => silent.connections()).toBe(1);
  const before = await corePid(app.electron);
  await app.runInCore('for (;;);');
  await expect
    .poll(() => shown(app), { timeout: 60_000 })
    .toContain('The console stopped responding and had to be ended.');
  expect(await shown(app)).toContain('holding');
  expect([before, 0]).not.toContain(await corePid(app.electron));
  expect(silent.connections()).toBe(1);
  await closeApp(app);
  await silent.stop();
  removeTemporaryFolder(app.folder);
});
