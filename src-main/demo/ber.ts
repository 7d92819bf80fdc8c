/** The demo server's one door to ldapts: its BER classes, nothing of its LDAP client. */
export { BerReader, BerWriter, InvalidAsn1Error } from 'ldapts';
