import { servedVersions } from '../gluu/served-versions';
import { spanText } from '../gluu/versions';
import type { FailureCode } from '../model/failure';
import type { Sentences } from './sentences';

/** What can go wrong in LDAP, in a Gluu tree, and with what was written there. */
export const directoryFailureTexts = {
  'ldap.clearText': {
    what: 'The password of {user} would be sent unencrypted. It was not sent.',
    why: 'Encryption is set to Plain, and you have not allowed that since the app was started or unlocked.',
    todo: 'Choose LDAPS or StartTLS; or check the server and allow it when you are asked.',
  },
  'ldap.startTlsRefused': {
    what: 'The server refused StartTLS. Nothing else was sent.',
    why: 'It knows no StartTLS, or its TLS is not set up.',
    todo: 'Use LDAPS, or have TLS configured on the server.',
  },
  'ldap.injection': {
    what: 'Unencrypted bytes came behind the answer to StartTLS. The connection was ended, nothing was sent.',
    why: 'Somebody between this workstation and the server may be tampering with the connection.',
    todo: 'Use LDAPS, and have the network looked at.',
  },
  'ldap.notLdap': { what: 'What answers on {thisPort} does not speak LDAP correctly.', todo: 'Check host and port.' },
  'ldap.tooMuch': {
    what: 'The server sent more than {limit}. The connection was ended.',
    todo: 'Check that this is the right server.',
  },
  'ldap.held': {
    what: 'Reading this server’s answers held the console up.',
    why: 'An answer is damaged, or was made to do so. Other servers are not affected.',
    todo: 'Look at the server, and at what stands between it and this computer. It is not asked again until you check it.',
  },
  'ldap.notRead': {
    what: 'The console could not start the process that reads LDAP answers.',
    why: 'This computer is short of memory, a virus scanner forbids it, or a file of the app is missing. It is not the server.',
    todo: 'Try again. If it stays so, restart the console, or install it again.',
  },
  'ldap.noReply': {
    what: 'The server did not reply in time.',
    why: 'It is overloaded or hangs.',
    todo: 'Try again. If something was being written, it is read again before anything else.',
  },
  'ldap.identity': {
    what: 'The login was accepted, but the server says you are someone else than {wanted}.',
    why: 'A server that maps or ignores logins; what it shows and allows cannot be relied on.',
    todo: 'Check the bind DN and the server’s configuration.',
  },
  'ldap.credentials': {
    what: 'Bind DN or password is wrong.',
    why: 'OpenDJ calls the account cn=directory manager, OpenLDAP cn=directory manager,o=gluu. The password was that of the first oxTrust administrator, unless it was changed.',
    todo: 'Edit the server: try the other bind DN, or type the password again.',
  },
  'ldap.passwordMustChange': {
    what: 'The password of this account must be changed before the account can do anything else.',
    why: 'It has expired, or an administrator has reset it.',
    todo: 'Set a new password with the directory’s own tools (ldappasswd or ldappasswordmodify). Then edit the server and type the new one.',
  },
  'ldap.accountLocked': {
    what: 'This account is locked.',
    why: 'Too many logins failed, it has expired, or an administrator has disabled it.',
    todo: 'Wait until the lock ends, or have the account unlocked or extended. Then check the password before you try again.',
  },
  'ldap.passwordMethod': {
    what: 'The server does not take this kind of login.',
    todo: 'Use an encrypted connection and a password.',
  },
  'ldap.encryptionWanted': {
    what: 'The server refuses passwords without encryption.',
    todo: 'Choose LDAPS or StartTLS for this server.',
  },
  'ldap.rights': {
    what: 'This account may not do that.',
    todo: 'Use the Directory Manager, or ask for the right to write these attributes.',
  },
  'ldap.missing': { what: 'The entry does not exist, or this account may not see it.' },
  'ldap.referral': {
    what: 'This server points to another one. It was not followed.',
    why: 'It is a replica that may not be written to.',
    todo: 'Connect to the server that holds the data.',
  },
  'ldap.limit': { what: 'The server’s limit for searches was reached.', todo: 'Search for something narrower.' },
  'ldap.busy': { what: 'The server is busy.', todo: 'Wait a moment and try again.' },
  'ldap.unavailable': {
    what: 'The server is stopping, or its database is offline.',
    todo: 'Check the service on the server.',
  },
  'ldap.unwilling': { what: 'One of the server’s own rules refuses that.', todo: 'Its own words are below.' },
  'ldap.badDn': {
    what: 'The server does not take this as a DN.',
    todo: 'A bind DN looks like cn=directory manager or cn=directory manager,o=gluu.',
  },
  'ldap.syntax': { what: 'The server does not take a value: it has the wrong form for its attribute.' },
  'users.mailTaken': {
    what: 'The mail address is used by {who} already.',
    why: 'This server takes each address only once.',
    todo: 'Use another address.',
  },
  'ldap.constraint': { what: 'A value breaks a rule of the server.', todo: 'Its own words are below.' },
  'ldap.schema': {
    what: 'The schema of this server does not allow that.',
    why: 'It may be another Gluu version than its schema says.',
    todo: 'Check again, and look at the version found.',
  },
  'ldap.exists': { what: 'It is there already.', todo: 'Load it again.' },
  'ldap.valueGone': { what: 'The value is no longer there: someone changed it.', todo: 'Load it again.' },
  'ldap.conflict': {
    what: 'Someone changed the entry at the same moment.',
    todo: 'Load it again, and choose which values stay.',
  },
  'ldap.control': { what: 'The server does not know a control this needs.', todo: 'Its own words are below.' },
  'ldap.other': { what: 'The server could not do that.', todo: 'Its own words are below.' },
  'gluu.noTree': {
    what: 'This LDAP server holds no Gluu tree, or this account may not see it.',
    why: 'Another LDAP server, another bind DN, or a Gluu that keeps its data in SQL or Couchbase.',
    todo: 'Check host, port and bind DN.',
  },
  'gluu.severalAppliances': {
    what: 'There are several appliance entries, and oxTrust’s own configuration does not say which is in use: {found}.',
    why: 'A cluster, or leftovers of an older installation.',
    todo: 'Remove the leftovers, or ask for support of this layout.',
  },
  'gluu.notSupported': {
    what: `This is Gluu {version}. This console changes ${spanText(servedVersions)} only.`,
    why: 'Other versions keep their settings elsewhere in the tree, or in another form.',
    todo: 'Use oxTrust for this server.',
  },
  'gluu.brokenJson': {
    what: 'The JSON in {attribute} cannot be read: {why}',
    why: 'Where Gluu cannot read it either, its whole configuration entry fails to load.',
    todo: 'Repair it with an LDAP editor. It is shown as it is, and nothing of it is lost.',
  },
  'gluu.noSalt': {
    what: 'The salt of this server is not known, so no password can be encrypted for it.',
    why: 'It is kept in /etc/gluu/conf/salt on the Gluu Server, inside the chroot container, and not in LDAP.',
    todo: 'Edit the server and paste the salt: the 24 characters after encodeSalt =.',
  },
  'gluu.saltContradicted': {
    what: 'The salt is refused, since {verdict}.',
    why: '{why}',
    todo: 'Nothing was written, and nothing was sent with it. {remedy}',
  },
  'gluu.saltChanged': {
    what: 'The salt is not in the state in which the change list was made.',
    why: 'Told in the list: {told} Now: {now}',
    todo: 'Nothing was written. Review the changes again.',
  },
  'gluu.snapshotGone': {
    what: 'The loaded settings have expired.',
    todo: 'Load it again; what you typed stays.',
  },
  'gluu.nameNotTyped': { what: 'The name of the server was not typed.', todo: 'Type {name} to allow this.' },
  'history.noRollback': {
    what: 'This write cannot be rolled back from here.',
    why: '{why}',
    todo: 'Nothing was written. See the write in the history for what it changed.',
  },
  'history.imageGone': {
    what: 'The previous SMTP password is no longer available.',
    why: 'Its encrypted form is sealed with a key that only the keychain of this workstation holds.',
    todo: 'Set the SMTP password in Organization Configuration. Nothing was written.',
  },
} satisfies Partial<Record<FailureCode, Sentences>>;
