/** What a Gluu Server will do with its mail settings: `why` of a rule is what happens, `todo` is what to do about it. */
export const verdict = {
  // {version}: one version, or a span of versions.
  'verdict.V01.why': 'TLS starts with the first byte, and the server accepts the mail.',
  'verdict.V02.why': 'STARTTLS encrypts the connection, and the server accepts the mail.',
  'verdict.V03.why': 'The connection is encrypted. The server offers no login, so user name and password are not used.',
  'verdict.V10.why': 'Gluu does not ask for encryption: password and mail cross the network unencrypted.',
  'verdict.V11.why':
    'Gluu does not ask for encryption: the mail, with the reset link in it, crosses the network unencrypted.',
  'verdict.V12.why':
    'TLS cannot be established on this port, and Gluu continues without it: password and mail cross the network unencrypted.',
  'verdict.V13.why':
    'TLS cannot be established on this port, and Gluu continues without it: the mail crosses the network unencrypted.',
  'verdict.V19.why':
    'The key store in the form has not been saved yet: Gluu’s own test signs with the stored one, and none is stored.',
  'verdict.V19.todo':
    'Press Update first, then run the test. oxTrust reports success even where nothing was saved, so open the page again and look.',
  'verdict.V20.why': 'SMTP Host is empty.',
  'verdict.V20.todo': 'Enter the host.',
  'verdict.V21.why': 'SMTP Port is not set: Gluu connects to port 0.',
  'verdict.V21.todo': 'Enter the port.',
  'verdict.V22.why': 'From Email Address is empty: Gluu shows an error page without trying to send.',
  'verdict.V22.todo': 'Enter the address.',
  'verdict.V23.why': 'Requires Authentication is on, but there is no user name: JavaMail stops before connecting.',
  'verdict.V23.todo': 'Enter the user name.',
  'verdict.V24.why': 'Requires Authentication is on, but there is no password: JavaMail stops before connecting.',
  'verdict.V24.todo': 'Enter the password.',
  'verdict.V25.why':
    'This server’s salt cannot decrypt the stored password. Gluu continues without a password, and JavaMail stops before connecting.',
  'verdict.V25.todo': 'Enter the password again and save.',
  'verdict.V26.why': 'The key store cannot be opened on the Gluu Server, so the mail cannot be signed.',
  'verdict.V26.todo':
    'Correct the path, password and alias of the key store, or clear all three: the test then sends unsigned mail.',
  'verdict.V27.why': 'Gluu’s own test in this version does not see a password that has not been saved yet.',
  'verdict.V27.todo':
    'Press Update first, then run the test. oxTrust reports success even where nothing was saved, so open the page again and look.',
  'verdict.V28.why':
    'The key store setting is missing; not even an empty value is stored. Gluu {version} then sends no mail at all, neither test nor reset.',
  'verdict.V28.todo':
    'Save a change of the SMTP settings with this console, which then stores an empty value. Or enter a text in KeyStore File Path on oxTrust’s page and press Update. oxTrust reports success even where nothing was saved, so open the page again and look.',
  'verdict.V29.why':
    'The stored value of SMTP Connect Protection is written as another build of Gluu writes it. Gluu {version} cannot read its configuration then: it sends no mail, and nobody can log in.',
  'verdict.V29.todo':
    'Choose the value again and save it with this console, which writes it as this server does. oxTrust’s own page is no help: it does not open.',
  'verdict.V70.why':
    'Requires Authentication is off: Gluu {version} ignores these settings and sends to localhost, port 25, on the Gluu Server.',
  'verdict.V70.todo':
    'Switch Requires Authentication on and enter a user name and a password: a server that offers no login accepts the mail without them. Or run a relay on port 25 of the Gluu Server, or upgrade to 4.2 or later.',
  'verdict.V30.why': 'The name {host} does not exist.',
  'verdict.V30.todo': 'Enter a host name that the Gluu Server itself can resolve.',
  'verdict.V31.why': 'Nothing is listening on {host}, port {port}.',
  'verdict.V31.todo': 'Correct the host or the port.',
  'verdict.V32.why': 'The service on port {port} is not a mail server, or it refuses the connection.',
  'verdict.V32.todo': 'Correct the port.',
  'verdict.V34.why': 'The server does not respond in time.',
  'verdict.V60.why': 'The server waits for TLS on port {port}, Gluu waits for a greeting, and no timeout applies.',
  'verdict.V61.why':
    'The server refuses TLS 1.0, the only TLS version that Gluu {version} offers. Gluu then tries without TLS on a port that waits for TLS, and no timeout applies.',
  'verdict.V62.why':
    'Gluu {version} offers only TLS 1.0, which its Java runtime has disabled. It then tries without TLS on a port that waits for TLS, and no timeout applies.',
  'verdict.V63.why':
    'The server and the Java runtime have no TLS version in common. Gluu then tries without TLS on a port that waits for TLS, and no timeout applies.',
  'verdict.V64.why':
    'The Java runtime does not trust the certificate. Gluu then tries without TLS on a port that waits for TLS, and no timeout applies.',
  'verdict.V65.why':
    'The server accepts the connection and says nothing. No timeout applies: Gluu sets it as a Long, which JavaMail does not read.',
  'verdict.V65.todo': 'Correct the host and the port. Until then, the user’s page hangs until the connection breaks.',
  'verdict.V66.why':
    'Nothing responds on {host}, port {port}. No timeout applies: Gluu sets it as a Long, which JavaMail does not read.',
  'verdict.V66.todo': 'Open the firewall from the Gluu Server to this port, or correct the host and the port.',
  'verdict.V67.why':
    'The server waits for TLS from the first byte on port {port}, Gluu {version} can only start TLS with STARTTLS, and no timeout applies.',
  'verdict.V40.why': 'The server offers STARTTLS and then refuses it.',
  'verdict.V40.todo': 'Have the mail server’s TLS fixed, or use its TLS port, usually 465.',
  'verdict.V41.why': 'The signed test mail requires STARTTLS, and the server does not offer it.',
  'verdict.V42.why': 'The server refuses TLS 1.0, the only TLS version that Gluu {version} offers.',
  'verdict.V43.why': 'Gluu {version} offers only TLS 1.0, which its Java runtime has disabled.',
  'verdict.V44.why': 'The server and the Java runtime have no TLS version in common.',
  'verdict.V45.why': 'The Java runtime does not trust the server’s certificate. Trust Server has no effect here.',
  'verdict.V46.why': 'Gluu starts with TLS, but the server on port {port} does not.',
  'verdict.V46.todo': 'Set SMTP Connect Protection to STARTTLS, or use the TLS port, usually 465.',
  'verdict.V47.why': 'The server refuses EHLO and HELO, or closes the connection.',
  'verdict.V48.why':
    'The server sends more replies than it was asked for, so JavaMail reads each one as the reply to the next command.',
  'verdict.V49.why': 'The server closes the connection before it accepts the mail.',
  'verdict.V50.why': 'The server offers no login method that JavaMail supports (LOGIN, PLAIN, DIGEST-MD5, NTLM).',
  'verdict.V50.todo':
    'Use a relay that accepts a user name and a password. Gluu up to 4.5.5 does not support OAuth for mail.',
  'verdict.V51.why': 'The server refuses this user name and password.',
  'verdict.V51.todo': 'Correct the user name and the password.',
  'verdict.V52.why':
    'The user name or the password contains characters outside ASCII. They do not reach the server in the encoding it expects, so it refuses the login.',
  'verdict.V52.todo': 'Use only ASCII characters in the password and in the user name.',
  'verdict.V53.why': 'The server accepts no mail without encryption, and Gluu does not encrypt here.',
  'verdict.V54.why': 'The server accepts no mail without a login, and Requires Authentication is off.',
  'verdict.V54.todo': 'Switch Requires Authentication on and enter a user name and a password.',
  'verdict.V55.why':
    'The server accepts no mail without a login, but offers no login on this connection. JavaMail then continues without one.',
  'verdict.V56.why': 'The server refuses the sender, the recipient or the mail.',
  'verdict.V57.why':
    'The login fails. JavaMail tries one method, once: the first of LOGIN, PLAIN, DIGEST-MD5 and NTLM on offer.',
  'verdict.V58.why':
    'The server accepts the mail with a reply code that JavaMail treats as a refusal. The mail may still be delivered.',
  'verdict.V59.why': 'The mail is delivered, but the server then resets the connection, and Gluu reports a failure.',
  'verdict.V68.why':
    'The server stops responding in the middle of the conversation. No timeout applies: Gluu sets it as a Long, which JavaMail does not read.',
  'verdict.V68.todo':
    'Use another mail server or relay. Until then, the user’s page hangs until the connection breaks.',
  'verdict.V69.why':
    'The mail is delivered, but the server never replies to QUIT, and no timeout applies: the page waits until the connection breaks.',
  // Remedies of several rules.
  'verdict.remedy.tlsPort': 'Use a port that offers TLS, such as 465 or 587, or a relay on the Gluu Server itself.',
  'verdict.remedy.startTlsPort': 'Use a port that offers STARTTLS, usually 587.',
  'verdict.remedy.updateTls': 'Update the mail server or the Java runtime of the Gluu Server.',
  'verdict.remedy.seeReply': 'See the server’s reply in the test from this workstation.',
  'verdict.remedy.otherServer': 'Use another mail server or relay.',
  'verdict.remedy.upgradeOrRelay':
    'Run a mail relay with up-to-date TLS on the Gluu Server itself (localhost) that forwards to {host}, or upgrade to Gluu 4.3 or later.',
  'verdict.remedy.importCertificate':
    'Import the certificate into the trust store of the Java runtime on the Gluu Server (keytool -importcert into cacerts) and restart oxTrust.',
  // How to encrypt: by what the version’s page offers for it.
  'verdict.remedy.encrypt.startTlsOnly': 'Use a port that offers STARTTLS, usually 587, and switch Requires SSL on.',
  'verdict.remedy.encrypt.requiresSsl': 'Switch Requires SSL on.',
  'verdict.remedy.encrypt.connectProtection':
    'Set SMTP Connect Protection to STARTTLS or SSL/TLS, whichever the port expects.',
  // A button. {fields}: one or two labels of switches, as oxTrust writes them.
  'verdict.remedy.switchOn': 'Switch {fields} on',
  // What is sure although the outcome is not.
  'verdict.exposure.password':
    'Nothing is encrypted here: Gluu sends user name, password and mail unencrypted, as far as the server allows.',
  'verdict.exposure.mail': 'Nothing is encrypted here: Gluu sends the mail unencrypted, as far as the server allows.',
  // What an outcome assumes.
  'verdict.assumes.sameRoots':
    'The Java runtime of the Gluu Server trusts the same certificate authorities as this workstation.',
  'verdict.assumes.text':
    'The server accepts the text of the mail as well: only the sender and the recipient were tested.',
  // What has to be known before anything can be predicted: entries of a list.
  'verdict.missing.version': 'Which version of Gluu this is, or how that version sends mail.',
  'verdict.missing.password':
    'Whether the Gluu Server can decrypt the SMTP password. This console needs the server’s salt for that, proved to be its own.',
  'verdict.missing.reach': 'Whether the mail server can be reached: test the connection first.',
  'verdict.missing.firstWord':
    'Whether the server sends a greeting on this port or waits for TLS: test the connection first.',
  'verdict.missing.startTls': 'Whether the server offers STARTTLS and completes it.',
  'verdict.missing.serverTls10': 'Whether the server accepts TLS 1.0, the version old Gluu servers offer.',
  'verdict.missing.serverTls11': 'Whether the server accepts TLS 1.1.',
  'verdict.missing.serverTls12': 'Whether the server accepts TLS 1.2.',
  'verdict.missing.serverTls13': 'Whether the server accepts TLS 1.3.',
  'verdict.missing.jvmTls10':
    'Whether the Java runtime of the Gluu Server has TLS 1.0 enabled (jdk.tls.disabledAlgorithms in its java.security). It is enabled in the runtime that came with Gluu 3.1.2.',
  'verdict.missing.jvmTls13': 'Whether the Java runtime of the Gluu Server offers TLS 1.3.',
  'verdict.missing.jvmTrusts': 'Whether the Java runtime of the Gluu Server trusts the certificate.',
  'verdict.missing.loginInClear': 'Whether the server offers a login before the connection is encrypted.',
  'verdict.missing.loginEncrypted': 'Whether the server offers a login once the connection is encrypted.',
  'verdict.missing.credentials': 'Whether the server accepts this user name and password.',
  'verdict.missing.takesLatin1':
    'Whether the server accepts the user name and the password in ISO 8859-1, as this Gluu version sends them.',
  'verdict.missing.takesNtlm1':
    'Whether the server accepts NTLM version 1: this Gluu version supports no other, and the test used version 2.',
  'verdict.missing.needsTls': 'Whether the server accepts mail without encryption.',
  'verdict.missing.needsLogin': 'Whether the server accepts mail without a login.',
  'verdict.missing.mail': 'Whether the server accepts the sender and the recipient.',
} as const;
