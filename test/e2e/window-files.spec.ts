import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { closeApp, expect, startApp, test } from './support/app';
import { ConsolePage } from './support/console-page';

const folder = 'out/renderer';
/** Bytes. What grows beyond it is to be fetched after the first frame: see src-renderer/app/parts.ts. */
const FIRST_FILE = 450_000;
const FIRST_FRAME = 710_000;
/** What no first frame needs: checks of what is typed, dialogs, the judgement of mails, pages. */
const later = [
  'node_modules/zod/',
  'node_modules/@base-ui/',
  'src-shared/diagnosis/',
  'src-shared/verdict/',
  'src-shared/lint/',
  'src-shared/report/',
  'src-renderer/app/pages.ts',
  'src-renderer/app/fronts.ts',
];

const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const sizeOf = (name: string) => statSync(path.join(folder, name)).size;
const sourcesOf = (name: string): string[] => JSON.parse(read(`${name}.map`)).sources;

test('the first frame needs one file of code, beside its styles and sentences, and none of what is shown later', () => {
  const page = read('index.html');
  const named = (pattern: RegExp) => [...page.matchAll(pattern)].map(([, name = '']) => path.normalize(name));
  const scripts = named(/<script[^>]* src="([^"]+)"/g);
  const fetched = named(/(?:src|href)="([^"]+)"/g);
  expect(scripts).toHaveLength(1);
  expect(fetched.map((name) => path.basename(name).replace(/^index-[\w-]{8}\./, 'index.')).sort()).toEqual([
    'english.js',
    'index.css',
    'index.js',
  ]);
  const [first = ''] = scripts;
  expect(read(first)).not.toMatch(/(?:^|[;}\n])import(?:["'{]|[\w$*{}, ]+from["'])/);
  expect(sizeOf(first)).toBeLessThan(FIRST_FILE);
  expect(fetched.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThan(FIRST_FRAME);
  const sources = fetched.filter((name) => name.endsWith('.js')).flatMap(sourcesOf);
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((source) => later.some((part) => source.includes(part)))).toEqual([]);
});

test('a part of the window that cannot be fetched is said, and is shown once it can be', async () => {
  const app = await startApp();
  try {
    const { page, electron } = app;
    // In place of the app's own answer, as nothing else stands between the page and its files.
    await electron.evaluate(({ app: ours, BrowserWindow }) => {
      const { readFileSync: content } = process.getBuiltinModule('node:fs');
      const protocol = BrowserWindow.getAllWindows()[0]?.webContents.session.protocol;
      const types = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
      const main = globalThis as { refused?: string };
      main.refused = 'assets/pages.js';
      protocol?.unhandle('app');
      protocol?.handle('app', ({ url }) => {
        const name = new URL(url).pathname.slice(1);
        if (name === main.refused) return new Response('gone', { status: 404 });
        const type = types[name.split('.').at(-1) as keyof typeof types];
        const body = content(`${ours.getAppPath()}/out/renderer/${name}`, 'utf8').replace('lang="en"', 'lang="en-XB"');
        return new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
      });
    });
    // What was fetched before is not asked for again otherwise.
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.enable');
    await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
    const reloaded = page.waitForEvent('load');
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reloadIgnoringCache());
    await reloaded;
    const notice = page.getByRole('region', { name: 'Notice' });
    await expect(notice).toContainText('A part of this window could not be loaded.');
    const ui = new ConsolePage(page);
    await ui.button('Start the demo fleet').click();
    await expect(page.getByRole('button', { name: /^meadow-312/ }).first()).toBeVisible();
    await electron.evaluate(() => {
      (globalThis as { refused?: string }).refused = '';
    });
    await notice.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'meadow-312' })).toBeVisible();
    await expect(notice).toBeHidden();
  } finally {
    await closeApp(app);
  }
});
