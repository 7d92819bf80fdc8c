import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../src-main/ldap/connect';
import { knownServers } from '../../src-main/registry/known-servers';
import { openServerRegistry } from '../../src-main/registry/server-registry';
import { targetOf } from '../../src-main/registry/targets';
import { serverSecrets } from '../../src-main/secrets/server-secrets';
import { createWork } from '../../src-main/work/work';
import { sentencesOf } from '../../src-shared/messages/failure-texts';
import { inEnglish } from '../support/english';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startDisplay, startKeyring } from '../support/keyring';
import { serverDraft } from '../support/server-draft';
import { makeTemporaryFolder, removeTemporaryFolder } from '../support/temporary-folder';
import { securityCase, titled } from './case';
import { dismissPrompts, otherId, serverId, target } from './support/keychain-scene';

const PASSWORD = 'the stored password';
const BIND_REQUEST = 0x60; // RFC 4511 section 4.2: [APPLICATION 0]
const locked = { code: 'keychain.locked' };

let processFile: string;
let screen: Awaited<ReturnType<typeof startDisplay>>;
let keyring: Keyring;
let used: TestKeychain[];
beforeAll(async () => {
  [processFile, screen] = await Promise.all([bundleKeychainProcess(), startDisplay()]);
});
afterAll(() => screen.stop());
beforeEach(() => {
  used = [];
});
afterEach(async () => {
  for (const { keychain } of used) keychain.dispose();
  await keyring.stop();
});

/** A keychain that held the password when the app ran last. */
async function startLocked({ withPrompt = false, options = {} as Parameters<typeof keychainIn>[2] } = {}) {
  keyring = await startKeyring(withPrompt ? { display: screen.display } : {});
  const before = keychainIn(processFile, keyring.environment);
  await serverSecrets(before.keychain).put(serverId, 'bindPassword', PASSWORD, target);
  before.keychain.dispose();
  await keyring.lock();
  const now = keychainIn(processFile, keyring.environment, { knownCanary: true, ...options });
  used.push(now);
  return { ...now, secrets: serverSecrets(now.keychain) };
}

test(titled('T36', 'a locked keyring is said to be locked, for what is stored and for what is not'), () =>
  securityCase('T36', 'locked is not missing', async () => {
    const { secrets, keychain } = await startLocked();
    for (const id of [serverId, otherId]) {
      await expect(secrets.read(id, 'bindPassword', target)).rejects.toMatchObject(locked);
      await expect(secrets.state(id, 'bindPassword', target)).rejects.toMatchObject(locked);
    }
    await expect(secrets.reconcile([])).rejects.toMatchObject(locked);
    expect(keychain.status()).toEqual({ kind: 'locked' });
    await keyring.unlock();
    expect(await secrets.read(serverId, 'bindPassword', target)).toBe(PASSWORD);
    await expect(secrets.read(otherId, 'bindPassword', target)).rejects.toMatchObject({ code: 'secret.missing' });
  }),
);

