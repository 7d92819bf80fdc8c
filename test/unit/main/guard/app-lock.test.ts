import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/app-error';
import { createAppLock } from '../../../../src-main/guard/app-lock';
import { keychainClient } from '../../../../src-main/secrets/keychain-client';
import { KeptWork } from '../../../../src-shared/model/app';
import { scriptedWorkers, workingKeychain } from '../../../support/fake-keychain';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function locking(unlock: () => Promise<void> = async () => {}) {
  const order: string[] = [];
  const lock = createAppLock({
    keychain: { lock: () => void order.push('keychain'), unlock },
    tell: () => void order.push('tell'),
    recycle: () => void order.push('recycle'),
  });
  lock.onLock(() => void order.push('hook'));
  return { lock, order };
}

test('locking drops first, then tells the window, which is made anew once it is blank', () => {
  const { lock, order } = locking();
  lock.lock();
  lock.lock();
  expect(order).toEqual(['hook', 'keychain', 'tell']);
  lock.blanked({ drafts: {} });
  lock.blanked({ drafts: {} });
  expect(order).toEqual(['hook', 'keychain', 'tell', 'recycle']);
  vi.advanceTimersByTime(60_000);
  expect(order).toHaveLength(4);
});

test('a window that does not answer is made anew all the same', () => {
  const { lock, order } = locking();
  lock.lock();
  vi.advanceTimersByTime(3000);
  expect(order.at(-1)).toBe('recycle');
  lock.blanked({ drafts: { late: { x: 'a script may say what it likes now' } } });
  expect(order.filter((each) => each === 'recycle')).toHaveLength(1);
});

test('while locked all calls but the two for the way out are refused', () => {
  const { lock } = locking();
  expect(lock.refuses('server.list')).toBe(false);
  lock.lock();
  for (const name of ['server.list', 'app.state', 'app.lock', 'app.setAutoLock', 'toString', null]) {
    expect(lock.refuses(name)).toBe(true);
  }
  expect([lock.refuses('app.blanked'), lock.refuses('app.unlock')]).toEqual([false, false]);
});

test('unlocking gives what was typed and shown, once, and not without the keychain', async () => {
  let open = false;
  const { lock } = locking(async () => {
    if (!open) throw new AppError('keychain.locked');
  });
  const id = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d';
  const work = KeptWork.parse({
    drafts: { [id]: { contactEmail: 'typed@example.org' } },
    shown: { serverId: id, tab: 'organization', organizationTab: 'smtp' },
  });
  lock.lock();
  lock.blanked(work);
  await expect(lock.unlock()).rejects.toMatchObject({ code: 'keychain.locked' });
  expect(lock.isLocked()).toBe(true);
  open = true;
  expect(await lock.unlock()).toEqual(work);
  expect(lock.isLocked()).toBe(false);
  lock.lock();
  lock.blanked({ drafts: {} });
  expect(await lock.unlock()).toEqual({ drafts: {} });
});

test('a locked keychain client ends its process and gives nothing until it is unlocked', async () => {
  vi.useRealTimers();
  const workers = scriptedWorkers(workingKeychain(new Map()));
  const keychain = keychainClient({ spawn: workers.spawn, knownCanary: false, onCanaryWritten: () => {} });
  await keychain.set('one', 'value');
  keychain.lock();
  expect(workers.killed()).toBe(1);
  await expect(keychain.get('one')).rejects.toMatchObject({ code: 'app.locked' });
  await expect(keychain.retry()).rejects.toMatchObject({ code: 'app.locked' });
  expect(workers.started()).toBe(1);
  await keychain.unlock();
  expect(workers.started()).toBe(2);
  expect(await keychain.get('one')).toBe('value');
  keychain.dispose();
});

test('what was kept for the session only is gone with the lock', async () => {
  vi.useRealTimers();
  const workers = scriptedWorkers(() => ({
    fails: 'The name org.freedesktop.secrets was not provided by any .service files',
  }));
  const keychain = keychainClient({ spawn: workers.spawn, knownCanary: false, onCanaryWritten: () => {} });
  await keychain.set('one', 'value');
  expect(keychain.status().kind).toBe('absent');
  expect(await keychain.get('one')).toBe('value');
  keychain.lock();
  await keychain.unlock();
  expect(await keychain.get('one')).toBeNull();
  keychain.dispose();
});
