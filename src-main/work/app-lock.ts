import type { CallName } from '../../src-shared/contract/contract';
import type { KeptWork } from '../../src-shared/model/app';
import { AppError } from '../base/app-error';
import { createSignal } from '../base/signal';
import { log } from '../files/log';

/** The state in which the window shows nothing, no process holds a secret, and main answers nothing but the way out. */
export interface AppLock {
  isLocked(): boolean;
  /** Whether a call by this name, from a page in that process, is refused now; of a process that the lock ended, every call is. */
  refuses(name: unknown, process: number | undefined): boolean;
  /** Locks at once: what holds secrets ends, reads are cancelled, the window is told to blank itself. Does nothing if locked. */
  lock(): void;
  /** The window is blank: keeps what was typed and shown there, and makes a new window. */
  blanked(work: KeptWork): void;
  /** Gives what was kept. Throws AppError `keychain.*` where the keychain of this computer does not open; stays locked then. */
  unlock(): Promise<KeptWork>;
  /** Hears each lock, before the window is told. */
  onLock(listener: () => void): void;
}

interface Needs {
  secrets: {
    /** Ends what holds them. */
    drop(): void;
    /** Begins it again. Throws AppError `keychain.*` where the keychain of this computer does not open. */
    open(): Promise<void>;
  };
  /** Tells the window to blank itself. */
  tell(): void;
  /** The system's number of the process the page is in now; Chromium gives its own to the next one again. */
  pageProcess(): number | undefined;
  /** Ends the window's process with all it holds, and resolves once it is gone; a new page comes in a new one. */
  recycle(): Promise<void>;
  /** How long the window has to blank itself, in ms. */
  limitMs?: number;
}

/** The window is hidden from whoever passes by, so one that does not answer is ended, with its drafts. */
const BLANK_LIMIT_MS = 3000;

/** `blanking`: the old page has yet to go. `ending`: its process is told to. `ended`: it is gone, and may be unlocked. */
type Phase = 'open' | 'blanking' | 'ending' | 'ended';
/** The one call each phase of the lock answers. */
const wayOut: Partial<Record<Phase, CallName>> = { blanking: 'app.blanked', ended: 'app.unlock' };

export function createAppLock({ secrets, tell, pageProcess, recycle, limitMs = BLANK_LIMIT_MS }: Needs): AppLock {
  const locked = createSignal();
  let phase: Phase = 'open';
  let kept: KeptWork = { drafts: {} };
  let late: NodeJS.Timeout | undefined;
  /** Processes that this lock told to end: whatever still comes from them is refused, also once it is open again. */
  const left = new Set<number | undefined>();
  let blanking: number | undefined;
  let opening: Promise<void> | undefined;

  function end(): void {
    clearTimeout(late);
    phase = 'ending';
    left.add(pageProcess());
    recycle()
      .then(() => {
        phase = 'ended';
      })
      .catch(log.bug);
  }

  return {
    isLocked: () => phase !== 'open',
    refuses(name, process) {
      if (phase === 'blanking') return name !== wayOut.blanking || process !== blanking;
      if (left.has(process)) return true;
      return phase !== 'open' && name !== wayOut[phase];
    },
    lock() {
      if (phase !== 'open') return;
      phase = 'blanking';
      blanking = pageProcess();
      left.clear(); // the system gives a number again one day
      left.add(blanking);
      locked.tell();
      secrets.drop();
      tell();
      late = setTimeout(end, limitMs);
    },
    blanked(work) {
      if (phase !== 'blanking') return;
      kept = work;
      end();
    },
    async unlock() {
      if (phase === 'open') return { drafts: {} };
      if (phase !== 'ended') throw new AppError('app.locked');
      opening ??= secrets.open().finally(() => {
        opening = undefined;
      });
      await opening;
      phase = 'open';
      const work = kept;
      kept = { drafts: {} };
      return work;
    },
    onLock: locked.on,
  };
}
