import * as z from '../../src-shared/base/zod';
import type { MailboxTarget } from '../../src-shared/model/mailbox';
import { AppError } from '../base/app-error';
import { checkStorable, type Keychain, largestValue } from './keychain';
import { readStored } from './stored-secret';

/**
 * The password of the mailbox, bound to the target it was typed for, so that neither a changed setting nor a compromised
 * window can send it anywhere else. Every call may also throw what Keychain's calls throw.
 */
export interface MailboxSecrets {
  /** Stores the password, over an older one. Throws AppError secret.unusable if it cannot be kept. */
  put(password: string, target: MailboxTarget): Promise<void>;
  /** Throws AppError secret.missing, secret.bound (it was typed for another target) or secret.unusable (damaged). */
  read(target: MailboxTarget): Promise<string>;
  /** What `read` would find. A damaged password counts as `none`: it has to be typed again. */
  state(target: MailboxTarget): Promise<'stored' | 'none' | 'bound-elsewhere'>;
  /** Removes it; it may be gone already. */
  forget(): Promise<void>;
}

/** Looser than MailboxTarget: the target is only compared, and stricter rules of a later version must not lose the password. */
const Target = z.object({ host: z.string(), port: z.number(), mode: z.string(), user: z.string() });
type Target = z.output<typeof Target>;
const Stored = z.object({ v: z.literal(1), secret: z.string().min(1), boundTo: Target });
type Stored = z.output<typeof Stored>;

const ACCOUNT = 'mailbox/password';

/** Keeps the password in `keychain`. Nothing it throws, logs or shows to `util.inspect` holds it. */
export function mailboxSecrets(keychain: Keychain): MailboxSecrets {
  async function find(): Promise<Stored | undefined> {
    const text = await keychain.get(ACCOUNT);
    return text === null ? undefined : readStored(Stored, text);
  }

  return {
    async put(password, target) {
      // The password by itself: inside the JSON an empty one or half a character would go unnoticed.
      checkStorable(password, largestValue(process.platform));
      const { host, port, mode, user } = target;
      const stored: Stored = { v: 1, secret: password, boundTo: { host, port, mode, user } };
      await keychain.set(ACCOUNT, JSON.stringify(stored));
    },
    async read(target) {
      const stored = await find();
      if (stored === undefined) throw new AppError('secret.missing');
      if (!isSameTarget(stored.boundTo, target)) throw new AppError('secret.bound');
      return stored.secret;
    },
    async state(target) {
      try {
        const stored = await find();
        if (stored === undefined) return 'none';
        return isSameTarget(stored.boundTo, target) ? 'stored' : 'bound-elsewhere';
      } catch (error) {
        if (error instanceof AppError && error.code === 'secret.unusable') return 'none';
        throw error;
      }
    },
    forget: () => keychain.remove(ACCOUNT),
  };
}

/** Host names are case-insensitive (RFC 4343); all else must be the same to the letter. */
const isSameTarget = (one: Target, other: Target): boolean =>
  one.host.toLowerCase() === other.host.toLowerCase() &&
  one.port === other.port &&
  one.mode === other.mode &&
  one.user === other.user;
