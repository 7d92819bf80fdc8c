import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atMostEvery, type Paced } from '../../../../src-main/base/at-most-every';

let runs: number[];
let paced: Paced;
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  runs = [];
  paced = atMostEvery(50, () => runs.push(Date.now()));
});
afterEach(() => vi.useRealTimers());

test('the first is done at once, and what is wanted within the time after it once, at its end', () => {
  paced.want();
  expect(runs).toEqual([0]);
  vi.advanceTimersByTime(10);
  paced.want();
  paced.want();
  vi.advanceTimersByTime(39);
  expect(runs).toEqual([0]);
  vi.advanceTimersByTime(1);
  expect(runs).toEqual([0, 50]);
  vi.advanceTimersByTime(20);
  paced.want();
  vi.advanceTimersByTime(1000);
  expect(runs).toEqual([0, 50, 100]);
  paced.want();
  expect(runs).toEqual([0, 50, 100, 1070]);
});

test('the time after it can depend on what was done', () => {
  let pause = 10;
  const own = atMostEvery(
    () => pause,
    () => runs.push(Date.now()),
  );
  own.want();
  own.want();
  pause = 200;
  vi.advanceTimersByTime(10);
  own.want();
  vi.advanceTimersByTime(199);
  expect(runs).toEqual([0, 10]);
  vi.advanceTimersByTime(1);
  expect(runs).toEqual([0, 10, 210]);
});

test('flushed it is done at once if it waits, and not twice', () => {
  paced.flush();
  expect(runs).toEqual([]);
  paced.want();
  paced.flush();
  expect(runs).toEqual([0]);
  vi.advanceTimersByTime(10);
  paced.want();
  paced.flush();
  expect(runs).toEqual([0, 10]);
  vi.advanceTimersByTime(1000);
  expect(runs).toEqual([0, 10]);
});

test('stopped, what waits is dropped', () => {
  paced.want();
  paced.want();
  paced.stop();
  vi.advanceTimersByTime(1000);
  expect(runs).toEqual([0]);
  expect(vi.getTimerCount()).toBe(0);
});
