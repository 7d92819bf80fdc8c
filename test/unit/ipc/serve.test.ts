import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type AppLock, createAppLock } from '../../../src-main/guard/app-lock';
import { serve, tell } from '../../../src-main/ipc/serve';
import type { Handlers, Work } from '../../../src-main/ipc/work';
import { log } from '../../../src-main/log';
import type { Answered } from '../../../src-shared/contract';
import { wire } from '../../../src-shared/wire';

// Electron's own edge: it hands the listeners over and calls them.
const electron = vi.hoisted(() => {
  const listeners = new Map<string, (...args: unknown[]) => unknown>();
  const keep = (channel: string, listener: (...args: unknown[]) => unknown) => void listeners.set(channel, listener);
  return { listeners, ipcMain: { handle: keep, on: keep } };
});
vi.mock('electron', () => ({ ipcMain: electron.ipcMain }));

const ours = { parent: null, url: 'app://ui/index.html' };
const foreign = [null, { parent: ours, url: 'app://ui/index.html' }, { parent: null, url: 'https://evil.example/' }];

const handle = vi.fn<(input: unknown, work: Work) => Promise<unknown>>();
const sent: [channel: string, message: { callId: string; steps: { state: string }[]; cancellable: boolean }][] = [];
let destroyed = false;
let lock: AppLock;
const sender = {
  isDestroyed: () => destroyed,
  send: (...message: (typeof sent)[number]) => void sent.push(message),
};
let page = 7;
const event = (senderFrame: unknown = ours) => ({
  senderFrame: senderFrame && { ...senderFrame, osProcessId: page },
  sender,
});
const call = (...args: unknown[]) => electron.listeners.get(wire.call)?.(event(), ...args) as Promise<Answered>;
const cancel = (callId: unknown, frame: unknown = ours) => electron.listeners.get(wire.cancel)?.(event(frame), callId);
const newId = () => crypto.randomUUID();
const ended = () => new Promise<void>((resolve) => setImmediate(resolve));

const warn = vi.spyOn(log, 'warn').mockReturnValue();
const bug = vi.spyOn(log, 'bug').mockReturnValue();

beforeEach(() => {
  vi.clearAllMocks();
  handle.mockReset().mockResolvedValue('done');
  sent.length = 0;
  destroyed = false;
  electron.listeners.clear();
  page = 7;
  lock = createAppLock({
    keychain: { lock: () => {}, unlock: async () => {} },
    tell: () => {},
    pageProcess: () => page,
    recycle: async () => {
      page += 1;
    },
  });
  serve(new Proxy({}, { get: () => handle }) as Handlers, lock);
});

test('only the two channels from the window are served', () => {
  expect([...electron.listeners.keys()]).toEqual([wire.call, wire.cancel]);
});

test('a call is answered with its stages as they ended', async () => {
  handle.mockImplementation(async (_, work) => work.step('Name', async () => 7));
  const callId = newId();
  expect(await call('app.state', undefined, callId)).toEqual({
    result: { ok: true, value: 7 },
    steps: [{ name: 'Name', state: 'done', ms: expect.any(Number) }],
  });
  expect(
    sent.map(([channel, message]) => [channel, message.callId, message.steps[0]?.state, message.cancellable]),
  ).toEqual([
    [wire.progress, callId, 'running', true],
    [wire.progress, callId, 'done', true],
  ]);
});

describe.each(foreign.map((frame) => [JSON.stringify(frame), frame]))('from the frame %s', (_, frame) => {
  test('a call is refused before anything of it is looked at, and logged', async () => {
    const answered = electron.listeners.get(wire.call)?.(event(frame), 'app.state', undefined, newId());
    await expect(answered).rejects.toThrow('call from a frame that is not ours');
    expect(handle).not.toHaveBeenCalled();
    expect(warn.mock.calls).toEqual([['a call from a foreign frame was refused']]);
  });

  test('nothing is cancelled', async () => {
    let signal: AbortSignal | undefined;
    handle.mockImplementation(async (_, work) => {
      signal = work.signal;
      await ended();
    });
    const callId = newId();
    const running = call('app.state', undefined, callId);
    cancel(callId, frame);
    await running;
    expect(signal?.aborted).toBe(false);
  });
});

test.each([
  undefined,
  null,
  1,
  '',
  'x',
  '__proto__',
  'x'.repeat(36),
  {},
  ['0b5a8c9e-6d0f-4a2b-9c3d-1e2f3a4b5c6d'],
  'a'.repeat(1e6),
])('a call without a fit id is not taken (%#)', async (callId) => {
  expect(await call('app.state', undefined, callId)).toMatchObject({
    result: { ok: false, failure: { code: 'input.invalid', detail: 'this call cannot be taken' } },
    steps: [],
  });
  expect(handle).not.toHaveBeenCalled();
});

