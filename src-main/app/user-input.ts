import type { InputEvent, WebContents } from 'electron';

/** What a person does to a page; moving the mouse across it is not meant for anything. */
const MEANT = new Set<InputEvent['type']>(['mouseDown', 'rawKeyDown', 'keyDown', 'touchStart', 'gestureTap']);
/** As long as Chromium takes a gesture for the reason of what follows (transient activation, HTML 6.4.2). */
const LASTS_MS = 5000;

export interface UserInput {
  /** Begins to watch a window. */
  of(contents: Pick<WebContents, 'on'>): void;
  take(): boolean;
}

/**
 * Tells whether a person pressed a key or a button in the window within the last 5 s; each press counts once. Chromium's browser
 * process tells of it, where the system's events come in: no script of the page can raise one.
 */
export function watchInput(): UserInput {
  let pressedAt = Number.NEGATIVE_INFINITY;
  return {
    of(contents) {
      contents.on('input-event', (_event, { type }) => {
        if (MEANT.has(type)) pressedAt = performance.now();
      });
    },
    take() {
      const isRecent = performance.now() - pressedAt < LASTS_MS;
      pressedAt = Number.NEGATIVE_INFINITY;
      return isRecent;
    },
  };
}
