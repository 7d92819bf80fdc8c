import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { serverSecrets } from '../../src-main/secrets/server-secrets';
import { type LdapTarget, ServerId } from '../../src-shared/model/server';
import { saying } from '../support/english';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startKeyring } from '../support/keyring';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let processFile: string;
let keyring: Keyring;
let held: TestKeychain;

beforeAll(async () => {
  processFile = await bundleKeychainProcess();
});
beforeEach(async () => {
  keyring = await startKeyring();
  held = keychainIn(processFile, keyring.environment);
});
afterEach(async () => {
  held.keychain.dispose();
  await keyring.stop();
});

describe('values', () => {
  test('gives null for what is not stored, and after it was removed', async () => {
    expect(await held.keychain.get('account')).toBeNull();
    await held.keychain.set('account', 'value');
    await held.keychain.remove('account');
    await held.keychain.remove('account');
    expect(await held.keychain.get('account')).toBeNull();
    expect(held.keychain.status()).toEqual({ kind: 'open' });
  });

  test('lists the accounts of its own service, without the canary', async () => {
    const other = keychainIn(processFile, keyring.environment, { service: 'Another Service' });
    await other.keychain.set('theirs', 'value');
    await held.keychain.set('one', 'value');
    await held.keychain.set('two', 'value');
    expect((await held.keychain.accounts()).sort()).toEqual(['one', 'two']);
    other.keychain.dispose();
  });
});

describe('the process', () => {
  test('takes one request at a time, whatever is asked of the client', async () => {
    const calls = Array.from({ length: 50 }, async (_, index) => {
      await held.keychain.set(`account-${index}`, `value-${index}`);
      return held.keychain.get(`account-${index}`);
    });
    expect(await Promise.all(calls)).toEqual(calls.map((_, index) => `value-${index}`));
    expect(held.mostAtOnce()).toBe(1);
    expect(held.workers).toHaveLength(1);
    expect(held.canaries()).toBe(1);
  });

  test('ends on a message that is not a request', async () => {
    await held.keychain.set('account', 'value');
    const [first] = held.workers;
    const ended = new Promise((resolve) => first?.child.once('exit', (_code, signal) => resolve(signal)));
    first?.child.send({ op: 'get', account: 'account' });
    expect(await ended).toBe('SIGKILL');
    expect(await held.keychain.get('account')).toBe('value');
  });

  test('no longer answers once the client is disposed', async () => {
    const running = held.keychain.get('account');
    const queued = held.keychain.get('account');
    held.keychain.dispose();
    const closed = { code: 'keychain.failed', about: { reason: saying('The keychain was closed.') } };
    await expect(running).rejects.toMatchObject(closed);
    await expect(queued).rejects.toMatchObject(closed);
    await expect(held.keychain.get('account')).rejects.toMatchObject(closed);
    expect(held.workers.length).toBeLessThanOrEqual(1);
  });
});

describe('the secrets of servers', () => {
  const one = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a01');
  const two = ServerId.parse('8c2d5f0e-52a1-4a53-9a3c-0b8c4b2f1a02');
  const target: LdapTarget = { host: 'gluu.example.org', port: 1636, mode: 'ldaps', bindDn: 'cn=directory manager' };

  test('are not shared by two profiles of the same host', async () => {
    const secrets = serverSecrets(held.keychain);
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

  test('leave no orphan when the app died between removing a profile and its secrets', async () => {
    const before = serverSecrets(held.keychain);
    await before.put(one, 'bindPassword', 'first', target);
    await before.put(one, 'salt', 'first salt', target);
    await before.put(two, 'bindPassword', 'second', target);
    await held.keychain.set('something-else', 'value');
    held.keychain.dispose();

    const restarted = keychainIn(processFile, keyring.environment, { knownCanary: true });
    expect(await serverSecrets(restarted.keychain).reconcile([two])).toBe(2);
    expect((await restarted.keychain.accounts()).sort()).toEqual(
      [`server/${two}/bindPassword`, 'something-else'].sort(),
    );
    expect(await serverSecrets(restarted.keychain).reconcile([two])).toBe(0);
    restarted.keychain.dispose();
  });
});
