/** What can go wrong with mail servers and mailboxes. `what` happened, `why` most likely, and what `todo` about it. */
export const failuresMail = {
  'failure.smtp.passwordUnreadable.what': 'The stored SMTP password does not decrypt with this server’s salt.',
  'failure.smtp.passwordUnreadable.why':
    'It was encrypted with another salt, or it is damaged. The salt kept here is proved to be this server’s.',
  'failure.smtp.passwordUnreadable.todo': 'Choose Replace and type the SMTP password, then Update.',
  'failure.smtp.passwordDamaged.what': 'The stored SMTP password decrypts to damaged text: its bytes are not UTF-8.',
  'failure.smtp.passwordDamaged.why':
    'It was stored by other software, in another encoding. Gluu up to 4.2.2 sends the bytes as they are; later versions send U+FFFD for those that are not valid UTF-8.',
  'failure.smtp.passwordDamaged.todo': 'Choose Replace and type the SMTP password, then Update.',
  'failure.smtp.passwordUnopened.what': 'The stored SMTP password does not decrypt with the salt kept here.',
  'failure.smtp.passwordUnopened.why':
    'It cannot be proved that this is this server’s salt. {why} So either the password or the salt may be wrong.',
  'failure.smtp.passwordUnopened.todo':
    'Compare the salt with /etc/gluu/conf/salt on this server first. Replace the password only if it is the same.',
  'failure.smtp.clearText.what':
    'The password of {user} would be sent unencrypted. The console stopped before connecting.',
  'failure.smtp.clearText.why': 'Requires SSL is off. The Gluu Server itself would send the password unencrypted.',
  'failure.smtp.clearText.todo': 'Turn Requires SSL on. Or try again and allow it when you are asked.',
  'failure.smtp.failed.what': '{title}.',
  'failure.smtp.failed.why': '{explanation}',
  'failure.smtp.failed.todo': '{remedy}',
  'failure.mailbox.none.what': 'No mailbox is set up here.',
  'failure.mailbox.none.todo': 'Enter its IMAP server, user and password first.',
  'failure.imap.clearText.what':
    'The password of {user} would be sent to the mailbox unencrypted. The console stopped before connecting.',
  'failure.imap.clearText.todo': 'Choose TLS or STARTTLS. Or try again and allow it when you are asked.',
  'failure.imap.silent.what': 'Connected, but the server never sent an IMAP greeting.',
  'failure.imap.silent.why': 'It is not an IMAP server, or it is overloaded.',
  'failure.imap.silent.todo': 'Check the host and the port, or try again later.',
  'failure.imap.notImap.what':
    'The service on {port, select, none {this port} other {port {port}}} does not speak IMAP correctly.',
  'failure.imap.notImap.todo': 'Check the host and the port.',
  'failure.imap.unavailable.what': 'The mailbox server turned the connection away.',
  'failure.imap.unavailable.why': 'Too many connections, a block list, or maintenance.',
  'failure.imap.unavailable.todo': 'Wait a few minutes, then try again. The server’s own words are below.',
  'failure.imap.startTlsMissing.what':
    'The mailbox server does not start TLS on {port, select, none {this port} other {port {port}}}. The password was not sent.',
  'failure.imap.startTlsMissing.why': 'It does not offer STARTTLS here, or something on the way removes it.',
  'failure.imap.startTlsMissing.todo': 'Use port 993 with TLS from the start.',
  'failure.imap.injection.what':
    'Unencrypted bytes followed the response to STARTTLS. The connection was closed, and the password was not sent.',
  'failure.imap.injection.why':
    'Someone between this workstation and the mailbox server may be tampering with the connection.',
  'failure.imap.injection.todo': 'Use port 993 with TLS from the start, and inform your network’s administrator.',
  'failure.imap.loginDisabled.what':
    'The mailbox server does not accept a user name and password on this connection. The password was not sent.',
  'failure.imap.loginDisabled.why': 'It requires encryption first, or another kind of login.',
  'failure.imap.loginDisabled.todo':
    'Choose TLS or STARTTLS. A provider that allows only its own login page may offer app passwords.',
  'failure.imap.credentials.what': 'The mailbox server does not accept this user name and password.',
  'failure.imap.credentials.why':
    'The user name may have to be the full address, IMAP may be off for the account, or the provider may require an app password.',
  'failure.imap.credentials.todo': 'Check both, then try again.',
  'failure.imap.loginRefused.what': 'The mailbox server refused the login for now.',
  'failure.imap.loginRefused.todo': 'Its own words are below.',
  'failure.imap.refused.what': 'The mailbox server refused a request.',
  'failure.imap.refused.todo': 'Its own words are below.',
  'failure.imap.noReply.what': 'The mailbox server did not reply in time.',
  'failure.imap.noReply.why': 'It is overloaded or hangs.',
  'failure.imap.noReply.todo': 'Try again.',
  'failure.imap.tooMuch.what':
    'The mailbox server sent more than the headers of a message need. The connection was closed.',
  'failure.imap.tooMuch.todo': 'Check that this is the right server.',
} as const;
