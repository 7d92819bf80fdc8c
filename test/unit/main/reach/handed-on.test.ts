import { expect, test } from 'vitest';
import { counted, type HandedOn, isAlone, type PiecesOfWork, takeHandedOn } from '../../../../src-main/reach/handed-on';

const by = () => {};
const left = (more: Partial<HandedOn> = {}): HandedOn => ({
  ...{ by, profile: 'Meadow', reached: {}, read: Promise.resolve(), at: performance.now(), piece: 1 },
  ...more,
});
const wanted = { by, profile: 'Meadow' };
const ended: PiecesOfWork = { begun: 1, underWay: 0 };

test('what the last piece of work has read is taken once', () => {
  const memory = { handedOn: left() };
  const { handedOn } = memory;
  expect(takeHandedOn(memory, ended, wanted)).toBe(handedOn);
  expect(takeHandedOn(memory, ended, wanted)).toBeUndefined();
});

test.each<[string, Partial<HandedOn>, PiecesOfWork]>([
  ['more than three seconds ago', { at: performance.now() - 3001 }, ended],
  ['by something else', { by: () => {} }, ended],
  ['for another profile', { profile: 'Other' }, ended],
  ['before another piece of work began', {}, { begun: 2, underWay: 0 }],
  ['while another one is under way', {}, { begun: 1, underWay: 1 }],
])('but not what was read %s, and not later either', (_when, more, pieces) => {
  const memory = { handedOn: left(more) };
  expect(takeHandedOn(memory, pieces, wanted)).toBeUndefined();
  expect(memory.handedOn).toBeUndefined();
});

test('a piece of work is alone if no other was under way from its beginning to its end', async () => {
  const pieces: PiecesOfWork = {};
  const ends: boolean[] = [];
  const piece = (meanwhile: () => Promise<unknown> = async () => {}) =>
    counted(pieces, async (number) => {
      await meanwhile();
      ends.push(isAlone(pieces, number));
    });
  await piece();
  // The inner one ends while the outer one goes on, and begins after it.
  await piece(piece);
  await piece(() => piece().catch(() => {}));
  expect(ends).toEqual([true, false, false, false, false]);
  await piece();
  expect(ends.at(-1)).toBe(true);
  // One that began before it, and ended meanwhile, may have written what it has read before.
  let end = () => {};
  const earlier = piece(() => new Promise<void>((resolve) => (end = resolve)));
  await piece(async () => {
    end();
    await earlier;
  });
  expect(ends.slice(-2)).toEqual([false, false]);
});

test('one that failed is over as well', async () => {
  const pieces: PiecesOfWork = {};
  await expect(counted(pieces, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(pieces.underWay).toBe(0);
});