test(titled('T36', 'with a locked keyring nobody logs in, neither without a password nor without a name'), () =>
  securityCase('T36', 'no bind at all', async () => {
    const { secrets } = await startLocked();
    const heard: number[] = [];
    const server = net.createServer((socket) => {
      socket.on('error', () => {}).on('data', (bytes) => heard.push(operationOf(bytes)));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    const folder = makeTemporaryFolder('locked');
    const registry = openServerRegistry(path.join(folder, 'servers.json'));
    const profile = await registry.add(serverDraft({ host: '127.0.0.1', port, mode: 'plain' }));
    await keyring.unlock();
    await secrets.put(profile.id, 'bindPassword', PASSWORD, targetOf(profile));
    await keyring.lock();

    const servers = knownServers(registry, secrets, () => {});
    const limits = { connectMs: 5000, operationMs: 1000 };
    const reach = () =>
      connect(
        targetOf(profile),
        () => servers.secret(profile.id, 'bindPassword'),
        createWork(new AbortController().signal, () => {}),
        limits,
      );
    await expect(reach()).rejects.toMatchObject(locked);
    await servers.lookAtSecrets();
    expect(servers.summary(profile.id).secrets.bindPassword).toBe('locked');
    expect(heard).not.toContain(BIND_REQUEST);
    // That a bind would be heard: unlocked, the same way sends one.
    await keyring.unlock();
    await expect(reach()).rejects.toThrow();
    expect(heard).toContain(BIND_REQUEST);
    await new Promise((resolve) => server.close(resolve));
    removeTemporaryFolder(folder);
  }),
);

test(titled('T37', 'storing into a locked keyring that cannot ask is refused with a sentence that helps'), () =>
  securityCase('T37', 'set', async () => {
    const { secrets } = await startLocked({ options: { service: 'Never used before', knownCanary: false } });
    const storing = secrets.put(otherId, 'salt', 'new', target);
    await expect(storing).rejects.toMatchObject({
      ...locked,
      about: { detail: 'Cannot create an item in a locked collection' },
    });
    expect(inEnglish(sentencesOf({ code: 'keychain.locked' }))).toMatchObject({
      what: 'The keychain of this computer is locked.',
      todo: 'Unlock the keychain, then try again.',
    });
    await keyring.unlock();
    expect(await secrets.state(otherId, 'salt', target)).toBe('none');
  }),
);

test(titled('T37', 'removing from a locked keyring asks once; dismissed, nothing is removed'), () =>
  securityCase('T37', 'delete', async () => {
    const { secrets, keychain } = await startLocked({ withPrompt: true });
    const prompts = dismissPrompts(keyring);
    await expect(secrets.remove(serverId, 'bindPassword')).rejects.toMatchObject(locked);
    expect(await prompts.stop()).toBe(1);
    await keyring.unlock();
    await keychain.retry();
    expect(await secrets.read(serverId, 'bindPassword', target)).toBe(PASSWORD);
  }),
);

test(titled('T37', 'one action of the user opens one prompt at most, however many secrets it needs'), () =>
  securityCase('T37', 'the prompt is dismissed', async () => {
    const { secrets, keychain } = await startLocked({ withPrompt: true });
    const folder = makeTemporaryFolder('prompts');
    const registry = openServerRegistry(path.join(folder, 'servers.json'));
    for (let count = 1; count <= 5; count++) await registry.add(serverDraft({ name: `Server ${count}` }));
    const servers = knownServers(registry, secrets, () => {});
    const prompts = dismissPrompts(keyring);
    // As at the start of the app, and as a save of two secrets at once does.
    expect(await keychain.retry()).toEqual({ kind: 'locked' });
    await servers.lookAtSecrets();
    const saving = [
      secrets.put(serverId, 'bindPassword', 'overwritten', target),
      secrets.put(serverId, 'salt', 'overwritten', target),
    ];
    for (const outcome of await Promise.allSettled(saving)) expect(outcome).toMatchObject({ reason: locked });
    expect(await prompts.stop()).toBe(1);
    expect(servers.summaries().map((server) => server.secrets.bindPassword)).toEqual(Array(5).fill('locked'));
    await keyring.unlock();
    await keychain.retry();
    expect(await secrets.read(serverId, 'bindPassword', target)).toBe(PASSWORD);
    expect(await secrets.state(serverId, 'salt', target)).toBe('none');
    removeTemporaryFolder(folder);
  }),
);

const untilPrompt = () =>
  vi.waitFor(async () => expect(await keyring.promptPid()).toBeDefined(), { timeout: 20_000, interval: 20 });

test(titled('T38', 'while a prompt is open this process reads files and resolves names'), () =>
  securityCase('T38', 'files and names', async () => {
    const { secrets, keychain } = await startLocked({ withPrompt: true });
    const shown = Promise.allSettled(Array.from({ length: 5 }, () => secrets.state(serverId, 'bindPassword', target)));
    await untilPrompt();
    const took: number[] = [];
    for (let round = 0; round < 20; round++) {
      const began = performance.now();
      // The name may be unknown to a bare machine: what counts is that an answer comes.
      const [file] = await Promise.allSettled([readFile(processFile), lookup('localhost')]);
      took.push(performance.now() - began);
      expect(file.status).toBe('fulfilled');
    }
    // The best of them, as this machine has other things to do; with blocked threads none would ever end.
    expect(Math.min(...took)).toBeLessThan(100);
    expect(await keyring.promptPid()).toBeDefined();
    keychain.dispose();
    await shown;
  }),
);

test(titled('T38', 'calls wait in a line behind one prompt, and end with it at the limit'), () =>
  securityCase('T38', 'one at a time, within the limit', async () => {
    const options = { waitingAfterMs: 500, limitMs: 2500 };
    const { secrets, mostAtOnce, workers, told } = await startLocked({ withPrompt: true, options });
    const calls = Array.from({ length: 5 }, () => secrets.read(serverId, 'bindPassword', target));
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'keychain.waiting' } });
    }
    expect(mostAtOnce()).toBe(1);
    expect(told).toEqual([{ kind: 'waiting', since: expect.any(String) }, { kind: 'locked' }]);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.child.killed).toBe(true);
  }),
);

/** The tag of the operation of one LDAPMessage with a short number (RFC 4511 section 4.1.1); 0 if it is not one. */
function operationOf(bytes: Buffer): number {
  const length = bytes[1] ?? 0;
  const number = 2 + (length > 0x80 ? length - 0x80 : 0);
  return bytes[number] === 2 ? (bytes[number + 2 + (bytes[number + 1] ?? 0)] ?? 0) : 0;
}
