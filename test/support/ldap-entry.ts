import { LdapEntry } from '../../src-main/ldap/ldap-entry';
import { octets } from './hostile-ldap/ber';

/** An entry as it comes from a server, from texts. */
export const ldapEntry = (dn: string, attributes: Readonly<Record<string, string | readonly string[]>>): LdapEntry =>
  new LdapEntry(
    dn,
    Object.entries(attributes).map(([type, value]) => [
      type,
      Buffer.concat([value].flat().map((text) => octets(text))),
    ]),
  );
