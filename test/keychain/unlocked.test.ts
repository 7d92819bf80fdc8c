import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { serverSecrets } from '../../src-main/secrets/server-secrets';
import { type LdapTarget, ServerId } from '../../src-shared/model/server';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startKeyring } from '../support/keyring';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let processFile: string;
let keyring: Keyring;
let test: TestKeychain;

beforeAll(async () => {
  processFile = await bundleKeychainProcess();
});
beforeEach(async () => {
  keyring = await startKeyring();
  test = keychainIn(processFile, keyring.environment);
});
afterEach(async () => {
  test.keychain.dispose();
  await keyring.stop();
});

describe('values', () => {
  it('gives null for what is not stored, and after it was removed', async () => {
    expect(await test.keychain.get('account')).toBeNull();
    await test.keychain.set('account', 'value');
    await test.keychain.remove('account');
    await test.keychain.remove('account');
    expect(await test.keychain.get('account')).toBeNull();
    expect(test.keychain.status()).toEqual({ kind: 'open' });
  });

  it('lists the accounts of its own service, without the canary', async () => {
    const other = keychainIn(processFile, keyring.environment, { service: 'Another Service' });
    await other.keychain.set('theirs', 'value');
    await test.keychain.set('one', 'value');
    await test.keychain.set('two', 'value');
    expect((await test.keychain.accounts()).sort()).toEqual(['one', 'two']);
    other.keychain.dispose();
  });
});

describe('the process', () => {
  it('takes one request at a time, whatever is asked of the client', async () => {
    const calls = Array.from({ length: 50 }, async (_, index) => {
      await test.keychain.set(`account-${index}`, `value-${index}`);
      return test.keychain.get(`account-${index}`);
    });
    expect(await Promise.all(calls)).toEqual(calls.map((_, index) => `value-${index}`));
    expect(test.mostAtOnce()).toBe(1);
    expect(test.workers).toHaveLength(1);
    expect(test.canaries()).toBe(1);
  });

  it('ends on a message that is not a request', async () => {
    await test.keychain.set('account', 'value');
    const [first] = test.workers;
    const ended = new Promise((resolve) => first?.child.once('exit', (_code, signal) => resolve(signal)));
    first?.child.send({ op: 'get', account: 'account' });
    expect(await ended).toBe('SIGKILL');
    expect(await test.keychain.get('account')).toBe('value');
  });

  it('no longer answers once the client is disposed', async () => {
    const running = test.keychain.get('account');
    const queued = test.keychain.get('account');
    test.keychain.dispose();
    const closed = { code: 'keychain.failed', about: { detail: 'The keychain was closed.' } };
    await expect(running).rejects.toMatchObject(closed);
    await expect(queued).rejects.toMatchObject(closed);
    await expect(test.keychain.get('account')).rejects.toMatchObject(closed);
    expect(test.workers.length).toBeLessThanOrEqual(1);
  });
});

describe('the secrets of servers', () => {
  const one = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a01');
  const two = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a02');
  const target: LdapTarget = { host: 'gluu.example.org', port: 1636, mode: 'ldaps', bindDn: 'cn=directory manager' };

  it('are not shared by two profiles of the same host', async () => {
    const secrets = serverSecrets(test.keychain);
    const other = { ...target, bindDn: 'cn=directory manager,o=gluu' };
    await secrets.put(one, 'bindPassword', 'first', target);
    await secrets.put(two, 'bindPassword', 'second', other);
    expect(await secrets.read(one, 'bindPassword', target)).toBe('first');
    expect(await secrets.read(two, 'bindPassword', other)).toBe('second');
    expect(await secrets.state(two, 'bindPassword', target)).toBe('bound-elsewhere');
    await secrets.forget(one);
    expect(await secrets.state(one, 'bindPassword', target)).toBe('none');
    expect(await secrets.read(two, 'bindPassword', other)).toBe('second');
  });

  it('leave no orphan when the app died between removing a profile and its secrets', async () => {
    const before = serverSecrets(test.keychain);
    await before.put(one, 'bindPassword', 'first', target);
    await before.put(one, 'salt', 'first salt', target);
    await before.put(two, 'bindPassword', 'second', target);
    await test.keychain.set('something-else', 'value');
    test.keychain.dispose();

    const restarted = keychainIn(processFile, keyring.environment, { knownCanary: true });
    expect(await serverSecrets(restarted.keychain).reconcile([two])).toBe(2);
    expect((await restarted.keychain.accounts()).sort()).toEqual(
      [`server/${two}/bindPassword`, 'something-else'].sort(),
    );
    expect(await serverSecrets(restarted.keychain).reconcile([two])).toBe(0);
    restarted.keychain.dispose();
  });
});
