import { vi } from 'vitest';

/** Stands in for the window and its bridge, which modules of the window look for as they load: import those afterwards. */
export function stubWindow(call: (...args: unknown[]) => unknown = () => new Promise(() => {})): void {
  vi.stubGlobal('document', { querySelector: () => null });
  vi.stubGlobal('window', {
    gluu: { onProgress: () => {}, onEvent: () => {}, cancel: () => {}, call },
    addEventListener: () => {},
  });
}

/** A call that notes its name with `called`, and fails without a word to the user. */
export const calledOff = (called: (name: unknown) => void) => async (name: unknown) => {
  called(name);
  return { result: { ok: false, failure: { code: 'work.cancelled' } }, steps: [] };
};
