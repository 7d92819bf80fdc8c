import { beforeEach, describe, expect, test, vi } from 'vitest';
import { serve, tell } from '../../../src-main/app/serve';
import { AppError } from '../../../src-main/base/app-error';
import { log } from '../../../src-main/files/log';
import type { Answered } from '../../../src-shared/contract/contract';
import { wire } from '../../../src-shared/contract/wire';
import { saying } from '../../support/english';

// Electron's own edge: it hands the listeners over and calls them.
const electron = vi.hoisted(() => {
  const listeners = new Map<string, (...args: unknown[]) => unknown>();
  const keep = (channel: string, listener: (...args: unknown[]) => unknown) => void listeners.set(channel, listener);
  return { listeners, ipcMain: { handle: keep, on: keep } };
});
vi.mock('electron', () => ({ ipcMain: electron.ipcMain }));

const ours = { parent: null, url: 'app://ui/index.html' };
const foreign = [null, { parent: ours, url: 'app://ui/index.html' }, { parent: null, url: 'https://evil.example/' }];

const copy = vi.fn(async () => {});
const connect = vi.fn(async () => {});
let locked = false;
const sender = { isDestroyed: () => false, send: vi.fn() };
const event = (senderFrame: unknown = ours) => ({ senderFrame, sender });
const ask = (channel: string, frame: unknown, ...args: unknown[]) =>
  electron.listeners.get(channel)?.(event(frame), ...args) as Promise<Answered | undefined>;
const newId = () => crypto.randomUUID();
const call = (name: string, input?: unknown) => ask(wire.call, ours, name, input, newId());

const warn = vi.spyOn(log, 'warn').mockReturnValue();
const bug = vi.spyOn(log, 'bug').mockReturnValue();

beforeEach(() => {
  vi.clearAllMocks();
  connect.mockReset().mockResolvedValue();
  locked = false;
  electron.listeners.clear();
  const calls = { 'app.copy': copy } as unknown as Parameters<typeof serve>[0]['calls'];
  serve({ calls, lock: { refuses: () => locked }, connect });
});

test('only the two channels from the window are served', () => {
  expect([...electron.listeners.keys()]).toEqual([wire.call, wire.connect]);
});

describe.each(foreign.map((frame) => [JSON.stringify(frame), frame]))('the frame %s', (_, frame) => {
  test('is refused before anything of its call is looked at, which is logged', async () => {
    await expect(ask(wire.call, frame, 'app.copy', { text: 'x' }, newId())).rejects.toThrow('not ours');
    expect(copy).not.toHaveBeenCalled();
    expect(warn.mock.calls).toEqual([['a call from a foreign frame was refused']]);
  });

  test('gets no way to the core', async () => {
    await expect(ask(wire.connect, frame)).rejects.toThrow('call from a frame that is not ours');
    expect(connect).not.toHaveBeenCalled();
  });
});

test('a call of the core is not answered by main', async () => {
  expect(await call('server.list')).toMatchObject({
    result: { failure: { reason: saying('There is no such call.') } },
  });
  expect(await call('app.copy', { text: 'x' })).toMatchObject({ result: { ok: true } });
});

test('what a call found does not reach the page if the console was locked meanwhile', async () => {
  let found = () => {};
  copy.mockImplementationOnce(
    () =>
      new Promise<void>((resolve) => {
        found = resolve;
      }),
  );
  const running = call('app.copy', { text: 'x' });
  await new Promise<void>((resolve) => setImmediate(resolve));
  locked = true;
  found();
  expect(await running).toEqual({ result: { ok: false, failure: { code: 'app.locked' } }, steps: [] });
});

test('the page is joined with the core', async () => {
  expect(await ask(wire.connect, ours)).toBeUndefined();
  expect(connect.mock.calls).toEqual([[sender]]);
});

test('while locked there is no way to the core', async () => {
  locked = true;
  expect(await ask(wire.connect, ours)).toEqual({
    result: { ok: false, failure: { code: 'app.locked' } },
    steps: [],
  });
  expect(connect).not.toHaveBeenCalled();
});

test('without a core it is reported as a bug, unless the lock came meanwhile', async () => {
  const gone = new Error('no core is running');
  connect.mockRejectedValueOnce(gone);
  expect(await ask(wire.connect, ours)).toMatchObject({ result: { failure: { code: 'internal' } } });
  expect(bug.mock.calls).toEqual([[gone]]);
  connect.mockImplementationOnce(async () => {
    locked = true;
    throw new AppError('keychain.locked');
  });
  expect(await ask(wire.connect, ours)).toMatchObject({ result: { failure: { code: 'app.locked' } } });
});

test('tell speaks on the channel for events, to a window that is there', () => {
  const contents = sender as unknown as Parameters<typeof tell>[0];
  const message = { kind: 'command', command: 'palette' } as const;
  tell(contents, message);
  sender.isDestroyed = () => true;
  tell(contents, message);
  sender.isDestroyed = () => false;
  expect(sender.send.mock.calls).toEqual([[wire.event, message]]);
});
