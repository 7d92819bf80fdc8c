import type { ElectronApplication } from 'playwright';
import type { AppState } from '../../src-shared/contract/app-calls';
import { expect, test } from '../e2e/support/app';
import { securityCase, titled } from './case';
import { roundOf, type Scene, startScene } from './support/process-app';

test.setTimeout(90_000);

/** The process of the page, as the system numbers it. */
const pageProcess = (electron: ElectronApplication) =>
  electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);

const graphicsProcess = (electron: ElectronApplication) =>
  electron.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid ?? 0);

function kill9(pid: number): void {
  if (pid === 0) throw new Error('there is no such process'); // 0 would be our own group
  process.kill(pid, 'SIGKILL');
}

const ways: { name: string; pageIsLost: boolean; harm(electron: ElectronApplication): Promise<unknown> }[] = [
  {
    name: 'the page’s process crashes',
    pageIsLost: true,
    harm: (electron) =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()),
  },
  {
    name: 'the page’s process is killed',
    pageIsLost: true,
    harm: async (electron) => kill9(await pageProcess(electron)),
  },
  {
    name: 'the page takes all the memory it may have',
    pageIsLost: true,
    harm: (electron) =>
      electron.evaluate(({ BrowserWindow }) => {
        const script = 'const kept = []; for (;;) kept.push(new Array(100_000).fill(Math.random()));';
        // Its answer never comes: its process is gone.
        BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(script)
          .catch(() => {});
      }),
  },
  {
    name: 'the graphics process is killed',
    pageIsLost: false,
    harm: async (electron) => kill9(await graphicsProcess(electron)),
  },
];

const notices = async ({ call }: Scene) => {
  const state = await call<AppState>('app.state', undefined);
  return state.ok ? state.value.notices.map(({ id }) => id) : [];
};

/** What the page shows; nothing while it is being loaded, when a script would wait for ever. */
const pageText = ({ app }: Scene) =>
  app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents || contents.isCrashed() || contents.isLoading()) return '';
    const late = new Promise<string>((resolve) => setTimeout(resolve, 1000, ''));
    return Promise.race([contents.executeJavaScript('document.body.innerText'), late]);
  });

test(titled('T55'), async () => {
  // A heap that is full within a second; by default it would be gigabytes.
  const scene = await startScene({ holds: true, args: ['--js-flags=--max-old-space-size=128'] });
  try {
    for (const [index, { name, pageIsLost, harm }] of ways.entries()) {
      await securityCase('T55', name, async () => {
        const { electron } = scene.app;
        const round = roundOf(index + 1);
        const planId = await scene.plan(round);
        const held = scene.holdAtModify();
        void scene.update(planId);
        await held;
        const before = await (pageIsLost ? pageProcess(electron) : graphicsProcess(electron));
        await harm(electron);
        await expect
          .poll(() => (pageIsLost ? pageProcess(electron) : graphicsProcess(electron)), { timeout: 30_000 })
          .not.toBe(before);
        scene.proxy.heal();

        const lost = 'The window stopped working and was reopened.';
        if (pageIsLost) await expect.poll(() => pageText(scene), { timeout: 20_000 }).toContain(lost);
        expect(await notices(scene)).toEqual(pageIsLost ? ['window-crash'] : []);
        await expect.poll(async () => (await scene.history())[0]?.outcome, { timeout: 20_000 }).toBe('saved');
        expect(await scene.stored()).toEqual(round);
        expect((await scene.load()).fields.contactEmail?.value).toBe(round.email);
        await scene.call('app.dismiss', { noticeId: 'window-crash' });
      });
    }
  } finally {
    await scene.stop();
  }
});
