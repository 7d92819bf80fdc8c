import { type ComponentType, useEffect } from 'react';
import { fetchedPart } from './part-store';

/**
 * A component that is fetched when it is first shown, or before (`fetch`); from then on it is shown at once, without a frame in
 * between. Nothing stands in its place meanwhile: its file lies beside the page's own. Where it cannot be fetched that is said,
 * and it is shown once it could be.
 */
export function part<P extends object>(load: () => Promise<ComponentType<P>>) {
  const { useFetched, fetch } = fetchedPart(load);
  function Part(props: P) {
    const { Shown } = useFetched();
    useEffect(() => {
      if (!Shown) void fetch();
    }, [Shown]);
    return Shown ? <Shown {...props} /> : null;
  }
  return Object.assign(Part, { fetch });
}
