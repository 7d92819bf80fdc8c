/**
 * What is asked or said outside the window, in boxes of the system: a line each, about 60 letters wide at best. Names, hosts and
 * addresses that are filled in may be anybody's.
 */
export const boxes = {
  // On the button that shows the next part of what does not fit into one box.
  'box.readOn': 'Read on',
  'box.page': '{question} ({page, number} of {pages, number})',
  // In the middle of a text that is too long.
  'box.leftOut': '[… {n, plural, one {# character} other {# characters}} left out …]',
  'box.labelled': '{name} ({environment})',

  // Lines of many boxes.
  'box.purpose': 'Purpose: {why}',
  'box.server': 'Server: {text}',
  'box.user': 'User: {user}',
  'box.user.long': 'User:',
  'box.user.letters': 'The user name has characters outside ASCII: {letters}',
  'box.host.host': 'Host: {host}',
  'box.host.to': 'To: {host}',
  'box.host.its': 'Its host: {host}',
  'box.host.from': 'From host: {host}',
  'box.host.next': 'To host: {host}',
  'box.host.mail': 'Mail server: {host}',
  'box.host.ssh': 'Over SSH through: {host}',
  'box.host.through': 'through: {host}',
  // {about}: what ~/.ssh/config has to do with it.
  'box.host.about': '{host} ({about})',
  'box.ports': '{n, plural, one {Port: {ports}} other {Ports: {ports}}}',
  'box.through': 'Over SSH through: {hop}',

  // A change of a value, on one line or on several.
  'box.change': '{label}: {before} → {after}',
  'box.change.label': '{label}:',
  'box.change.from': 'from {text}',
  'box.change.from.below': 'from',
  'box.change.to': 'to {text}',
  'box.change.to.below': 'to',
  'box.change.host': 'its host: {host}',

  // Before a place is connected to that was not confirmed yet. The reasons stand after “Purpose:”.
  'box.place.question': 'Connect to {host}?',
  'box.place.farEnd': 'As seen from the far end of the SSH route.',
  'box.place.note': 'This console has not connected there before. You are asked once for each place.',
  'box.place.yes': 'Connect',
  'box.why.ldap': 'Read the configuration over LDAP',
  'box.why.ssh': 'SSH, on the way to a Gluu Server',
  'box.why.testMail': 'A test mail',
  'box.why.mailServer': 'Test the mail server without sending a message',
  'box.why.scan': 'Read what the mail server offers, without sending a message',
  'box.why.resetMail': 'The mail of the reset test',
  'box.why.resetLink': 'The page behind the reset link',
  'box.why.resetLinks': 'The page behind the links of reset mails',
  'box.why.mailbox': 'The mailbox of the reset test',

  // Before a password is sent over a connection without encryption.
  'box.clearText.question': 'Send a password unencrypted to {host}?',
  'box.clearText.why.smtp': 'Login at the mail server (SMTP)',
  'box.clearText.why.imap': 'Login at the mailbox (IMAP)',
  'box.clearText.why.ldap': 'Login at the directory (LDAP)',
  'box.clearText.from.here': 'From: this computer',
  'box.clearText.from.ssh': 'From: the far end of the SSH route',
  'box.clearText.note':
    'The connection is not encrypted: anyone along the way can read the password. You are asked once for each place and user, until the app is closed or locked.',
  'box.clearText.yes': 'Send it unencrypted',

  // Before a mail goes to an address that was not confirmed yet.
  'box.mail.question': 'Send mail to {address}?',
  'box.mail.to': 'To: {address}',
  'box.mail.from': 'From: {address}',
  'box.mail.fromName': 'Sender’s name: {text}',
  'box.mail.letters': 'The part before @ has characters outside ASCII: {letters}',
  'box.mail.note': 'You are asked once for each recipient and server, until the app is closed or locked.',
  'box.mail.yes': 'Send mail to this address',

  // Before a server is written to. {where}: its name and environment, “gluu-one (Production)”.
  'box.write.update': 'Update on {where}?',
  'box.write.rollback': 'Roll back on {where}?',
  'box.write.createTest': 'Create a test user on {where}?',
  'box.write.removeTest': 'Remove a test user on {where}?',
  'box.write.request': 'Create a reset request on {where}?',
  'box.write.withdraw': 'Withdraw a reset request on {where}?',
  'box.write.purge': 'Remove reset requests on {where}?',
  'box.write.yes': 'Write to {where}',
  'box.write.dontAsk': 'Do not ask again for this server until the app is closed',
  'box.write.name': 'Name: {text}',
  'box.write.mail': 'Mail: {address}',
  'box.write.entry': 'Entry: {text}',
  'box.write.person': 'Person: {text}',
  'box.write.noName': 'Person: no name',
  'box.write.inum': 'inum: {text}',
  'box.write.linkTo': 'A mail with a working link goes to: {address}',
  'box.write.mailWent': 'The mail went to: {address}',
  'box.write.allExpired': 'All requests that have expired',
  'box.write.one': 'One request',
  'box.write.made': 'Created: {moment}',
  'box.write.expires': 'Expires: {moment}',

  // Before something is trusted.
  'box.trust.question': 'Trust this certificate for {host}?',
  'box.trust.ldap': 'LDAP of {name}',
  'box.trust.mail': 'Mail server, tested for {name}',
  'box.trust.mailbox': 'Mailbox of the reset test',
  'box.trust.compare': 'Compare it with the one on the server itself.',
  'box.trust.pasted': 'It was pasted or dropped. Compare it with the one on the server itself.',
  'box.trustKey.question': 'Trust this SSH host key for {host}?',
  'box.trustKey.note': 'It is added to your known_hosts. Compare it with the one on the server itself.',
  'box.trustKey.yes': 'Trust this host key',

  // Before a guard is taken away. {where}: name and environment.
  'box.writing.question': 'Allow writing to {where}?',
  'box.writing.minutes':
    '{minutes, plural, one {It is read-only again after # minute.} other {It is read-only again after # minutes.}} Each write is still confirmed.',
  'box.writing.each': 'Each write is still confirmed.',
  'box.writing.yes': 'Allow writing',
  'box.lock.question': 'Let this console lock itself later or less often?',
  'box.lock.now': 'Now: {when}',
  'box.lock.then': 'Then: {when}',
  'box.lock.when':
    '{screen, select, yes {{minutes, plural, =0 {with the screen only} one {after # idle minute, and with the screen} other {after # idle minutes, and with the screen}}} other {{minutes, plural, =0 {never by itself} one {after # idle minute} other {after # idle minutes}}}}',
  'box.lock.yes': 'Change it',
  'box.remove.question': 'Remove {where} from this console?',
  'box.remove.note':
    'Its guards, its stored passwords and salt, its mail and reset tests, and the sealed passwords that a rollback needs are removed too.',
  'box.remove.yes': 'Remove it',
  'box.weaken.beside': '{where} is on the same host.',
  'box.weaken.unnamed': 'You can then write to it without typing its name.',
  'box.weaken.environment': 'Change {name} from Production to {environment}?',
  'box.weaken.environment.short': 'No longer Production',
  'box.weaken.environment.yes': 'Change the environment',
  'box.weaken.another': 'Save {name} as {environment} on the host of {guarded}?',
  'box.weaken.another.short': '{environment}, on the host of a Production server',
  'box.weaken.another.yes': 'Save it as {environment}',
  'box.weaken.writing.short': 'Was read-only, and will be writable',
  'box.weaken.host': 'Point {where} at another host?',
  'box.weaken.host.short': 'Points at another host',
  'box.weaken.host.note': 'The old host may be left without a guard.',
  'box.weaken.host.yes': 'Change the host',
  'box.weaken.several': 'Save {name} with fewer guards?',
  'box.weaken.several.yes': 'Save it anyway',

  // A text that a script may want on the clipboard.
  'box.copy.question': 'Copy text to the clipboard?',
  'box.copy.begins':
    '{n, plural, one {It has # character and begins with:} other {It has # characters and begins with:}}',

  // Where the window closes with changes in it.
  'box.leave': 'Some changes have not been written to a server.',
  'box.leave.detail': 'They are lost when the window closes.',
  'box.leave.stay': 'Stay',
  'box.leave.yes': 'Close and lose the changes',

  // Errors.
  'box.hasToClose': 'Gluu Console has to close.',
  'box.hasToClose.detail':
    'An error keeps the app from continuing. Anything typed and not saved is lost. If a write was running, the History shows at the next start how it ended. The cause is in the log.',
  'box.start.cannot': 'Gluu Console cannot start.',
  'box.start.bug': 'An error in the app stopped it; the cause is in its log.',
  'box.start.openAlready': 'Gluu Console is open already; its window was brought to the front.',
  // {why}: the system’s own words.
  'box.start.folder': 'The folder of this app cannot be written to. {why}',
  'box.start.NODE_DEBUG': 'NODE_DEBUG is set: it prints LDAP requests and their secrets. Unset it.',
  'box.start.NODE_DEBUG_NATIVE': 'NODE_DEBUG_NATIVE is set: it prints how connections are encrypted. Unset it.',
  'box.start.sandbox.variable':
    'ELECTRON_DISABLE_SANDBOX is set. Unset it: the sandbox isolates the window from this computer. If the AppImage does not start without it, install the deb or rpm package, which sets the sandbox up.',
  'box.start.sandbox.switch':
    'The switch --{name} is not accepted: the sandbox isolates the window from this computer. If the AppImage does not start without it, install the deb or rpm package, which sets the sandbox up.',
  'box.start.switch': 'The switch --{name} is not accepted: it may lower the protection of this app.',
  'box.start.root': 'Gluu Console does not run as root: start it as an ordinary user.',

  // Titles of file dialogs, and what kinds of files they show.
  'box.file.privateKey': 'Choose the private key file',
  'box.file.gluuText': 'Open a properties file, a salt file or a certificate',
  'box.file.exported': 'Exported servers',
  'box.file.all': 'All files',
} as const;
