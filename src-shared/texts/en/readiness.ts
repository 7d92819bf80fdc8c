/**
 * Whether users can reset their password, and why not. oxTrust’s own labels (Self-Service Password Reset, SMTP Host, From Email
 * Address, …) and the names of settings (applianceUrl, recaptchaSiteKey, …) stand in English in oxTrust: they stay as they are.
 */
export const readiness = {
  // The answer on top. Below it stand its reasons as a list, each a sentence of its own (readiness.because.…).
  'readiness.title': 'Password reset',
  'readiness.checking': 'Checking password reset…',
  // What runs, for the status line and for the list of its stages.
  'readiness.work': 'Checking password reset',
  'readiness.can.yes': 'Users can reset their password.',
  'readiness.can.yesBut':
    '{n, plural, one {Users can reset their password. # thing needs attention.} other {Users can reset their password. # things need attention.}}',
  'readiness.can.no':
    '{n, plural, one {Users cannot reset their password.} other {Users cannot reset their password. # things stand in the way.}}',
  'readiness.can.notKnown':
    '{n, plural, one {It is not known whether users can reset their password.} other {It is not known whether users can reset their password. # questions remain open.}}',
  'readiness.can.untested':
    '{n, plural, =0 {Everything is set up. The mail itself has not been tested yet.} one {The mail itself has not been tested yet. # other thing needs attention.} other {The mail itself has not been tested yet. # other things need attention.}}',
  'readiness.reasons': 'Reasons',
  // The last item of the reasons; all of them stand in the list below.
  'readiness.more': 'and {n, number} more',
  'readiness.notChecked': 'Password reset could not be checked.',

  // Each check of the list, with what was found.
  'readiness.links': 'Password reset checks',
  'readiness.link.resetEnabled': 'Self-Service Password Reset',
  'readiness.link.smtpComplete': 'SMTP settings',
  'readiness.link.smtpPassword': 'SMTP Password',
  'readiness.link.fromAddress': 'From Email Address',
  'readiness.link.resetMail': 'As Gluu will send it',
  'readiness.link.recaptcha': 'reCAPTCHA',
  'readiness.link.requestBranch': 'Reset requests',
  'readiness.link.expiry': 'Link lifetime',
  'readiness.link.linkHost': 'Link in the mail',
  'readiness.link.linkCertificate': 'Link certificate',
  'readiness.link.reminderPage': 'Reset page',
  'readiness.link.peopleWithoutMail': 'People without a mail address',
  'readiness.link.sharedMail': 'Shared mail addresses',
  // Read aloud before what was found.
  'readiness.state.green': 'OK:',
  'readiness.state.amber': 'OK, with a warning:',
  'readiness.state.red': 'Problem:',
  'readiness.state.notKnown': 'Not known:',

  // Buttons.
  'readiness.do.checkAgain': 'Check again',
  'readiness.do.testNow': 'Test now',
  'readiness.do.testMail': 'Test the mail settings',
  'readiness.do.enable': 'Enable',
  'readiness.do.openSmtp': 'Open the SMTP settings',
  'readiness.do.openField': 'Open the field',
  'readiness.do.enterPassword': 'Enter the password',
  'readiness.do.enterAddress': 'Enter the address',
  'readiness.do.enterSalt': 'Enter the salt',
  'readiness.do.correctSalt': 'Correct the salt',
  'readiness.do.lookAtSalt': 'Look at the salt',
  'readiness.do.showCertificate': 'Show the certificate',
  'readiness.do.showPeople': '{n, plural, one {Show # person} other {Show # people}}',
  'readiness.do.showAddresses': '{n, plural, one {Show # address} other {Show # addresses}}',

  // What to do where no button helps: the path through oxTrust’s menus.
  'readiness.inOxtrust.field': 'In oxTrust: Organization Configuration, {label}.',
  'readiness.inOxtrust.json': 'In oxTrust: Configuration, JSON Configuration, OxTrust Configuration.',
  'readiness.inOxtrust.linkBase': 'In oxTrust: Configuration, JSON Configuration, OxTrust Configuration, {key}.',
  'readiness.inOxtrust.expiry': 'Set passwordResetRequestExpirationTime to 600, the value of a new installation.',

  // Versions.
  'readiness.version.beyond':
    'This console knows how password reset works in Gluu {known}. This server runs Gluu {version}.',
  'readiness.because.versionBeyond': 'This console does not know how password reset works in Gluu {version}.',
  // `reason` is a whole sentence that is true of these versions only.
  'readiness.version.each': 'Gluu {version}: {reason}',
  'readiness.because.versionOpen': 'It is not known which of these versions this server runs: Gluu {version}.',

  // Self-Service Password Reset.
  'readiness.enabled.on': 'Enabled.',
  'readiness.enabled.off': 'Disabled.',
  'readiness.enabled.notSet': 'Not set, which counts as disabled.',
  'readiness.enabled.unrecognized':
    'Gluu does not recognize the stored value. It treats it as disabled and removes it.',
  'readiness.enabled.notTrue': 'The stored value is neither TRUE nor FALSE. Gluu treats it as disabled.',
  'readiness.enabled.contradicting':
    '{n, number} stored values contradict each other. Gluu uses the one it receives first.',
  'readiness.because.off': 'Self-Service Password Reset is not enabled.',
  'readiness.because.contradicting': 'The values of passwordResetAllowed contradict each other.',

  // The SMTP settings.
  'readiness.smtp.complete':
    '{login, select, yes {Complete: {address}, with authentication.} other {Complete: {address}, without authentication.}}',
  'readiness.smtp.broken': 'oxSmtpConfiguration cannot be read, so Gluu cannot read this entry at all.',
  'readiness.smtp.missing': 'Gluu reports password reset as not enabled until this is set: {fields}.',
  'readiness.smtp.hostEmpty': 'SMTP Host is an empty text. Gluu counts it as set, but the mail has nowhere to go.',
  'readiness.because.smtpAbsent': 'No SMTP settings are stored.',
  'readiness.because.smtpBroken': 'Gluu cannot read the SMTP settings.',
  'readiness.because.smtpMissing': 'Missing SMTP settings: {fields}.',
  'readiness.because.hostEmpty': 'SMTP Host is empty.',

  // The SMTP Password.
  'readiness.password.notNeeded': 'Not needed: Requires Authentication is off.',
  'readiness.password.undecidedAbsent': 'It is not known whether one is needed: no SMTP settings are stored.',
  'readiness.password.undecidedBroken': 'It is not known whether one is needed: the SMTP settings cannot be read.',
  'readiness.password.decrypts': 'Decrypts with this server’s salt.',
  'readiness.password.none': 'No password is stored.',
  'readiness.password.doesNotDecrypt':
    'This server’s salt cannot decrypt the stored password, so Gluu sends none and the login fails.',
  'readiness.password.decryptsGarbled':
    'Decrypts, but oxTrust’s page garbled its characters outside ASCII when it saved them. Only Gluu 4.2.3 still reads the right password.',
  'readiness.password.decryptsDamaged':
    'Decrypts to a damaged text: its bytes are not UTF-8, and most mail servers will refuse it.',
  'readiness.password.layered':
    'It decrypts to a text that decrypts again: each Update on oxTrust’s page of Gluu 3.1.0 or 3.1.1 encrypted it once more. Gluu logs in with the inner ciphertext, and the login fails.',
  'readiness.password.usedAsStored':
    'This server’s salt cannot decrypt the stored password. This version of Gluu then logs in with the stored text itself, which is right only if it was stored unencrypted.',
  'readiness.password.decryptsNonAscii':
    'Decrypts, and contains characters outside ASCII. oxTrust’s page shows them garbled: Update there would save them garbled, and the login would fail.',
  'readiness.password.noSalt': 'Stored. Whether it decrypts cannot be checked: this server’s salt is not known here.',
  'readiness.password.wrongSalt': 'Stored. It is not known whether Gluu can decrypt it.',
  'readiness.password.doesNotDecryptUnproved':
    'It does not decrypt with the salt kept here: one of the two does not belong to this server.',
  'readiness.password.decryptsUnproved': 'Decrypts with the salt kept here.',
  'readiness.password.mask': 'It is a row of stars or dots, as pages show in place of a password.',
  'readiness.because.passwordUndecided': 'It is not known whether an SMTP Password is needed.',
  'readiness.because.password.none': 'No SMTP Password is stored.',
  'readiness.because.password.doesNotDecrypt': 'The SMTP Password does not decrypt.',
  'readiness.because.password.decryptsGarbled': 'The SMTP Password was garbled when it was saved.',
  'readiness.because.password.decryptsDamaged': 'The SMTP Password decrypts to a damaged text.',
  'readiness.because.password.layered': 'The SMTP Password was encrypted more than once.',
  'readiness.because.password.usedAsStored': 'Gluu uses the SMTP Password as it is stored, without decrypting it.',
  'readiness.because.password.decryptsNonAscii': 'Update on oxTrust’s page would garble the SMTP Password.',
  'readiness.because.password.noSalt': 'This server’s salt is not known here.',
  'readiness.because.password.wrongSalt': 'This server’s own configuration contradicts the salt kept here.',
  'readiness.because.password.doesNotDecryptUnproved':
    'The SMTP Password does not decrypt with the salt kept here, which may belong to another server.',
  'readiness.because.password.decryptsUnproved': 'The salt kept here cannot be proved to be this server’s.',
  'readiness.because.password.mask': 'The SMTP Password is a row of stars or dots.',

  // From Email Address.
  'readiness.from.notSet': 'From Email Address is not set. Gluu does not require it, but sending fails without it.',
  'readiness.because.fromNotSet': 'From Email Address is not set.',
  'readiness.because.fromInvalid': 'From Email Address is not a mail address.',
  'readiness.because.fromDoubtful': 'Mail servers may refuse or change the sender of the mail.',

  // The reset mail.
  'readiness.mail.nothingToSendWith': 'There are no settings to send with.',
  'readiness.mail.untested': 'The mail server has not been tested yet.',
  // `what`: what would have to be known, as a sentence.
  'readiness.mail.open': 'Not known: {what}',
  'readiness.mail.leftOpen': 'The mail server’s replies do not show whether it accepts the mail.',
  'readiness.mail.stale': 'From the stage “{stage}” on, the last mail test used other values.',
  'readiness.mail.relay':
    'Gluu sends to port 25 of the Gluu Server itself, as the settings say. Whether a relay accepts mail there cannot be seen from here.',
  'readiness.because.mailImpossible': 'The mail cannot be sent.',
  'readiness.because.mailRefused': 'The mail server will refuse the mail.',
  'readiness.because.open': 'The test did not show whether the mail is sent.',
  'readiness.because.openUnencrypted':
    'The test did not show whether the mail is sent. If it is, it is sent unencrypted.',
  'readiness.because.sendsInClear': 'Mail is not encrypted.',
  'readiness.because.fails': 'The mail will fail, and Gluu will still say that it was sent.',
  'readiness.because.hangs': 'Sending the mail will hang.',
  'readiness.because.ignoresHost': 'Gluu sends the mail to its own port 25 instead of the SMTP Host.',
  'readiness.because.relay': 'Sending depends on a relay on the Gluu Server.',

  // reCAPTCHA.
  'readiness.recaptcha.none': 'This version does not have it.',
  'readiness.recaptcha.on': 'On: users solve it before the mail is sent.',
  'readiness.recaptcha.off': 'Off.',
  'readiness.recaptcha.half': 'Off, although {key} is set: the other key is empty.',
  'readiness.recaptcha.noKeys': 'Off, although authenticationRecaptchaEnabled is true: both keys are empty.',
  'readiness.because.recaptchaHalf': 'reCAPTCHA is only half configured, so it is not active.',
  'readiness.because.recaptchaNoKeys': 'reCAPTCHA is switched on without keys, so it is not active.',

  // Reset requests.
  'readiness.requests.dead':
    'This version writes the request with a date that its own LDAP schema refuses: every link is dead.',
  'readiness.requests.upgrade': 'Upgrade to 3.0.2 or later.',
  'readiness.requests.notYet': 'The branch does not exist yet; Gluu creates it with the first request.',
  'readiness.requests.present': '{n, plural, =0 {No requests.} one {# request.} other {# requests.}}',
  'readiness.requests.presentMore': 'More than {n, number} requests.',
  'readiness.requests.unending':
    '{n, plural, one {# of them never expires for Gluu: it has no exp, or no del that is true, so no timer removes it.} other {# of them never expire for Gluu: they have no exp, or no del that is true, so no timer removes them.}}',
  'readiness.requests.unread': 'They could not be read.',
  'readiness.because.requestsDead': 'This version cannot store reset requests.',
  'readiness.because.requestsUnread': 'The pending requests could not be read.',
  'readiness.because.requestsUnending':
    '{n, plural, one {# reset request is never removed.} other {# reset requests are never removed.}}',

  // How long links work.
  'readiness.expiry.fixed': 'Links work for 2 hours (fixed in this version).',
  'readiness.expiry.ignored': 'This version ignores the time that is set.',
  'readiness.expiry.minutes': '{n, plural, one {Links work for # minute.} other {Links work for # minutes.}}',
  'readiness.expiry.minutesSeconds':
    '{n, plural, one {Links work for # minute and {seconds, plural, one {# second} other {# seconds}}.} other {Links work for # minutes and {seconds, plural, one {# second} other {# seconds}}.}}',
  'readiness.expiry.tooShort':
    '{seconds, plural, one {Links work for # second.} other {Links work for # seconds.}} The mail may take longer to arrive, and it says “0 minute(s)”.',
  'readiness.expiry.unreadable':
    'passwordResetRequestExpirationTime is not a whole number: oxTrust cannot read its configuration.',
  'readiness.expiry.missing':
    'passwordResetRequestExpirationTime is missing, as it is after an upgrade, and counts as 0: every link expires as soon as it is created.',
  'readiness.expiry.notPositive':
    'passwordResetRequestExpirationTime is {seconds}: every link expires as soon as it is created.',
  'readiness.because.expiryUnreadable': 'oxTrust cannot read how long links are valid.',
  'readiness.because.expired': 'Every link expires as soon as it is created.',
  'readiness.because.expiryTooLong': 'After 2 hours the link still opens, but Gluu refuses the new password.',
  'readiness.because.expiryTooShort': 'Links expire within a minute.',

  // oxTrust’s own configuration.
  'readiness.oxtrust.absent': 'oxTrust’s own configuration was not found.',
  'readiness.oxtrust.broken': 'oxTrust’s own configuration cannot be read.',

  // The link in the mail. {key}: applianceUrl, in 4.x applicationUrl.
  'readiness.host.own': 'Links lead to {host}: that is each user’s own computer.',
  'readiness.host.unencrypted': 'Links lead to {address}: the new password is sent unencrypted.',
  'readiness.host.notSet': '{key} is not set: the links in reset mails lead nowhere.',
  'readiness.host.noWebAddress': '{key} is not a web address: the links in reset mails lead nowhere.',
  'readiness.host.tooMuch': '{key} contains more than scheme, host and port, so the links in reset mails are broken.',
  'readiness.host.path': '{key} has a path. This console requests pages at the root of a host only.',
  'readiness.host.unknown':
    '{host} does not exist in DNS, as seen from this workstation. Users on another network may be able to reach it.',
  'readiness.because.nowhere': 'The links in reset mails lead nowhere.',
  'readiness.because.unencrypted': 'The links in reset mails are not encrypted.',
  'readiness.because.otherHost': 'The links in reset mails lead to a host other than this server.',
  'readiness.because.notAsked': 'The page the links lead to was not requested.',
  'readiness.because.lookupFailed': 'The DNS lookup of {host}, the host in the links, failed.',
  'readiness.because.hostUnknown': '{host}, the host in the links, does not exist in this workstation’s DNS.',
  'readiness.because.noAddress': 'There is no address to check.',

  // Its certificate.
  'readiness.certificate.none': 'None: the links start with http://.',
  'readiness.certificate.notSeen': 'Not seen: no TLS connection was made.',
  'readiness.certificate.rejected': 'Browsers warn users instead of showing the form.',
  'readiness.certificate.ends':
    '{n, plural, one {It expires on {day}, in # day.} other {It expires on {day}, in # days.}}',
  'readiness.certificate.trusted':
    '{n, plural, one {Trusted. It expires on {day}, in # day.} other {Trusted. It expires on {day}, in # days.}}',
  'readiness.because.certificateNotSeen': 'The link’s certificate was not seen.',
  'readiness.because.certificateRejected': 'Browsers reject the link’s certificate.',
  'readiness.because.certificateEnds': 'The link’s certificate expires soon.',

  // The reset page.
  'readiness.page.good': '{url} responds.',
  'readiness.page.title': 'Its title is “{title}”.',
  'readiness.page.error': '{url} responds with status 200, but shows an error page.',
  'readiness.page.noForm': '{url} responds, but without the form on which users request the mail.',
  'readiness.page.status': '{url} responds with status {status}.',
  'readiness.page.redirects': '{url} redirects to {location} ({status}).',
  'readiness.page.redirectsNowhere': '{url} redirects without saying where ({status}).',
  'readiness.page.notHttp': '{url}: the response is not valid HTTP ({detail}).',
  // `what`: what happened, as a sentence.
  'readiness.page.failed': '{url}: {what}',
  'readiness.page.fromHere': 'This is as seen from this workstation.',
  'readiness.page.noName': 'Not requested: the host name was not found.',
  'readiness.because.pageNotHttp': 'The server the links lead to is not a web server.',
  'readiness.because.pageSilent': 'The reset page does not respond to this workstation.',
  'readiness.because.pageError': 'The reset page shows an error.',
  'readiness.because.pageNoForm': 'The reset page shows no form.',
  'readiness.because.pageStatus': 'The reset page responds with status {status}.',
  'readiness.because.pageToLogin': 'The reset page redirects to the login page.',
  'readiness.because.pageElsewhere': 'The reset page redirects elsewhere.',
  'readiness.because.pageNoName': 'The reset page could not be requested from {host}.',

  // People and their addresses. Where counting stopped early, the numbers are those of the first people.
  'readiness.people.uncounted': 'People could not be counted.',
  'readiness.people.none': 'There are no people on this server.',
  'readiness.people.limit':
    '{people, plural, one {Only the first person was counted.} other {Only the first # people were counted.}}',
  'readiness.people.time':
    '{people, plural, one {Counting took too long and stopped after # person.} other {Counting took too long and stopped after # people.}}',
  'readiness.people.allHaveMail':
    '{people, plural, one {Everyone has a mail address (# person).} other {Everyone has a mail address (# people).}}',
  'readiness.people.nobodyHasMail':
    '{people, plural, one {Nobody has a mail address (# person).} other {Nobody has a mail address (# people).}}',
  'readiness.people.someWithoutMail':
    '{n, plural, one {# of {people, number} people has no mail address.} other {# of {people, number} people have no mail address.}}',
  'readiness.people.noneShared':
    '{people, plural, one {No mail address belongs to more than one person (# person).} other {No mail address belongs to more than one person (# people).}}',
  'readiness.people.shared':
    '{n, plural, one {# mail address belongs to more than one person. A reset changes the password of the first one Gluu finds.} other {# mail addresses belong to more than one person. A reset changes the password of the first one Gluu finds.}}',
  'readiness.people.refused':
    'Where the LDAP server itself refuses a second person with the same address, the reset ends in “Email Already Registered”.',
  'readiness.because.notAllCounted': 'Not all people were counted.',
  'readiness.because.nobodyHasMail': 'Nobody has a mail address.',
  'readiness.because.withoutMail':
    '{n, plural, one {# person has no mail address.} other {# people have no mail address.}}',
  'readiness.because.sharedMail':
    '{n, plural, one {# mail address belongs to more than one person.} other {# mail addresses belong to more than one person.}}',

  // What stands beside the stages of a check.
  'readiness.step.noLinkBase': '{key} is not set',
  'readiness.step.answers': 'responds with {status}',
  'readiness.step.noAnswer': 'no usable response',
  'readiness.step.uncounted': 'could not be counted',
  'readiness.step.counted': '{n, plural, one {# person counted} other {# people counted}}',
} as const;
