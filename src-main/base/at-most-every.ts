/** Something that is done at most every so often, however often it is wanted. */
export interface Paced {
  /** Wants it done: at once where it was not done just before, and otherwise when the time is over. */
  want(): void;
  /** Does at once what still waits for its time. */
  flush(): void;
  /** Drops what still waits. */
  stop(): void;
}

/** Paces `run`: what is wanted several times within `everyMs`, which may depend on what is about to be done, is done once, at
 * their end. */
export function atMostEvery(everyMs: number | (() => number), run: () => void): Paced {
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;

  function now(): void {
    wanted = false;
    clearTimeout(timer);
    const pause = typeof everyMs === 'number' ? everyMs : everyMs();
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted) now();
    }, pause);
    run();
  }

  return {
    want() {
      if (timer === undefined) now();
      else wanted = true;
    },
    flush() {
      if (wanted) now();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      wanted = false;
    },
  };
}
