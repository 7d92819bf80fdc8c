import { expect, test } from 'vitest';
import { dueQueue } from '../../../../src-main/health/due-queue';
import { idOf } from '../transfer/samples';

/** Takes out all that wait, in their order. */
function taken(queue: ReturnType<typeof dueQueue>): [string, number][] {
  const all: [string, number][] = [];
  for (let next = queue.first(); next; next = queue.first()) {
    all.push([next.id, next.at]);
    queue.delete(next.id);
  }
  return all;
}

test('what is due first stands in front, and of two at the same time the one that came first', () => {
  const queue = dueQueue();
  expect(queue.first()).toBeUndefined();
  for (const [number, at] of [
    [1, 30],
    [2, 10],
    [3, 20],
    [4, 10],
    [5, 10],
  ] as const)
    queue.set(idOf(number), at);
  expect(taken(queue)).toEqual([
    [idOf(2), 10],
    [idOf(4), 10],
    [idOf(5), 10],
    [idOf(3), 20],
    [idOf(1), 30],
  ]);
});

test('one that rests is not in turn, keeps its time, and waits again once it is woken', () => {
  const queue = dueQueue();
  for (const number of [1, 2, 3]) queue.set(idOf(number), number * 10);
  for (const number of [1, 1, 2, 9]) queue.rest(idOf(number));
  queue.set(idOf(2), 5);
  expect([queue.first()?.id, queue.has(idOf(1)), queue.has(idOf(9))]).toEqual([idOf(3), true, false]);
  for (const number of [1, 1, 2, 3]) queue.wake(idOf(number));
  queue.rest(idOf(3));
  queue.delete(idOf(3));
  queue.wake(idOf(3));
  expect([...queue.all()]).toEqual([idOf(1), idOf(2)]);
  expect(taken(queue)).toEqual([
    [idOf(2), 5],
    [idOf(1), 10],
  ]);
});

test('one that is set again waits once, at its new time', () => {
  const queue = dueQueue();
  for (let number = 0; number < 200; number += 1) queue.set(idOf(number), number % 7);
  for (let number = 0; number < 200; number += 1) queue.set(idOf(number), (number * 31) % 11);
  queue.set(idOf(3), (3 * 31) % 11);
  queue.delete(idOf(5));
  queue.delete(idOf(5));
  const all = taken(queue);
  expect(all).toHaveLength(199);
  expect(new Set(all.map(([id]) => id)).size).toBe(199);
  const times = all.map(([, at]) => at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(all.map(([id]) => id)).not.toContain(idOf(5));
  expect(all.find(([id]) => id === idOf(9))).toEqual([idOf(9), (9 * 31) % 11]);
});
