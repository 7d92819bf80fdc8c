import { randomUUID } from 'node:crypto';
import type { ConfigEntry } from '../../src-shared/model/organization-fields';
import { AppError } from '../base/app-error';
import type { GluuTree } from '../gluu-ldap/discover';
import { dnOf } from '../gluu-ldap/snapshot';
import type { LdapSession } from '../ldap/ldap-session';

/** An attribute of each configuration entry that may have any text. */
const asked: Record<ConfigEntry, string> = {
  appliance: 'oxSmtpConfiguration',
  organization: 'displayName',
  oxauth: 'oxWebKeysSettings',
};

/**
 * Finds out whether this account may change a configuration entry without changing anything: it asks to delete one random value
 * that no entry holds. A server first checks rights (RFC 4511 section 4.6, result 50), then finds no such value (16).
 */
export async function mayWrite(
  session: LdapSession,
  tree: GluuTree,
  entry: ConfigEntry,
): Promise<{ allowed: boolean; note?: string }> {
  try {
    await session.modify(dnOf(tree, entry), [
      { operation: 'delete', attribute: asked[entry], values: [`console-rights-check-${randomUUID()}`] },
    ]);
    return { allowed: true };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    switch (error.code) {
      case 'ldap.valueGone':
        return { allowed: true };
      case 'ldap.rights':
      case 'ldap.unwilling':
      case 'ldap.encryptionWanted':
      case 'ldap.referral': // a replica: it can be read all the same
        return { allowed: false, ...(error.about.detail ? { note: error.about.detail } : {}) };
      default:
        throw error;
    }
  }
}
