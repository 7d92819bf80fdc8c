import type { ComponentType } from 'react';
import { create } from 'zustand';
import { message } from '../../src-shared/texts/message';
import { tell } from './task';

type Fetch = () => Promise<unknown>;

/** What could not be fetched of the window's own files, by what fetches it again. */
const useFailed = create<{ failed: readonly Fetch[] }>(() => ({ failed: [] }));

/** Whether something that was to be shown or done could not be fetched. */
export const usePartFailed = (): boolean => useFailed(({ failed }) => failed.length > 0);

/** Fetches again whatever could not be fetched. */
export async function fetchAgain(): Promise<void> {
  const { failed } = useFailed.getState();
  useFailed.setState({ failed: [] });
  await Promise.all(failed.map((fetch) => fetch()));
}

/**
 * Does something with a part of the window that is fetched when it is first needed. Where it cannot be fetched that is said, and
 * nothing is done: what the user wanted then may not be wanted later. `again` fetches it once more.
 */
export async function withPart<M>(load: () => Promise<M>, use: (part: M) => unknown, again?: Fetch): Promise<void> {
  let part: M;
  try {
    part = await load();
  } catch {
    const { failed } = useFailed.getState();
    if (failed.length === 0) tell(undefined, message('app.part.failed'), true);
    if (again) useFailed.setState({ failed: [...failed, again] });
    return;
  }
  await use(part);
}

/** A component that is fetched when it is needed; `fetch` does that once, and again after it failed. */
export function fetchedPart<P>(load: () => Promise<ComponentType<P>>) {
  const useFetched = create<{ Shown: ComponentType<P> | undefined }>(() => ({ Shown: undefined }));
  let fetching: Promise<void> | undefined;
  const fetch = (): Promise<void> => {
    fetching ??= withPart(load, (Shown) => useFetched.setState({ Shown }), fetch).finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  return { useFetched, fetch };
}
