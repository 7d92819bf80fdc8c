import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toStored } from '../../../../src-main/secrets/keychain';
import { keychainClient } from '../../../../src-main/secrets/keychain-client';
import type { KeychainRequest } from '../../../../src-main/secrets/keychain-protocol';
import type { KeychainStatus } from '../../../../src-shared/model/keychain';
import { saying } from '../../../support/english';
import { type Deed, scriptedWorkers, workingKeychain } from '../../../support/fake-keychain';

const stored = new Map<string, string>();
const works = workingKeychain(stored);
const lockedText = 'Cannot create an item in a locked collection';

beforeEach(() => stored.clear());
afterEach(() => vi.useRealTimers());

function client(script: (request: KeychainRequest, worker: number) => Deed, knownCanary = true) {
  const workers = scriptedWorkers(script);
  const onCanaryWritten = vi.fn();
  const keychain = keychainClient({ spawn: workers.spawn, knownCanary, onCanaryWritten, limitMs: 30_000 });
  const told: KeychainStatus[] = [];
  const stopTelling = keychain.onStatus((status) => told.push(status));
  return { keychain, workers, onCanaryWritten, told, stopTelling };
}

describe('the first call', () => {
  test('starts nothing before it', () => {
    const { keychain, workers } = client(works);
    expect(keychain.status()).toEqual({ kind: 'unknown' });
    expect(workers.started()).toBe(0);
  });

  test('writes the canary before anything else is stored', async () => {
    const { keychain, workers, onCanaryWritten } = client(works, false);
    await keychain.set('account', 'value');
    expect(workers.asked).toEqual(['1: get nothing', '1: get canary', '1: set canary', '1: set account']);
    expect(onCanaryWritten).toHaveBeenCalledOnce();
    expect(stored.get('account')).toBe(toStored('value'));
  });

  test('takes over a canary it did not know of', async () => {
    stored.set('canary', 'x');
    const { keychain, workers, onCanaryWritten } = client(works, false);
    await keychain.get('account');
    expect(workers.asked).not.toContain('1: set canary');
    expect(onCanaryWritten).toHaveBeenCalledOnce();
  });

  test('reports no canary that could not be written', async () => {
    const { keychain, onCanaryWritten } = client(
      (request) => (request.op === 'set' ? { fails: lockedText } : works(request)),
      false,
    );
    await expect(keychain.get('account')).rejects.toMatchObject({ code: 'keychain.locked' });
    expect(onCanaryWritten).not.toHaveBeenCalled();
  });
});

describe('a null for the canary', () => {
  test('that came at once from a locked keyring is told by writing', async () => {
    const { keychain } = client((request) => (request.op === 'set' ? { fails: lockedText } : works(request)));
    await expect(keychain.get('account')).rejects.toMatchObject({
      code: 'keychain.locked',
      about: { detail: lockedText },
    });
  });

  test('that took as long as a user takes means a dismissed prompt: nothing is written, which would open another', async () => {
    vi.useFakeTimers();
    const { keychain, workers, told } = client((request) => {
      if (request.op === 'get' && request.account === 'canary') vi.advanceTimersByTime(700);
      return works(request);
    });
    await expect(keychain.get('account')).rejects.toMatchObject({ code: 'keychain.locked' });
    expect(workers.asked).toEqual(['1: get nothing', '1: get canary']);
    expect(told).toEqual([{ kind: 'locked' }]);
  });

  test('that means a dismissed prompt stands for what follows, until a retry or two seconds later', async () => {
    vi.useFakeTimers();
    const { keychain, workers } = client((request) => {
      if (request.op === 'get' && request.account === 'canary') vi.advanceTimersByTime(700);
      return works(request);
    });
    const refusedWithoutAsking = async () => {
      const before = workers.asked.length;
      await expect(keychain.get('account')).rejects.toMatchObject({ code: 'keychain.locked' });
      return workers.asked.length === before;
    };
    expect(await refusedWithoutAsking()).toBe(false);
    for (let call = 0; call < 5; call++) expect(await refusedWithoutAsking()).toBe(true);
    await keychain.retry();
    expect(workers.asked.filter((asked) => asked === '1: get canary')).toHaveLength(2);
    expect(await refusedWithoutAsking()).toBe(true);
    vi.advanceTimersByTime(2001);
    expect(await refusedWithoutAsking()).toBe(false);
  });

  test('in a keychain that can be written to means that it was replaced', async () => {
    const { keychain, told } = client(works);
    expect(await keychain.get('account')).toBeNull();
    expect(told).toEqual([{ kind: 'changed' }]);
    expect(await keychain.retry()).toEqual({ kind: 'open' });
  });
});

