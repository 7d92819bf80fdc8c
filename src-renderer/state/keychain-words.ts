import type { KeychainStatus } from '../../src-shared/model/keychain';
import { type Message, message } from '../../src-shared/texts/message';
import type { Tone } from '../ui/signal';
import { useApp } from './app-store';

type Kind = KeychainStatus['kind'];

export const keychainTones: Record<Kind, Tone> = {
  unknown: 'unknown',
  open: 'ok',
  locked: 'warn',
  waiting: 'running',
  absent: 'warn',
  changed: 'warn',
};

/** The keychain's state in a few words, for the status line. */
export const keychainShort = (kind: Kind): Message => message(`app.keychain.short.${kind}`);

/** The same in a sentence. */
export const keychainLong = (kind: Kind): Message => message(`app.keychain.long.${kind}`);

/** Where secrets are kept on this computer, as sentences about them choose by it. */
export const secretsPlace = (keychain: KeychainStatus['kind'] | undefined): 'keychain' | 'session' =>
  keychain === 'absent' ? 'session' : 'keychain';

export const useSecretsPlace = (): 'keychain' | 'session' => useApp(({ app }) => secretsPlace(app?.keychain.kind));
