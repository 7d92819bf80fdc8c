// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useDrawnRows } from '../../../src-renderer/ui/use-drawn-rows';

const HEIGHT = 40;
const NOTHING_FOUND = '';
afterEach(cleanup);

/** A long list that scrolls by itself or, in a low window, together with what it stands in. */
function Rows({ isLow }: { isLow: boolean }) {
  const list = useRef<HTMLDivElement>(null);
  const { drawn, measure } = useDrawnRows({
    count: 1000,
    keyOf: String,
    heightOf: () => HEIGHT,
    scroller: () => (isLow ? (list.current?.closest('nav') ?? null) : list.current),
    list: () => list.current,
    beyond: 0,
    found: NOTHING_FOUND,
    alsoDrawn: () => [],
  });
  return (
    <nav>
      <div ref={list}>
        {[...drawn].map((at) => (
          <p key={at} data-row={at} ref={measure} />
        ))}
      </div>
    </nav>
  );
}

test('what the rows scroll in next stands where the rows are drawn for, also at their beginning', () => {
  const written = vi.spyOn(Element.prototype, 'scrollTo');
  const { container, rerender } = render(<Rows isLow={false} />);
  const [nav, list] = [...container.querySelectorAll('nav, div')] as [Element, Element];
  const firstRow = () => container.querySelector('[data-row]')?.getAttribute('data-row');
  const scroll = (scroller: Element, to: number) => {
    scroller.scrollTop = to;
    fireEvent.scroll(scroller);
  };
  expect(firstRow()).toBe('0');
  expect(written).not.toHaveBeenCalled();
  scroll(list, 500 * HEIGHT);
  expect(firstRow()).toBe('500');
  rerender(<Rows isLow />);
  expect(nav.scrollTop).toBe(500 * HEIGHT);
  scroll(nav, 0);
  expect(firstRow()).toBe('0');
  rerender(<Rows isLow={false} />);
  expect(firstRow()).toBe('0');
  expect(list.scrollTop).toBe(0);
});
