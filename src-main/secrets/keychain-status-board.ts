import type { KeychainStatus } from '../../src-shared/model/keychain';

export interface KeychainStatusBoard {
  status(): KeychainStatus;
  onStatus(listener: (status: KeychainStatus) => void): () => void;
  open(): void;
  locked(): void;
  absent(detail: string): void;
  /** The keychain was replaced by an empty one: `open` shows as `changed` until `acknowledge`. */
  lost(): void;
  acknowledge(): void;
  /** A prompt is open since then; whatever is found meanwhile shows after `answered`. */
  waiting(since: string): void;
  answered(): void;
  /** Tells nobody anything from here on. */
  close(): void;
}

/** Keeps what is known of the keychain, and tells listeners when what it amounts to changes. */
export function keychainStatusBoard(): KeychainStatusBoard {
  const listeners = new Set<(status: KeychainStatus) => void>();
  let found: Exclude<KeychainStatus, { kind: 'waiting' | 'changed' }> = { kind: 'unknown' };
  let lost = false;
  let waitingSince: string | undefined;
  let shown: KeychainStatus = found;

  function status(): KeychainStatus {
    if (waitingSince !== undefined) return { kind: 'waiting', since: waitingSince };
    return lost && found.kind === 'open' ? { kind: 'changed' } : found;
  }

  function show(): void {
    const now = status();
    if (isSame(now, shown)) return;
    shown = now;
    for (const listener of listeners) listener(now);
  }

  function find(what: typeof found): void {
    found = what;
    show();
  }

  return {
    status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => find({ kind: 'open' }),
    locked: () => find({ kind: 'locked' }),
    absent: (detail) => find({ kind: 'absent', detail }),
    lost: () => {
      lost = true;
    },
    acknowledge: () => {
      lost = false;
      show();
    },
    waiting: (since) => {
      waitingSince = since;
      show();
    },
    answered: () => {
      waitingSince = undefined;
      show();
    },
    close: () => listeners.clear(),
  };
}

/** Both come from the same literals, so their keys are in the same order. */
const isSame = (one: KeychainStatus, other: KeychainStatus): boolean => JSON.stringify(one) === JSON.stringify(other);
