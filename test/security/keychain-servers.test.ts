import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openServerRegistry, type ServerRegistry } from '../../src-main/registry/server-registry';
import { targetOf } from '../../src-main/registry/targets';
import { type ServerSecrets, serverSecrets } from '../../src-main/secrets/server-secrets';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startKeyring } from '../support/keyring';
import { serverDraft } from '../support/server-draft';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';

let processFile: string;
let folder: string;
let keyring: Keyring;
let here: TestKeychain;
let registry: ServerRegistry;
let secrets: ServerSecrets;
beforeAll(async () => {
  processFile = await bundleKeychainProcess();
});
beforeEach(async () => {
  folder = makeTemporaryFolder('servers');
  keyring = await startKeyring();
  here = keychainIn(processFile, keyring.environment);
  secrets = serverSecrets(here.keychain);
  registry = openServerRegistry(path.join(folder, 'servers.json'));
});
afterEach(async () => {
  here.keychain.dispose();
  await keyring.stop();
  removeTemporaryFolder(folder);
});

test(
  titled('T39', 'a keyring that came back empty is reported; the profile stays and its secret is asked for again'),
  () =>
    securityCase('T39', 'in mid-session', async () => {
      const profile = await registry.add(serverDraft());
      await secrets.put(profile.id, 'bindPassword', 'first', targetOf(profile));
      await keyring.killService();
      await keyring.startService({ empty: true });
      await expect(secrets.read(profile.id, 'bindPassword', targetOf(profile))).rejects.toMatchObject({
        code: 'secret.missing',
      });
      expect(here.keychain.status()).toEqual({ kind: 'changed' });
      expect(registry.list()).toEqual([profile]);
      await secrets.put(profile.id, 'bindPassword', 'typed again', targetOf(profile));
      expect(await secrets.read(profile.id, 'bindPassword', targetOf(profile))).toBe('typed again');
      expect(await here.keychain.retry()).toEqual({ kind: 'open' });
      expect(here.told).toEqual([{ kind: 'open' }, { kind: 'changed' }, { kind: 'open' }]);
    }),
);

test(titled('T41', 'two servers of one host share nothing'), () =>
  securityCase('T41', 'same host, other bind DN and port', async () => {
    const one = await registry.add(serverDraft({ name: 'One' }));
    const two = await registry.add(serverDraft({ name: 'Two', bindDn: 'cn=directory manager,o=gluu' }));
    const three = await registry.add(serverDraft({ name: 'Three', port: 636 }));
    const all = [one, two, three];
    for (const { id, ...server } of all)
      await secrets.put(id, 'bindPassword', server.name, targetOf({ id, ...server }));
    for (const profile of all) {
      expect(await secrets.read(profile.id, 'bindPassword', targetOf(profile))).toBe(profile.name);
      for (const other of all.filter(({ id }) => id !== profile.id)) {
        const crossed = secrets.read(profile.id, 'bindPassword', targetOf(other));
        await expect(crossed).rejects.toMatchObject({ code: 'secret.bound' });
      }
    }
    await secrets.forget(one.id);
    await expect(secrets.read(one.id, 'bindPassword', targetOf(one))).rejects.toMatchObject({ code: 'secret.missing' });
    expect(await secrets.read(two.id, 'bindPassword', targetOf(two))).toBe('Two');
    expect(await secrets.read(three.id, 'bindPassword', targetOf(three))).toBe('Three');
  }),
);

test(titled('T41', 'a server with a new name has its secret; at a new host it has to be typed again'), () =>
  securityCase('T41', 'rename', async () => {
    const before = await registry.add(serverDraft({ name: 'Before' }));
    await secrets.put(before.id, 'bindPassword', 'the password', targetOf(before));
    const renamed = await registry.update(before.id, serverDraft({ name: 'After' }));
    const moved = await registry.update(before.id, serverDraft({ name: 'After', host: 'elsewhere.example.org' }));
    expect(await secrets.read(renamed.id, 'bindPassword', targetOf(renamed))).toBe('the password');
    const elsewhere = secrets.read(moved.id, 'bindPassword', targetOf(moved));
    await expect(elsewhere).rejects.toMatchObject({ code: 'secret.bound' });
    expect(await here.keychain.accounts()).toHaveLength(1);
  }),
);
