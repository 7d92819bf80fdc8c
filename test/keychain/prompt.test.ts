import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startDisplay, startKeyring } from '../support/keyring';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const deadline = { timeout: 20_000, interval: 20 };
let processFile: string;
let screen: Awaited<ReturnType<typeof startDisplay>>;
let keyring: Keyring;
let held: TestKeychain;

beforeAll(async () => {
  [processFile, screen] = await Promise.all([bundleKeychainProcess(), startDisplay()]);
});
afterAll(() => screen.stop());
beforeEach(async () => {
  keyring = await startKeyring({ display: screen.display });
  const before = keychainIn(processFile, keyring.environment);
  await before.keychain.set('account', 'value');
  before.keychain.dispose();
  await keyring.lock();
});
afterEach(async () => {
  held.keychain.dispose();
  await keyring.stop();
});

const client = (limitMs: number) =>
  keychainIn(processFile, keyring.environment, { knownCanary: true, waitingAfterMs: 1000, limitMs });
const untilPrompt = () => vi.waitFor(async () => expect(await keyring.promptPid()).toBeDefined(), deadline);

describe('a locked keyring whose prompt is open', () => {
  test('is open for the next try if the user unlocks it after the limit', async () => {
    held = client(3000);
    await expect(held.keychain.get('account')).rejects.toMatchObject({ code: 'keychain.waiting' });
    await keyring.unlock();
    expect(await held.keychain.retry()).toEqual({ kind: 'open' });
    expect(await held.keychain.get('account')).toBe('value');
    expect(held.keychain.status()).toEqual({ kind: 'open' });
    expect(held.workers).toHaveLength(2);
  });

  test('does not keep the process alive when the client is disposed', async () => {
    held = client(60_000);
    const call = held.keychain.get('account');
    await untilPrompt();
    const [worker] = held.workers;
    const ended = worker && once(worker.child, 'exit');
    held.keychain.dispose();
    await expect(call).rejects.toMatchObject({ code: 'keychain.failed' });
    await ended;
    expect(worker?.child.signalCode).toBe('SIGKILL');
  });

  test('does not keep the process alive when its parent is gone', async () => {
    held = client(60_000);
    const call = held.keychain.get('account');
    await untilPrompt();
    const [worker] = held.workers;
    worker?.child.disconnect();
    await expect(call).rejects.toMatchObject({ code: 'keychain.failed' });
    expect(worker?.child.signalCode).toBe('SIGKILL');
  });
});
