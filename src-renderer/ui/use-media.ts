import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds now; the component follows it. */
export function useMedia(query: string): boolean {
  // The same one each time: a query is followed once, however often the component is drawn.
  const follow = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(follow, () => window.matchMedia(query).matches);
}
