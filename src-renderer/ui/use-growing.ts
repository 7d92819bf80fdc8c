import { type RefObject, useEffect, useRef, useState } from 'react';

/** So many rows are drawn at first, and as many more whenever the last of them is nearly in sight. */
const STEP = 60;
/** In pixels, of whatever scrolls. */
const NEARLY = '800px';

/**
 * Draws a long list as far as it is scrolled: gives how many of `count` rows are drawn, and the `ref` of what stands right behind
 * them. Rows that are drawn stay.
 */
export function useGrowing(count: number): { drawn: number; end: RefObject<HTMLDivElement | null> } {
  const [steps, setSteps] = useState(1);
  const end = useRef<HTMLDivElement>(null);
  const drawn = Math.min(count, steps * STEP);
  useEffect(() => {
    if (!end.current || drawn === count) return undefined;
    const options: IntersectionObserverInit & { scrollMargin: string } = { rootMargin: NEARLY, scrollMargin: NEARLY };
    // Observed again after each step: it may still be in sight.
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting && setSteps(drawn / STEP + 1), options);
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [drawn, count]);
  return { drawn, end };
}
