import { expect, test } from 'vitest';
import { writesUnderWay } from '../../../src-main/work/writes-under-way';

test('is settled at once where nothing is being written', async () => {
  const writes = writesUnderWay();
  expect(writes.any()).toBe(false);
  expect(await writes.settled(60_000)).toBe(true);
});

test('waits for the last of several writes, however often one was told to have begun', async () => {
  const writes = writesUnderWay();
  for (const id of ['a', 'b', 'a']) writes.begun(id);
  let settled: boolean | undefined;
  const waiting = writes.settled(60_000).then((how) => {
    settled = how;
  });
  writes.ended('a');
  writes.ended('never begun');
  await Promise.resolve();
  expect(settled).toBeUndefined();
  writes.ended('b');
  await waiting;
  expect(settled).toBe(true);
});

test('gives up after its limit', async () => {
  const writes = writesUnderWay();
  writes.begun('a');
  expect(await writes.settled(20)).toBe(false);
  expect(writes.any()).toBe(true);
});
