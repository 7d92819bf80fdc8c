import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
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
  await test.keychain.set('account', 'value');
});
afterEach(async () => {
  test.keychain.dispose();
  await keyring.stop();
});

it('says that the keyring was replaced by an empty one, and goes on with that', async () => {
  await keyring.killService();
  await keyring.startService({ empty: true });
  expect(await test.keychain.get('account')).toBeNull();
  expect(test.keychain.status()).toEqual({ kind: 'changed' });
  await test.keychain.set('account', 'typed again');
  expect(await test.keychain.get('account')).toBe('typed again');
  expect(test.keychain.status()).toEqual({ kind: 'changed' });
  expect(await test.keychain.retry()).toEqual({ kind: 'open' });
  expect(test.told).toEqual([{ kind: 'changed' }, { kind: 'open' }]);
});

// A process that knew the old service never finds the new one: "The name :1.5 was not provided by any .service files".
it('finds a service that was restarted with the same keyring', async () => {
  await keyring.killService();
  await keyring.startService();
  expect(await test.keychain.get('account')).toBe('value');
  expect(test.workers).toHaveLength(2);
  expect(test.told).toEqual([]);
});

it('keeps for the session only what is stored while the service is gone', async () => {
  await keyring.killService();
  await test.keychain.set('another', 'session secret');
  expect(test.keychain.status().kind).toBe('absent');
  await keyring.startService();
  expect(await test.keychain.get('account')).toBe('value');
  expect(await test.keychain.get('another')).toBe('session secret');
  expect(test.keychain.status()).toEqual({ kind: 'open' });
});
