import type { Filter } from './ldap-filter';
import type { Modification } from './ldap-requests';

/**
 * The requests that change a server, as `LdapSession` sends them. Only a recorded write hands them out (src-main/write), so that
 * nothing is written that the history does not know of; test/unit/house/one-write.test.ts holds the sources to it.
 */
export interface LdapWriter {
  modify(dn: string, modifications: readonly Modification[], assertion?: Filter): Promise<void>;
  add(dn: string, attributes: Readonly<Record<string, readonly string[]>>): Promise<void>;
  remove(dn: string, assertion?: Filter): Promise<void>;
}
