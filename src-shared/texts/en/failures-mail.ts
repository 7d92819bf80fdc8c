/** What can go wrong with mail servers and mailboxes. `what` happened, `why` most likely, and what `todo` about it. */
export const failuresMail = {
  'failure.smtp.passwordUnreadable.what': 'The stored SMTP password does not decrypt with this server’s salt.',
  'failure.smtp.passwordUnreadable.why':
    'It was encrypted with another one, or it is damaged. The salt kept here is proved to be this server’s.',
  'failure.smtp.passwordUnreadable.todo': 'Choose Replace and type the SMTP password, then Update.',
  'failure.smtp.passwordDamaged.what': 'The stored SMTP password decrypts to a damaged text: its bytes are not UTF-8.',
  'failure.smtp.passwordDamaged.why':
    'It was stored by other software, in another encoding. Gluu up to 4.2.2 sends the bytes as they are; later versions send U+FFFD for those that are no text.',
  'failure.smtp.passwordDamaged.todo': 'Choose Replace and type the SMTP password, then Update.',
  'failure.smtp.passwordUnopened.what': 'The stored SMTP password does not decrypt with the salt kept here.',
  'failure.smtp.passwordUnopened.why':
    'Whether that is this server’s salt cannot be proved. {why} So the password or the salt may be the wrong one.',
  'failure.smtp.passwordUnopened.todo':
    'Compare the salt with /etc/gluu/conf/salt on this server first. Replace the password only if it is the same.',
  'failure.smtp.clearText.what': 'The password of {user} would be sent unencrypted. Stopped before connecting.',
  'failure.smtp.clearText.why': 'Requires SSL is off. The Gluu Server itself would send the password unencrypted.',
  'failure.smtp.clearText.todo': 'Turn Requires SSL on; or do it again and allow it when you are asked.',
  'failure.smtp.failed.what': '{title}.',
  'failure.smtp.failed.why': '{explanation}',
  'failure.smtp.failed.todo': '{remedy}',
  'failure.mailbox.none.what': 'No mailbox is set up here.',
  'failure.mailbox.none.todo': 'Enter its IMAP server, user and password first.',
  'failure.imap.clearText.what':
    'The password of {user} would be sent to the mailbox unencrypted. Stopped before connecting.',
  'failure.imap.clearText.todo': 'Choose TLS or STARTTLS; or do it again and allow it when you are asked.',
  'failure.imap.silent.what': 'Connected, but the server never sent an IMAP greeting.',
  'failure.imap.silent.why': 'It is no IMAP server, or one that is overloaded.',
  'failure.imap.silent.todo': 'Check host and port, and try again later.',
  'failure.imap.notImap.what':
    'What answers on {port, select, none {this port} other {port {port}}} does not speak IMAP correctly.',
  'failure.imap.notImap.todo': 'Check host and port.',
  'failure.imap.unavailable.what': 'The mailbox server turned the connection away.',
  'failure.imap.unavailable.why': 'Too many connections, a block list, or maintenance.',
  'failure.imap.unavailable.todo': 'Its own words are below. Wait some minutes and try again.',
  'failure.imap.startTlsMissing.what':
    'The mailbox server does not carry out STARTTLS on {port, select, none {this port} other {port {port}}}. The password was not sent.',
  'failure.imap.startTlsMissing.why': 'It does not offer it here, or something in between takes it away.',
  'failure.imap.startTlsMissing.todo': 'Use port 993 with TLS from the start.',
  'failure.imap.injection.what':
    'Unencrypted bytes came behind the answer to STARTTLS. The connection was ended, the password was not sent.',
  'failure.imap.injection.why':
    'Somebody between this workstation and the mailbox server may be tampering with the connection.',
  'failure.imap.injection.todo': 'Use port 993 with TLS from the start, and have the network looked at.',
  'failure.imap.loginDisabled.what':
    'The mailbox server takes no user name and password on this connection. The password was not sent.',
  'failure.imap.loginDisabled.why': 'It wants encryption first, or another kind of login.',
  'failure.imap.loginDisabled.todo':
    'Choose TLS or STARTTLS. A provider that allows only its own sign-in may offer app passwords.',
  'failure.imap.credentials.what': 'The mailbox server does not accept this user name and password.',
  'failure.imap.credentials.why':
    'The full address may be wanted as user name, IMAP may be off for the account, or the provider wants an app password.',
  'failure.imap.credentials.todo': 'Check both, then try again.',
  'failure.imap.loginRefused.what': 'The mailbox server refused the login for now.',
  'failure.imap.loginRefused.todo': 'Its own words are below.',
  'failure.imap.refused.what': 'The mailbox server refused a request.',
  'failure.imap.refused.todo': 'Its own words are below.',
  'failure.imap.noReply.what': 'The mailbox server did not reply in time.',
  'failure.imap.noReply.why': 'It is overloaded or hangs.',
  'failure.imap.noReply.todo': 'Try again.',
  'failure.imap.tooMuch.what':
    'The mailbox server sent more than the headers of a message need. The connection was ended.',
  'failure.imap.tooMuch.todo': 'Check that this is the right server.',
} as const;
