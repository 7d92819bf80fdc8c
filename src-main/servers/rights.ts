import { randomUUID } from 'node:crypto';
import { AppError } from '../app-error';
import type { LdapSession } from '../ldap/ldap-session';

/**
 * Finds out whether this account may change the appliance entry without changing anything: it asks to delete one random value
 * that no entry holds. A server first checks rights (RFC 4511 section 4.6, result 50), then finds no such value (16).
 */
export async function mayWrite(
  session: LdapSession,
  applianceDn: string,
): Promise<{ allowed: boolean; note?: string }> {
  try {
    await session.modify(applianceDn, [
      { operation: 'delete', attribute: 'oxSmtpConfiguration', values: [`console-rights-check-${randomUUID()}`] },
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