describe('what is looked up at once', () => {
  const accounts = ['a', 'b', 'c'];
  const canaries = (asked: string[]) => asked.filter((each) => each.endsWith('get canary')).length;
  beforeEach(() => {
    stored.set('canary', 'x');
    for (const account of accounts) stored.set(account, toStored(account));
  });

  test('shares a proof that begins behind it, and what is looked up later has another', async () => {
    const { keychain, workers } = client(works);
    expect(await Promise.all(accounts.map(keychain.get))).toEqual(accounts);
    expect(canaries(workers.asked)).toBe(2); // the first began before the others were asked for
    await keychain.get('a');
    expect(canaries(workers.asked)).toBe(3);
  });

  test('shares the finding that there is no keychain, and what is looked up later looks again', async () => {
    let isThere = false;
    const absent = { fails: 'Cannot autolaunch D-Bus without X11 $DISPLAY' };
    const { keychain, workers } = client((request) => (isThere ? works(request) : absent));
    await keychain.set('b', 'of the session');
    const before = workers.asked.length;
    expect(await Promise.all(accounts.map(keychain.get))).toEqual([null, 'of the session', null]);
    expect(workers.asked.slice(before)).toEqual(['1: get canary', '1: get canary']);
    isThere = true;
    expect(await keychain.get('a')).toBe('a');
  });

  test('is proved again in a new process', async () => {
    const { keychain, workers } = client((request, worker) =>
      worker === 1 && request.op === 'get' && request.account === 'a' ? 'dies' : works(request),
    );
    const found = await Promise.allSettled(accounts.map(keychain.get));
    expect(found.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(workers.asked.filter((each) => each.startsWith('2:'))).toEqual([
      '2: get nothing',
      '2: get canary',
      '2: get b',
      '2: get c',
    ]);
  });
});

test('looks again when a value is missing: the keyring may have been locked since the canary was seen', async () => {
  stored.set('canary', 'x');
  let open = true;
  const { keychain } = client((request) => {
    if (request.op === 'get' && request.account === 'account') open = false;
    if (open) return works(request);
    return request.op === 'get' ? { id: request.id, op: 'get', value: null } : { fails: lockedText };
  });
  await expect(keychain.get('account')).rejects.toMatchObject({ code: 'keychain.locked' });
});

describe('a failure with an unknown text', () => {
  beforeEach(() => stored.set('canary', 'x'));

  test('is tried once more in a new process', async () => {
    stored.set('account', toStored('value'));
    const stale = 'The name :1.5 was not provided by any .service files';
    const { keychain, workers } = client((request, worker) => (worker === 1 ? { fails: stale } : works(request)));
    expect(await keychain.get('account')).toBe('value');
    expect([workers.started(), workers.killed()]).toEqual([2, 1]);
  });

  test('is reported when a new process meets it too, made safe to show', async () => {
    const { keychain, workers } = client(() => ({ fails: 'strange \u202E words' }));
    await expect(keychain.get('account')).rejects.toMatchObject({
      code: 'keychain.failed',
      about: { detail: 'strange \\u{202e} words' },
    });
    expect(workers.started()).toBe(2);
    expect(keychain.status()).toEqual({ kind: 'unknown' });
  });
});

describe('the process', () => {
  beforeEach(() => stored.set('canary', 'x'));

  test.each<[string, Deed]>([
    ['dies', 'dies'],
    ['says nonsense', { says: { hello: 'world' } }],
    ['answers another request', { says: { id: 999, op: 'get', value: 'x' } }],
    ['answers with another operation', { says: { id: 2, op: 'set' } }],
    ['adds what does not belong there', { says: { id: 2, op: 'get', value: 'x', more: 1 } }],
  ])('that %s fails only the current call', async (_name, deed) => {
    const { keychain } = client((request, worker) => (worker === 1 && request.id === 2 ? deed : works(request)));
    const first = keychain.get('account');
    const second = keychain.get('account');
    await expect(first).rejects.toMatchObject({
      code: 'keychain.failed',
      about: { reason: saying('The keychain process ended.') },
    });
    expect(await second).toBeNull();
  });

  test('is ended at the limit; what queued behind fails alike, and what comes later gets a new one', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-02T03:04:05.000Z') });
    const { keychain, workers, told } = client((request, worker) => (worker === 1 ? 'is silent' : works(request)));
    const calls = Promise.allSettled([keychain.get('one'), keychain.set('two', 'value'), keychain.accounts()]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(keychain.status()).toEqual({ kind: 'waiting', since: '2026-01-02T03:04:05.000Z' });
    await vi.advanceTimersByTimeAsync(27_999);
    expect(workers.killed()).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    for (const call of await calls) expect(call).toMatchObject({ reason: { code: 'keychain.waiting' } });
    expect([workers.started(), workers.killed()]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(2001);
    expect(await keychain.get('one')).toBeNull();
    expect(told.map(({ kind }) => kind)).toEqual(['waiting', 'locked', 'open']);
  });

  test('that needs its whole time over several requests is ended as well', async () => {
    vi.useFakeTimers();
    const { keychain } = client((request) => (request.id < 3 ? works(request) : 'is silent'));
    const call = expect(keychain.get('one')).rejects.toMatchObject({ code: 'keychain.waiting' });
    await vi.advanceTimersByTimeAsync(30_000);
    await call;
  });
});

test('keeps a value that this app did not store out of use', async () => {
  stored.set('canary', 'x').set('account', 'not Base64!');
  const { keychain } = client(works);
  await expect(keychain.get('account')).rejects.toMatchObject({ code: 'secret.unusable' });
});

test('keeps secrets for the session where the native module does not load', async () => {
  const text = 'Failed to load keytar native addon, checked [] on linux-x64';
  const { keychain } = client(() => ({ fails: text }), false);
  await keychain.set('account', 'value');
  expect(await keychain.get('account')).toBe('value');
  expect(keychain.status()).toEqual({ kind: 'absent', detail: text });
});

test('tells a listener nothing after it was taken off', async () => {
  const { keychain, told, stopTelling } = client(works);
  stopTelling();
  await keychain.get('account');
  expect(keychain.status()).toEqual({ kind: 'changed' });
  expect(told).toEqual([]);
});

describe('the process', () => {
  test('ends after half a minute without a call, and the next call starts another one', async () => {
    vi.useFakeTimers();
    stored.set('account', toStored('hush'));
    const { keychain, workers, told } = client(works);
    await keychain.get('account');
    vi.advanceTimersByTime(29_000);
    await keychain.get('account');
    vi.advanceTimersByTime(29_000);
    expect([workers.started(), workers.killed()]).toEqual([1, 0]);
    vi.advanceTimersByTime(1000);
    expect(workers.killed()).toBe(1);
    expect(await keychain.get('account')).toBe('hush');
    expect(workers.started()).toBe(2);
    expect(told.filter(({ kind }) => kind !== 'open' && kind !== 'changed')).toEqual([]);
  });

  test('does not end while a call waits, be it for an hour', async () => {
    vi.useFakeTimers();
    const workers = scriptedWorkers(() => 'is silent');
    const keychain = keychainClient({
      spawn: workers.spawn,
      knownCanary: true,
      onCanaryWritten: () => {},
      limitMs: 3_600_000,
    });
    const asked = keychain.get('account');
    asked.catch(() => {});
    await vi.advanceTimersByTimeAsync(3_599_000);
    keychain.rest();
    expect([workers.killed(), keychain.status().kind]).toEqual([0, 'waiting']);
    await vi.advanceTimersByTimeAsync(2000);
    expect(workers.killed()).toBe(1);
    await expect(asked).rejects.toMatchObject({ code: 'keychain.waiting' });
    keychain.dispose();
  });

  test('rests at once where nothing is asked, which changes nothing that is known', async () => {
    const { keychain, workers } = client(works);
    keychain.rest();
    expect(workers.started()).toBe(0);
    await keychain.set('account', 'hush');
    const before = keychain.status();
    keychain.rest();
    expect([workers.killed(), keychain.status()]).toEqual([1, before]);
    expect(await keychain.get('account')).toBe('hush');
  });
});
