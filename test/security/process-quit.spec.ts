import { setTimeout as pause } from 'node:timers/promises';
import { openHistory } from '../../src-main/history/history-log';
import { expect, test } from '../e2e/support/app';
import { corePid } from '../e2e/support/in-core';
import { shown } from '../e2e/support/in-window';
import { securityCase, titled } from './case';
import { roundOf, type Scene, startScene } from './support/process-app';

test.setTimeout(90_000);

/**
 * As Electron does it, with no other script on the stack: what a test evaluates interrupts the script that runs, and Node takes
 * a socket whose write is interrupted by another write for broken (ERR_MULTIPLE_CALLBACK).
 */
const quit = ({ app: { electron } }: Scene) => electron.evaluate(({ app }) => void setImmediate(() => app.quit()));

const ways: Record<string, (scene: Scene) => unknown> = {
  Quit: quit,
  'the window is closed': ({ app: { electron } }) =>
    electron.evaluate(({ BrowserWindow }) => void setImmediate(() => BrowserWindow.getAllWindows()[0]?.close())),
  SIGTERM: ({ main }) => main.kill('SIGTERM'),
  'the session ends (SIGHUP)': ({ main }) => main.kill('SIGHUP'),
};

const lastWrite = async ({ app }: Scene) => {
  const history = await openHistory(`${app.folder}/history.jsonl`);
  expect(await history.verify()).toMatchObject({ ok: true });
  return history.list()[0];
};

async function beginUpdate(scene: Scene, round: ReturnType<typeof roundOf>): Promise<void> {
  const planId = await scene.plan(round);
  const held = scene.holdAtModify();
  void scene.update(planId);
  await held;
}

test(titled('T60'), async () => {
  const scene = await startScene({ holds: true });
  try {
    for (const [index, [name, leave]] of Object.entries(ways).entries()) {
      await securityCase('T60', name, async () => {
        const round = roundOf(index + 1);
        await beginUpdate(scene, round);
        await leave(scene);
        await pause(1500);
        expect(scene.main.exitCode).toBeNull();
        expect(scene.main.signalCode).toBeNull();
        scene.proxy.heal();
        expect(await scene.ended()).toBe(0);
        expect(await lastWrite(scene)).toMatchObject({ outcome: 'saved' });
        expect(await scene.stored()).toEqual(round);
        await scene.restart();
      });
    }

    await securityCase('T60', 'the server never answers: ten seconds, and the next start settles it', async () => {
      const before = await scene.stored();
      await beginUpdate(scene, roundOf(9));
      const asked = Date.now();
      await quit(scene);
      await scene.ended();
      expect(Date.now() - asked).toBeGreaterThan(8000);
      expect(Date.now() - asked).toBeLessThan(20_000);
      // Open either way: `unknown` where main still saw its connection end.
      expect(['pending', 'unknown']).toContain((await lastWrite(scene))?.outcome);
      scene.proxy.cut();
      scene.proxy.heal();
      await scene.restart();
      await scene.load();
      // The network may have delivered the one modify it held, once it came back; nobody sent the other.
      const { email, name } = await scene.stored();
      expect(name).toBe(before.name);
      expect((await scene.history())[0]?.outcome).toBe(email === before.email ? 'notSaved' : 'unknown');
    });
  } finally {
    await scene.stop();
  }
});

test('a lock in the middle of Update: the write ends, then the core does, and nothing is open afterwards', async () => {
  const scene = await startScene({ holds: true });
  try {
    const { app, call } = scene;
    const round = roundOf(1);
    await beginUpdate(scene, round);
    const core = await corePid(app.electron);
    void call('app.lock', undefined).catch(() => {});
    await expect.poll(() => shown(app)).toContain('Locked');
    expect(await corePid(app.electron)).toBe(core);
    scene.proxy.heal();
    await expect.poll(() => corePid(app.electron)).toBe(0);
    expect(await lastWrite(scene)).toMatchObject({ outcome: 'saved' });
    expect(await scene.stored()).toEqual(round);
    await expect.poll(() => call('app.unlock', undefined), { timeout: 30_000 }).toMatchObject({ ok: true });
    expect((await scene.load()).fields.contactEmail?.value).toBe(round.email);

    // A server that never answers keeps the core for ten seconds, and the unlocked one settles the write.
    await beginUpdate(scene, roundOf(2));
    const asked = Date.now();
    void call('app.lock', undefined).catch(() => {});
    await expect.poll(() => corePid(app.electron), { timeout: 20_000 }).toBe(0);
    expect(Date.now() - asked).toBeGreaterThan(8000);
    expect(['pending', 'unknown']).toContain((await lastWrite(scene))?.outcome);
  } finally {
    await scene.stop();
  }
});
