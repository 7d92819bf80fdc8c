import { servedVersions } from '../gluu/served-versions';
import { spanText } from '../gluu/versions';
import type { Failure, FailureCode } from '../model/failure';
import { testStopLabels } from '../model/smtp-test';
import { profileFailureTexts } from './profile-failures';
import type { Sentences } from './sentences';
import { sshFailureTexts } from './ssh-failures';

/** The sentences of every failure. `{names}` are filled from the failure's facts, `{thisPort}` from its place; a code without sentences does not compile. */
const texts: Record<FailureCode, Sentences> = {
  ...sshFailureTexts,
  ...profileFailureTexts,
  'input.invalid': { what: 'Some values cannot be used.', todo: 'Check the marked fields.' },
  'work.cancelled': { what: 'Cancelled.' },
  'server.unknown': { what: 'This server is no longer in the list.' },
  'server.readOnly': {
    what: 'This server is read-only in this console.',
    todo: 'Press Allow writing in its header.',
  },
  'app.locked': { what: 'The console is locked.', todo: 'Unlock it, then do it again.' },
  'place.notAllowed': {
    what: 'Nothing was sent: you have not allowed this console to connect to {place}.',
    todo: 'Do it again and choose Connect if the place is right.',
  },
  'place.tooMany': {
    what: 'Nothing was sent to {place}, and you were not asked: too many places were refused within a minute.',
    why: 'Something may be trying one place after the other.',
    todo: 'Wait a minute and do it again.',
  },
  'write.notConfirmed': { what: 'You did not confirm, so nothing was written.' },
  'write.changed': {
    what: 'It changed in the meantime, so nothing was done.',
    todo: 'Look at it again, then do it again.',
  },
  'dialog.open': {
    what: 'Nothing was done: another question or file dialog of this console is still open.',
    todo: 'Answer it, then do it again.',
  },
  'confirm.tooMany': {
    what: 'Nothing was done, and you were not asked: you said no to too many questions within a minute.',
    why: 'Something may be asking one question after the other.',
    todo: 'Wait a minute and do it again.',
  },
  'mail.notAllowed': {
    what: 'Nothing was sent: you have not allowed this console to send mail to {to}.',
    todo: 'Do it again and confirm the recipient if the address is right.',
  },
  'mail.tooMany': {
    what: 'This mail was not sent: at most {limit} mails a minute go out from this console.',
    why: 'As many were begun within the last minute, by you or by something that acts in your place.',
    todo: 'Wait {seconds} s and do it again.',
  },
  'mail.tooManyProbes': {
    what: 'The mail server was not tested: this console tries at most {limit} logins and recipients a minute.',
    why: 'As many were tried within the last minute, by you or by something that acts in your place.',
    todo: `Wait {seconds} s and do it again, or choose “${testStopLabels.connect}”, which is not counted.`,
  },
  'folder.inUse': {
    what: 'The folder {folder} is in use by {holder}.',
    why: 'One process at a time may write the list of servers and the History.',
    todo: 'Close that one first, then do it again.',
  },
  'folder.unusable': {
    what: 'The folder {folder} cannot be used.',
    why: 'It may not be writable, or lie where no local socket can be made.',
    todo: 'Make it writable, or start with another folder (--user-data-dir).',
  },
  'file.unwritable': {
    what: 'The file {file} could not be written. What was there before is intact.',
    why: 'The disk may be full, or the folder may not be writable.',
    todo: 'Make room or permissions, then do it again.',
  },
  'file.newer': {
    what: 'The file {file} was written by a newer version of this app.',
    why: 'Writing it with this version would lose what the newer one keeps in it.',
    todo: 'Update the app.',
  },
  'keychain.locked': {
    what: 'The keychain of this computer is locked.',
    why: 'The secret is there, but the system does not hand it out.',
    todo: 'Unlock the keychain, then try again.',
  },
  'keychain.waiting': {
    what: 'The keychain asked for its password, and nobody answered.',
    todo: 'Look for the system’s own prompt, answer it and try again.',
  },
  'keychain.failed': {
    what: 'The keychain of this computer failed.',
    todo: 'Try again. The system’s own words are below.',
  },
  'secret.missing': {
    what: 'No password is stored.',
    why: 'It was never typed, the keychain was replaced, or without a keychain it was lost when the console ended or was locked.',
    todo: 'Edit the server and type it.',
  },
  'secret.bound': {
    what: 'The stored secret was typed for another place and was not used.',
    why: 'Host, port, encryption, user or route changed since, in the profile or in ~/.ssh/config, or an earlier version kept only the alias. A secret goes only where it was meant to go.',
    todo: 'Type it again for this place.',
  },
  'secret.unusable': { what: 'The stored secret cannot be used.', why: '{why}', todo: 'Type it again.' },
  'net.nameUnknown': {
    what: 'This host name does not exist, as seen from this workstation.',
    why: 'A typing slip, or a name that only the server’s own network knows.',
    todo: 'Check the name. For an internal name, connect to that network first.',
  },
  'net.nameTrouble': {
    what: 'The name server did not answer. This says nothing about the host itself.',
    todo: 'Check this computer’s network and try again.',
  },
  'net.refused': {
    what: 'Connection refused: nothing is listening on {thisPort}.',
    why: 'The port is wrong, the service is down, or it listens on loopback only, as Gluu’s LDAP usually does.',
    todo: 'Check the port. For a loopback listener, edit the server: choose the route SSH, and localhost as its host.',
  },
  'net.timeout': {
    what: 'No answer in time.',
    why: 'Most often a firewall drops the packets, or the service behind the port hangs.',
    todo: 'Check the firewall between this workstation and the host, then try again.',
  },
  'net.noRoute': {
    what: 'There is no way to this address from here.',
    todo: 'Check the network, VPN or address family.',
  },
  'net.dropped': {
    what: 'The other side closed the connection.',
    why: 'An idle limit, a restart, too many connections, or a service that expects something else on {thisPort}.',
    todo: 'Try again. If it happens at once each time, check port and encryption.',
  },
  'tls.untrusted': {
    what: 'This computer does not trust the certificate of the server.',
    why: '{causes}',
    todo: 'Compare its SHA-256 with the one on the server, then trust exactly this certificate.',
  },
  'tls.keyUsage': {
    what: 'The certificate of the server forbids its key to sign, which TLS needs. Nothing was sent.',
    why: 'Its key usage leaves out digitalSignature, as in the certificate of an authority. Tools that do not check this still connect.',
    todo: 'Have a certificate issued for the server whose key usage includes digitalSignature, or that has no such field.',
  },
  'tls.changed': {
    what: 'The certificate is not the one you trusted for this server.',
    why: 'It was renewed, or somebody is in between. Nothing was sent.',
    todo: 'Ask the server’s administrator which it is before you trust the new one.',
  },
  'tls.old': {
    what: 'The server offers only TLS older than 1.2.',
    todo: 'Enable TLS 1.2 on the server.',
  },
  'tls.failed': {
    what: 'The encrypted connection could not be set up.',
    why: 'Both sides found no TLS version and method in common, or the key or certificate of the server cannot be used.',
    todo: 'The name that this computer’s TLS library gives the reason is below. Check the TLS settings of the server.',
  },
  'tls.expected': {
    what: '{ThisPort} wants TLS from the first byte.',
    todo: 'Choose the encryption that begins with TLS: LDAPS for a directory, TLS from the start for mail.',
  },
  'tls.unexpected': {
    what: '{ThisPort} does not begin with TLS.',
    why: 'It speaks plain text first and may offer STARTTLS.',
    todo: 'Choose STARTTLS, or the port that speaks TLS from the start.',
  },
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
  'smtp.passwordUnreadable': {
    what: 'The stored SMTP password does not decrypt with this server’s salt.',
    why: 'It was encrypted with another one, or it is damaged. The salt kept here is proved to be this server’s.',
    todo: 'Choose Replace and type the SMTP password, then Update.',
  },
  'smtp.passwordDamaged': {
    what: 'The stored SMTP password decrypts to a damaged text: its bytes are not UTF-8.',
    why: 'It was stored by other software, in another encoding. Gluu up to 4.2.2 sends the bytes as they are; later versions send U+FFFD for those that are no text.',
    todo: 'Choose Replace and type the SMTP password, then Update.',
  },
  'smtp.passwordUnopened': {
    what: 'The stored SMTP password does not decrypt with the salt kept here.',
    why: 'Whether that is this server’s salt cannot be proved. {why} So the password or the salt may be the wrong one.',
    todo: 'Compare the salt with /etc/gluu/conf/salt on this server first. Replace the password only if it is the same.',
  },
  'smtp.clearText': {
    what: 'The password of {user} would be sent unencrypted. Stopped before connecting.',
    why: 'Requires SSL is off. The Gluu Server itself would send the password unencrypted.',
    todo: 'Turn Requires SSL on; or do it again and allow it when you are asked.',
  },
  // A finding of src-shared/diagnosis, in its own sentences.
  'smtp.failed': { what: '{title}.', why: '{explanation}', todo: '{remedy}' },
  'mailbox.none': {
    what: 'No mailbox is set up here.',
    todo: 'Enter its IMAP server, user and password first.',
  },
  'imap.clearText': {
    what: 'The password of {user} would be sent to the mailbox unencrypted. Stopped before connecting.',
    todo: 'Choose TLS or STARTTLS; or do it again and allow it when you are asked.',
  },
  'imap.silent': {
    what: 'Connected, but the server never sent an IMAP greeting.',
    why: 'It is no IMAP server, or one that is overloaded.',
    todo: 'Check host and port, and try again later.',
  },
  'imap.notImap': { what: 'What answers on {thisPort} does not speak IMAP correctly.', todo: 'Check host and port.' },
  'imap.unavailable': {
    what: 'The mailbox server turned the connection away.',
    why: 'Too many connections, a block list, or maintenance.',
    todo: 'Its own words are below. Wait some minutes and try again.',
  },
  'imap.startTlsMissing': {
    what: 'The mailbox server does not carry out STARTTLS on {thisPort}. The password was not sent.',
    why: 'It does not offer it here, or something in between takes it away.',
    todo: 'Use port 993 with TLS from the start.',
  },
  'imap.injection': {
    what: 'Unencrypted bytes came behind the answer to STARTTLS. The connection was ended, the password was not sent.',
    why: 'Somebody between this workstation and the mailbox server may be tampering with the connection.',
    todo: 'Use port 993 with TLS from the start, and have the network looked at.',
  },
  'imap.loginDisabled': {
    what: 'The mailbox server takes no user name and password on this connection. The password was not sent.',
    why: 'It wants encryption first, or another kind of login.',
    todo: 'Choose TLS or STARTTLS. A provider that allows only its own sign-in may offer app passwords.',
  },
  'imap.credentials': {
    what: 'The mailbox server does not accept this user name and password.',
    why: 'The full address may be wanted as user name, IMAP may be off for the account, or the provider wants an app password.',
    todo: 'Check both, then try again.',
  },
  'imap.loginRefused': { what: 'The mailbox server refused the login for now.', todo: 'Its own words are below.' },
  'imap.refused': { what: 'The mailbox server refused a request.', todo: 'Its own words are below.' },
  'imap.noReply': {
    what: 'The mailbox server did not reply in time.',
    why: 'It is overloaded or hangs.',
    todo: 'Try again.',
  },
  'imap.tooMuch': {
    what: 'The mailbox server sent more than {limit}. The connection was ended.',
    todo: 'Check that this is the right server.',
  },
  internal: {
    what: 'A fault of this app. It was written to its log.',
    todo: 'Try again, and report it if it comes back.',
  },
};

