/** Advice beside a field of Organization Configuration: what a value costs with this version of Gluu. */
export const lint = {
  'lint.L02.startTlsOnly':
    'Port 465 expects TLS from the first byte, which this version of Gluu does not support: it waits forever.',
  'lint.L02.sslOff': 'Port 465 expects TLS from the first byte. With Requires SSL off, Gluu waits forever.',
  'lint.L02.protectionNone':
    'Port 465 expects TLS from the first byte. With SMTP Connect Protection NONE, Gluu waits forever. Choose SSL/TLS.',
  'lint.L03': 'Port {port} starts unencrypted. With SSL/TLS, Gluu fails to connect. Choose STARTTLS.',
  'lint.L04': 'With Requires Authentication off, this version of Gluu ignores your host and sends to localhost:25.',
  'lint.L05.sslOff': 'With Requires SSL off, the password crosses the network unencrypted.',
  'lint.L05.protectionNone': 'With SMTP Connect Protection NONE, the password crosses the network unencrypted.',
  'lint.L06.tls10':
    '{provider} refuses TLS 1.0 (since {since}), and this version of Gluu offers nothing newer. Use a relay on the Gluu Server.',
  'lint.L06.refused':
    '{provider} no longer accepts a login with a password, and Gluu up to 4.5.5 supports no other kind. Use another mail server or a relay.',
  'lint.L06.appPasswordOnly':
    '{provider} refuses the normal password. Use an app password, which requires 2-step verification.',
  'lint.L06.offUnlessAllowed':
    '{provider} accepts a login with a password only where its administrator allows SMTP AUTH for the mailbox. Otherwise, use a relay or a connector.',
  'lint.L07': 'The sender’s domain differs from that of the login. Many mail servers refuse such a sender.',
  'lint.L08.errorPage': 'Without From Email Address, Gluu shows an error page instead of sending.',
  'lint.L08.noSender': 'Without From Email Address, the mail has no valid sender.',
  'lint.L09.unquoted': 'This version puts the name into the header as it is: quotes, commas and accents break it.',
  'lint.L09.noCharset':
    'The mails of this version declare no character set: characters outside ASCII can arrive garbled.',
  'lint.L09.shownWrongly': 'Some mail programs garble quotes, commas and characters outside ASCII in a sender’s name.',
  'lint.L10': 'Requires Authentication is on, but SMTP User Name is empty: Gluu treats password reset as not enabled.',
  'lint.L11':
    'This server’s salt cannot decrypt the stored password, so Gluu sends none and the login fails. Enter it again.',
  'lint.L12':
    'The password is a row of stars or dots, as pages show in place of a password. Enter the password itself.',
  'lint.L13': 'Trust Server has no effect in this version. Import the certificate into Java’s cacerts instead.',
  'lint.L14':
    'With a key store set, Gluu’s own test sends a signed mail, but the reset mail is not signed: one can succeed where the other fails.',
  'lint.L15':
    'On the Gluu Server, this host means the Gluu Server itself; in a test from here, it means this workstation.',
  'lint.L16.noAddress': '{key} is not a web address, so the links in reset mails lead nowhere.',
  'lint.L16.otherHost':
    'Links in reset mails lead to {host} ({key}), but this console reaches the server as {profileHost}. Both must be the same server.',
  'lint.L17': 'Password reset is enabled here, but Gluu reports it as not enabled until this is set: {fields}.',
  'lint.L18.fixed': 'Reset links of this version expire after 2 hours. It does not read the longer time that is set.',
  'lint.L18.tooLong':
    'Reset links are set to last longer than 2 hours. Gluu then still shows the form, but refuses the new password.',
  'lint.L19':
    '{n, plural, one {# mail address belongs to several people: a reset changes the password of the first one Gluu finds.} other {# mail addresses belong to several people: a reset changes the password of the first one Gluu finds.}}',
  'lint.L20':
    'The SMTP Password has characters outside ASCII, which Gluu 4.2.3 sends in ISO 8859-1. Most servers will refuse it.',
  'lint.L21':
    'Requires SSL is stored as on, but from 4.4.1 on Gluu reads only SMTP Connect Protection, which is not set: the mail is sent unencrypted. Choose STARTTLS or SSL/TLS.',
  'lint.L22.breaks':
    'SMTP Connect Protection is stored in the spelling of another Gluu build. This version cannot read its configuration then: nobody can log in, and no mail is sent. Choose the value again and save it here.',
  'lint.L22.plain':
    'SMTP Connect Protection is stored in the spelling of another Gluu build. This version takes it as NONE and sends unencrypted. Choose the value again and save it here.',
  'lint.L23':
    'KeyStore File Path is missing from what is stored; not even an empty value is there. This version of Gluu then sends no mail at all. Saving a change here stores an empty value.',
  'lint.L24':
    'KeyStore Password is stored unencrypted. Gluu cannot decrypt it and signs nothing, and whoever can read the entry can read the password. Enter it again here.',
  'lint.L25.filled':
    'example@orgname.com is nobody’s address: this version of Gluu writes it itself where Contact Email is empty. Enter your own.',
  'lint.L25.empty': 'This version of Gluu fills an empty Contact Email with example@orgname.com within five minutes.',
  'lint.L25.notChanged':
    'example@orgname.com is nobody’s address. oxTrust’s own page cannot change a stored address in this version; this console can.',
  'lint.L25.example':
    'example@orgname.com is nobody’s address: oxTrust’s page suggests it where none is stored. Enter your own.',
  'lint.L26':
    '{n, plural, one {# more address is stored. Update on oxTrust’s own page removes it.} other {# more addresses are stored. Update on oxTrust’s own page removes them.}}',
  'lint.L27':
    'The stored password decrypts to a text that decrypts again: oxTrust 3.1.0 and 3.1.1 encrypt it once more with each Update. The login fails. Enter the password again.',
  'lint.L28':
    'The stored password does not decrypt, and this version of Gluu then logs in with the stored text itself. Unless that is the password, enter it again.',
  // {sentence}: one of the above. {versions}: “3.1.1 to 4.1.3 and 4.4.1”. {own}: the versions the server may have.
  'lint.doubted': '{sentence} (This applies to Gluu {versions}; possible versions of this server: {own}.)',
  // Links that change the form.
  'lint.do.sslOn': 'Switch Requires SSL on',
  'lint.do.port587': 'Use port 587 with Requires SSL',
  'lint.do.authenticationOn': 'Switch Requires Authentication on',
  'lint.do.trustOff': 'Switch Trust Server off',
  'lint.do.useHost': 'Use {host}',
  'lint.do.useHostAndPort': 'Use {host} and port {port}',
  'lint.do.sendAs': 'Send as {address}',
  'lint.do.logInAs': 'Log in as {address}',
  // Why something was not checked.
  'lint.unchecked.noName':
    'This server is reached by its IP address or through a tunnel, so there is no name to compare.',
  'lint.unchecked.mails': 'People’s mail addresses were not compared.',
  'lint.unchecked.configuration': 'oxTrust’s own configuration was not read.',
  'lint.unchecked.noSalt': 'This server’s salt is not known here.',
  'lint.unchecked.wrongSalt': 'This server’s own configuration contradicts the salt kept here.',
  'lint.unchecked.saltUnproved': 'It is not certain that the salt kept here is this server’s.',
  'lint.unchecked.password': 'The stored password was not read.',
} as const;
