/** Something that happens now and then: who is told of it may come to be after who tells of it. */
export interface Signal {
  tell(): void;
  on(listener: () => void): void;
}

/** Makes a signal that nobody hears yet. */
export function createSignal(): Signal {
  const listeners: (() => void)[] = [];
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    on: (listener) => void listeners.push(listener),
  };
}
