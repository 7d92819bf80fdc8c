import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, readdirSync, readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { closeApp, expect, startApp, test } from '../e2e/support/app';
import { securityCase, titled } from './case';

const OPEN_ALREADY = 'Gluu Console is open already; its window was brought to the front.';

let base: string;
const children: ChildProcess[] = [];
test.beforeEach(async () => {
  base = await mkdtemp(path.join(os.tmpdir(), 'gluu-console-instances-'));
});
test.afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(base, { recursive: true, force: true });
});

/** Starts the app as a desktop would, without Playwright in between. */
function startPlain(program: string, folder: string) {
  const args = [...(process.env.GLUU_APP ? [] : ['.']), `--user-data-dir=${folder}`];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  children.push(child);
  return { child, said: text(child.stderr), ended: ending(child) };
}

const ending = async (child: ChildProcess): Promise<number | null> => (await once(child, 'exit'))[0];

test(titled('T50'), async () => {
  const folder = path.join(base, 'data');
  const first = await startApp({ folder });
  const program = first.electron.process().spawnfile;

  await securityCase('T50', 'a second start, by another name of the folder, hands over to the first', async () => {
    await first.electron.evaluate(({ app, BrowserWindow }) => {
      const calls: string[] = [];
      Object.assign(globalThis, { calls });
      app.on('second-instance', () => calls.push('second-instance'));
      const window = BrowserWindow.getAllWindows()[0];
      const focus = window?.focus;
      if (window && focus)
        window.focus = () => {
          calls.push('focus');
          focus.call(window);
        };
    });
    const link = path.join(base, 'link');
    symlinkSync(folder, link);
    const second = startPlain(program, link);
    expect(await second.ended).toBe(0);
    expect(await second.said).toContain(OPEN_ALREADY);
    await expect
      .poll(() => first.electron.evaluate(() => (globalThis as unknown as { calls: string[] }).calls.sort()))
      .toEqual(['focus', 'second-instance']);
  });

  await securityCase('T50', 'the lock of an app that was killed does not keep the next one from starting', async () => {
    const child = first.electron.process();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect(lstatSync(path.join(folder, 'SingletonLock')).isSymbolicLink()).toBe(true);
    const next = await startApp({ folder });
    await expect(next.page.getByRole('main')).toBeVisible();
    await closeApp(next);
  });

  await securityCase('T50', 'of two that start at the same moment one goes on', async () => {
    const both = [startPlain(program, folder), startPlain(program, folder)];
    const loser = await Promise.race(both.map(async ({ ended }, index) => ended.then(() => index)));
    const winner = both[1 - loser];
    expect(await both[loser]?.ended).toBe(0);
    expect(await both[loser]?.said).toContain(OPEN_ALREADY);
    expect(winner?.child.exitCode).toBeNull();
    // It holds the folder: a third one is turned away as well.
    const third = startPlain(program, folder);
    expect([await third.ended, (await third.said).includes(OPEN_ALREADY)]).toEqual([0, true]);
    expect(winner?.child.exitCode).toBeNull();
    winner?.child.kill('SIGTERM');
    await winner?.ended;
  });
});

test('an app whose lock another one took while it started leaves the folder to it', async () => {
  const folder = path.join(base, 'data');
  const first = await startApp({ folder });
  const files = readdirSync(folder).filter((name) => name.startsWith('Singleton'));
  expect(files).toContain('SingletonLock');
  const links = () => files.map((name) => [name, readlinkSync(path.join(folder, name))] as const);
  const held = links();
  for (const name of files) unlinkSync(path.join(folder, name));
  const second = startPlain(first.electron.process().spawnfile, folder);
  await expect.poll(() => readdirSync(folder), { intervals: [1] }).toEqual(expect.arrayContaining(files));
  for (const [name, link] of held) {
    unlinkSync(path.join(folder, name));
    symlinkSync(link, path.join(folder, name));
  }
  expect(await second.ended).toBe(0);
  expect(await second.said).toContain(OPEN_ALREADY);
  expect(links()).toEqual(held);
  await closeApp(first);
});
