const MAX_REFUSALS = 5;
const WITHIN_MS = 60_000;

/** Counts what the user says no to: after five within a minute nobody is asked, because a script may be asking. */
export interface Refusals {
  note(): void;
  areTooMany(): boolean;
}

export function countRefusals(now: () => number = () => Date.now()): Refusals {
  const noted: number[] = [];
  return {
    note() {
      noted.push(now());
      noted.splice(0, noted.length - MAX_REFUSALS);
    },
    areTooMany: () => noted.filter((at) => now() - at < WITHIN_MS).length >= MAX_REFUSALS,
  };
}
