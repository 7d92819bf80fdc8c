import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
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
  await held.keychain.set('account', 'value');
});
afterEach(async () => {
  held.keychain.dispose();
  await keyring.stop();
});

test('says that the keyring was replaced by an empty one, and goes on with that', async () => {
  await keyring.killService();
  await keyring.startService({ empty: true });
  expect(await held.keychain.get('account')).toBeNull();
  expect(held.keychain.status()).toEqual({ kind: 'changed' });
  await held.keychain.set('account', 'typed again');
  expect(await held.keychain.get('account')).toBe('typed again');
  expect(held.keychain.status()).toEqual({ kind: 'changed' });
  expect(await held.keychain.retry()).toEqual({ kind: 'open' });
  expect(held.told).toEqual([{ kind: 'open' }, { kind: 'changed' }, { kind: 'open' }]);
});

// A process that knew the old service never finds the new one: "The name :1.5 was not provided by any .service files".
test('finds a service that was restarted with the same keyring', async () => {
  await keyring.killService();
  await keyring.startService();
  expect(await held.keychain.get('account')).toBe('value');
  expect(held.workers).toHaveLength(2);
  expect(held.told).toEqual([{ kind: 'open' }]);
});

test('keeps for the session only what is stored while the service is gone', async () => {
  await keyring.killService();
  await held.keychain.set('another', 'session secret');
  expect(held.keychain.status().kind).toBe('absent');
  await keyring.startService();
  expect(await held.keychain.get('account')).toBe('value');
  expect(await held.keychain.get('another')).toBe('session secret');
  expect(held.keychain.status()).toEqual({ kind: 'open' });
});
