import { targetOf } from '../../src-main/registry/targets';
import { keychainServiceFor } from '../../src-main/secrets/keychain-service';
import { serverSecrets } from '../../src-main/secrets/server-secrets';
import type { Bridge } from '../../src-shared/contract/contract';
import { closeApp, expect, test } from '../e2e/support/app';
import { selfSigned } from '../support/certificates';
import { saying } from '../support/english';
import { bundleKeychainProcess, keychainIn } from '../support/keychain-worker';
import { type Keyring, startKeyring } from '../support/keyring';
import { type Slapd, startSlapd } from '../support/slapd';
import { securityCase, titled } from './case';
import { type AppOnKeyring, makeAppFolder, nobodysServer, removeAppFolder, startOn } from './support/keychain-app';

let keyring: Keyring;
let slapd: Slapd;
test.beforeAll(async () => {
  [keyring, slapd] = await Promise.all([startKeyring(), startSlapd()]);
});
test.afterAll(async () => {
  await Promise.all([keyring.stop(), slapd.stop()]);
});

const call = ({ page }: AppOnKeyring, name: string, input?: unknown) =>
  page.evaluate(
    ([name, input]) => (window as unknown as { gluu: Bridge }).gluu.call(name as string, input, crypto.randomUUID()),
    [name, input] as const,
  );

/** The process of the keychain; undefined while there is none. */
const keychainPid = ({ electron }: AppOnKeyring) =>
  electron.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'keychain')?.pid);

async function knownPid(app: AppOnKeyring): Promise<number> {
  await expect.poll(() => keychainPid(app)).toBeDefined();
  return Number(await keychainPid(app));
}

// LDAP and SMTP have no process of their own: they live in main, whose parsers are guarded instead. So what is killed
// here is the one worker there is, while the directory is being asked.
test(
  titled('T62', 'the keychain’s process is killed: only what it was doing fails, and a new one takes its place'),
  async () => {
    const { sha256 } = await selfSigned();
    const pin = { sha256, acceptedAt: '2026-01-01T00:00:00.000Z' };
    const about = { host: 'localhost', port: slapd.ldapsPort, bindDn: slapd.bindDn };
    const server = { ...nobodysServer('kept'), ...about, pin };
    const folder = makeAppFolder([server]);
    const service = keychainServiceFor(folder, '/nowhere/Gluu Console');
    const before = keychainIn(await bundleKeychainProcess(), keyring.environment, { service });
    await serverSecrets(before.keychain).put(server.id, 'bindPassword', slapd.password, targetOf(server));
    before.keychain.dispose();
    const app = await startOn(keyring.environment, { folder });
    await expect(app.page.getByText('Keychain open')).toBeVisible();

    await securityCase('T62', 'while the directory is asked', async () => {
      const pid = await knownPid(app);
      slapd.pause();
      const checking = call(app, 'server.check', { serverId: server.id });
      process.kill(pid, 'SIGKILL');
      await expect.poll(() => keychainPid(app)).toBeUndefined();
      slapd.resume();
      // It needs the password as well: a new process hands it out.
      expect(await checking).toMatchObject({ result: { ok: true } });
      expect(await knownPid(app)).not.toBe(pid);
    });

    await securityCase('T62', 'in the middle of its own call', async () => {
      const pid = await knownPid(app);
      process.kill(pid, 'SIGSTOP');
      const hit = call(app, 'keychain.retry');
      expect(await call(app, 'app.state')).toMatchObject({ result: { ok: true } });
      process.kill(pid, 'SIGKILL');
      expect(await hit).toMatchObject({
        result: {
          ok: false,
          failure: { code: 'keychain.failed', reason: saying('The keychain process ended.') },
        },
      });
      expect(await call(app, 'keychain.retry')).toMatchObject({ result: { ok: true, value: { kind: 'open' } } });
      expect(await call(app, 'server.check', { serverId: server.id })).toMatchObject({ result: { ok: true } });
      // With the process went what it had in its memory.
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
      expect(await knownPid(app)).not.toBe(pid);
    });
    await closeApp(app);
    removeAppFolder(folder);
  },
);
