import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { removeTemporaryFolder } from '../support/temporary-folder';
import { closeApp, expect, startApp, test } from './support/app';
import { plain } from './support/bare-texts';
import { ConsolePage } from './support/console-page';

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-files-'));
});
test.afterEach(() => removeTemporaryFolder(folder));

const profiles = () => path.join(folder, 'servers.json');

/** Adds servers nobody answers for, each save one more write of the file. */
async function addServers(names: readonly string[]): Promise<void> {
  const app = await startApp({ folder });
  const ui = new ConsolePage(app.page);
  for (const name of names) await ui.addServer({ name, host: '127.0.0.1', port: 1, password: 'x' });
  await closeApp(app);
}

async function namesShown(): Promise<{ text: string; names: string[] }> {
  const app = await startApp({ folder });
  const rows = app.page.getByRole('navigation', { name: 'Servers' }).getByRole('listitem');
  const names = await rows.allInnerTexts();
  const text = plain(await app.page.getByRole('main').innerText());
  await closeApp(app);
  return { text, names };
}

const damages: [what: string, damage: (text: string) => string][] = [
  ['cut in the middle', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['of another kind', () => '[1, 2, 3]'],
  ['with __proto__ in it', () => '{"schemaVersion":1,"servers":[{"__proto__":{"name":"x"},"port":"1636"}]}'],
  ['huge', () => `{"schemaVersion":1,"servers":[${'"x",'.repeat(16_000_000)}"x"]}`],
];
test('a damaged list of servers is set aside, a backup takes its place, and the user is told', async () => {
  test.setTimeout(180_000);
  await addServers(['alpha', 'beta']);
  const good = await readFile(profiles(), 'utf8');
  for (const [what, damage] of damages) {
    await writeFile(profiles(), damage(good));
    const { text, names } = await namesShown();
    expect(text, what).toContain('List of servers: restored from a backup.');
    expect(names.join(' '), what).toContain('alpha');
    const kept = (await readdir(folder)).filter((name) => text.includes(name) && name !== 'servers.json');
    expect(kept.length, what).toBeGreaterThan(0);
    await writeFile(profiles(), good);
  }
});

test('a list of servers from a newer version is left as it is', async () => {
  const newer = '{"schemaVersion":99,"servers":[],"more":true}';
  await writeFile(profiles(), newer);
  const app = await startApp({ folder });
  await expect(app.page.getByText('List of servers: written by a newer version of this app.')).toBeVisible();
  await closeApp(app);
  expect(await readFile(profiles(), 'utf8')).toBe(newer);
});

test('a second start brings the first window to the front and ends', async () => {
  const first = await startApp({ folder });
  const second = await electron.launch({ args: ['.', `--user-data-dir=${folder}`] }).catch((error: Error) => error);
  if (second instanceof Error) expect(second.message).toContain('Gluu Console is open already');
  else {
    const child = second.process();
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  }
  await expect(first.page.getByRole('main')).toBeVisible();
  await closeApp(first);
});

test('killed while it saves, the list of servers is whole: with the last one or without it', async () => {
  test.setTimeout(180_000);
  await addServers(['before']);
  for (const delay of [0, 3, 8, 15, 25]) {
    const app = await startApp({ folder });
    const ui = new ConsolePage(app.page);
    await ui.openForm();
    await ui.fillForm({ name: `during-${delay}`, host: '127.0.0.1', port: 1 });
    const child = app.electron.process();
    const gone = once(child, 'exit');
    await ui.button('Save and check').click({ noWaitAfter: true });
    await new Promise((resolve) => setTimeout(resolve, delay));
    child.kill('SIGKILL');
    await gone;
    // The core outlives main for a moment, and may end a write that it had begun.
    const { names, text } = await namesShown();
    const stored = JSON.parse(await readFile(profiles(), 'utf8'));
    expect(stored.servers[0].name).toBe('before');
    expect(names.length).toBe(stored.servers.length);
    expect(text).not.toContain('restored from a backup');
  }
});

test('whatever lies in the place of the history or the log, the app starts, and does not show an empty history', async () => {
  const at = (name: string) => path.join(folder, name);
  await mkdir(at('history.jsonl'));
  // Told in the log, which cannot be written either.
  for (const name of ['stall.json', 'gluu-console.log']) execFileSync('mkfifo', [at(name)]);
  const app = await startApp({ folder });
  await expect(app.page.getByText('The history of writes cannot be used.')).toBeVisible();
  await expect(app.page.getByText('history.jsonl is a folder. The file is left as it is.')).toBeVisible();
  await new ConsolePage(app.page).runAction('history of all servers');
  await expect(app.page.getByRole('heading', { name: 'History of all servers' })).toBeVisible();
  await expect(app.page.getByRole('main')).toContainText('history.jsonl is a folder');
  await expect(app.page.getByRole('main')).not.toContainText('has not written');
  await closeApp(app);
});

test('the log is kept for this user alone, and never where a link leads', async () => {
  const log = path.join(folder, 'gluu-console.log');
  // An unreadable record of a stall is told in the log.
  const start = async () => {
    await mkdir(path.join(folder, 'stall.json'), { recursive: true });
    await closeApp(await startApp({ folder }));
  };
  await writeFile(log, '', { mode: 0o644 });
  await start();
  expect(await readFile(log, 'utf8')).toContain('stall.json is a folder');
  expect((await stat(log)).mode & 0o777).toBe(0o600);
  await rm(log);
  await start();
  expect((await stat(log)).mode & 0o777).toBe(0o600);
  const victim = path.join(folder, 'victim');
  await writeFile(victim, 'mine');
  await rm(log);
  await symlink(victim, log);
  await start();
  expect(await readFile(victim, 'utf8')).toBe('mine');
});
