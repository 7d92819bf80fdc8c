import { expect, test, vi } from 'vitest';
import type { PaletteAction } from '../../../src-renderer/app/palette/palette-action';
import { inGroups } from '../../../src-renderer/app/palette/palette-rows';
import { makeWordsSoon, searchOver, wordsOfActions } from '../../../src-renderer/app/palette/palette-search';
import { message, verbatim } from '../../../src-shared/texts/message';
import { texts } from '../../support/english';

const group = message('app.palette.recent');
const actions = Array.from(
  { length: 1000 },
  (_, index): PaletteAction => ({
    ...{ key: `${index}`, group, icon: 'go', text: verbatim(`server-${String(index).padStart(4, '0')}`), hint: [] },
    run() {},
  }),
);

test('what rows are found by is made once for each, and a key that finds the same ones gives the same array', () => {
  const spoken = { ...texts };
  const say = vi.spyOn(spoken, 'say');
  const words = vi.spyOn(spoken, 'words');
  const wordsOf = wordsOfActions(spoken, texts);
  const search = searchOver(actions, wordsOf);
  const all = search('s');
  expect(all).toHaveLength(1000);
  for (const longer of ['se', 'server', 'server-']) expect(search(longer)).toBe(all);
  expect(search('server-01')).toHaveLength(100);
  expect(searchOver([...actions].reverse(), wordsOf)('server-')).toHaveLength(1000);
  expect(words).toHaveBeenCalledTimes(1000);
  expect(say).toHaveBeenCalledTimes(1);
});

test('what rows are found by outlives the palette, and is made only as long as the window has time for it', () => {
  const spoken = { ...texts };
  const words = vi.spyOn(spoken, 'words');
  expect(wordsOfActions(spoken, texts)).toBe(wordsOfActions(spoken, texts));
  let waiting: IdleRequestCallback[] = [];
  const asked: IdleRequestCallback[] = [];
  vi.stubGlobal('requestIdleCallback', (some: IdleRequestCallback) => {
    waiting.push(some);
    return asked.push(some) - 1;
  });
  vi.stubGlobal('cancelIdleCallback', (handle: number) => {
    waiting = waiting.filter((one) => one !== asked[handle]);
  });
  const idleFor = (rows: number) => {
    let left = rows;
    waiting.shift()?.({ didTimeout: false, timeRemaining: () => (left-- > 0 ? 10 : 0) });
  };
  makeWordsSoon(actions, wordsOfActions(spoken, texts));
  idleFor(300);
  expect(words).toHaveBeenCalledTimes(300);
  idleFor(2000);
  expect(words).toHaveBeenCalledTimes(1000);
  expect(waiting).toEqual([]);
  const stop = makeWordsSoon(actions, wordsOfActions({ ...texts }, texts));
  expect(waiting).toHaveLength(1);
  stop();
  expect(waiting).toEqual([]);
});

test('a group is the same one whatever is found first in it, and two of one name are told apart', () => {
  const other = message('app.palette.everywhere');
  const at = (place: number, of = group) => ({ ...actions[place], group: of }) as PaletteAction;
  const keys = (found: readonly PaletteAction[]) => inGroups(found, texts.say).map(({ key }) => key);
  const [all] = keys(actions);
  expect(keys(actions.slice(7))).toEqual([all]);
  const twice = keys([at(1), at(2, other), at(3)]);
  expect(twice[0]).toBe(all);
  expect(new Set(twice).size).toBe(3);
});
