/** So long without a call, in ms, and the page has drawn what it asked for first. */
const QUIET_MS = 400;
/** No longer than this, in ms, from when calls are answered: perhaps no page comes. */
const LATEST_MS = 4000;

/** The moment at which a page has what it begins with. */
export interface Quiet {
  resolved: Promise<void>;
  /** Calls are answered from now on. */
  begin(): void;
  /** The same function, whose calls are heard. */
  heard<A extends unknown[], R>(take: (...args: A) => Promise<R>): (...args: A) => Promise<R>;
}

/** Resolves once the first calls were answered and no other came for a while. */
export function quietAfterCalls(): Quiet {
  let resolve = () => {};
  const resolved = new Promise<void>((done) => {
    resolve = done;
  });
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  return {
    resolved,
    begin: () => void setTimeout(resolve, LATEST_MS).unref(),
    heard:
      (take) =>
      async (...args) => {
        clearTimeout(timer);
        running += 1;
        try {
          return await take(...args);
        } finally {
          running -= 1;
          if (running === 0) timer = setTimeout(resolve, QUIET_MS);
        }
      },
  };
}
