import * as z from '../../src-shared/base/zod';
import type { ServerId } from '../../src-shared/model/server';
import { type Message, mapFacts, message } from '../../src-shared/texts/message';
import { AppError } from '../base/app-error';
import { safeText } from '../base/safe-text';
import { place } from '../net/tcp';
import { checkStorable, type Keychain, largestValue } from './keychain';
import { readStored } from './stored-secret';

export const secretKinds = ['bindPassword', 'salt', 'sshPassword', 'sshPassphrase'] as const;
export type SecretKind = (typeof secretKinds)[number];

/**
 * The secrets of the administrator's servers. Each is bound to the target it was typed for, so that neither a changed
 * profile nor a compromised window can send it anywhere else. Every call may also throw what Keychain's calls throw.
 */
export interface ServerSecrets {
  /** Stores a secret, over an older one. Throws AppError secret.unusable if it cannot be kept. */
  put(serverId: ServerId, kind: SecretKind, secret: string, target: SecretTarget): Promise<void>;
  /** Throws AppError secret.missing, secret.bound (it was typed for another target) or secret.unusable (damaged). */
  read(serverId: ServerId, kind: SecretKind, target: SecretTarget): Promise<string>;
  /** What `read` would find. A damaged secret counts as `none`: it has to be typed again. */
  state(serverId: ServerId, kind: SecretKind, target: SecretTarget): Promise<'stored' | 'none' | 'bound-elsewhere'>;
  remove(serverId: ServerId, kind: SecretKind): Promise<void>;
  /** Removes all secrets of a server. */
  forget(serverId: ServerId): Promise<void>;
  /**
   * Removes the secrets of all other servers, which a crash between the removal of a profile and of its secrets leaves
   * behind, and gives how many there were. Only for a list of servers that was read without an error.
   */
  reconcile(knownServerIds: Iterable<ServerId>): Promise<number>;
}

/**
 * Where a secret may go: for LDAP its target, for SSH the host with mode `ssh` and the user in `bindDn`; `via` are the SSH
 * hosts on the way. Loose: it is only compared, and stricter rules of a later version must not lose the secret.
 */
export const SecretTarget = z.object({
  host: z.string(),
  port: z.number(),
  mode: z.string(),
  bindDn: z.string(),
  via: z.string().exactOptional(),
});
export type SecretTarget = z.output<typeof SecretTarget>;
const Stored = z.object({ v: z.literal(1), secret: z.string().min(1), boundTo: SecretTarget });
type Stored = z.output<typeof Stored>;

const ACCOUNT = /^server\/([^/]+)\/[^/]+$/;
const accountOf = (serverId: ServerId, kind: SecretKind) => `server/${serverId}/${kind}`;

/** Keeps the secrets in `keychain`. Nothing it throws, logs or shows to `util.inspect` holds one. */
export function serverSecrets(keychain: Keychain): ServerSecrets {
  async function find(serverId: ServerId, kind: SecretKind): Promise<Stored | undefined> {
    const text = await keychain.get(accountOf(serverId, kind));
    return text === null ? undefined : readStored(Stored, text);
  }

  const remove = (serverId: ServerId, kind: SecretKind) => keychain.remove(accountOf(serverId, kind));

  return {
    remove,
    async put(serverId, kind, secret, target) {
      // The secret by itself: inside the JSON an empty one or half a character would go unnoticed.
      checkStorable(secret, largestValue(process.platform));
      const { host, port, mode, bindDn, via } = target;
      const boundTo = { host, port, mode, bindDn, ...(via === undefined ? {} : { via }) };
      const stored: Stored = { v: 1, secret, boundTo };
      await keychain.set(accountOf(serverId, kind), JSON.stringify(stored));
    },
    async read(serverId, kind, target) {
      const stored = await find(serverId, kind);
      if (stored === undefined) throw new AppError('secret.missing');
      if (!isSameTarget(stored.boundTo, target)) {
        const places = { typedFor: targetText(stored.boundTo), now: targetText(target) };
        throw new AppError('secret.bound', {
          reason: mapFacts(message('failure.reason.secretFor', places), safeText),
        });
      }
      return stored.secret;
    },
    async state(serverId, kind, target) {
      try {
        const stored = await find(serverId, kind);
        if (stored === undefined) return 'none';
        return isSameTarget(stored.boundTo, target) ? 'stored' : 'bound-elsewhere';
      } catch (error) {
        if (error instanceof AppError && error.code === 'secret.unusable') return 'none';
        throw error;
      }
    },
    async forget(serverId) {
      for (const kind of secretKinds) await remove(serverId, kind);
    },
    async reconcile(knownServerIds) {
      const known = new Set<string>(knownServerIds);
      const orphans = (await keychain.accounts()).filter((account) => {
        const serverId = ACCOUNT.exec(account)?.[1];
        return serverId !== undefined && !known.has(serverId);
      });
      for (const account of orphans) await keychain.remove(account);
      return orphans.length;
    },
  };
}

/** Host names are case-insensitive (RFC 4343); all else must be the same to the letter. */
export const isSameTarget = (one: SecretTarget, other: SecretTarget): boolean =>
  one.host.toLowerCase() === other.host.toLowerCase() &&
  one.port === other.port &&
  one.mode === other.mode &&
  one.bindDn === other.bindDn &&
  one.via === other.via;

/**
 * The same secrets; `changed` hears of each server whose secrets for logging in may be others now. What was logged in with the ones before
 * ends then.
 */
export function tellingSecrets(secrets: ServerSecrets, changed: (serverId: ServerId) => void): ServerSecrets {
  async function telling<T>(serverId: ServerId, change: Promise<T>): Promise<T> {
    try {
      return await change;
    } finally {
      changed(serverId);
    }
  }
  const unlessSalt = <T>(serverId: ServerId, kind: SecretKind, change: Promise<T>) =>
    kind === 'salt' ? change : telling(serverId, change);
  return {
    ...secrets,
    put: (serverId, kind, ...rest) => unlessSalt(serverId, kind, secrets.put(serverId, kind, ...rest)),
    remove: (serverId, kind) => unlessSalt(serverId, kind, secrets.remove(serverId, kind)),
    forget: (serverId) => telling(serverId, secrets.forget(serverId)),
  };
}

/** A target in words: `gluu.example.org:1636 (ldaps) as cn=directory manager via root@gluu.example.org`. */
export const targetText = ({ via, bindDn, mode, ...endpoint }: SecretTarget): Message =>
  message('failure.reason.secretPlace', {
    where: via ? 'via' : 'direct',
    place: place(endpoint),
    mode,
    user: bindDn,
    via: via ?? '',
  });
