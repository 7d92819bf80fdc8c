// @vitest-environment happy-dom
import { Autocomplete } from '@base-ui/react/autocomplete';
import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PaletteAction } from '../../../src-renderer/app/palette/palette-action';
import { PaletteList } from '../../../src-renderer/app/palette/palette-list';
import { inGroups } from '../../../src-renderer/app/palette/palette-rows';
import { message } from '../../../src-shared/texts/message';
import { say } from '../../support/english';

const COUNT = 1000;
const group = message('word.copy');
const actions = Array.from(
  { length: COUNT },
  (_, at): PaletteAction => ({
    ...{ key: `server ${at}`, group, icon: 'go', text: `server-${at}`, hint: [] },
    run() {},
  }),
);
const all = inGroups(actions, say);
const some = inGroups(actions.slice(0, 500), say);
/** The rows that were scrolled to, by their place among all rows. The list tells that it was scrolled a frame later: here never. */
const scrolledTo: (string | null)[] = [];

const palette = (index: number, groups = all, searched = '', byPointer = false) => (
  <Autocomplete.Root inline open virtualized items={groups} filter={null}>
    <PaletteList groups={groups} count={COUNT} searched={searched} highlighted={{ index, byPointer }} />
  </Autocomplete.Root>
);

beforeEach(() => {
  scrolledTo.length = 0;
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(function (this: Element) {
    scrolledTo.push(this.getAttribute('data-row'));
  });
});
afterEach(cleanup);

test('the list is not scrolled to its first row before it was scrolled to another, nor twice', () => {
  const { rerender } = render(palette(0));
  rerender(palette(0, some, 's'));
  expect(scrolledTo).toEqual([]);
  rerender(palette(499, some, 's'));
  rerender(palette(0, some, 's'));
  expect(scrolledTo).toEqual(['500', '1']);
  rerender(palette(0, all, ''));
  expect(scrolledTo).toEqual(['500', '1']);
});

test.each([
  ['a key', palette(0)],
  ['a letter', palette(0, some, 's')],
])('what Enter takes is in sight after %s that comes before the list tells that it was scrolled', (_what, next) => {
  const { rerender } = render(palette(0));
  rerender(palette(COUNT - 1));
  expect(scrolledTo).toEqual([`${COUNT}`]);
  rerender(next);
  expect(scrolledTo).toEqual([`${COUNT}`, '1']);
});

test('the list is not scrolled to what the pointer is over', () => {
  const { rerender } = render(palette(0));
  rerender(palette(3, all, '', true));
  expect(scrolledTo).toEqual([]);
});

test('each heading is measured, also where two have the same name', () => {
  const { prototype } = (document.defaultView as Window & typeof globalThis).ResizeObserver;
  const measured = new Set<Element>();
  vi.spyOn(prototype, 'observe').mockImplementation((element) => void measured.add(element));
  vi.spyOn(prototype, 'unobserve').mockImplementation((element) => void measured.delete(element));
  const [first, second, third] = actions as [PaletteAction, PaletteAction, PaletteAction];
  render(palette(0, inGroups([first, { ...second, group: message('word.save') }, third], say)));
  const headings = [...document.querySelectorAll('[data-group]')];
  expect(headings.map(({ textContent }) => textContent)).toEqual(['Copy', 'Save', 'Copy']);
  expect(headings.filter((heading) => !measured.has(heading))).toEqual([]);
});
