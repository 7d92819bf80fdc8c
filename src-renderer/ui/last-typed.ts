/** Longer than the pause between two letters, shorter than that before a question is read. */
const LATELY_MS = 1000;

let at = Number.NEGATIVE_INFINITY;

/** Notes when something is typed, from now on. */
export const noteTyping = (): void =>
  window.addEventListener(
    'keydown',
    ({ key }) => {
      // A letter, a digit or a sign; not Enter, nor a key that moves.
      if (key.length === 1) at = performance.now();
    },
    true,
  );

/** Whether the user is typing at this moment: what opens unasked must not take keys that are meant for something else. */
export const isTyping = (): boolean => performance.now() - at < LATELY_MS;
