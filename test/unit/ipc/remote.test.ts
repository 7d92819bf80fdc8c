import { expect, test, vi } from 'vitest';
import { AppError } from '../../../src-main/base/app-error';
import { type Calls, type Port, type Remote, remote, type Wire } from '../../../src-main/ipc/remote';

type Theirs = {
  double(number: number): number;
  fail(how: 'told' | 'bug'): void;
  wait(nothing: undefined): Promise<boolean>;
  take(nothing: undefined): number;
};

function joined(): { here: Remote<Theirs>; there: Remote<Calls>; aborted(): boolean } {
  let hears: [(message: unknown, ports: readonly Port[]) => void, (message: unknown, ports: readonly Port[]) => void];
  const listeners: unknown[] = [];
  const wireOf = (mine: number): Wire => ({
    post: (message, ports) => queueMicrotask(() => hears[1 - mine]?.(structuredClone(message), ports)),
    onMessage: (listener) => {
      listeners[mine] = listener;
      hears = listeners as typeof hears;
    },
  });
  let aborted = false;
  const calls: Calls = {
    double: (number: number) => number * 2,
    fail(how: string) {
      if (how === 'told') throw new AppError('keychain.locked', { detail: 'shut' });
      throw new Error('a bug');
    },
    wait: (_: undefined, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          resolve(false);
        });
      }),
    take: (_: undefined, { ports }) => ports.length,
  };
  const here = remote<Theirs>(wireOf(0), {});
  const there = remote<Calls>(wireOf(1), calls);
  return { here, there, aborted: () => aborted };
}

test('each side is asked by name, and ports go along', async () => {
  const { here } = joined();
  expect(await Promise.all([here.ask('double', 2), here.ask('double', 3)])).toEqual([4, 6]);
  expect(await here.ask('take', undefined, { ports: [{} as Port] })).toBe(1);
});

test('a failure stays one, a bug is reported with its words, and so is a call that is not there', async () => {
  const { here } = joined();
  await expect(here.ask('fail', 'told')).rejects.toMatchObject({ code: 'keychain.locked', about: { detail: 'shut' } });
  await expect(here.ask('fail', 'bug')).rejects.toThrow('a bug');
  await expect(here.ask('toString' as 'wait', undefined)).rejects.toThrow('no such call');
});

test('who no longer wants the answer says so, and who is gone is waited for by nobody', async () => {
  const first = joined();
  const abort = new AbortController();
  const waiting = first.here.ask('wait', undefined, { signal: abort.signal });
  await vi.waitFor(async () => expect(await first.here.ask('double', 1)).toBe(2));
  abort.abort();
  expect(await waiting).toBe(false);

  const second = joined();
  const left = second.here.ask('wait', undefined);
  await second.here.ask('double', 1);
  second.there.gone();
  expect(second.aborted()).toBe(true);
  second.here.gone();
  await expect(left).rejects.toThrow('the other process is gone');
  await expect(second.here.ask('double', 1)).rejects.toThrow('the other process is gone');
});
