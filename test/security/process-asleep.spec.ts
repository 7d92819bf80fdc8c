import { setTimeout as pause } from 'node:timers/promises';
import type { OrganizationView } from '../../src-shared/model/organization';
import { expect, test } from '../e2e/support/app';
import { securityCase, titled } from './case';
import { type Scene, startScene } from './support/process-app';

test.setTimeout(120_000);

const idleSeconds = 1;
/** Longer than slapd keeps an idle connection, which it looks for once in a while only. */
const sleepMs = 5000;

/** Stops every process of the app, as a suspended computer does, and lets them go on. */
async function sleepWell({ app }: Scene): Promise<void> {
  const pids = await app.electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));
  expect(pids.length).toBeGreaterThan(1);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    await pause(sleepMs);
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  }
}

/** Reads once more: over a connection that was not among the `before` first ones, and nothing but TLS ever went over any. */
async function readsSecurelyAgain(scene: Scene, before = scene.proxy.connections()): Promise<void> {
  await scene.load();
  expect(scene.proxy.connections()).toBeGreaterThan(before);
  expect(scene.proxy.log[0]).toBe(0x16); // a TLS handshake record (RFC 8446 section 5.1)
  for (const clear of [scene.slapd.password, scene.slapd.bindDn, 'oxTrustEmail']) {
    expect(scene.proxy.log.includes(clear)).toBe(false);
  }
}

const emit = ({ app }: Scene, name: string) =>
  app.electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), name);

test(titled('T57', 'the computer sleeps, or its screen is locked'), async () => {
  const scene = await startScene({ idleSeconds });
  const load = () => scene.call<OrganizationView>('organization.load', { serverId: scene.serverId });
  try {
    await securityCase('T57', 'asleep between two readings', async () => {
      await scene.load();
      await sleepWell(scene);
      await readsSecurelyAgain(scene);
    });

    await securityCase('T57', 'asleep in the middle of a reading, while the server hangs up', async () => {
      scene.proxy.delay(300);
      const [before, connections] = [scene.slapd.log().length, scene.proxy.connections()];
      const reading = load();
      // With a login, or over the session that was kept.
      await expect.poll(() => scene.slapd.log().slice(before)).toMatch(/ BIND | WHOAMI$/m);
      await sleepWell(scene);
      scene.proxy.delay(0);
      const result = await reading;
      if (!result.ok) expect(['net.dropped', 'net.timeout', 'ldap.noReply']).toContain(result.failure.code);
      await readsSecurelyAgain(scene, connections);
    });

    await securityCase('T57', 'suspend and resume as the system tells them', async () => {
      await emit(scene, 'suspend');
      await emit(scene, 'resume');
      await readsSecurelyAgain(scene);
    });

    await securityCase('T57', 'the screen is locked: no answer, and no secret without the keychain', async () => {
      const chosen = { afterMinutes: 0, withScreen: true };
      expect(await scene.call('app.setAutoLock', chosen)).toMatchObject({ ok: true });
      await emit(scene, 'lock-screen');
      const refused = { ok: false, failure: { code: 'app.locked' } };
      // A script that meets the page while it reloads is never answered.
      const soon = (call: () => Promise<unknown>) => () =>
        Promise.race([call(), new Promise((done) => setTimeout(done, 2000, 'no answer'))]);
      await expect.poll(soon(load), { timeout: 20_000 }).toMatchObject(refused);
      await scene.keyring.lock();
      const unlock = () => scene.call('app.unlock', undefined);
      await expect.poll(soon(unlock), { timeout: 20_000 }).toMatchObject({ ok: false });
      await expect.poll(soon(load), { timeout: 20_000 }).toMatchObject(refused);
      await scene.keyring.unlock();
      await expect.poll(soon(unlock), { timeout: 30_000 }).toMatchObject({ ok: true });
      await readsSecurelyAgain(scene);
    });
  } finally {
    await scene.stop();
  }
});
