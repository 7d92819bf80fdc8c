import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { expect, type StartedApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { corePid } from './support/in-core';
import { inWindow, rendererOf, shown, typedIn } from './support/in-window';

let slapd: Slapd;
test.beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
});
test.afterAll(() => slapd.stop());

async function crash(app: StartedApp): Promise<void> {
  const before = await rendererOf(app);
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => rendererOf(app)).not.toBe(before);
}

test('a window that crashes comes back at the same tab with what was typed, and without the password', async ({
  app,
}) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu-crash', environment: 'Staging' });
  await ui.openTab('SMTP Server Configuration');
  await ui.field('SMTP Host').fill('typed.example.org');
  await app.page.getByLabel('SMTP Password', { exact: true }).fill('typed secret');
  // Main is told once typing has paused.
  await app.page.waitForTimeout(1000);

  await crash(app);
  await expect.poll(() => shown(app)).toContain('The window stopped working and was reopened.');
  await expect.poll(() => typedIn(app)).toContain('typed.example.org');
  expect(await typedIn(app)).not.toContain('typed secret');
  const selected = `[...document.querySelectorAll('[role=tab][aria-selected=true]')].map(({ innerText }) => innerText)`;
  expect((await inWindow<string[]>(app.electron, selected)).join(' ')).toContain('SMTP Server Configuration');
  expect(await shown(app)).toContain('1 unsaved change');
});

test('a core that is gone is started again, and the window goes on with what was typed', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu-core', environment: 'Staging' });
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('typed@example.org');
  await app.page.waitForTimeout(1000);

  const before = await corePid(app.electron);
  process.kill(before, 'SIGKILL');
  await expect.poll(() => shown(app)).toContain('The part of the console that talks to servers stopped working');
  expect([before, 0]).not.toContain(await corePid(app.electron));
  // What was kept for the session went with it, and it is said.
  await expect.poll(() => shown(app)).toContain('No password is stored.');
  expect(await shown(app)).toContain('gluu-core');
});
