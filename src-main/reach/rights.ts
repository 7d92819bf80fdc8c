import type { EntrySpec } from '../../src-shared/gluu/pages/page';
import type { EntryId } from '../../src-shared/model/organization';
import { AppError } from '../base/app-error';
import type { Where } from '../gluu-ldap/discover';
import { dnOf } from '../gluu-ldap/snapshot';
import type { LdapSession } from '../ldap/ldap-session';

/** What a server says of the right to write an entry, with its own words where it refuses. */
export interface MayWrite {
  allowed: boolean;
  note?: string;
}

/** Asks `mayWrite` of each of these entries, by default of all that the page has. Throws what that throws. */
export const mayWriteEach = async (
  session: LdapSession,
  tree: Where,
  entries: readonly EntrySpec[] = tree.page.entries,
): Promise<ReadonlyMap<EntryId, MayWrite>> =>
  new Map(await Promise.all(entries.map(async (entry) => [entry.id, await mayWrite(session, tree, entry)] as const)));

/**
 * Finds out whether this account may change an entry of the page without changing anything (`LdapSession.tryDelete`).
 */
export async function mayWrite(session: LdapSession, tree: Where, { id, asked }: EntrySpec): Promise<MayWrite> {
  try {
    await session.tryDelete(dnOf(tree, id), asked);
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
