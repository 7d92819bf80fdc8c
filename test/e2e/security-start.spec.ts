import { once } from 'node:events';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createServer } from 'node:tls';
import { selfSigned } from '../support/certificates';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { expect, startApp, test } from './support/app';
import { startAppWithCore } from './support/in-core';
import { startAgain } from './support/start-again';

// That a release does not take debug switches is tested where there is a release: scripts/smoke-package.mjs.

test('a second start brings the window of the first to the front, and ends', async ({
  app: { electron, folder, page },
}) => {
  await electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) throw new Error('no window');
    const calls: string[] = [];
    const { focus, restore } = window;
    Object.assign(globalThis, { calls });
    window.isMinimized = () => true; // a display without a window manager minimises nothing
    window.focus = () => {
      calls.push('focus');
      focus.call(window);
    };
    window.restore = () => {
      calls.push('restore');
      restore.call(window);
    };
  });
  const second = await startAgain(electron.process().spawnfile, folder);
  expect(second.code).toBe(0);
  expect(second.said).toContain('Gluu Console is open already; its window was brought to the front.');
  await expect
    .poll(() => electron.evaluate(() => (globalThis as unknown as { calls: string[] }).calls))
    .toEqual(['restore', 'focus']);
  expect(electron.windows()).toHaveLength(1);
  await expect(page.getByRole('main')).toBeVisible();
});

test('another folder is another app', async ({ app: { page } }) => {
  const other = await startApp();
  await expect(other.page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('main')).toBeVisible();
  await other.electron.close();
  removeTemporaryFolder(other.folder);
});

test('with NODE_DEBUG it does not start: Node would print requests with their secrets', async ({
  app: { electron },
}) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-'));
  const { code, said } = await startAgain(electron.process().spawnfile, folder, { NODE_DEBUG: 'tls' });
  expect(code).toBe(2);
  expect(said).toContain('NODE_DEBUG is set');
  expect(said).toMatch(/^dialog: error, Gluu Console cannot start\., NODE_DEBUG is set: .*, Close$/m);
  expect(await readdir(folder).then((names) => names.filter((name) => /\.(json|jsonl|log)$/.test(name)))).toEqual([]);
  removeTemporaryFolder(folder);
});

test('where its folder cannot be written it says so in a dialog and ends', async ({ app: { electron, folder } }) => {
  const file = path.join(folder, 'a file');
  await writeFile(file, '');
  const { code, said } = await startAgain(electron.process().spawnfile, path.join(file, 'data'));
  expect(code).toBe(2);
  expect(said).toMatch(/^The folder of this app cannot be written to\. ENOTDIR/m);
  expect(said).toMatch(
    /^dialog: error, Gluu Console cannot start\., The folder of this app cannot be written to\. ENOTDIR/m,
  );
});

test('its folder may be named from where it is started', async ({ app: { electron, folder } }) => {
  const { code, said } = await startAgain(electron.process().spawnfile, path.relative(process.cwd(), folder));
  expect(code).toBe(0);
  expect(said).toContain('Gluu Console is open already');
});

test('the environment adds no trust to the core, and no file of its keys', async () => {
  const { key, cert } = await selfSigned();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-e2e-'));
  const [authority, keys, answer] = ['authority.pem', 'keys', 'answer'].map((name) => path.join(folder, name));
  if (!authority || !keys || !answer) throw new Error('no files');
  await writeFile(authority, cert);
  const server = createServer({ key, cert }, (socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const env = {
    NODE_EXTRA_CA_CERTS: authority,
    SSL_CERT_FILE: authority,
    NODE_USE_SYSTEM_CA: '1',
    NODE_OPTIONS: `--tls-keylog=${keys}`,
    NODE_V8_COVERAGE: folder,
    SSLKEYLOGFILE: keys,
  };
  const app = await startAppWithCore({ env });
  await app.runInCore(`{
    const [tls, fs] = ['node:tls', 'node:fs'].map((name) => process.getBuiltinModule(name));
    const options = { port: ${port}, host: '127.0.0.1', servername: 'localhost', rejectUnauthorized: false };
    const socket = tls.connect(options, () => {
      const left = Object.keys(process.env).filter((name) => /^(NODE_|SSL)/.test(name));
      fs.writeFileSync(${JSON.stringify(answer)}, JSON.stringify({ authorized: socket.authorized, left }));
    });
  }`);
  await expect.poll(() => readFile(answer, 'utf8').catch(() => '')).toBe('{"authorized":false,"left":[]}');
  expect(await readFile(keys, 'utf8').catch(() => '')).toBe('');
  await app.electron.close();
  server.close();
  removeTemporaryFolder(folder);
  removeTemporaryFolder(app.folder);
});

test('the environment cannot switch certificate checks off', async () => {
  const app = await startApp({ env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } });
  expect(await app.electron.evaluate(() => process.env.NODE_TLS_REJECT_UNAUTHORIZED ?? 'gone')).toBe('gone');
  await app.electron.close();
  removeTemporaryFolder(app.folder);
});

test('no key opens developer tools', async ({ app: { electron, page } }) => {
  for (const key of ['F12', 'Control+Shift+I', 'Control+Shift+J', 'Control+Shift+C', 'Control+R', 'Control+Shift+R']) {
    await page.keyboard.press(key);
  }
  const opened = await electron.evaluate(({ BrowserWindow, Menu }) => ({
    tools: BrowserWindow.getAllWindows().map(({ webContents }) => webContents.isDevToolsOpened()),
    entries: JSON.stringify(
      Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ role }) => role) ?? []),
    ),
  }));
  expect(opened.tools).toEqual([false]);
  expect(opened.entries.toLowerCase()).not.toMatch(/devtools|reload/);
});

test('what the page stores is gone with it: nothing of it is on the disk', async () => {
  const mark = 'mark-of-the-security-test';
  const app = await startApp();
  await app.page.evaluate(async (mark) => {
    localStorage.setItem('x', mark);
    sessionStorage.setItem('x', mark);
    // biome-ignore lint/suspicious/noDocumentCookie: as a script of the page would
    document.cookie = `x=${mark}; max-age=9999`;
    const opening = indexedDB.open(mark, 1);
    await new Promise((resolve, reject) => {
      opening.onupgradeneeded = () => opening.result.createObjectStore('x').put(mark, 'x');
      opening.onsuccess = resolve;
      opening.onerror = reject;
    });
    opening.result.close();
  }, mark);
  await app.electron.evaluate(({ session }) => session.defaultSession.flushStorageData());
  await app.electron.close();
  const files = await readdir(app.folder, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const file of files.filter((entry) => entry.isFile())) {
    const content = await readFile(path.join(file.parentPath, file.name));
    if (content.includes(mark) || content.includes(Buffer.from(mark, 'utf16le'))) holding.push(file.name);
  }
  expect(files.length).toBeGreaterThan(0);
  expect(holding).toEqual([]);

  const again = await startApp({ folder: app.folder });
  expect(await again.page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  await again.electron.close();
  removeTemporaryFolder(app.folder);
});
