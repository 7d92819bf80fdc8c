/** How long a write to a server may still take when the lock or a bug ends the process it runs in, in ms. */
export const LAST_WRITE_MS = 10_000;

/** The calls that are writing to a server right now: whoever wants to end the app waits for them. */
export interface WritesUnderWay {
  begun(callId: string): void;
  ended(callId: string): void;
  any(): boolean;
  /** Resolves with true once no call is writing, or with false after `limitMs`. */
  settled(limitMs: number): Promise<boolean>;
}

/** `hears` is called for each call that begins to write, and again when it ends. */
export function writesUnderWay(hears?: Pick<WritesUnderWay, 'begun' | 'ended'>): WritesUnderWay {
  const writing = new Set<string>();
  const waiting = new Set<(settled: boolean) => void>();
  const any = () => writing.size > 0;
  return {
    any,
    begun(callId) {
      if (writing.has(callId)) return;
      writing.add(callId);
      hears?.begun(callId);
    },
    ended(callId) {
      if (!writing.delete(callId)) return;
      hears?.ended(callId);
      if (any()) return;
      for (const tell of waiting) tell(true);
    },
    async settled(limitMs) {
      if (!any()) return true;
      let tell = (_settled: boolean) => {};
      const end = new Promise<boolean>((resolve) => {
        tell = resolve;
      });
      waiting.add(tell);
      const late = setTimeout(() => tell(false), limitMs);
      try {
        return await end;
      } finally {
        clearTimeout(late);
        waiting.delete(tell);
      }
    },
  };
}
