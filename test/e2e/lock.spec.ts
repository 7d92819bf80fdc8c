import { ServerDraft, type ServerSummary } from '../../src-shared/model/server';
import { gluuTree } from '../support/gluu-tree';
import { type Slapd, startSlapd } from '../support/slapd';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { answerBoxes, askedBoxes, closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';
import { inWindow, lockScreen, rendererOf, shown, typedIn } from './support/in-window';

let slapd: Slapd;
test.beforeAll(async () => {
  slapd = await startSlapd({ ldif: gluuTree({ version: '3.1.2' }) });
});
test.afterAll(() => slapd.stop());

const everything = ({ electron }: StartedApp) => inWindow<string>(electron, 'document.documentElement.outerHTML');
/** Answers before the click: the page may go with it, and then its answer as well. */
const press = ({ electron }: StartedApp, words: string) =>
  inWindow(
    electron,
    `{
      const button = [...document.querySelectorAll('button')].find((b) => b.innerText.includes('${words}'));
      if (!button) throw new Error('no such button');
      setTimeout(() => button.click());
    }`,
  );
const ask = ({ electron }: StartedApp, name: string, input?: unknown) =>
  inWindow<{ result: { ok: boolean; failure?: { code: string } } }>(
    electron,
    `gluu.call('${name}', ${JSON.stringify(input)}, crypto.randomUUID())`,
  );

test('a locked window shows nothing, main answers nothing, and what was typed is there again afterwards', async ({
  app,
}) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'gluu-lock', environment: 'Staging' });
  await expect(app.page).toHaveTitle('gluu-lock — Staging');
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('typed@example.org');
  const before = await rendererOf(app);

  // Its page goes before the key is up again.
  await app.page.keyboard.press('Control+Shift+L').catch(() => {});
  await expect.poll(() => shown(app)).toContain('Locked');
  expect(await rendererOf(app)).not.toBe(before);
  for (const word of ['gluu-lock', 'typed@example.org', 'localhost', String(slapd.ldapsPort)]) {
    expect(await everything(app)).not.toContain(word);
  }
  expect(await inWindow(app.electron, 'document.title')).toBe('Gluu Console');
  for (const name of ['server.list', 'app.state', 'keychain.retry', 'demo.start']) {
    expect(await ask(app, name)).toMatchObject({ result: { ok: false, failure: { code: 'app.locked' } } });
  }

  await press(app, 'Unlock');
  // There is no keychain in a test: what was kept for the session was dropped, as the settings say.
  await expect.poll(() => shown(app)).toContain('No password is stored.');
  expect(await shown(app)).toContain('gluu-lock');
  const { result } = (await ask(app, 'server.list')) as unknown as { result: { value: ServerSummary[] } };
  const [server] = result.value;
  await ask(app, 'server.save', {
    serverId: server?.id,
    draft: ServerDraft.parse(server),
    bindPassword: { kind: 'replace', value: slapd.password },
    salt: { kind: 'keep' },
  });
  await press(app, 'Reload');
  await expect.poll(() => typedIn(app)).toContain('typed@example.org');
});

test('after unlocking the server that was shown is shown again, at the same tab', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.addServer({ name: 'gluu-again', port: slapd.ldapsPort, password: slapd.password });
  await app.page.getByRole('tab', { name: 'History' }).click();
  const before = await rendererOf(app);
  await app.page.keyboard.press('Control+Shift+L').catch(() => {});
  await lockScreen(app, before);
  await press(app, 'Unlock');
  const current = `[document.querySelector('h1')?.innerText, document.querySelector('[role=tab][aria-selected=true]')?.innerText]`;
  await expect.poll(() => inWindow(app.electron, current).catch(() => [])).toEqual(['gluu-again', 'History']);
});

test('a window that does not blank itself is ended all the same', async ({ app }) => {
  const before = await rendererOf(app);
  // Calls of a page that a script took over: it never says that it shows nothing.
  await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents) contents.send = () => {};
  });
  void ask(app, 'app.lock').catch(() => {}); // its page goes before the answer comes
  await expect.poll(() => shown(app)).toContain('Locked');
  expect(await rendererOf(app)).not.toBe(before);
});

