import type { ServerId } from '../../src-shared/model/server';
import { AppError } from '../app-error';
import type { KnownServers } from './known-servers';

/** A server's salt, or undefined if none is known: a locked keychain must not hide everything else. Throws only for bugs. */
export async function knownSalt(
  servers: Pick<KnownServers, 'secret'>,
  serverId: ServerId,
): Promise<string | undefined> {
  try {
    return await servers.secret(serverId, 'salt');
  } catch (error) {
    if (error instanceof AppError && /^(secret|keychain)\./.test(error.code)) return undefined;
    throw error;
  }
}
