import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../../../src-main/base/app-error';
import { keychainClient } from '../../../../src-main/secrets/keychain-client';
import { createAppLock } from '../../../../src-main/work/app-lock';
import { KeptWork } from '../../../../src-shared/model/app';
import { scriptedWorkers, workingKeychain } from '../../../support/fake-keychain';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const OLD = 7;
const NEW = 8;

/** A lock over a page in process OLD, which goes when `gone` is called, or at once. */
function locking(unlock: () => Promise<void> = async () => {}, slow = false) {
  const order: string[] = [];
  let page = OLD;
  let gone = () => {};
  const lock = createAppLock({
    secrets: { drop: () => void order.push('drop'), open: unlock },
    tell: () => void order.push('tell'),
    pageProcess: () => page,
    recycle: () =>
      new Promise<void>((resolve) => {
        order.push('recycle');
        gone = () => {
          page = NEW;
          resolve();
        };
        if (!slow) gone();
      }),
  });
  lock.onLock(() => void order.push('hook'));
  const settled = () => vi.advanceTimersByTimeAsync(0);
  return { lock, order, gone: () => gone(), settled };
}

test('locking drops first, then tells the window, which is replaced once it is blank', () => {
  const { lock, order } = locking();
  lock.lock();
  lock.lock();
  expect(order).toEqual(['hook', 'drop', 'tell']);
  lock.blanked({ drafts: {} });
  lock.blanked({ drafts: {} });
  expect(order).toEqual(['hook', 'drop', 'tell', 'recycle']);
  vi.advanceTimersByTime(60_000);
  expect(order).toHaveLength(4);
});

test('a window that does not answer is replaced all the same', () => {
  const { lock, order } = locking();
  lock.lock();
  vi.advanceTimersByTime(3000);
  expect(order.at(-1)).toBe('recycle');
  lock.blanked({ drafts: { late: { x: 'a script may say what it likes now' } } });
  expect(order.filter((each) => each === 'recycle')).toHaveLength(1);
});

test('each phase of the lock answers one call, and that to one process', async () => {
  const { lock, gone, settled } = locking(undefined, true);
  const passing = () =>
    [OLD, NEW].flatMap((process) =>
      ['app.blanked', 'app.unlock', 'server.list', 'app.state', 'app.takeWork', 'app.keepWork', 'toString', null]
        .filter((name) => !lock.refuses(name, process))
        .map((name) => `${name} from ${process === OLD ? 'the old page' : 'the new one'}`),
    );
  expect(lock.refuses('server.list', OLD)).toBe(false);
  lock.lock();
  expect(passing()).toEqual(['app.blanked from the old page']);
  await expect(lock.unlock()).rejects.toMatchObject({ code: 'app.locked' });
  lock.blanked({ drafts: {} });
  await settled();
  expect(passing()).toEqual([]); // its process is told to end, and lives on
  await expect(lock.unlock()).rejects.toMatchObject({ code: 'app.locked' });
  expect(lock.isLocked()).toBe(true);
  gone();
  await settled();
  expect(passing()).toEqual(['app.unlock from the new one']);
  await lock.unlock();
  for (const name of ['app.takeWork', 'app.keepWork', 'app.blanked', 'app.unlock', 'server.list']) {
    expect([lock.refuses(name, OLD), lock.refuses(name, NEW)]).toEqual([true, false]);
  }
});

test('a page that never blanks itself is not unlocked by it before it was ended', async () => {
  const { lock, settled } = locking();
  lock.lock();
  vi.advanceTimersByTime(2999);
  expect(lock.refuses('app.unlock', OLD)).toBe(true);
  await expect(lock.unlock()).rejects.toMatchObject({ code: 'app.locked' });
  vi.advanceTimersByTime(1);
  await settled();
  expect([lock.refuses('app.unlock', OLD), lock.refuses('app.unlock', NEW)]).toEqual([true, false]);
});

test('unlocking gives what was typed and shown, once, and not without the keychain', async () => {
  let open = false;
  const { lock, settled } = locking(async () => {
    if (!open) throw new AppError('keychain.locked');
  });
  const id = '0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d';
  const work = KeptWork.parse({
    drafts: { [id]: { contactEmail: 'typed@example.org' } },
    shown: { serverId: id, tab: 'organization', organizationTab: 'smtp' },
  });
  lock.lock();
  lock.blanked(work);
  await settled();
  await expect(lock.unlock()).rejects.toMatchObject({ code: 'keychain.locked' });
  expect(lock.isLocked()).toBe(true);
  open = true;
  expect(await lock.unlock()).toEqual(work);
  expect(lock.isLocked()).toBe(false);
  lock.lock();
  lock.blanked({ drafts: {} });
  await settled();
  expect(await lock.unlock()).toEqual({ drafts: {} });
});

test('two who unlock at once open the secrets once', async () => {
  const open = vi.fn(async () => {});
  const { lock, settled } = locking(open);
  lock.lock();
  lock.blanked({ drafts: {} });
  await settled();
  await Promise.all([lock.unlock(), lock.unlock()]);
  expect(open).toHaveBeenCalledTimes(1);
  expect(lock.isLocked()).toBe(false);
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
