import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startKeyring } from '../support/keyring';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const locked = { code: 'keychain.locked' };
let processFile: string;
let keyring: Keyring;
let held: TestKeychain;

beforeAll(async () => {
  processFile = await bundleKeychainProcess();
});
beforeEach(async () => {
  keyring = await startKeyring();
  const before = keychainIn(processFile, keyring.environment);
  await before.keychain.set('account', 'value');
  before.keychain.dispose();
  held = keychainIn(processFile, keyring.environment, { knownCanary: true });
});
afterEach(async () => {
  held.keychain.dispose();
  await keyring.stop();
});

describe('a locked keyring without a display to open a prompt on', () => {
  test('is distinguished from a missing value, for what exists and for what does not', async () => {
    await keyring.lock();
    await expect(held.keychain.get('account')).rejects.toMatchObject(locked);
    await expect(held.keychain.get('never stored')).rejects.toMatchObject(locked);
    expect(held.keychain.status()).toEqual({ kind: 'locked' });
  });

  test('is not written to', async () => {
    await keyring.lock();
    await expect(held.keychain.set('account', 'overwritten')).rejects.toMatchObject(locked);
    await expect(held.keychain.set('another', 'value')).rejects.toMatchObject(locked);
    await expect(held.keychain.remove('account')).rejects.toMatchObject(locked);
    await keyring.unlock();
    expect(await held.keychain.accounts()).toEqual(['account']);
    expect(await held.keychain.get('account')).toBe('value');
  });

  // keytar's findCredentials ends the process with SIGSEGV on a locked item.
  test('does not crash the process when the accounts are listed', async () => {
    await keyring.lock();
    await expect(held.keychain.accounts()).rejects.toMatchObject(locked);
    expect(held.workers).toHaveLength(1);
    expect(held.workers[0]?.child.signalCode).toBeNull();
  });

  test('is noticed when it was locked after the first call, and when it is unlocked again', async () => {
    expect(await held.keychain.get('account')).toBe('value');
    await keyring.lock();
    await expect(held.keychain.get('account')).rejects.toMatchObject(locked);
    await keyring.unlock();
    expect(await held.keychain.get('account')).toBe('value');
    expect(held.told).toEqual([{ kind: 'open' }, { kind: 'locked' }, { kind: 'open' }]);
  });

  test('is looked at again by retry', async () => {
    await keyring.lock();
    expect(await held.keychain.retry()).toEqual({ kind: 'locked' });
    await keyring.unlock();
    expect(await held.keychain.retry()).toEqual({ kind: 'open' });
  });

  test('is known as locked even if this app never stored anything in it', async () => {
    await keyring.lock();
    const fresh = keychainIn(processFile, keyring.environment, { service: 'Never Used' });
    await expect(fresh.keychain.get('account')).rejects.toMatchObject(locked);
    expect(fresh.canaries()).toBe(0);
    fresh.keychain.dispose();
  });
});
