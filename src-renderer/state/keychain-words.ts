import type { KeychainStatus } from '../../src-shared/model/keychain';
import type { Tone } from '../ui/signal';
import { useApp } from './app-store';

/** The keychain's state in a few words for the status line, and in a sentence. */
export const keychainWords: Record<KeychainStatus['kind'], { tone: Tone; short: string; long: string }> = {
  open: { tone: 'ok', short: 'Keychain open', long: 'Secrets are kept in the keychain of this computer.' },
  locked: {
    tone: 'warn',
    short: 'Keychain locked',
    long: 'The keychain of this computer is locked. Secrets are there, but cannot be read until it is unlocked.',
  },
  waiting: {
    tone: 'running',
    short: 'Keychain waits for you',
    long: 'The keychain asks for its password in its own window. Answer it there.',
  },
  absent: {
    tone: 'warn',
    short: 'No keychain: this session only',
    long: 'This computer has no keychain, so secrets are kept for this session only and never written to disk.',
  },
  changed: {
    tone: 'warn',
    short: 'Keychain is new',
    long: 'The keychain was replaced since the last time. Secrets have to be typed again.',
  },
};

/** Where secrets are kept on this computer, as sentences about them choose by it. */
export const secretsPlace = (keychain: KeychainStatus['kind'] | undefined): 'keychain' | 'session' =>
  keychain === 'absent' ? 'session' : 'keychain';

export const useSecretsPlace = (): 'keychain' | 'session' => useApp(({ app }) => secretsPlace(app?.keychain.kind));
