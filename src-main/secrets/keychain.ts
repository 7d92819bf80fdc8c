import type { KeychainStatus } from '../../src-shared/model/keychain';
import { type Message, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';

/**
 * The system keychain, or, while there is none, memory for this session. Values are any text up to `largestValue` bytes.
 * A locked keychain never looks like an empty one. Every call but `status` and `onStatus` may throw
 * AppError keychain.locked, keychain.waiting (nobody answered the system's prompt) or keychain.failed. A prompt without an
 * answer stands for the calls of the next two seconds, so that one action of the user opens one prompt.
 */
export interface Keychain {
  /** What the last call found; `unknown` before the first one. */
  status(): KeychainStatus;
  /** Calls `listener` on every change of the status. Gives the function that ends it. */
  onStatus(listener: (status: KeychainStatus) => void): () => void;
  /** Looks again, which may open the system's prompt once, and gives what it found. Acknowledges `changed`. */
  retry(): Promise<KeychainStatus>;
  /** The stored value, or null if there is none. Throws AppError secret.unusable if it is not one of ours. */
  get(account: string): Promise<string | null>;
  /** Throws AppError secret.unusable before anything is stored if the value cannot be kept. */
  set(account: string, value: string): Promise<void>;
  /** Removes a value; it may be gone already. */
  remove(account: string): Promise<void>;
  /** The accounts that have a value. */
  accounts(): Promise<string[]>;
  /** Ends the keychain's process if nothing is asked of it; the next call starts another one. */
  rest(): void;
  /** Ends the keychain's process and forgets what was kept for this session; until `unlock`, calls fail with app.locked. */
  lock(): void;
  /** Looks whether the keychain is open, which may open the system's prompt once. Throws keychain.*, and stays locked then. */
  unlock(): Promise<void>;
  /** Ends the keychain's process at once, even with a prompt open. Listeners hear no more, calls fail with keychain.failed. */
  dispose(): void;
}

/**
 * The most bytes of UTF-8 that one value may have. Windows' credential store takes 2560 bytes in all
 * (CRED_MAX_CREDENTIAL_BLOB_SIZE, wincred.h), which is 1920 before Base64.
 */
export const largestValue = (platform: NodeJS.Platform): number => (platform === 'win32' ? 1920 : 65_536);

const LONE_SURROGATE = /\p{Surrogate}/u;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Throws AppError secret.unusable, which never quotes the value, if it could not be read back unchanged. */
export function checkStorable(value: string, maxBytes: number): void {
  if (value === '') throw unusable(message('failure.reason.secretEmpty'));
  if (LONE_SURROGATE.test(value)) throw unusable(message('failure.reason.secretSurrogate'));
  if (Buffer.byteLength(value, 'utf8') > maxBytes)
    throw unusable(message('failure.reason.secretTooLong', { max: maxBytes }));
}

/**
 * The form in which a value is stored: Base64 of its UTF-8. The keychain library cuts values at NUL, and keyrings have
 * been lost to a newline in a secret (omacom/omarchy#5105).
 */
export const toStored = (value: string): string => Buffer.from(value, 'utf8').toString('base64');

/** Reverses `toStored`. Throws AppError secret.unusable, which never quotes the value, if it is something else. */
export function fromStored(stored: string): string {
  if (!BASE64.test(stored)) throw unusable(message('failure.reason.secretForeign'));
  const value = Buffer.from(stored, 'base64').toString('utf8');
  if (toStored(value) !== stored) throw unusable(message('failure.reason.secretForeign'));
  return value;
}

/** The error for a secret that cannot be stored or used; `why` is a sentence. */
export const unusable = (why: Message): AppError => new AppError('secret.unusable', { facts: { why } });