for (const slow of [false, true]) {
  test(`a page that answers the lock with unlock is ended, and unlocks nothing${slow ? ', however long it lives on' : ''}`, async ({
    app,
  }) => {
    const before = await rendererOf(app);
    // Without timers the page never gets as far as saying that it is blank.
    await inWindow(
      app.electron,
      `const again = setInterval; window.setTimeout = () => 0; gluu.onEvent(({ kind }) => {
        const unlock = () => gluu.call('app.unlock', undefined, crypto.randomUUID()).then(({ result }) => {
          console.log('UNLOCK ' + (result.ok ? 'done' : result.failure.code));
        });
        if (kind === 'locked') again(unlock, 5);
      }); true`,
    );
    const answers = new Set<string>();
    app.page.on('console', (message) => message.text().startsWith('UNLOCK') && answers.add(message.text()));
    if (slow) {
      // As a process that does not hear that it is to end.
      await app.electron.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        if (window) window.webContents.forcefullyCrashRenderer = () => {};
      });
    }
    await inWindow(app.electron, `gluu.call('app.lock', undefined, crypto.randomUUID()); true`);
    await lockScreen(app, before);
    expect([...answers]).toEqual(['UNLOCK app.locked']);
    expect(await ask(app, 'server.list')).toMatchObject({ result: { failure: { code: 'app.locked' } } });
    await press(app, 'Unlock');
    await expect.poll(async () => (await ask(app, 'server.list')).result.ok).toBe(true);
  });
}

test('the settings say when the console locks itself, and main keeps it', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.runAction('settings');
  await ui.choose('Lock after inactivity', '5 min');
  await app.page.getByLabel('Lock with the screen').check();
  await expect(ui.dialog()).toContainText('session only');
  await ui.dialog().getByRole('button', { name: 'Close' }).click();
  await ui.runAction('settings');
  await expect(app.page.getByRole('radio', { name: '5 min', exact: true })).toBeChecked();
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect.poll(() => shown(app)).toContain('Locked');
});

test('two choices for the lock, one right after the other, are both kept', async ({ app }) => {
  const ui = new ConsolePage(app.page);
  await ui.runAction('settings');
  const five = app.page.getByRole('radio', { name: '5 min', exact: true });
  const screen = app.page.getByLabel('Lock with the screen');
  const both = [await five.elementHandle(), await screen.elementHandle()];
  await app.page.evaluate(async (boxes) => {
    for (const box of boxes) {
      if (box instanceof HTMLInputElement) box.click();
      await new Promise((drawn) => setTimeout(drawn));
    }
  }, both);
  await expect
    .poll(async () => (await ask(app, 'app.state')).result)
    .toMatchObject({
      value: { autoLock: { afterMinutes: 5, withScreen: true } },
    });
  await expect(screen).toBeChecked();
  await expect(five).toBeChecked();
});

test('a question that is left open, such as whether to close over unsaved changes, does not keep the console from locking', async ({
  app,
}) => {
  const ui = new ConsolePage(app.page);
  await ui.addSlapd(slapd, { name: 'left open' });
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('typed@example.org');
  await ui.runAction('settings');
  await app.page.getByLabel('Lock with the screen').check();
  await ui.dialog().getByRole('button', { name: 'Close' }).click();
  await answerBoxes(app.electron, 'never');
  // Not before the answer to this very call: a box that held main would hold that too.
  await app.electron.evaluate(
    ({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50),
  );
  await expect.poll(async () => (await askedBoxes(app.electron)).at(-1)?.buttons).toContain('Stay');
  await app.electron.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect.poll(() => shown(app)).toContain('Locked');
});

test('after the idle time that was chosen the console is locked', async ({ app }) => {
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 5 * 60;
  });
  const ui = new ConsolePage(app.page);
  await ui.runAction('settings');
  await expect(app.page.getByRole('radio', { name: 'Off' })).toBeChecked();
  // The page may go before the click has ended.
  await ui.choose('Lock after inactivity', '5 min').catch(() => {});
  await expect.poll(() => shown(app)).toContain('Locked');
});

test('the app ends when it is told to while a lock is taking the page down', async () => {
  const app = await startApp();
  const child = app.electron.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await app.electron.evaluate(({ app, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return;
    const reload = contents.reload.bind(contents);
    contents.reload = () => {
      reload();
      app.quit();
    };
  });
  void ask(app, 'app.lock').catch(() => {});
  expect(await ended).toBe(0);
  removeTemporaryFolder(app.folder);
});

test('the demo fleet is there again after a lock, with what was typed for one of its servers', async () => {
  const app = await startApp({ args: ['--demo'] });
  const ui = new ConsolePage(app.page);
  const list = app.page.getByRole('navigation', { name: 'Servers' });
  await list.getByRole('button').filter({ hasText: 'Staging' }).first().click();
  await ui.openTab('System Configuration');
  await ui.field('Contact Email').fill('typed@example.org');
  const before = await rendererOf(app);
  await app.page.keyboard.press('Control+Shift+L').catch(() => {});
  await lockScreen(app, before);
  await press(app, 'Unlock');
  await expect.poll(() => typedIn(app), { timeout: 30_000 }).toContain('typed@example.org');
  await closeApp(app);
  removeTemporaryFolder(app.folder);
});
