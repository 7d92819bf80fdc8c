import { LdapEntry } from '../../src-main/ldap/ldap-entry';

/** An entry as it comes from a server, from texts. */
export const ldapEntry = (dn: string, attributes: Readonly<Record<string, string | readonly string[]>>): LdapEntry =>
  new LdapEntry(
    dn,
    Object.entries(attributes).map(([type, value]) => [type, [value].flat().map((text) => Buffer.from(text))]),
  );
