/** An event: its listeners may be made after what emits it. */
export interface Signal {
  tell(): void;
  on(listener: () => void): void;
}

/** Makes a signal without listeners. */
export function createSignal(): Signal {
  const listeners: (() => void)[] = [];
  return {
    tell() {
      for (const listener of listeners) listener();
    },
    on: (listener) => void listeners.push(listener),
  };
}
