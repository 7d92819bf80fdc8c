import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withDeadline } from '../../../../src-main/net/deadline';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const late = () => new Error('late');

/** Work that ends only with its signal. */
const untilStopped = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
  });

function begin(work: (signal: AbortSignal) => Promise<unknown>) {
  const outer = new AbortController();
  let inner: AbortSignal | undefined;
  const run = (signal: AbortSignal) => {
    inner = signal;
    return work(signal);
  };
  const ended = withDeadline(100, outer.signal, run, late).catch(String);
  return { outer, ended, inner: () => inner };
}

test('work that takes too long fails as late, and is stopped', async () => {
  const { ended, inner } = begin(untilStopped);
  vi.advanceTimersByTime(99);
  expect(inner()?.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await ended).toBe('Error: late');
  expect(inner()?.aborted).toBe(true);
});

test('work that is cancelled ends in its own words', async () => {
  const { outer, ended } = begin(untilStopped);
  outer.abort();
  expect(await ended).toBe('Error: stopped');
});

test('nothing waits for the end of what is done', async () => {
  const { outer, ended, inner } = begin(async () => 'done');
  expect(await ended).toBe('done');
  expect([vi.getTimerCount(), getEventListeners(outer.signal, 'abort')]).toEqual([0, []]);
  outer.abort();
  expect(inner()?.aborted).toBe(false);
});

test('what was cancelled before is not begun', async () => {
  const work = vi.fn();
  await expect(withDeadline(100, AbortSignal.abort(), work, late)).rejects.toMatchObject({ code: 'work.cancelled' });
  expect(work).not.toHaveBeenCalled();
});
