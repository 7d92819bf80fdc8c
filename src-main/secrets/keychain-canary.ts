import { toStored } from './keychain';
import { DISMISSED_AFTER, type KeychainCalls, Unanswered } from './keychain-calls';
import type { KeychainStatusBoard } from './keychain-status-board';

/**
 * An item of our own. keytar answers null for a locked keyring as for a missing item; while the canary is seen, null
 * means missing (measured with gnome-keyring 42.1; atom/node-keytar#422).
 */
export const CANARY = 'canary';
/** Never stored: asking for it starts the service, and can open no prompt. */
const NOTHING = 'nothing';

interface Needs {
  service: string;
  calls: KeychainCalls;
  board: KeychainStatusBoard;
  knownCanary: boolean;
  onCanaryWritten(): void;
}

/** Tells a locked keychain from one without the item. `proveOpen` and `find` are for inside `KeychainCalls.run` and throw Unanswered. */
export function keychainCanary({ service, calls, board, knownCanary: knownBefore, onCanaryWritten }: Needs) {
  let knownCanary = knownBefore;
  let lastAsked = 0;
  /** The last proof: what was asked for before it began, and that it found no keychain, if so. */
  let last: { asked: number; absent?: Unanswered } = { asked: 0 };
  const lookUp = async (account: string) => (await calls.ask({ op: 'get', service, account })).value;

  async function proveOpen(): Promise<void> {
    last = { asked: 0 };
    const asked = lastAsked;
    try {
      await prove();
      last = { asked };
    } catch (error) {
      if (error instanceof Unanswered && error.why === 'absent') last = { asked, absent: error };
      throw error;
    }
  }

  async function prove(): Promise<void> {
    if (calls.isFresh()) await lookUp(NOTHING);
    const asked = performance.now();
    if ((await lookUp(CANARY)) === null) {
      const dismissed = performance.now() - asked >= DISMISSED_AFTER;
      if (knownCanary && dismissed) throw new Unanswered('locked', 'The prompt was dismissed.');
      await calls.ask({ op: 'set', service, account: CANARY, value: toStored(service) });
      if (knownCanary) board.lost();
    }
    if (!knownCanary) onCanaryWritten();
    knownCanary = true;
    board.open();
  }

  return {
    /** Passes only if the keychain is there and unlocked. Opens one prompt at most. */
    proveOpen,
    /** Begins a search; gives its number. */
    begin(): number {
      lastAsked += 1;
      return lastAsked;
    },
    /**
     * The stored text of an account; null only where it is missing. What waits while the keychain is proved to be there and
     * unlocked uses that proof too: two hundred servers are looked up at once.
     */
    async find(account: string, begun: number): Promise<string | null> {
      if (last.asked < begun || calls.isFresh()) await proveOpen();
      else if (last.absent) throw last.absent;
      const stored = await lookUp(account);
      if (stored !== null) return stored;
      // It may have been locked since the canary was seen.
      await proveOpen();
      return lookUp(account);
    },
  };
}
