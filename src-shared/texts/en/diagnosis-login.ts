/** What is found about user name and password: what it is, why, what to do, and what the Gluu Server itself does then. */
export const diagnosisLogin = {
  // no AUTH unencrypted, AUTH after STARTTLS on a second connection
  'diagnosis.S40.title': 'Login only after encryption',
  'diagnosis.S40.explanation':
    'The server offers login only once the connection is encrypted. User name and password were not sent.',
  'diagnosis.S40.remedy': 'Choose “STARTTLS”. On the Gluu Server, switch “Requires SSL” on.',
  'diagnosis.S40.gluu':
    'With “Requires SSL” off, Gluu sends without a login, and the mail server decides whether it accepts that.',
  // no AUTH in any answer to EHLO, though a login is wanted
  'diagnosis.S41.title': 'Login not offered',
  'diagnosis.S41.explanation': 'The server offers no login on port {port}. User name and password were not tested.',
  'diagnosis.S41.remedy':
    'Port 25 is often for relaying only: try 587 or 465. If no login is needed, switch “Requires Authentication” off, but not on Gluu before 4.2.',
  'diagnosis.S41.gluu':
    'Gluu continues without a login and reports no error; the mail server decides whether it accepts the mail.',
  // AUTH without LOGIN, PLAIN, DIGEST-MD5 and NTLM, or 504 to those on offer
  'diagnosis.S42.title': 'No login method in common',
  'diagnosis.S42.explanation':
    '{offer, select, refused {The server lists {mechanisms}, but then refuses the methods that were tried as unknown.} refusedAll {The server refuses every login method that was tried as unknown.} none {The server announces a login without a method. No password was sent.} other {The server offers {mechanisms}. None of them uses a user name and a password (LOGIN, PLAIN, DIGEST-MD5, NTLM). No password was sent.}}',
  'diagnosis.S42.remedy':
    'Ask the mail server’s administrator for PLAIN or LOGIN over TLS. If only XOAUTH2 is offered, use a relay in between.',
  'diagnosis.S42.gluu':
    '{gluuLogin, select, noMethod {Gluu fails: the server announces AUTH without a method, so Gluu has none to log in with.} noOauth {Gluu fails: it supports none of these methods, and has no OAuth for mail.} unknown {Gluu fails: it supports none of these methods.} other {Gluu fails without showing a reason.}}',
  // login wanted, connection not encrypted, no consent
  'diagnosis.S43.title': 'The password would be sent unencrypted',
  'diagnosis.S43.explanation':
    'The connection is not encrypted, so anyone on the way could read the password. The test stopped before sending it.',
  'diagnosis.S43.remedy': 'Choose “STARTTLS” or “TLS from the start”, or allow it once for this test.',
  'diagnosis.S43.gluu':
    'Gluu sends it anyway: always with “Requires SSL” off, and with it on if the server offers no STARTTLS.',
  // 535, or enhanced code 5.7.8, at login
  'diagnosis.S44.title': 'User name or password refused',
  'diagnosis.S44.explanation': 'The server does not accept this user name and password.',
  'diagnosis.S44.remedy':
    'Some servers require the full email address as the user name. Check for leading and trailing spaces, and whether the password has changed.',
  'diagnosis.S44.gluu': 'Gluu fails without showing a reason.',
  // 534 at login, or a provider’s words for a separate password for mail programs
  'diagnosis.S45.title': 'App password or authorization code needed',
  'diagnosis.S45.explanation':
    'The provider refuses the account’s own password here; it requires an app password or an authorization code.',
  'diagnosis.S45.remedy':
    'Google, Yahoo, AOL: switch on 2-step verification, then create an app password in the account’s security settings. QQ, NetEase: create an authorization code in the mail settings. Enter it as the password.',
  'diagnosis.S45.gluu': 'Gluu works with an app password if the server accepts its TLS version.',
  // 535 5.7.139 with Microsoft’s words for SMTP AUTH disabled
  'diagnosis.S46.title': 'Microsoft 365: SMTP login is disabled',
  'diagnosis.S46.explanation': 'SMTP login is disabled for this tenant or mailbox.',
  'diagnosis.S46.remedy':
    'Check the security defaults, the tenant’s SmtpClientAuthenticationDisabled and the mailbox’s “Authenticated SMTP”. After a change, wait 15 minutes.',
  'diagnosis.S46.gluu': 'Gluu fails until it is enabled; then it depends on whether the server accepts TLS 1.0.',
  // 535 with 5.7.139 or 5.7.3, or 5.7.30, at login
  'diagnosis.S47.title': 'Password login is blocked by policy',
  'diagnosis.S47.explanation':
    'The server refuses this password login: either a policy forbids it, or the password is wrong.',
  'diagnosis.S47.remedy':
    'Check the password once more. If only OAuth (XOAUTH2) is allowed, use a relay connector or another SMTP service.',
  'diagnosis.S47.gluu': 'No Gluu version supports OAuth for mail.',
  // 538, or 530 on an unencrypted connection, at login
  'diagnosis.S48.title': 'Encryption required before login',
  'diagnosis.S48.explanation': 'The server requires encryption before login.',
  'diagnosis.S48.remedy': 'Choose “STARTTLS”. On the Gluu Server, switch “Requires SSL” on.',
  'diagnosis.S48.gluu': 'With “Requires SSL” off, Gluu fails after sending the password unencrypted.',
  // 4xx at login
  'diagnosis.S49.title': 'Login unavailable for now',
  'diagnosis.S49.explanation': 'The login service is busy, or there were too many attempts.',
  'diagnosis.S49.remedy': 'Wait before you try again: more attempts may lock the account.',
  'diagnosis.S49.gluu': 'Gluu fails and does not try again.',
  // end of the connection or reset at login
  'diagnosis.S50.title': 'Connection closed during login',
  'diagnosis.S50.explanation': 'The server closed the connection during login.',
  'diagnosis.S50.remedy':
    'Check whether this address was banned after failed logins (fail2ban), and whether the account allows logins only from certain addresses.',
  'diagnosis.S50.gluu': 'Gluu fails in the same way if the mail server treats the Gluu Server’s address like this one.',
  // 525, 5.7.13, 5.7.1 other than with 535, or words that say that the account is switched off
  'diagnosis.S51.title': 'Account blocked',
  'diagnosis.S51.explanation': 'The account is disabled, or is not allowed to send mail.',
  'diagnosis.S51.remedy': 'Check the account in the provider’s console.',
  'diagnosis.S51.gluu': 'Gluu fails without showing a reason.',
  // user name or password empty, and the server refuses the login
  'diagnosis.S52.title': 'User name or password is empty',
  'diagnosis.S52.explanation':
    '{field, select, password {“Requires Authentication” is on, but the password is empty, and the server does not accept that.} other {“Requires Authentication” is on, but the user name is empty, and the server does not accept that.}}',
  'diagnosis.S52.remedy': 'Fill it in, or switch “Requires Authentication” off.',
  'diagnosis.S52.gluu': 'Gluu treats the SMTP settings as incomplete, so password reset counts as not enabled.',
} as const;
