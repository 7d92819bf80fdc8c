import { once } from 'node:events';
import { mkdtempSync, readdirSync, unlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writerOf } from '../../src-main/files/folder-lock';
import type { FolderRequest } from '../support/folder-writer-process';
import { type ForkedProcess, forkProcess } from '../support/forked-process';
import { bundleProcess } from '../support/helper-process';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, type StartedApp, startApp, test } from './support/app';
import { inWindow, lockScreen, rendererOf, shown } from './support/in-window';
import { startAgain } from './support/start-again';

const pidOf = async ({ folder }: StartedApp) => (await writerOf(folder))?.pid;

test('the core holds the folder, has it again when it was killed, and gives it back while the console is locked', async ({
  app,
}) => {
  const first = await pidOf(app);
  if (first === undefined) throw new Error('nobody holds the folder');
  expect(await writerOf(app.folder)).toMatchObject({ kind: 'app', holds: true });
  process.kill(first, 'SIGKILL');
  await expect.poll(() => pidOf(app)).not.toBe(first);
  await expect.poll(() => shown(app)).toContain('stopped working and was restarted');
  const second = await pidOf(app);
  expect(second).toBeGreaterThan(0);

  const renderer = await rendererOf(app);
  void inWindow(app.electron, "gluu.call('app.lock', undefined, crypto.randomUUID())").catch(() => {});
  await lockScreen(app, renderer);
  await expect.poll(() => pidOf(app)).toBeUndefined();
  const unlock = "[...document.querySelectorAll('button')].find((b) => b.innerText.includes('Unlock')).click()";
  await inWindow(app.electron, `setTimeout(() => ${unlock}); 'soon'`);
  await expect.poll(() => pidOf(app)).toBeGreaterThan(0);
  await expect.poll(() => shown(app)).not.toContain('Locked');
  expect(await pidOf(app)).not.toBe(second);
});

test('a start that Chromium lets through finds the folder taken, and shows the window of the first', async ({
  app,
}) => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('no window');
    const calls: string[] = [];
    Object.assign(globalThis, { calls });
    window.focus = () => void calls.push('focus');
  });
  for (const name of readdirSync(app.folder)) if (name.startsWith('Singleton')) unlinkSync(path.join(app.folder, name));
  const { code, said } = await startAgain(app.electron.process().spawnfile, app.folder);
  expect([code, said]).toEqual([
    0,
    expect.stringContaining('Gluu Console is open already; its window was brought to the front.'),
  ]);
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as unknown as { calls: string[] }).calls))
    .toEqual(['focus']);
  expect(await pidOf(app)).toBeGreaterThan(0);
});

test('where another kind of process has the folder the app says which, and ends', async ({ app }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gluu-console-e2e-'));
  const other: ForkedProcess<FolderRequest> = forkProcess(await bundleProcess('test/support/folder-writer-process.ts'));
  other.post({ ask: 'take', folder });
  expect((await once(other.child, 'message'))[0]).toEqual({ said: 'taken' });
  const { code, said } = await startAgain(app.electron.process().spawnfile, folder);
  expect(code).toBe(2);
  expect(said).toContain(
    `is used by another process: gluu-console on a command line (process ${other.child.pid}) since `,
  );
  expect(said).toMatch(
    /^dialog: error, Gluu Console cannot start\., The folder .* is used by another process: gluu-console/m,
  );
  expect(readdirSync(folder)).not.toContain('servers.json');
  other.kill();
  const started = await startApp({ folder });
  await closeApp(started);
  removeTemporaryFolder(folder);
});
