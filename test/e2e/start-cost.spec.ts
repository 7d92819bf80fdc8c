import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withoutSessionBus } from '../support/keyring';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';

// What a start loads and runs: bytes, packages and processes, which no load of the machine changes. Speed is printed by
// `npm run bench`; what is too much here is what makes it slow.

const built = path.resolve('out/main');
const text = (file: string) => readFileSync(path.join(built, file), 'utf8');

/** The files that are read before `file` runs; what is behind an `import()` is not among them. */
function readFirst(file: string, found = new Set<string>()): string[] {
  if (!found.has(file)) {
    found.add(file);
    const now = text(file).matchAll(/(?<!\(\)=>)require\("\.\/([^"]+)"\)/g);
    for (const [, name = ''] of now) readFirst(name, found);
  }
  return [...found];
}

const kilobytes = (files: readonly string[]) =>
  Math.ceil(files.reduce((sum, file) => sum + readFileSync(path.join(built, file)).length, 0) / 1000);

/** Packages of node_modules, and folders of ours, whose code is in these files. */
function origins(files: readonly string[]): string[] {
  const maps = files.map((file) => `${file}.map`).filter((map) => existsSync(path.join(built, map))); // the bundler's own has none
  const sources = maps.flatMap((map) => JSON.parse(text(map)).sources as string[]);
  const names = sources.map(
    (source) =>
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? /src-\w+\/.*(?=\/)|src-\w+/.exec(source)?.[0] ?? source,
  );
  return [...new Set(names)].sort();
}

/** Packages that a start does not load. */
const lateOnes = [
  ...['ssh2', 'imapflow', 'nodemailer', 'mailparser', 'smtp-server', 'selfsigned', 'electron-log'],
  ...['ldapts', 'jsonc-parser'],
];

test('the window opens before main has read anything but what it takes for that', () => {
  const files = readFirst('main.cjs');
  expect(files).toContain('main.cjs');
  expect(kilobytes(files)).toBeLessThanOrEqual(65);
  expect(origins(files).filter((origin) => !origin.startsWith('src-'))).toEqual([]);
});

test('the core begins without what only some of its calls need', () => {
  const files = readFirst('core-process.cjs');
  expect(kilobytes(files)).toBeLessThanOrEqual(295);
  const packages = origins(files).filter((origin) => !origin.startsWith('src-'));
  expect(packages).toContain('zod');
  for (const late of lateOnes) expect(packages).not.toContain(late);
  expect(packages.filter((name) => /iconv|encoding|libmime/.test(name))).toEqual([]);
});

test('each package that is loaded late is in some file, and no file loads the app a second time', () => {
  const files = readdirSync(built).filter((name) => name.endsWith('.cjs'));
  const packages = origins(files);
  for (const late of lateOnes) expect(packages).toContain(late);
  expect(files.filter((file) => text(file).includes('main.cjs"'))).toEqual([]);
});

test('without a server the window, the core and what Chromium needs is all that runs', async () => {
  const { DBUS_SESSION_BUS_ADDRESS = '', HOME = '', XDG_RUNTIME_DIR = '' } = withoutSessionBus();
  const app = await startApp({ env: { DBUS_SESSION_BUS_ADDRESS, HOME, XDG_RUNTIME_DIR } });
  const running = () =>
    app.electron.evaluate(({ app: { getAppMetrics } }) => getAppMetrics().map(({ type, name }) => name ?? type));
  try {
    // The keychain was looked at, and rests.
    await expect(app.page.getByText('No keychain: this session only')).toBeVisible();
    const own = async () => (await running()).filter((name) => name !== 'GPU' && name !== 'Zygote').sort();
    await expect.poll(own).toEqual(['Browser', 'Network Service', 'Tab', 'core']);
  } finally {
    await closeApp(app);
    removeTemporaryFolder(app.folder);
  }
});
