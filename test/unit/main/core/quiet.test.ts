import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quietAfterCalls } from '../../../../src-main/core/quiet';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const quiet = quietAfterCalls();
  let isQuiet = false;
  void quiet.resolved.then(() => {
    isQuiet = true;
  });
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return isQuiet;
  };
  return { quiet, after };
}

test('it is quiet once the first calls were answered and no other came for a while', async () => {
  const { quiet, after } = watched();
  const ends: (() => void)[] = [];
  const take = quiet.heard((name: string) => new Promise<string>((resolve) => ends.push(() => resolve(name))));
  const first = take('app.state');
  const second = take('server.list');
  ends[0]?.();
  expect(await first).toBe('app.state');
  expect(await after(3000)).toBe(false);
  ends[1]?.();
  expect(await second).toBe('server.list');
  expect(await after(300)).toBe(false);
  const third = take('health.view');
  expect(await after(1000)).toBe(false);
  ends[2]?.();
  await third;
  expect(await after(500)).toBe(true);
});

test('a page that never comes, or never ceases to ask, is not waited for long', async () => {
  const { quiet, after } = watched();
  void quiet.heard(() => new Promise(() => {}))();
  expect(await after(60_000)).toBe(false);
  quiet.begin();
  expect(await after(5000)).toBe(true);
});
