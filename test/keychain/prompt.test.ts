import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleKeychainProcess, keychainIn, type TestKeychain } from '../support/keychain-worker';
import { type Keyring, startDisplay, startKeyring } from '../support/keyring';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const deadline = { timeout: 20_000, interval: 20 };
let processFile: string;
let screen: Awaited<ReturnType<typeof startDisplay>>;
let keyring: Keyring;
let test: TestKeychain;

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
  test.keychain.dispose();
  await keyring.stop();
});

const client = (limitMs: number) =>
  keychainIn(processFile, keyring.environment, { knownCanary: true, waitingAfterMs: 1000, limitMs });
const untilPrompt = () => vi.waitFor(async () => expect(await keyring.promptPid()).toBeDefined(), deadline);

describe('a locked keyring whose prompt is open', () => {
  it('is open for the next try if the user unlocks it after the limit', async () => {
    test = client(3000);
    await expect(test.keychain.get('account')).rejects.toMatchObject({ code: 'keychain.waiting' });
    await keyring.unlock();
    expect(await test.keychain.retry()).toEqual({ kind: 'open' });
    expect(await test.keychain.get('account')).toBe('value');
    expect(test.keychain.status()).toEqual({ kind: 'open' });
    expect(test.workers).toHaveLength(2);
  });

  it('does not keep the process alive when the client is disposed', async () => {
    test = client(60_000);
    const call = test.keychain.get('account');
    await untilPrompt();
    const [worker] = test.workers;
    const ended = worker && once(worker.child, 'exit');
    test.keychain.dispose();
    await expect(call).rejects.toMatchObject({ code: 'keychain.failed' });
    await ended;
    expect(worker?.child.signalCode).toBe('SIGKILL');
  });

  it('does not keep the process alive when its parent is gone', async () => {
    test = client(60_000);
    const call = test.keychain.get('account');
    await untilPrompt();
    const [worker] = test.workers;
    worker?.child.disconnect();
    await expect(call).rejects.toMatchObject({ code: 'keychain.failed' });
    expect(worker?.child.signalCode).toBe('SIGKILL');
  });
});
