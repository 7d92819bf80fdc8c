import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '../../../src-main/files/log';
import { type TakenCalls, takeCalls } from '../../../src-main/ipc/take-calls';
import type { Handlers, Work } from '../../../src-main/work/work';
import { type WritesUnderWay, writesUnderWay } from '../../../src-main/work/writes-under-way';
import type { Progress } from '../../../src-shared/model/work';
import { message } from '../../../src-shared/texts/message';
import { saying } from '../../support/english';

const handle = vi.fn<(input: unknown, work: Work) => Promise<unknown>>();
const told: Progress[] = [];
let locked = false;
let taking: TakenCalls;
let writes: WritesUnderWay;
const call = (name: unknown, input: unknown, callId: unknown) =>
  taking.take(name, input, callId, (progress) => void told.push(progress));
const cancel = (callId: unknown) => taking.cancel(callId);
const newId = () => crypto.randomUUID();
const ended = () => new Promise<void>((resolve) => setImmediate(resolve));

const bug = vi.spyOn(log, 'bug').mockReturnValue();

beforeEach(() => {
  vi.clearAllMocks();
  handle.mockReset().mockResolvedValue('done');
  told.length = 0;
  locked = false;
  const handlers = new Proxy({}, { get: () => handle }) as Handlers;
  writes = writesUnderWay();
  taking = takeCalls({ handlers: () => handlers, refuses: () => locked, writes });
});
afterEach(() => vi.useRealTimers());

test('a call is answered with its stages as they ended', async () => {
  handle.mockImplementation(async (_, work) => work.step('Name', async () => 7));
  const callId = newId();
  expect(await call('app.state', undefined, callId)).toEqual({
    result: { ok: true, value: 7 },
    steps: [{ name: 'Name', state: 'done', ms: expect.any(Number) }],
  });
  expect(told.map((message) => [message.callId, message.steps[0]?.state, message.cancellable])).toEqual([
    [callId, 'running', true],
  ]);
});

test('its stages are told at once when it begins, then at most every 40 ms and as they are by then', async () => {
  vi.useFakeTimers({ now: 0 });
  const at: number[] = [];
  let go = () => {};
  handle.mockImplementation(async (_, work) => {
    work.plan(['1', '2', '3', '4', '5']);
    for (const name of ['1', '2', '3', '4', '5']) await work.step(name, () => new Promise<void>((end) => (go = end)));
  });
  const running = taking.take('app.state', undefined, newId(), (progress) => {
    at.push(Date.now());
    told.push(progress);
  });
  for (let stage = 0; stage < 4; stage += 1) {
    await vi.advanceTimersByTimeAsync(15);
    go();
  }
  await vi.advanceTimersByTimeAsync(200);
  expect(at).toEqual([0, 40, 80]);
  const states = () => told.map(({ steps }) => steps.map(({ state }) => state[0]).join(''));
  expect(states()).toEqual(['wwwww', 'ddrww', 'ddddr']);
  go();
  const { steps } = await running;
  expect(steps.map(({ state }) => state)).toEqual(Array(5).fill('done'));
  await vi.advanceTimersByTimeAsync(200);
  // The last one is told with the answer, and nothing after it.
  expect(states().slice(3)).toEqual(['ddddd']);
});

test('that it writes from now on is known at once, and it stays so after what was told shortly before', async () => {
  vi.useFakeTimers({ now: 0 });
  handle.mockImplementation(async (_, work) => {
    await work.step('Compare', async () => {});
    work.commit();
    expect([told.at(-1)?.cancellable, writes.any()]).toEqual([false, true]);
    await work.step('Write', async () => {});
    await vi.advanceTimersByTimeAsync(100);
  });
  await call('app.state', undefined, newId());
  expect(told.map(({ cancellable }) => cancellable)).toEqual([true, false, false]);
  expect(writes.any()).toBe(false);
});

test('what it still does after its answer is not told', async () => {
  vi.useFakeTimers({ now: 0 });
  let late: Work | undefined;
  handle.mockImplementation(async (_, work) => {
    late = work;
    work.plan(['Name']);
    work.plan(['TLS']);
  });
  await call('app.state', undefined, newId());
  await late?.step('Login', async () => {});
  await vi.advanceTimersByTimeAsync(100);
  expect(told.map(({ steps }) => steps.length)).toEqual([1]);
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
])('a call without a fit id is not accepted (%#)', async (callId) => {
  expect(await call('app.state', undefined, callId)).toMatchObject({
    result: { ok: false, failure: { code: 'input.invalid', reason: saying('This call is not accepted.') } },
    steps: [],
  });
  expect(handle).not.toHaveBeenCalled();
});

test('once it refuses, nothing is handled, what runs can be cancelled, and no stage is reported', async () => {
  handle.mockImplementation(async (_, work) =>
    work.step('Name', () => new Promise((resolve) => work.signal.addEventListener('abort', () => resolve(0)))),
  );
  const running = call('server.check', { serverId: newId() }, newId());
  await ended();
  told.length = 0;
  locked = true;
  taking.cancelAll();
  expect(await running).toMatchObject({ result: { ok: false, failure: { code: 'work.cancelled' } } });
  expect(told).toEqual([]);
  handle.mockReset().mockResolvedValue('done');
  expect(await call('server.list', undefined, newId())).toEqual({
    result: { ok: false, failure: { code: 'app.locked' } },
    steps: [],
  });
  expect(handle).not.toHaveBeenCalled();
});

test('what is no call of this process is not accepted', async () => {
  const few = takeCalls({ handlers: () => ({}), refuses: () => false, writes: writesUnderWay() });
  expect(await few.take('server.list', undefined, newId(), () => {})).toMatchObject({
    result: { failure: { code: 'input.invalid', reason: saying('There is no such call.') } },
  });
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
    steps: [{ name: 'Wait', state: 'skipped', text: message('note.cancelled') }],
  });
  expect(await second).toMatchObject({ result: { ok: true } });
  cancel(one); // it has ended: nothing is left to cancel
});

test('a bug is logged whole and reported as internal', async () => {
  const thrown = new Error('geheim');
  handle.mockRejectedValue(thrown);
  expect(await call('app.state', undefined, newId())).toEqual({
    result: { ok: false, failure: { code: 'internal' } },
    steps: [],
  });
  expect(bug.mock.calls).toEqual([[thrown]]);
});
