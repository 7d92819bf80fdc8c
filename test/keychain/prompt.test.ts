import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
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
const untilWaiting = () => vi.waitFor(() => expect(test.keychain.status().kind).toBe('waiting'), deadline);

describe('a locked keyring whose prompt is open', () => {
  it('does not keep this process from its files and from resolving names', async () => {
    test = client(60_000);
    const calls = Array.from({ length: 5 }, () => test.keychain.get('account'));
    const outcomes = Promise.allSettled(calls);
    await untilPrompt();
    const began = performance.now();
    // The name may be unknown to a bare machine: what counts is that an answer comes.
    const [file] = await Promise.allSettled([readFile(processFile), lookup('localhost')]);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(file.status).toBe('fulfilled');
    await untilWaiting();
    test.keychain.dispose();
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: { code: 'keychain.failed' } });
    expect(test.told.map(({ kind }) => kind)).toEqual(['waiting']);
  });

  it('ends its process at the limit, and asks the user once for all queued calls', async () => {
    test = client(3000);
    const began = new Date().toISOString();
    const calls = Array.from({ length: 5 }, () => test.keychain.get('account'));
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'keychain.waiting' } });
    }
    expect(test.told).toEqual([{ kind: 'waiting', since: expect.any(String) }, { kind: 'locked' }]);
    expect(test.told[0]).toSatisfy(({ since }: { since: string }) => since >= began);
    expect(test.workers).toHaveLength(1);
    expect(test.workers[0]?.child.killed).toBe(true);
  });

  it('is open for the next call if the user unlocks it after the limit', async () => {
    test = client(3000);
    await expect(test.keychain.get('account')).rejects.toMatchObject({ code: 'keychain.waiting' });
    await keyring.unlock();
    expect(await test.keychain.get('account')).toBe('value');
    expect(test.keychain.status()).toEqual({ kind: 'open' });
    expect(test.workers).toHaveLength(2);
  });

  it('counts as locked when the prompt is dismissed, and no second one opens', async () => {
    test = client(60_000);
    const calls = Promise.allSettled([test.keychain.get('account'), test.keychain.set('account', 'overwritten')]);
    await untilWaiting();
    await untilPrompt();
    process.kill(Number(await keyring.promptPid()), 'SIGKILL');
    for (const outcome of await calls) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'keychain.locked' } });
    }
    expect(await keyring.promptPid()).toBeUndefined();
    expect(test.keychain.status()).toEqual({ kind: 'locked' });
    await keyring.unlock();
    expect(await test.keychain.get('account')).toBe('value');
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
