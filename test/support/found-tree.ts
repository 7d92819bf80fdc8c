import { type GluuTree, look } from '../../src-main/gluu-ldap/discover';
import type { LdapSession } from '../../src-main/ldap/ldap-session';

/** Finds the tree of a server that was never seen before. */
export async function foundTree(session: LdapSession): Promise<GluuTree> {
  const { place, known } = look(session, undefined, async () => {});
  return { ...(await place), ...(await known) };
}
