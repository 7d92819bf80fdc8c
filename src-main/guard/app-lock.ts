import type { CallName } from '../../src-shared/contract';
import type { KeptWork } from '../../src-shared/model/app';
import type { Keychain } from '../secrets/keychain';

/** The state in which the window shows nothing and main answers nothing but the way out. */
export interface AppLock {
  isLocked(): boolean;
  /** Whether a call by this name is refused now. */
  refuses(name: unknown): boolean;
  /** Locks at once: secrets are dropped, reads are cancelled, the window is told to blank itself. Does nothing if locked. */
  lock(): void;
  /** The window shows nothing any more: keeps what was typed and shown there, and makes the window anew. */
  blanked(work: KeptWork): void;
  /** Gives what was kept. Throws AppError `keychain.*` where the keychain of this computer does not open; stays locked then. */
  unlock(): Promise<KeptWork>;
  /** Hears each lock, before the window is told. */
  onLock(listener: () => void): void;
}

interface Needs {
  keychain: Pick<Keychain, 'lock' | 'unlock'>;
  /** Tells the window to blank itself. */
  tell(): void;
  /** Ends the window's process with all it holds, and starts a new one. */
  recycle(): void;
  /** How long the window has to blank itself, in ms. */
  limitMs?: number;
}

/** The window is hidden from whoever passes by, so one that does not answer is ended, with its drafts. */
const BLANK_LIMIT_MS = 3000;
const answered: readonly CallName[] = ['app.blanked', 'app.unlock'];

export function createAppLock({ keychain, tell, recycle, limitMs = BLANK_LIMIT_MS }: Needs): AppLock {
  const listeners = new Set<() => void>();
  let locked = false;
  let kept: KeptWork = { drafts: {} };
  let late: NodeJS.Timeout | undefined;

  return {
    isLocked: () => locked,
    refuses: (name) => locked && !answered.some((each) => each === name),
    lock() {
      if (locked) return;
      locked = true;
      for (const listener of listeners) listener();
      keychain.lock();
      tell();
      late = setTimeout(() => {
        late = undefined;
        recycle();
      }, limitMs);
    },
    blanked(work) {
      if (!locked || !late) return;
      clearTimeout(late);
      late = undefined;
      kept = work;
      recycle();
    },
    async unlock() {
      if (!locked) return { drafts: {} };
      await keychain.unlock();
      locked = false;
      clearTimeout(late);
      late = undefined;
      const work = kept;
      kept = { drafts: {} };
      return work;
    },
    onLock: (listener) => void listeners.add(listener),
  };
}