test('while locked only the way out is answered, what runs is cancelled, and no stage is told', async () => {
  handle.mockImplementation(async (_, work) =>
    work.step('Name', () => new Promise((resolve) => work.signal.addEventListener('abort', () => resolve(0)))),
  );
  const running = call('server.check', { serverId: newId() }, newId());
  await ended();
  sent.length = 0;
  lock.lock();
  expect(await running).toMatchObject({ result: { ok: false, failure: { code: 'work.cancelled' } } });
  expect(sent).toEqual([]);
  handle.mockReset().mockResolvedValue('done');
  expect(await call('server.list', undefined, newId())).toEqual({
    result: { ok: false, failure: { code: 'app.locked' } },
    steps: [],
  });
  expect(handle).not.toHaveBeenCalled();
  expect(await call('app.unlock', undefined, newId())).toMatchObject({ result: { failure: { code: 'app.locked' } } });
  lock.blanked({ drafts: {} });
  await ended();
  expect(await call('app.unlock', undefined, newId())).toMatchObject({ result: { ok: true } });
  await lock.unlock();
  expect(await call('server.list', undefined, newId())).toMatchObject({ result: { ok: true } });
});

test('what a call found does not reach the page if the console was locked meanwhile', async () => {
  let found = (_: string) => {};
  handle.mockImplementation(
    () =>
      new Promise((resolve) => {
        found = resolve;
      }),
  );
  const running = call('app.takeWork', undefined, newId());
  await ended();
  lock.lock();
  found('what was typed');
  expect(await running).toEqual({ result: { ok: false, failure: { code: 'app.locked' } }, steps: [] });
});

test('two calls cannot share an id while both run, and may one after the other', async () => {
  const callId = newId();
  const first = call('app.state', undefined, callId);
  expect(await call('app.state', undefined, callId)).toMatchObject({ result: { ok: false } });
  expect(await first).toMatchObject({ result: { ok: true } });
  expect(await call('app.state', undefined, callId)).toMatchObject({ result: { ok: true } });
  expect(handle).toHaveBeenCalledTimes(2);
});

test('200 calls run at once, the next is refused, and later ones are taken again', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  handle.mockImplementation(() => gate);
  const running = Array.from({ length: 200 }, () => call('app.state', undefined, newId()));
  expect(await call('app.state', undefined, newId())).toMatchObject({ result: { ok: false } });
  release();
  expect((await Promise.all(running)).every(({ result }) => result.ok)).toBe(true);
  expect(await call('app.state', undefined, newId())).toMatchObject({ result: { ok: true } });
});

test('cancel reaches the call with its id, and no other', async () => {
  const signals: AbortSignal[] = [];
  handle.mockImplementation(async (_, work) => {
    signals.push(work.signal);
    return work.step('Wait', () => (signals.length === 1 ? new Promise<never>(() => {}) : ended()));
  });
  const [one, other] = [newId(), newId()];
  const first = call('app.state', undefined, one);
  const second = call('app.state', undefined, other);
  for (const id of [newId(), '', null, undefined, { toString: () => one }, [one], '__proto__']) cancel(id);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false, false]);
  cancel(one);
  expect(await first).toMatchObject({
    result: { ok: false, failure: { code: 'work.cancelled', stage: 'Wait' } },
    steps: [{ name: 'Wait', state: 'failed' }],
  });
  expect(await second).toMatchObject({ result: { ok: true } });
  cancel(one); // it has ended: nothing is left to cancel
});

test('a window that is gone is told nothing, and its call still ends', async () => {
  handle.mockImplementation(async (_, work) =>
    work.step('Name', async () => {
      destroyed = true;
    }),
  );
  expect(await call('app.state', undefined, newId())).toMatchObject({ result: { ok: true } });
  expect(sent.map(([, { steps }]) => steps[0]?.state)).toEqual(['running']);
});

test('a bug is logged whole and told as internal', async () => {
  const thrown = new Error('geheim');
  handle.mockRejectedValue(thrown);
  expect(await call('app.state', undefined, newId())).toEqual({
    result: { ok: false, failure: { code: 'internal' } },
    steps: [],
  });
  expect(bug.mock.calls).toEqual([[thrown]]);
});

test('tell speaks on the channel for events, to a window that is there', () => {
  const contents = sender as unknown as Parameters<typeof tell>[0];
  const message = { kind: 'command', command: 'palette' } as const;
  tell(contents, message);
  destroyed = true;
  tell(contents, message);
  expect(sent).toEqual([[wire.event, message]]);
});