/** A failure in one line: what happened, and the other side's own words; never a bare code. */
export const failureInShort = (failure: Failure): string =>
  [sentencesOf(failure).what, failure.detail].filter(Boolean).join(' ');

/** The port of the place where it failed, within a sentence and at its beginning. */
function portWords(at = ''): Record<string, string> {
  const port = /^(?:\[[^\]\s]*\]|[^:\s]+):(\d{1,5})(?=\s|$)/.exec(at)?.[1];
  return port
    ? { thisPort: `port ${port}`, ThisPort: `Port ${port}` }
    : { thisPort: 'this port', ThisPort: 'This port' };
}

/** The sentences of a failure, filled in with its facts and the port of its place. */
export function sentencesOf({ code, facts, at }: Failure): Sentences {
  const own = portWords(at);
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(own[name] ?? facts?.[name] ?? name));
  const { what, why, todo } = texts[code];
  // A reason that is a fact alone: failures that an earlier version kept may be without it.
  const only = /^\{(\w+)\}$/.exec(why ?? '')?.[1];
  const isKnown = why !== undefined && (only === undefined || facts?.[only] !== undefined);
  return { what: fill(what), ...(isKnown ? { why: fill(why) } : {}), ...(todo ? { todo: fill(todo) } : {}) };
}
