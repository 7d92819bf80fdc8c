import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { closeApp, expect, type StartedApp, startApp, test } from '../e2e/support/app';
import { inWindow, shown } from '../e2e/support/in-window';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { processTree } from './support/process-memory';

test.setTimeout(120_000);
test.skip(process.platform !== 'linux', 'limits of processes are read from /proc');

const LIMIT = /^Max core file size\s+(\S+)\s+(\S+)/m;
const coreLimit = (pid: number | 'self') =>
  LIMIT.exec(readFileSync(`/proc/${pid}/limits`, 'latin1'))
    ?.slice(1)
    .join(':');

/** Empty for a process that has ended and is not yet waited for. */
const filterOf = (pid: number) => readFileSync(`/proc/${pid}/coredump_filter`, 'latin1').trim();

/** What starts the app allows dumps. Where the machine forbids that, the filter of each process is still the app's own. */
test.beforeAll(() => {
  spawnSync('prlimit', ['--pid', String(process.pid), '--core=unlimited:unlimited']);
});

/** Every process of the app that may not yet be dumped, as `limit filter command`, but those that have ended meanwhile. */
function dumpable({ electron }: StartedApp): { count: number; wrong: string[] } {
  const tree = [...processTree(electron.process().pid ?? 0)];
  const wrong = tree.flatMap(([pid, command]) => {
    try {
      const limit = coreLimit(pid);
      const filter = filterOf(pid);
      return filter === '' || (limit === '0:0' && filter === '00000000') ? [] : [`${limit} ${filter} ${command}`];
    } catch {
      return [];
    }
  });
  return { count: tree.length, wrong };
}

const coreFiles = () => readdirSync('.').filter((name) => /^core(\.\d+)?$/.test(name) && statSync(name).isFile());

/** Sends SIGABRT to the processes whose command line holds `mark`. */
function abort({ electron }: StartedApp, mark: RegExp): void {
  const found = [...processTree(electron.process().pid ?? 0)].filter(([, command]) => mark.test(command));
  expect(found.length).toBeGreaterThan(0);
  for (const [pid] of found) process.kill(pid, 'SIGABRT');
}

test(titled('T103'), async () => {
  const before = coreFiles();
  const app = await startApp();
  try {
    await securityCase('T103', 'every process, once the window is there', () => {
      const { count, wrong } = dumpable(app);
      expect(count).toBeGreaterThan(4);
      expect(wrong).toEqual([]);
    });

    const known = new Set(processTree(app.electron.process().pid ?? 0).keys());
    void inWindow(app.electron, "gluu.call('app.lock', undefined, crypto.randomUUID())").catch(() => {}); // its page goes before the answer comes
    await expect.poll(() => shown(app)).toContain('Locked');
    const unlocked = `gluu.call('app.unlock', undefined, crypto.randomUUID()).then(({ result }) => result.ok)`;
    await expect.poll(() => inWindow(app.electron, unlocked).catch(() => false), { timeout: 30_000 }).toBe(true);
    await securityCase('T103', 'the core and the window’s process that come after a lock', async () => {
      await expect
        .poll(() => [...processTree(app.electron.process().pid ?? 0)].filter(([pid]) => !known.has(pid)).length)
        .toBeGreaterThan(1);
      expect(dumpable(app).wrong).toEqual([]);
    });

    await securityCase('T103', 'the window’s process and the core, ended by SIGABRT', async () => {
      abort(app, /--type=renderer/);
      await expect.poll(() => shown(app), { timeout: 30_000 }).toContain('The window stopped working');
      abort(app, /--type=utility.*node\.mojom/);
      await expect.poll(() => shown(app), { timeout: 30_000 }).toContain('was restarted');
      expect(coreFiles()).toEqual(before);
      expect(dumpable(app).wrong).toEqual([]);
    });
  } finally {
    await closeApp(app).catch(() => {});
    removeTemporaryFolder(app.folder);
  }

  const other = await startApp();
  await securityCase('T103', 'main, ended by SIGABRT', async () => {
    const main = other.electron.process();
    const gone = new Promise((resolve) => main.once('exit', resolve));
    process.kill(main.pid ?? 0, 'SIGABRT');
    await gone;
    expect(coreFiles()).toEqual(before);
  });
  removeTemporaryFolder(other.folder);

  await securityCase('T103', 'without prlimit: a dump has no memory in it, and the log says so', async () => {
    const folder = makeTemporaryFolder('no-prlimit');
    const app = await startApp({ env: { PATH: folder } });
    try {
      const tree = [...processTree(app.electron.process().pid ?? 0).keys()];
      const filters = tree.map(filterOf).filter((filter) => filter !== '');
      expect(filters.length).toBeGreaterThan(4);
      expect(new Set(filters)).toEqual(new Set(['00000000']));
      const file = path.join(app.folder, 'gluu-console.log');
      const log = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const text = 'prlimit of util-linux is missing or was refused';
      expect(log.includes(text)).toBe(coreLimit('self') !== '0:0');
      const main = app.electron.process();
      const gone = new Promise((resolve) => main.once('exit', resolve));
      process.kill(main.pid ?? 0, 'SIGABRT');
      await gone;
      for (const name of coreFiles().filter((each) => !before.includes(each))) {
        expect(statSync(name).size).toBeLessThan(1024 * 1024);
        rmSync(name);
      }
    } finally {
      await closeApp(app).catch(() => {});
      removeTemporaryFolder(folder);
      removeTemporaryFolder(app.folder);
    }
  });
});
