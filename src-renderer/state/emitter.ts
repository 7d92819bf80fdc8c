/** Announces something without knowing who listens: what stands above hears of what happens below. */
export function emitter<T extends unknown[] = []>() {
  const listeners = new Set<(...told: T) => void>();
  return {
    emit: (...told: T): void => {
      for (const listener of listeners) listener(...told);
    },
    on: (listener: (...told: T) => void): void => {
      listeners.add(listener);
    },
  };
}
