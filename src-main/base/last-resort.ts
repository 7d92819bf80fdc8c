/** What the last resort does with a bug: nothing in it may need the part of the app that broke. */
export interface LastResort {
  /** Puts it into the log, redacted. */
  note(bug: unknown): void;
  /** Tells the user; resolves once it was read. */
  tell(): Promise<unknown>;
  /** Resolves once no server is being written to, or after a while. */
  settled(): Promise<unknown>;
  exit(code: number): void;
}

/** EX_SOFTWARE of sysexits.h: an internal software error. */
const BUG_EXIT_CODE = 70;

/**
 * For exceptions and rejections that nobody caught in the main process. What state it is in is not known then, so it ends:
 * once the log has the bug, a running write has ended and the user was told. The history is on the disk by then, line by line.
 */
export function installLastResort({ note, tell, settled, exit }: LastResort): void {
  let ending = false;
  const end = async (bug: unknown) => {
    try {
      note(bug);
      if (ending) return; // the first bug brings others with it
      ending = true;
      await Promise.allSettled([settled(), tell()]);
    } finally {
      exit(BUG_EXIT_CODE);
    }
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
