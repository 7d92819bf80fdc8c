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

/** Tells a locked keychain from one without the item. Both functions are for inside `KeychainCalls.run` and throw Unanswered. */
export function keychainCanary({ service, calls, board, knownCanary: knownBefore, onCanaryWritten }: Needs) {
  let knownCanary = knownBefore;
  const lookUp = async (account: string) => (await calls.ask({ op: 'get', service, account })).value;

  async function proveOpen(): Promise<void> {
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
    /** The stored text of an account; null only where it is missing. */
    async find(account: string): Promise<string | null> {
      const stored = await lookUp(account);
      if (stored !== null) return stored;
      // It may have been locked since the canary was seen.
      await proveOpen();
      return lookUp(account);
    },
  };
}
